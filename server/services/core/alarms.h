// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/writer.h"

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

/// Raises or clears the alarm of the cause; nothing when it stands so already.
void setAlarm(WriteContext& context, const Cause& cause, bool present);

/// Windows that are paused too long, or idle while somebody they serve waits. Pure.
[[nodiscard]] std::vector<Cause> windowCauses(const HallState& state, model::Instant now);
/// Standing alarms of windows whose cause is gone. Pure.
[[nodiscard]] std::vector<Cause> windowCausesGone(const HallState& state, model::Instant now);

/// What a kiosk's printer makes an alarm of. Pure; both causes, with whether each is present.
[[nodiscard]] std::vector<std::pair<Cause, bool>> printerCauses(const model::DeviceStatus& status);

} // namespace atrium::services
