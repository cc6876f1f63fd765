// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/ids.h"
#include "shared/model/instant.h"

#include <boost/describe/class.hpp>

#include <optional>
#include <vector>

// How far the waits that visitors were told are from those they had. Only the admin tool asks for it.
namespace atrium::model {

/// Of tickets whose wait was told when they were issued and that were called since. The wait runs from the
/// issue to the first call.
struct WaitError {
    int count = 0;                     ///< tickets; while it is 0 the rest says nothing
    std::optional<double> meanMinutes; ///< mean absolute error of the expected minutes
    std::optional<double> withinFive;  ///< share that was off by five minutes at most, 0..1
    std::optional<double> inside;      ///< share whose wait was in the interval shown, 0..1
    bool operator==(const WaitError&) const = default;
};
BOOST_DESCRIBE_STRUCT(WaitError, (), (count, meanMinutes, withinFive, inside))

struct QueueWaitError {
    QueueId queueId;
    WaitError error;
    bool operator==(const QueueWaitError&) const = default;
};
BOOST_DESCRIBE_STRUCT(QueueWaitError, (), (queueId, error))

/// Answer of GET /dashboard/wait-errors.
struct WaitErrors {
    Day day;
    WaitError hall;
    std::vector<QueueWaitError> queues; ///< those with such tickets, by id
    bool operator==(const WaitErrors&) const = default;
};
BOOST_DESCRIBE_STRUCT(WaitErrors, (), (day, hall, queues))

} // namespace atrium::model
