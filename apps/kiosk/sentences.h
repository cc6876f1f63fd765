// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong and what to do, in the citizen's words.
#pragma once

#include "shared/devices/iface/cardreader.h"
#include "shared/devices/iface/device.h"
#include "shared/model/result.h"

#include <QString>

namespace atrium::kiosk {

/// What happened.
[[nodiscard]] QString sentenceOf(model::ErrorCode code);
/// What still works and what to do.
[[nodiscard]] QString remedyOf(model::ErrorCode code);
[[nodiscard]] QString sentenceOf(devices::CardFault fault);
/// Why a printer that is not ready gives no paper.
[[nodiscard]] QString sentenceOf(devices::DeviceState printer);

} // namespace atrium::kiosk
