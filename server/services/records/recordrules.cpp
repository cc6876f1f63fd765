// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/records/recordrules.h"

#include "server/services/records/edits.h"
#include "server/services/records/routes.h"

#include <utility>

namespace atrium::services {

using model::ErrorCode;
using model::Result;
using model::Sentence;
using store::AnyRecord;

namespace {

/// One who can sign in, as far as the record tells.
bool isAdministrator(const model::Staff& staff) {
    return staff.active && staff.role == model::Role::administrator && !staff.account.empty();
}

model::Error inUse(std::string user) {
    return {ErrorCode::conflict, {}, {Sentence::stillInUse, {{"user", std::move(user)}}}};
}

Result<void> checkSeat(const HallState& state, const std::string& staff) {
    const auto& windows = state.setup->config.windows;
    for (const auto& [id, status] : state.queue.windows)
        if (status.state != model::WindowState::closed && status.staffId && status.staffId->value == staff) {
            const auto window = windows.find(id);
            const std::string number =
                window != windows.end() ? std::to_string(window->second.number) : id.value;
            return model::Error{ErrorCode::conflict, {}, {Sentence::personSitsAt, {{"window", number}}}};
        }
    return {};
}

Result<void> checkWindow(const HallState& state, const std::string& id) {
    const auto status = state.queue.windows.find(model::WindowId(id));
    if (status == state.queue.windows.end() || status->second.state == model::WindowState::closed)
        return {};
    return model::Error{ErrorCode::conflict, {}, Sentence::stillSignedIn};
}

Result<void> checkDevice(const Setup& setup, const std::string& id) {
    const auto device = setup.devices.find(model::DeviceId(id));
    if (device == setup.devices.end() || !device->second.enrolled || device->second.revoked)
        return {};
    return model::Error{ErrorCode::conflict, {}, Sentence::revokeFirst};
}

} // namespace

Result<void> checkUnused(const HallState& state, std::string_view kind, const std::string& id) {
    if (std::string user = state.setup->referenceTo(kind, id); !user.empty())
        return inUse(std::move(user));
    if (kind == "staff")
        return checkSeat(state, id);
    if (kind == "device")
        return checkDevice(*state.setup, id);
    if (kind == "window")
        return checkWindow(state, id);
    if (kind == "queue" || kind == "serviceItem")
        for (const auto& [ticketId, ticket] : state.queue.tickets)
            if (ticket.queueId.value == id || ticket.itemId.value == id)
                return inUse("ticket/" + ticketId.value);
    return {};
}

Result<void> checkPrefix(const HallState& state, const std::optional<AnyRecord>& present,
                         const AnyRecord& next) {
    const auto* queue = std::get_if<model::Queue>(&next);
    if (queue == nullptr)
        return {};
    const auto* before = present ? std::get_if<model::Queue>(&*present) : nullptr;
    if (before != nullptr && before->prefix == queue->prefix)
        return {};
    const auto day = state.queue.queueDays.find(queue->id);
    if (before != nullptr && day != state.queue.queueDays.end() && day->second.day == state.queue.day &&
        day->second.lastSequence > 0)
        return model::Error{
            ErrorCode::conflict, "/prefix", {Sentence::prefixIssued, {{"prefix", before->prefix}}}};
    for (const std::string& number : state.queue.numbers)
        if (number.substr(0, number.find_first_of("0123456789")) == queue->prefix)
            return model::Error{
                ErrorCode::conflict, "/prefix", {Sentence::prefixBorne, {{"prefix", queue->prefix}}}};
    return {};
}

Result<void> checkAccess(const Setup& setup, const AnyRecord& present, const std::optional<AnyRecord>& next,
                         const HasPassword& hasPassword) {
    if (const auto* device = std::get_if<model::Device>(&present)) {
        if (next && std::get<model::Device>(*next).kind != device->kind)
            return model::Error{ErrorCode::conflict, "/kind", Sentence::deviceKeepsKind};
        return {};
    }
    const auto* staff = std::get_if<model::Staff>(&present);
    if (staff == nullptr || !isAdministrator(*staff) ||
        (next && isAdministrator(std::get<model::Staff>(*next))))
        return {};
    for (const auto& [id, other] : setup.staff) {
        if (id == staff->id || !isAdministrator(other))
            continue;
        const auto can = hasPassword(id);
        if (!can)
            return can.error();
        if (*can)
            return {};
    }
    const char* path = "";
    if (next) {
        const auto& then = std::get<model::Staff>(*next);
        path = then.account.empty() ? "/account" : then.active ? "/role" : "/active";
    }
    return model::Error{ErrorCode::conflict, path, Sentence::lastAdministrator};
}

Result<void> checkChange(const HallState& state, const std::optional<AnyRecord>& present,
                         const AnyRecord& next, const HasPassword& hasPassword) {
    if (present && sameButVersion(next, *present))
        return {};
    if (auto good = validate(next, *state.setup); !good)
        return good;
    if (auto good = checkPrefix(state, present, next); !good)
        return good;
    return present ? checkAccess(*state.setup, *present, next, hasPassword) : Result<void>();
}

Ending endedBy(const AnyRecord& present, const std::optional<AnyRecord>& next) {
    Ending out;
    if (const auto* staff = std::get_if<model::Staff>(&present)) {
        const auto* then = next ? std::get_if<model::Staff>(&*next) : nullptr;
        if (then == nullptr || !then->active || then->role != staff->role ||
            then->serviceDesk != staff->serviceDesk || (then->account.empty() && !staff->account.empty()))
            out.sessionsOf = staff->id;
    } else if (const auto* device = std::get_if<model::Device>(&present)) {
        const auto* then = next ? std::get_if<model::Device>(&*next) : nullptr;
        if (then == nullptr || then->windowId != device->windowId || then->areaIds != device->areaIds ||
            then->departmentIds != device->departmentIds)
            out.streamsOf = device->id;
    } else if (const auto* window = std::get_if<model::Window>(&present)) {
        // A terminal follows the calls of its window's area.
        const auto* then = next ? std::get_if<model::Window>(&*next) : nullptr;
        if (then == nullptr || then->areaId != window->areaId)
            out.streamsAt = window->id;
    }
    return out;
}

} // namespace atrium::services
