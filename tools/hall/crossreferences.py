# SPDX-License-Identifier: GPL-3.0-or-later
"""What a schema cannot say of a hall package: every id exists, what must be unique is, items are served."""
from collections import Counter

# kind of record, member, kind it points to
REFERENCES = [
    ("areas", "floorId", "floors"),
    ("departments", "parentId", "departments"),
    ("queues", "areaId", "areas"),
    ("serviceItems", "departmentId", "departments"),
    ("serviceItems", "queueId", "queues"),
    ("windows", "areaId", "areas"),
    ("windows", "departmentId", "departments"),
    ("windows", "itemIds", "serviceItems"),
    ("staff", "departmentId", "departments"),
    ("devices", "floorId", "floors"),
    ("devices", "windowId", "windows"),
    ("devices", "areaIds", "areas"),
    ("devices", "departmentIds", "departments"),
    ("accounts", "staffId", "staff"),
]
UNIQUE = [
    ("queues", "prefix"),
    ("windows", "number"),
    ("serviceItems", "code"),
    ("staff", "number"),
    ("staff", "account"),
    ("accounts", "staffId"),
    ("pinyinOverrides", "phrase"),
    ("media", "path"),
    ("calendarDays", "day"),
    ("messageTemplates", "kind"),
]
WITH_ID = ["floors", "areas", "departments", "queues", "serviceItems", "windows", "staff", "devices",
           "calendarDays", "messageTemplates"]


def repeated(values):
    return [value for value, count in Counter(values).items() if count > 1]


def missing_references(records):
    known = {kind: {record["id"] for record in records.get(kind, [])} for kind in WITH_ID}
    found = []
    for kind, member, target in REFERENCES:
        for record in records.get(kind, []):
            value = record.get(member)
            for one in [] if value is None else value if isinstance(value, list) else [value]:
                if one not in known[target]:
                    found.append(f"{kind} {record.get('id', '?')}: {member} names {one}, which is not in {target}")
    for entry in records.get("history", [{"queues": []}])[0]["queues"]:
        if entry["queueId"] not in known["queues"]:
            found.append(f"history: {entry['queueId']} is not in queues")
    return found


def repeated_keys(records):
    found = [f"{kind}: {member} {value} occurs more than once" for kind, member in UNIQUE
             for value in repeated(record[member] for record in records.get(kind, []) if record.get(member) != "")]
    return found + [f"{kind}: id {value} occurs more than once" for kind in WITH_ID
                    for value in repeated(record["id"] for record in records.get(kind, []))]


def foreign_halls(records):
    hall = records["manifest"][0]["hallId"]
    found = [] if records["hall"][0]["id"] == hall else [f"hall: its id is not the manifest's {hall}"]
    return found + [f"{kind} {record['id']}: belongs to hall {record['hallId']}" for kind in WITH_ID
                    for record in records.get(kind, []) if record["hallId"] != hall]


def department_depth(records):
    """Sub-departments go one level deep: the kiosk has one page for them."""
    parents = {record["id"]: record.get("parentId") for record in records.get("departments", [])}
    return [f"departments {one}: its parent is itself a sub-department" for one, parent in parents.items()
            if parent is not None and parents.get(parent) is not None]


def unserved_items(records):
    """Every active item needs a window in the area where its queue waits, or its tickets wait for ever."""
    area_of_queue = {queue["id"]: queue["areaId"] for queue in records.get("queues", [])}
    queue_of_item = {item["id"]: item["queueId"] for item in records.get("serviceItems", [])}
    served, found = set(), []
    for window in records.get("windows", []):
        for item in window["itemIds"]:
            if area_of_queue.get(queue_of_item.get(item)) == window["areaId"]:
                served.add(item)
            else:
                found.append(f"windows {window['id']}: {item} waits in another area")
    return found + [f"serviceItems {item['id']}: no window serves it in its queue's area"
                    for item in records.get("serviceItems", []) if item["active"] and item["id"] not in served]


def bad_hours(records):
    """Spans run forward and those of one weekday do not overlap."""
    found = []
    for queue in records.get("queues", []):
        spans = sorted((span["weekday"], span["from"], span["to"]) for span in queue["hours"])
        if any(start >= end for _, start, end in spans):
            found.append(f"queues {queue['id']}: hours that end before they begin")
        if any(a[0] == b[0] and b[1] < a[2] for a, b in zip(spans, spans[1:])):
            found.append(f"queues {queue['id']}: hours overlap")
    return found


def unknown_media(records):
    known = {entry["sha256"] for entry in records.get("media", [])}
    wanted = [("hall", records["hall"][0].get("logo"))]
    wanted += [(f"staff {one['id']}", one.get("photo")) for one in records.get("staff", [])]
    return [f"{owner}: picture {sha} is not among the media" for owner, sha in wanted if sha and sha not in known]


def bad_readings(records):
    return [f"pinyinOverrides: {entry['phrase']} and its reading differ in length"
            for entry in records.get("pinyinOverrides", [])
            if len(entry["phrase"]) != len(entry["reading"].split())]


def bad_limits(records):
    """A promise is never longer than the law's limit."""
    return [f"serviceItems {item['id']}: promisedDays exceeds legalDays" for item in records.get("serviceItems", [])
            if item["promisedDays"] > item["legalDays"]]


def bad_shares(records):
    found = []
    for history in records.get("history", []):
        for name, entries in (("queues", history["queues"]), ("grades", history["rating"]["grades"])):
            if abs(sum(entry["weight"] for entry in entries) - 1) > 1e-6:
                found.append(f"history: the weights of {name} do not add up to 1")
    return found


def faults(records):
    """All faults as texts. records: kind to list of records, as checkpackage.load gives them."""
    if len(records.get("hall", [])) != 1:
        return ["manifest.json: a package holds exactly one hall"]
    rules = (foreign_halls, repeated_keys, missing_references, department_depth, unserved_items, bad_hours,
             unknown_media, bad_readings, bad_limits, bad_shares)
    return [fault for rule in rules for fault in rule(records)]
