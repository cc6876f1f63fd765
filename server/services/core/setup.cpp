// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/setup.h"

#include <algorithm>

namespace atrium::services {
namespace {

template <class Map, class Record> void putOrErase(Map& map, const store::Change& change) {
    if (change.record)
        map.insert_or_assign(std::get<Record>(*change.record).id, std::get<Record>(*change.record));
    else
        map.erase(typename Map::key_type(change.id));
}

template <class Map> void appendAll(const Map& map, std::vector<store::AnyRecord>& out) {
    for (const auto& [id, record] : map)
        out.emplace_back(record);
}

template <class Map> std::optional<store::AnyRecord> findIn(const Map& map, const std::string& id) {
    const auto found = map.find(typename Map::key_type(id));
    return found == map.end() ? std::nullopt : std::optional<store::AnyRecord>(found->second);
}

/// kind/id of the first record of map for which points gives true.
template <class Map, class Points> std::string firstThat(const Map& map, const char* kind, Points&& points) {
    for (const auto& [id, record] : map)
        if (points(record))
            return std::string(kind) + "/" + id.value;
    return {};
}

template <class Id> bool contains(const std::vector<Id>& list, const std::string& id) {
    return std::any_of(list.begin(), list.end(), [&](const Id& one) { return one.value == id; });
}

template <class Id> bool is(const std::optional<Id>& value, const std::string& id) {
    return value && value->value == id;
}

} // namespace

std::string foldedAccount(std::string account) {
    for (char& letter : account)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return account;
}

void Setup::apply(const store::Change& change) {
    using namespace model;
    if (change.kind == "hall") {
        if (change.record) {
            hall = std::get<Hall>(*change.record);
            config.hallId = hall.id;
        }
    } else if (change.kind == "floor")
        putOrErase<decltype(floors), Floor>(floors, change);
    else if (change.kind == "area")
        putOrErase<decltype(areas), Area>(areas, change);
    else if (change.kind == "department")
        putOrErase<decltype(departments), Department>(departments, change);
    else if (change.kind == "queue")
        putOrErase<decltype(config.queues), Queue>(config.queues, change);
    else if (change.kind == "serviceItem")
        putOrErase<decltype(config.items), ServiceItem>(config.items, change);
    else if (change.kind == "window")
        putOrErase<decltype(config.windows), Window>(config.windows, change);
    else if (change.kind == "staff")
        putOrErase<decltype(staff), Staff>(staff, change);
    else if (change.kind == "device")
        putOrErase<decltype(devices), Device>(devices, change);
    else if (change.kind == "calendarDay")
        putOrErase<decltype(calendarDays), CalendarDay>(calendarDays, change);
    else if (change.kind == "messageTemplate")
        putOrErase<decltype(messageTemplates), MessageTemplate>(messageTemplates, change);
}

void Setup::index() {
    windowsOfItem.clear();
    for (const auto& [id, window] : config.windows)
        if (window.active)
            for (const auto& item : window.itemIds)
                windowsOfItem[item].push_back(id);
    for (auto& [item, windows] : windowsOfItem)
        std::sort(windows.begin(), windows.end(), [&](const auto& a, const auto& b) {
            return config.windows.at(a).number < config.windows.at(b).number;
        });
    pools = estimate::Pools(windowsOfItem);
    officeDays.clear();
    for (const auto& [id, day] : calendarDays)
        officeDays.insert_or_assign(day.day, day);
    messages = outboxSettings(hall, messageTemplates);
    staffByAccount.clear();
    config.skills.clear();
    for (const auto& [id, member] : staff) {
        if (!member.account.empty())
            staffByAccount.emplace(foldedAccount(member.account), id);
        for (const auto& row : member.skills)
            if (row.skill != model::Skill::normal)
                config.skills[id].insert_or_assign(row.queueId, row.skill);
    }
}

std::optional<store::AnyRecord> Setup::find(std::string_view kind, const std::string& id) const {
    if (kind == "hall")
        return hall.id.value == id ? std::optional<store::AnyRecord>(hall) : std::nullopt;
    if (kind == "floor")
        return findIn(floors, id);
    if (kind == "area")
        return findIn(areas, id);
    if (kind == "department")
        return findIn(departments, id);
    if (kind == "queue")
        return findIn(config.queues, id);
    if (kind == "serviceItem")
        return findIn(config.items, id);
    if (kind == "window")
        return findIn(config.windows, id);
    if (kind == "staff")
        return findIn(staff, id);
    if (kind == "device")
        return findIn(devices, id);
    if (kind == "calendarDay")
        return findIn(calendarDays, id);
    if (kind == "messageTemplate")
        return findIn(messageTemplates, id);
    return std::nullopt;
}

std::vector<store::AnyRecord> Setup::all() const {
    std::vector<store::AnyRecord> out;
    if (!hall.id.empty())
        out.emplace_back(hall);
    appendAll(floors, out);
    appendAll(areas, out);
    appendAll(departments, out);
    appendAll(config.queues, out);
    appendAll(config.items, out);
    appendAll(config.windows, out);
    appendAll(staff, out);
    appendAll(devices, out);
    appendAll(calendarDays, out);
    appendAll(messageTemplates, out);
    return out;
}

std::string Setup::referenceTo(std::string_view kind, const std::string& id) const {
    std::string found;
    const auto look = [&](const auto& map, const char* in, auto&& points) {
        if (found.empty())
            found = firstThat(map, in, points);
    };
    if (kind == "hall")
        return "hall/" + id; // the hall itself is never deleted
    if (kind == "floor") {
        look(areas, "area", [&](const auto& r) { return r.floorId.value == id; });
        look(devices, "device", [&](const auto& r) { return is(r.floorId, id); });
    } else if (kind == "area") {
        look(config.queues, "queue", [&](const auto& r) { return r.areaId.value == id; });
        look(config.windows, "window", [&](const auto& r) { return r.areaId.value == id; });
        look(devices, "device", [&](const auto& r) { return contains(r.areaIds, id); });
    } else if (kind == "department") {
        look(departments, "department", [&](const auto& r) { return is(r.parentId, id); });
        look(config.items, "serviceItem", [&](const auto& r) { return r.departmentId.value == id; });
        look(config.windows, "window", [&](const auto& r) { return r.departmentId.value == id; });
        look(staff, "staff", [&](const auto& r) { return r.departmentId.value == id; });
        look(devices, "device", [&](const auto& r) { return contains(r.departmentIds, id); });
    } else if (kind == "queue") {
        look(config.items, "serviceItem", [&](const auto& r) { return r.queueId.value == id; });
        look(staff, "staff", [&](const auto& r) {
            return std::any_of(r.skills.begin(), r.skills.end(),
                               [&](const auto& row) { return row.queueId.value == id; });
        });
    } else if (kind == "serviceItem") {
        look(config.windows, "window", [&](const auto& r) { return contains(r.itemIds, id); });
    } else if (kind == "window") {
        look(devices, "device", [&](const auto& r) { return is(r.windowId, id); });
    }
    return found;
}

} // namespace atrium::services
