// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/calendar.h"
#include "server/services/core/hallstate.h"
#include "shared/model/api.h"
#include "shared/model/waiterrors.h"

#include <memory>
#include <mutex>
#include <vector>

namespace atrium::services {

// Pure figures over tickets.

/// Every ten minutes from begin to end: waiting at that moment, issued and called in the ten minutes before.
/// The last point is the interval that runs at end, as far as it has come, unless one ends there.
[[nodiscard]] std::vector<model::TimePoint> curve(const std::vector<model::Ticket>& tickets,
                                                  model::Instant begin, model::Instant end);
/// Tickets issued by weekday and hour; cells without any are left out.
[[nodiscard]] std::vector<model::HeatCell> heat(const std::vector<model::Ticket>& tickets,
                                                const Calendar& calendar);
/// All single figures of the day.
[[nodiscard]] model::Dashboard todayFigures(const HallState& state, const std::vector<model::Ticket>& tickets,
                                            model::Instant now);

/// Of the day's tickets that were told a wait and have been called.
[[nodiscard]] model::WaitErrors waitErrors(const HallState& state);

/// The figures of past days, which change no more: read once a day. Any thread.
class History {
public:
    struct Days {
        std::vector<model::TimePoint> lastWeek;
        std::vector<model::HeatCell> week;
    };
    History(store::Store& store, std::shared_ptr<const Calendar> calendar);
    [[nodiscard]] model::Result<Days> upTo(model::Day today);

private:
    store::Store& m_store;
    std::shared_ptr<const Calendar> m_calendar; // shared with the writer
    std::mutex m_mutex;                         // guards the two below
    model::Day m_day;
    Days m_days;
};

} // namespace atrium::services
