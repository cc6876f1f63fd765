// SPDX-License-Identifier: GPL-3.0-or-later
// The 256-byte text of a card as its chip holds it.
#pragma once

#include "tests/emulators/common/emulator.h"

namespace atrium::emulators {

/// Builds the block from `KIND NAME NUMBER [key=value …]`. Throws std::invalid_argument with what is wrong.
/// Kinds: resident, foreign2017 (I), hkmt (J), foreign2023 (Y). Keys: sex nation birth address authority from
/// to en country pass count; what is left out gets a plausible value.
[[nodiscard]] Bytes buildCardBlock(const Words& words);

} // namespace atrium::emulators
