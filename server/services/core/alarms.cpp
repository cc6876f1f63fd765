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

} // namespace

model::AlarmId Cause::id() const {
    return model::AlarmId(std::string(model::enumName(kind)) + "." + subjectId);
}

void setAlarm(WriteContext& context, const Cause& cause, bool present) {
    const auto& alarms = context.state().alarms;
    const auto standing = alarms.find(cause.id());
    if (present == (standing != alarms.end()))
        return;
    model::Alarm alarm;
    if (present) {
        alarm.id = cause.id();
        alarm.hallId = context.state().setup->hall.id;
        alarm.kind = cause.kind;
        alarm.urgent = cause.urgent;
        alarm.subjectKind = cause.subjectKind;
        alarm.subjectId = cause.subjectId;
        alarm.detail = cause.detail;
        alarm.raisedAt = context.now().at;
    } else {
        alarm = standing->second;
        alarm.clearedAt = context.now().at;
    }
    context.record(present ? "alarmRaised" : "alarmChanged", {store::put(alarm)});
}

std::vector<Cause> windowCauses(const HallState& state, model::Instant now) {
    std::vector<Cause> out;
    for (const auto& [id, status] : state.queue.windows) {
        if (status.state == model::WindowState::paused && now - status.since >= kPauseLimit)
            out.push_back({AlarmKind::pauseTooLong, false, "window", id.value, status.pauseReason});
        else if (status.state == model::WindowState::idle && now - status.since >= kIdleLimit &&
                 rules::queueing::nextFor(id, state.queue, now, state.setup->config) != nullptr)
            out.push_back({AlarmKind::windowIdle, false, "window", id.value, {}});
    }
    return out;
}

std::vector<Cause> windowCausesGone(const HallState& state, model::Instant now) {
    const auto present = windowCauses(state, now);
    std::vector<Cause> out;
    for (const auto& [id, alarm] : state.alarms) {
        if (alarm.kind != AlarmKind::pauseTooLong && alarm.kind != AlarmKind::windowIdle)
            continue;
        const auto& alarmId = id;
        if (std::none_of(present.begin(), present.end(),
                         [&](const Cause& cause) { return cause.id() == alarmId; }))
            out.push_back({alarm.kind, alarm.urgent, alarm.subjectKind, alarm.subjectId, alarm.detail});
    }
    return out;
}

std::vector<std::pair<Cause, bool>> printerCauses(const model::DeviceStatus& status) {
    const std::string& word = status.printer;
    const bool out = word == "paperOut";
    const bool paper = out || word == "paperLow";
    const bool fault = word == "coverOpen" || word == "offline" || word == "faulty";
    return {{Cause{AlarmKind::printerPaper, out, "device", status.deviceId.value, word}, paper},
            {Cause{AlarmKind::printerFault, true, "device", status.deviceId.value, word}, fault}};
}

} // namespace atrium::services
