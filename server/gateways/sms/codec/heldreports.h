// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateways/sms/sms.h"

#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <vector>

namespace atrium::gateways {

/// Lets no report overtake the answer that names its ref: a peer may send the report of a message before its
/// answer. Reports of refs that were told long ago, by an earlier connection perhaps, must not be kept
/// either, so a report waits only for requests that were under way when it came.
class HeldReports {
public:
    /// Most reports that wait; beyond it the oldest is let go.
    static constexpr std::size_t kMost = 1000;

    /// A request is under way; tickets rise by one.
    [[nodiscard]] std::uint64_t begin();
    /// Its answer has been told.
    void end(std::uint64_t ticket);
    void add(DeliveryReport report);
    /// Those that may be told now, in the order they came.
    [[nodiscard]] std::vector<DeliveryReport> take();

private:
    struct Held {
        std::uint64_t newest = 0; ///< the newest request under way when it came
        DeliveryReport report;
    };
    std::set<std::uint64_t> m_underWay;
    std::deque<Held> m_held;
    std::uint64_t m_next = 1;
};

} // namespace atrium::gateways
