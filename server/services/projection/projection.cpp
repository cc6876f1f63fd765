// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/projection/projection.h"

#include "shared/model/reflect.h"
#include "shared/rules/queueing/event.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace atrium::services {

using model::DeviceKind;
using store::AnyRecord;

namespace {

std::string escapedJson(std::string_view plain) {
    std::string out = "\"";
    for (const char c : plain) { // ids and kinds hold no control characters; quotes only by mistake
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + "\"";
}

/// One overload a record: what the audience sees.
struct Projector {
    const Audience& audience;

    [[nodiscard]] bool is(DeviceKind kind) const { return audience.kind == kind; }
    [[nodiscard]] bool atOwnWindow(const std::optional<model::WindowId>& window) const {
        return window && audience.windowId == window;
    }
    [[nodiscard]] bool watches() const {
        using enum model::Role;
        return is(DeviceKind::admin) && audience.role &&
               (*audience.role == administrator || *audience.role == supervisor ||
                *audience.role == inspector);
    }

    static void withoutWords(model::Ticket& ticket) {
        ticket.note.clear();
        ticket.priorityReason.clear();
    }

    // Set-up everybody may read; players need no guides.
    template <class Record> std::optional<AnyRecord> operator()(const Record& record) const { return record; }
    std::optional<AnyRecord> operator()(const model::ServiceItem& item) const {
        if (is(DeviceKind::signagePlayer))
            return std::nullopt;
        return item;
    }
    std::optional<AnyRecord> operator()(const model::WindowStatus& status) const {
        if (!is(DeviceKind::dualScreen) || atOwnWindow(status.windowId))
            return status;
        // Of the other windows an outer screen needs to know where its citizens could go instead.
        model::WindowStatus other;
        other.id = status.id;
        other.hallId = status.hallId;
        other.windowId = status.windowId;
        other.state = status.state;
        other.since = status.since;
        other.version = status.version;
        return other;
    }
    std::optional<AnyRecord> operator()(const model::QueueDay& day) const {
        if (is(DeviceKind::dualScreen))
            return std::nullopt;
        return day;
    }
    std::optional<AnyRecord> operator()(const model::Ticket& ticket) const {
        model::Ticket out = ticket;
        out.personId.reset();
        switch (audience.kind) {
        case DeviceKind::admin:
        case DeviceKind::windowTerminal:
            if (!audience.role) // what staff wrote about somebody is for staff
                withoutWords(out);
            return out;
        case DeviceKind::dualScreen:
            if (!atOwnWindow(ticket.windowId))
                return std::nullopt;
            [[fallthrough]];
        case DeviceKind::kiosk:
            withoutWords(out);
            return out;
        case DeviceKind::signagePlayer:
            break;
        }
        model::Ticket board;
        board.id = ticket.id;
        board.hallId = ticket.hallId;
        board.day = ticket.day;
        board.number = ticket.number;
        board.queueId = ticket.queueId;
        board.itemId = ticket.itemId;
        board.state = ticket.state;
        board.windowId = ticket.windowId;
        board.issuedAt = ticket.issuedAt;
        board.arrivedAt = ticket.arrivedAt;
        board.calledAt = ticket.calledAt;
        board.startedAt = ticket.startedAt;
        board.finishedAt = ticket.finishedAt;
        board.noShows = ticket.noShows;
        board.version = ticket.version;
        return board;
    }
    std::optional<AnyRecord> operator()(const model::Call& call) const {
        if (is(DeviceKind::kiosk))
            return std::nullopt;
        if (is(DeviceKind::windowTerminal) && audience.areaId != call.areaId)
            return std::nullopt;
        if (is(DeviceKind::dualScreen) && !atOwnWindow(call.windowId))
            return std::nullopt;
        return call;
    }
    std::optional<AnyRecord> operator()(const model::Staff& staff) const {
        if (is(DeviceKind::signagePlayer))
            return std::nullopt;
        if (is(DeviceKind::kiosk)) { // for the wait: who is excluded from which queue, and nothing of the
                                     // person
            model::Staff bare;
            bare.id = staff.id;
            bare.hallId = staff.hallId;
            bare.skills = staff.skills;
            bare.active = staff.active;
            bare.version = staff.version;
            return bare;
        }
        model::Staff card = staff;
        if (is(DeviceKind::admin) && audience.role == model::Role::administrator)
            return card;
        card.account.clear(); // half of what a sign-in needs
        if (is(DeviceKind::admin) && audience.role)
            return card;
        card.role = model::Role::clerk;
        card.serviceDesk = false;
        return card;
    }
    std::optional<AnyRecord> operator()(const model::Device& device) const {
        if (!is(DeviceKind::admin) && device.id != audience.self)
            return std::nullopt;
        return device;
    }
    std::optional<AnyRecord> operator()(const model::DeviceStatus& status) const { return watched(status); }
    std::optional<AnyRecord> operator()(const model::Alarm& alarm) const { return watched(alarm); }
    std::optional<AnyRecord> operator()(const model::Rating& rating) const { return watched(rating); }
    std::optional<AnyRecord> operator()(const model::MessageTemplate& text) const { return watched(text); }
    std::optional<AnyRecord> operator()(const model::Message& message) const {
        if (!watches())
            return std::nullopt;
        model::Message out = message;
        out.personId = {};
        return out;
    }
    std::optional<AnyRecord> operator()(const model::Appointment& appointment) const {
        if (!watches())
            return std::nullopt;
        model::Appointment out = appointment;
        out.personId.reset();
        return out;
    }

    template <class Record> std::optional<AnyRecord> watched(const Record& record) const {
        if (!watches())
            return std::nullopt;
        return record;
    }
};

/// Kinds of which a deletion says nothing the audience may not know.
bool mayHearOfDeletion(std::string_view kind, const Audience& audience) {
    static constexpr std::array<std::string_view, 7> kPublic{"floor", "area",   "department", "calendarDay",
                                                             "queue", "window", "serviceItem"};
    return audience.kind == DeviceKind::admin ||
           std::find(kPublic.begin(), kPublic.end(), kind) != kPublic.end() ||
           (kind == "staff" && audience.kind != DeviceKind::signagePlayer);
}

} // namespace

Audience Audience::of(const http::Caller& caller, const Setup& setup) {
    Audience out;
    out.kind = caller.kind.value_or(DeviceKind::kiosk);
    out.self = caller.deviceId.value_or(model::DeviceId());
    const auto device = setup.devices.find(out.self);
    if (device != setup.devices.end())
        out.windowId = device->second.windowId;
    if (caller.session) {
        out.role = caller.session->role;
        if (caller.session->windowId)
            out.windowId = caller.session->windowId;
    }
    if (out.windowId) {
        const auto window = setup.config.windows.find(*out.windowId);
        if (window != setup.config.windows.end())
            out.areaId = window->second.areaId;
    }
    return out;
}

http::AudienceKey Audience::key() const {
    http::AudienceKey out;
    out.view = std::string(model::enumName(kind));
    // Only what changes the sight goes in, so that equal sights share one projection.
    std::string_view roleName;
    if (role && kind == DeviceKind::admin)
        roleName = model::enumName(*role);
    else if (role && kind == DeviceKind::windowTerminal)
        roleName = model::enumName(model::Role::clerk); // who it is makes no difference there
    const bool hasWindow = kind == DeviceKind::windowTerminal || kind == DeviceKind::dualScreen;
    out.view += "|" + std::string(roleName);
    out.view +=
        "|" + (hasWindow && kind == DeviceKind::dualScreen && windowId ? windowId->value : std::string());
    out.view += "|" + (hasWindow && areaId ? areaId->value : std::string());
    out.self = self.value;
    return out;
}

Audience Audience::fromKey(const http::AudienceKey& key) {
    std::array<std::string, 4> parts;
    std::size_t part = 0;
    for (const char c : key.view) {
        if (c == '|' && part + 1 < parts.size())
            ++part;
        else
            parts.at(part) += c;
    }
    Audience out;
    model::enumFromName(parts[0], out.kind);
    model::Role role{};
    if (model::enumFromName(parts[1], role))
        out.role = role;
    if (!parts[2].empty())
        out.windowId = model::WindowId(parts[2]);
    if (!parts[3].empty())
        out.areaId = model::AreaId(parts[3]);
    out.self = model::DeviceId(key.self);
    return out;
}

std::string positionTag(const store::LogRuns& runs, std::int64_t seq, std::string_view view) {
    std::string tag = runs.tagOf(seq);
    if (tag.empty())
        return tag;
    std::uint32_t digest = 2166136261U; // FNV-1a, 32 bits: the same in every build
    for (const char c : view)
        digest = (digest ^ static_cast<unsigned char>(c)) * 16777619U;
    for (int shift = 28; shift >= 0; shift -= 4)
        tag += "0123456789abcdef"[(digest >> static_cast<unsigned>(shift)) & 15U];
    return tag;
}

bool knowsPosition(const store::LogRuns& runs, const http::LogPosition& position, std::string_view view) {
    return position.seq == 0 ||
           (!position.tag.empty() && position.tag == positionTag(runs, position.seq, view));
}

std::optional<AnyRecord> project(const AnyRecord& record, const Audience& audience) {
    return std::visit(Projector{audience}, record);
}

std::vector<store::Change> project(const store::LogEvent& event, const Audience& audience) {
    std::vector<store::Change> out;
    // A ticket leaves an outer screen's window with a change of that window, or later, when it was passed or
    // held there and goes on elsewhere.
    const bool mayHaveLeft =
        audience.kind == DeviceKind::dualScreen &&
        (event.type == model::enumName(rules::queueing::EventType::ticketRequeued) ||
         event.type == model::enumName(rules::queueing::EventType::ticketReturned) ||
         std::any_of(event.changes.begin(), event.changes.end(), [&](const store::Change& change) {
             return change.kind == "windowStatus" && audience.windowId &&
                    change.id == audience.windowId->value;
         }));
    for (const store::Change& change : event.changes) {
        if (!change.record) {
            if (mayHearOfDeletion(change.kind, audience))
                out.push_back(change);
        } else if (auto seen = project(*change.record, audience)) {
            out.push_back({change.kind, change.id, std::move(seen)});
        } else if (mayHaveLeft && change.kind == "ticket") {
            out.push_back({change.kind, change.id, std::nullopt});
        }
    }
    return out;
}

std::string changeJson(const store::Change& change) {
    return "{\"kind\":" + escapedJson(change.kind) + ",\"id\":" + escapedJson(change.id) +
           ",\"record\":" + (change.record ? store::recordJson(*change.record) : "null") + "}";
}

std::string eventJson(const store::LogEvent& event, const std::vector<store::Change>& changes) {
    std::string out = "{\"seq\":" + std::to_string(event.seq) +
                      ",\"at\":" + std::to_string(model::toMillis(event.at)) +
                      ",\"type\":" + escapedJson(event.type) + ",\"changes\":[";
    for (std::size_t i = 0; i < changes.size(); ++i)
        out += (i == 0 ? "" : ",") + changeJson(changes[i]);
    return out + "]}";
}

bool isPerDevice(const store::LogEvent& event) {
    return std::any_of(event.changes.begin(), event.changes.end(),
                       [](const store::Change& change) { return change.kind == "device"; });
}

} // namespace atrium::services
