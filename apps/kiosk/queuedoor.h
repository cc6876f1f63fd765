// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a queue gives numbers now, and the sentences for when it does not.
#pragma once

#include "shared/model/queue.h"
#include "shared/rules/appointments/officedays.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace atrium::kiosk {

/// As far as the records here tell; the server alone decides. It saves a visitor the way, no more.
struct QueueDoor {
    enum class State {
        open,
        off,     ///< the queue or the item is switched off
        full,    ///< the day's numbers are given out
        closed,  ///< outside the opening hours
        unserved ///< no window does it
    };
    /// When it opens again.
    struct Next {
        int daysAhead = 0;
        int weekday = 1;                        ///< ISO
        std::optional<model::MinuteOfDay> from; ///< none: no opening hours, any time of that day
        bool operator==(const Next&) const = default;
    };
    State state = State::open;
    std::optional<Next> next; ///< none: not within a week, or nobody knows
    [[nodiscard]] bool isOpen() const { return state == State::open; }
    bool operator==(const QueueDoor&) const = default;
};

/// `today`: the queue's figures of this service day, null when it has none yet. `now` in the hall's zone.
/// `days`: holidays, and weekends that are worked.
[[nodiscard]] QueueDoor doorOf(const model::Queue& queue, const model::QueueDay* today, const QDateTime& now,
                               const rules::appointments::OfficeDays& days = {});
/// "今日号已取完"; empty when it is open.
[[nodiscard]] QString whyShut(const QueueDoor& door);
/// "下午 13:30 开始取号"; empty when that is not known.
[[nodiscard]] QString whenOpen(const QueueDoor& door);
/// Both: "今日号已取完，明天上午 9:00 开始取号".
[[nodiscard]] QString shutText(const QueueDoor& door);
/// "周一至周五 9:00–12:00、13:30–17:00"; empty when numbers are given at any time.
[[nodiscard]] QString hoursText(const model::Queue& queue);

} // namespace atrium::kiosk
