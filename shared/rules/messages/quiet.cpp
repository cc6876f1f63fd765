// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/messages/quiet.h"

namespace atrium::rules::messages {

bool isQuiet(const QuietHours& quiet, model::MinuteOfDay minute) {
    if (quiet.from <= quiet.to)
        return quiet.from <= minute && minute < quiet.to;
    return minute >= quiet.from || minute < quiet.to;
}

model::Instant quietEnd(const QuietHours& quiet, model::Instant at, model::MinuteOfDay minute) {
    constexpr int kDay = 24 * 60;
    // Of a whole day that is quiet the end is the next one's beginning, never this very moment.
    const int left = (quiet.to.value - minute.value + kDay - 1) % kDay + 1;
    return std::chrono::floor<std::chrono::minutes>(at) + std::chrono::minutes(left);
}

} // namespace atrium::rules::messages
