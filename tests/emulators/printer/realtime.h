// SPDX-License-Identifier: GPL-3.0-or-later
// The commands a printer obeys on arrival, whatever data they stand in.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

namespace atrium::emulators {

struct RealTimeCommand {
    enum class Kind {
        status,  ///< 10 04 n
        recover, ///< 10 05 n
        clear,   ///< 10 14 08 01 03 14 01 06 02 08
    };
    Kind kind = Kind::status;
    int argument = 0;
};

/// Watches all bytes as they arrive.
class RealTimeFilter {
public:
    /// The command that this byte completes, if any.
    std::optional<RealTimeCommand> take(std::uint8_t byte);

private:
    std::array<std::uint8_t, 10> m_last{}; ///< the newest byte last
};

} // namespace atrium::emulators
