// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/statistics/rebuild.h"

#include "server/services/core/counting.h"
#include "server/services/statistics/rolling.h"

namespace atrium::services {

using model::Result;

namespace {

constexpr std::size_t kAtOnce = 2000;

/// Plays the log, and counts from the first moment on at which the whole day is known.
class Recounter {
public:
    /// whole: the log begins with the hall.
    Recounter(const Calendar& calendar, bool whole) : m_calendar(calendar), m_known(whole) {}

    void take(const store::LogEvent& entry) {
        ++m_out.of.events;
        if (const auto event = toQueueEvent(entry))
            count(*event);
        m_state.apply(entry);
        if (!entry.nextDay)
            return;
        if (!m_known)
            m_out.of.from = *entry.nextDay;
        m_known = true;
        m_out.of.to = *entry.nextDay;
    }
    Recount take() {
        m_out.sheet.tidy();
        return std::move(m_out);
    }

private:
    void count(const rules::queueing::Event& event) {
        if (!m_known)
            return;
        const auto local = m_calendar.local(event.at);
        if (m_state.queue.day.value == 0) { // no day was closed yet: it is the hall's first
            m_state.queue.day = event.tickets.empty() ? local.day : event.tickets.front().day;
            m_out.of.from = m_out.of.to = m_state.queue.day;
        }
        m_out.sheet.add(incrementsOf(event, m_state, local));
    }

    const Calendar& m_calendar;
    bool m_known;
    HallState m_state;
    Recount m_out;
};

} // namespace

Result<Recount> recountStatistics(store::Store& store, const Calendar& calendar,
                                  const std::function<void(std::int64_t)>& progress) {
    const auto oldest = store.oldestEvent();
    if (!oldest)
        return oldest.error();
    Recounter recounter(calendar, *oldest <= 1);
    std::int64_t after = *oldest - 1;
    std::int64_t read = 0;
    while (true) {
        auto events = store.eventsAfter(after, kAtOnce);
        if (!events)
            return events.error();
        if (!*events)
            return model::Error{model::ErrorCode::conflict, {}, model::Sentence::tooOld};
        for (const store::LogEvent& event : **events)
            recounter.take(event);
        if ((*events)->size() < kAtOnce)
            return recounter.take();
        after = (*events)->back().seq;
        progress(read += static_cast<std::int64_t>((*events)->size()));
    }
}

Result<Rebuilt> rebuildStatistics(store::Store& store, const Setup& setup, const Calendar& calendar,
                                  const std::function<void(std::int64_t)>& progress) {
    auto recount = recountStatistics(store, calendar, progress);
    if (!recount)
        return recount.error();
    Rebuilt out = recount->of;
    out.rows = recount->sheet.rows.size();
    if (out.from.value == 0)
        return out;
    const auto rolled = store.rolledUpTo();
    if (!rolled)
        return rolled.error();
    std::map<model::Day, rules::statistics::Views> views;
    for (model::Day day = out.from; day <= *rolled && day < out.to; day = addDays(day, 1)) {
        auto sheet = recount->sheet;
        sheet.keepDays([day](model::Day one) { return one == day; });
        views[day] = rules::statistics::viewsOf(sheet, weekdayOf(day), departmentsOf(setup));
    }
    if (auto done = store.replaceStatistics(out.from, out.to, recount->sheet, views); !done)
        return done.error();
    return out;
}

} // namespace atrium::services
