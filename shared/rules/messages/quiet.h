// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/instant.h"

#include <boost/describe/class.hpp>

namespace atrium::rules::messages {

/// [from, to) of every local day; over midnight when from is later than to. Equal: none.
struct QuietHours {
    model::MinuteOfDay from;
    model::MinuteOfDay to;
    bool operator==(const QuietHours&) const = default;
};
BOOST_DESCRIBE_STRUCT(QuietHours, (), (from, to))

[[nodiscard]] bool isQuiet(const QuietHours& quiet, model::MinuteOfDay minute);

/// When the quiet hours end that `at` lies in; minute is the same moment in the hall. Reckoned by the clock
/// on the wall: on a day the clocks are changed it is off by that hour, and the attempt looks again.
[[nodiscard]] model::Instant quietEnd(const QuietHours& quiet, model::Instant at, model::MinuteOfDay minute);

} // namespace atrium::rules::messages
