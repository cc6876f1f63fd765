// SPDX-License-Identifier: GPL-3.0-or-later
// Time as the hall's clocks show it, wherever this machine stands and whatever its own clock says.
#pragma once

#include "shared/model/instant.h"

#include <QDateTime>

namespace atrium::sync {
class HallClient;
class Replica;
} // namespace atrium::sync

namespace atrium::ui {

/// A moment in the hall's zone; Asia/Shanghai until the hall is known, UTC when its zone is not.
[[nodiscard]] QDateTime hallTime(const sync::Replica& replica, model::Instant at);
/// The server's time, in the hall's zone.
[[nodiscard]] QDateTime hallNow(sync::HallClient& client);

} // namespace atrium::ui
