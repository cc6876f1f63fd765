// SPDX-License-Identifier: GPL-3.0-or-later
// The words in which a device tells the state of its parts. In C++ alone: the server, which reads them, knows
// no driver. The drivers' own states (shared/devices/iface/devicestatus.h) have the same names; a test
// compares.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace atrium::model {

/// Of a ticket printer.
inline constexpr std::array<std::string_view, 7> kPrinterStates{"none",     "offline",   "ready", "paperLow",
                                                                "paperOut", "coverOpen", "faulty"};
/// Of a card reader or a scanner.
inline constexpr std::array<std::string_view, 4> kReaderStates{"none", "offline", "ready", "faulty"};

/// Whether a report may hold the word. An empty one is said by a device that has no such part at all.
template <std::size_t N>
[[nodiscard]] constexpr bool isPartState(std::string_view word,
                                         const std::array<std::string_view, N>& states) {
    return word.empty() || std::find(states.begin(), states.end(), word) != states.end();
}

} // namespace atrium::model
