// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/writer.h"

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace atrium::services {

/// What an alarm says while its cause lasts; raised once, cleared when the cause is gone.
struct Cause {
    model::AlarmKind kind = model::AlarmKind::deviceSilent;
    bool urgent = false;
    std::string subjectKind;
    std::string subjectId;
    std::string detail;

    /// One alarm per kind and subject stands at a time.
    [[nodiscard]] model::AlarmId id() const;
};

/// Raises or clears the alarm of the cause, or tells its new detail; nothing when it stands so already.
void setAlarm(WriteContext& context, const Cause& cause, bool present);
/// Whether the alarm stands already as the cause says.
[[nodiscard]] bool standsSo(const HallState& state, const Cause& cause);

/// Tickets that wait by queue, of those that no window can call: none in the set-up serves the item, or those
/// that do are closed, all of them since `patience` or longer. Pure.
[[nodiscard]] std::map<model::QueueId, int> strandedTickets(const HallState& state, model::Instant now,
                                                            std::chrono::seconds patience);

/// What the hall's state makes alarms of: windows paused too long, or idle while somebody they serve waits;
/// queues whose tickets no window can call. Pure.
[[nodiscard]] std::vector<Cause> hallCauses(const HallState& state, model::Instant now);
/// Standing alarms of these kinds whose cause is gone, and those of devices that are. Pure.
[[nodiscard]] std::vector<Cause> causesGone(const HallState& state, model::Instant now);

/// As alarms and the dashboard say it: storeFull, storeError, or nothing.
[[nodiscard]] std::string_view troubleWord(Writer::Trouble trouble) noexcept;

/// What a device's parts make alarms of. Pure; every cause, with whether it is present. A part that is not
/// there ("none") is no fault.
[[nodiscard]] std::vector<std::pair<Cause, bool>> partCauses(const model::DeviceStatus& status);

} // namespace atrium::services
