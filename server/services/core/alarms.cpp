// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/alarms.h"

#include "shared/model/reflect.h"
#include "shared/rules/queueing/dispatch.h"

#include <algorithm>

namespace atrium::services {

using model::AlarmKind;

namespace {

constexpr std::chrono::minutes kPauseLimit{20};
constexpr std::chrono::minutes kIdleLimit{10};
constexpr std::chrono::minutes kClosedLimit{10}; ///< windows open a little after the first numbers are out

/// Whether nobody can call the ticket, and could not for that long.
bool isStranded(const model::Ticket& ticket, const HallState& state, model::Instant now,
                std::chrono::seconds patience) {
    const auto serving = state.setup->windowsOfItem.find(ticket.itemId);
    if (serving == state.setup->windowsOfItem.end() || serving->second.empty())
        return true;
    model::Instant since = ticket.arrivedAt;
    for (const model::WindowId& window : serving->second) {
        if (!rules::queueing::mayCall(window, ticket, state.queue, now, state.setup->config))
            continue; // it waits for another window alone
        const auto status = state.queue.windows.find(window);
        if (status == state.queue.windows.end())
            continue; // never opened
        if (status->second.state != model::WindowState::closed)
            return false;
        since = std::max(since, status->second.since);
    }
    return now - since >= patience;
}

Cause causeOf(const model::Alarm& alarm) {
    return {alarm.kind, alarm.urgent, alarm.subjectKind, alarm.subjectId, alarm.detail};
}

} // namespace

model::AlarmId Cause::id() const {
    return model::AlarmId(std::string(model::enumName(kind)) + "." + subjectId);
}

bool standsSo(const HallState& state, const Cause& cause) {
    const auto standing = state.alarms.find(cause.id());
    return standing != state.alarms.end() && standing->second.detail == cause.detail &&
           standing->second.urgent == cause.urgent;
}

void setAlarm(WriteContext& context, const Cause& cause, bool present) {
    const auto& alarms = context.state().alarms;
    const auto standing = alarms.find(cause.id());
    const bool stands = standing != alarms.end();
    if (present ? standsSo(context.state(), cause) : !stands)
        return;
    model::Alarm alarm;
    if (stands) {
        alarm = standing->second;
    } else {
        alarm.id = cause.id();
        alarm.hallId = context.state().setup->hall.id;
        alarm.kind = cause.kind;
        alarm.subjectKind = cause.subjectKind;
        alarm.subjectId = cause.subjectId;
        alarm.raisedAt = context.now().at;
    }
    if (present) {
        if (cause.urgent && !alarm.urgent) { // it got worse: somebody looks again
            alarm.acknowledgedBy.reset();
            alarm.acknowledgedAt.reset();
        }
        alarm.urgent = cause.urgent;
        alarm.detail = cause.detail;
    } else {
        alarm.clearedAt = context.now().at;
    }
    context.record(stands ? "alarmChanged" : "alarmRaised", {store::put(alarm)});
}

std::map<model::QueueId, int> strandedTickets(const HallState& state, model::Instant now,
                                              std::chrono::seconds patience) {
    std::map<model::QueueId, int> out;
    for (const auto& [id, ticket] : state.queue.tickets)
        if (ticket.state == model::TicketState::waiting && isStranded(ticket, state, now, patience))
            ++out[ticket.queueId];
    return out;
}

std::vector<Cause> hallCauses(const HallState& state, model::Instant now) {
    std::vector<Cause> out;
    for (const auto& [id, status] : state.queue.windows) {
        if (status.state == model::WindowState::paused && now - status.since >= kPauseLimit)
            out.push_back({AlarmKind::pauseTooLong, false, "window", id.value, status.pauseReason});
        else if (status.state == model::WindowState::idle && now - status.since >= kIdleLimit &&
                 rules::queueing::nextFor(id, state.queue, now, state.setup->config) != nullptr)
            out.push_back({AlarmKind::windowIdle, false, "window", id.value, {}});
    }
    for (const auto& [id, count] : strandedTickets(state, now, kClosedLimit))
        out.push_back({AlarmKind::queueStranded, true, "queue", id.value, std::to_string(count)});
    return out;
}

std::vector<Cause> causesGone(const HallState& state, model::Instant now) {
    const auto present = hallCauses(state, now);
    std::vector<Cause> out;
    for (const auto& [id, alarm] : state.alarms) {
        const auto& alarmId = id;
        const bool ofHall = alarm.kind == AlarmKind::pauseTooLong || alarm.kind == AlarmKind::windowIdle ||
                            alarm.kind == AlarmKind::queueStranded;
        const bool gone = ofHall ? std::none_of(present.begin(), present.end(),
                                                [&](const Cause& cause) { return cause.id() == alarmId; })
                                 : alarm.subjectKind == "device" &&
                                       !state.setup->devices.contains(model::DeviceId(alarm.subjectId));
        if (gone)
            out.push_back(causeOf(alarm));
    }
    return out;
}

std::string_view troubleWord(Writer::Trouble trouble) noexcept {
    switch (trouble) {
    case Writer::Trouble::none:
        break;
    case Writer::Trouble::full:
        return "storeFull";
    case Writer::Trouble::failed:
        return "storeError";
    }
    return {};
}

std::vector<std::pair<Cause, bool>> partCauses(const model::DeviceStatus& status) {
    const std::string& device = status.deviceId.value;
    const std::string& printer = status.printer;
    const bool out = printer == "paperOut";
    const auto isFault = [](const std::string& word) { return word == "offline" || word == "faulty"; };
    return {
        {Cause{AlarmKind::printerPaper, out, "device", device, printer}, out || printer == "paperLow"},
        {Cause{AlarmKind::printerFault, true, "device", device, printer},
         printer == "coverOpen" || isFault(printer)},
        {Cause{AlarmKind::cardReaderFault, true, "device", device, status.cardReader},
         isFault(status.cardReader)},
        {Cause{AlarmKind::scannerFault, false, "device", device, status.scanner}, isFault(status.scanner)}};
}

} // namespace atrium::services
