// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace atrium::bench {

struct LoadResult {
    std::uint64_t answers = 0; ///< with the expected status, within the time
    std::uint64_t others = 0;  ///< with any other, and lost connections
    double seconds = 0;
    double p50 = 0; ///< milliseconds
    double p99 = 0;
    std::string firstOther; ///< the head of the first answer that was not expected

    [[nodiscard]] double perSecond() const { return static_cast<double>(answers) / seconds; }
};

/// Drives that many kept-alive connections to 127.0.0.1 from one thread; each sends its next request as soon
/// as the last one is answered, for the given time and until each had an answer. request gives the whole text
/// of the n-th. Throws std::runtime_error when it cannot connect.
[[nodiscard]] LoadResult drive(std::uint16_t port, int connections, std::chrono::milliseconds time,
                               int expectedStatus, const std::function<std::string(std::uint64_t)>& request);

} // namespace atrium::bench
