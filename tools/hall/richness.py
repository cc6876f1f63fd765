# SPDX-License-Identifier: GPL-3.0-or-later
"""What the demonstration hall promises to hold, beyond being well-formed."""
import re

DEPARTMENTS = """发改委 规划局 国土局 住建局 城管局 消防大队 气象局 交通局 安监局 水利局 民防局 物价局 科技局 烟草局
残联 农办 宗教局 统计局 粮食局 档案局 公安局 环保局 卫生局 商务局 工商局 质监局 国税局 地税局 人社局 教育局 文广新局
民政局 农委 财政局 司法局 经信委 体育局 计生委 旅游局 联合竣工验收 统一收费 企业注册登记并联审批""".split()
UNCHECKED = "依据待核"
DIGITS = "〇一二三四五六七八九"


def at_least(what, wanted, found):
    return [] if found >= wanted else [f"demonstration: {found} {what}, wanted at least {wanted}"]


def untranslated(records):
    kinds = ("hall", "floors", "areas", "departments", "queues", "serviceItems", "windows", "staff")
    return [f"{kind} {record['id']}: nameEn is not English" for kind in kinds for record in records[kind]
            if any("\u4e00" <= letter <= "\u9fff" for letter in record["nameEn"])]


def guides(items):
    complete = [item for item in items if item["guideComplete"]]
    found = at_least("items with a complete guide", 60, len(complete))
    checked = [item for item in complete if any(basis["law"] != UNCHECKED for basis in item["legalBasis"])]
    found += at_least("complete items with a named law", 40, len(checked))
    texts = {}
    for item in complete:
        texts.setdefault(tuple(item["steps"]), []).append(item["id"])
    found += [f"demonstration: the same steps in {', '.join(ids)}" for ids in texts.values() if len(ids) > 1]
    return found + [f"serviceItems {item['id']}: an article without its law" for item in items
                    for basis in item["legalBasis"] if basis["law"] == UNCHECKED and basis["article"]]


def named_windows(text):
    """The window numbers that a text sends people to: 3至8号窗口, 44、45号窗口, 27号窗口."""
    numbers = set()
    for first, joint, last in re.findall(r"(\d+)(?:号)?(?:(至|、)(\d+))?号[^,。;,]{0,2}窗口", text):
        if joint == "至":
            numbers |= set(range(int(first), int(last) + 1))
        else:
            numbers |= {int(first)} | ({int(last)} if last else set())
    return numbers


def misleading_windows(records):
    """A guide that names a window which does not serve the item sends people the wrong way."""
    serving = {}
    for window in records["windows"]:
        for item in window["itemIds"]:
            serving.setdefault(item, set()).add(window["number"])
    return [f"serviceItems {item['id']}: its guide names window {number}, which does not serve it"
            for item in records["serviceItems"] for step in item["steps"]
            for number in sorted(named_windows(step) - serving[item["id"]])]


def people(records):
    staff = records["staff"]
    found = at_least("members of staff", 60, len(staff))
    found += at_least("different portraits", 60, len({one.get("photo") for one in staff if one.get("photo")}))
    for role, wanted in (("administrator", 1), ("supervisor", 3), ("inspector", 2), ("publisher", 1), ("clerk", 40)):
        found += at_least(f"of role {role}", wanted, sum(one["role"] == role for one in staff))
    found += at_least("at the service desk", 2, sum(one["serviceDesk"] for one in staff))
    accounts = {entry["staffId"] for entry in records["accounts"]}
    return found + [f"staff {one['id']}: has no demonstration account" for one in staff if one["id"] not in accounts]


def devices(records):
    def windows_of(kind):
        return {one["windowId"] for one in records["devices"] if one["kind"] == kind and "windowId" in one}
    every = {window["id"] for window in records["windows"]}
    found = [f"demonstration: no {kind} for {window}" for kind in ("windowTerminal", "dualScreen")
             for window in sorted(every - windows_of(kind))]
    spoken = {area for one in records["devices"] if one["kind"] == "signagePlayer" and one["sound"]
              for area in one["areaIds"]}
    found += [f"demonstration: nobody speaks in {area['id']}" for area in records["areas"] if area["id"] not in spoken]
    return found + at_least("kiosks", 6, sum(one["kind"] == "kiosk" for one in records["devices"]))


def overloaded_windows(records):
    """A history with more work on its busiest day than the windows could do would show endless waiting."""
    history, served = records["history"][0], {}
    queue_of = {item["id"]: item["queueId"] for item in records["serviceItems"]}
    hours = {queue["id"]: queue["hours"] for queue in records["queues"]}
    for window in records["windows"]:
        queues = {queue_of[item] for item in window["itemIds"]}
        for queue in queues:
            served[queue] = served.get(queue, 0) + 1 / len(queues)
    week = sum(entry["weight"] for entry in history["weekdayWeights"])
    found = []
    for day in history["weekdayWeights"]:
        tickets = history["tickets"] * 7 / history["days"] * day["weight"] / week
        open_now = {queue: sum(span["to"] - span["from"] for span in spans if span["weekday"] == day["weekday"])
                    for queue, spans in hours.items()}
        share = sum(entry["weight"] for entry in history["queues"] if open_now[entry["queueId"]])
        for entry in history["queues"]:
            queue, minutes = entry["queueId"], open_now[entry["queueId"]]
            seconds = entry["serviceMeanSeconds"] + history["callGapSeconds"]["mean"]
            if minutes and tickets * entry["weight"] / share * seconds > served[queue] * minutes * 60:
                found.append(f"history: more work in {queue} on weekday {day['weekday']} than its windows can do")
    return found


def number(numerals):
    """Of Chinese numerals up to ninety-nine."""
    tens, ten, ones = numerals.rpartition("十")
    return (10 * DIGITS.index(tens or "一") if ten else 0) + DIGITS.index(ones or "〇")


def misleading_times(records):
    """No step takes more working days than the whole is promised in, unless it says that they do not count."""
    found = []
    for item in records["serviceItems"]:
        for step in item["steps"]:
            if any(word in step for word in ("不计入时限", "法定", "提前", "发证后")):
                continue
            for days in re.findall(f"([{DIGITS[1:]}十]+)个工作日", step):
                if number(days) > item["promisedDays"]:
                    found.append(f"serviceItems {item['id']}: promised in {item['promisedDays']} working days: {step}")
    return found


def named_kiosks(records):
    """Kiosks give numbers; whoever is sent to one by its name for something else goes in vain."""
    texts = [(f"areas {area['id']}", area["caption"] + area["captionEn"]) for area in records["areas"]]
    texts += [(f"serviceItems {item['id']}", " ".join(item["steps"] + item["conditions"]))
              for item in records["serviceItems"]]
    names = [device["name"] for device in records["devices"] if device["kind"] == "kiosk"]
    return [f"{owner}: sends people to {name}" for owner, text in texts for name in names if name in text]


def faults(records):
    """All shortcomings as texts, for a package that is otherwise in order."""
    items = records["serviceItems"]
    tops = {one["id"]: one["name"] for one in records["departments"] if "parentId" not in one}
    parent = {one["id"]: one.get("parentId", one["id"]) for one in records["departments"]}
    found = [f"demonstration: department {name} is missing" for name in DEPARTMENTS if name not in tops.values()]
    found += at_least("floors", 3, len(records["floors"]))
    found += at_least("waiting areas", 6, len(records["areas"]))
    found += at_least("sub-departments", 6, len(records["departments"]) - len(tops))
    found += at_least("queues", 12, len(records["queues"]))
    found += at_least("queues that need an identity", 1, sum(queue["realName"] for queue in records["queues"]))
    found += at_least("windows", 40, len(records["windows"]))
    found += at_least("service items", 200, len(items))
    found += at_least("departments with items", 30, len({parent[item["departmentId"]] for item in items}))
    found += [f"areas {area['id']}: no caption" for area in records["areas"] if not area["caption"]]
    found += [f"queues {queue['id']}: no hint" for queue in records["queues"] if not queue["hint"]]
    history = records["history"][0]
    if not (history["days"] == 14 and 11000 <= history["tickets"] <= 13000 and len(history["arrivalPeaks"]) == 2):
        found.append("demonstration: history is not two weeks, about 12,000 tickets, two peaks a day")
    for rule in (untranslated, misleading_windows, misleading_times, named_kiosks, people, devices, overloaded_windows):
        found += rule(records)
    return found + guides(items)
