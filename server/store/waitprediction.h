// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/ids.h"
#include "shared/model/instant.h"

#include <boost/describe/class.hpp>

#include <optional>

namespace atrium::store {

/// What a ticket was told of its wait when it was issued, and how long the wait was. No screen gets it;
/// minutes with a fraction are kept to a tenth, so that they come back from decimal text exactly.
struct WaitPrediction {
    model::TicketId ticketId;
    model::QueueId queueId;
    model::Day day;
    int peopleAhead = 0;
    double predictedMinutes = 0; ///< the median
    int lowMinutes = 0;          ///< of the interval that was shown
    std::optional<int> highMinutes;
    std::optional<double> actualMinutes; ///< from the issue to the first call; none: not called yet
    bool operator==(const WaitPrediction&) const = default;
};
BOOST_DESCRIBE_STRUCT(WaitPrediction, (),
                      (ticketId, queueId, day, peopleAhead, predictedMinutes, lowMinutes, highMinutes,
                       actualMinutes))

} // namespace atrium::store
