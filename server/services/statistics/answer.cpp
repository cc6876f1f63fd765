// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/statistics/answer.h"

#include "server/services/core/calendar.h"
#include "server/services/statistics/period.h"

#include <algorithm>
#include <utility>

namespace atrium::services {

using model::Day;
using model::Result;
using model::StatisticsBy;
using rules::statistics::Figures;
using rules::statistics::View;
using store::FiguresByKey;
using store::ViewQuery;

namespace {

struct Side {
    View view = View::hall;
    ViewQuery::By by = ViewQuery::By::key;
    bool months = true; ///< false: days must not be added up before they are looked at
    bool spreads = true;
};

Side sideOf(StatisticsBy by) {
    using By = ViewQuery::By;
    switch (by) {
    case StatisticsBy::queue:
        return {View::hall, By::queue};
    case StatisticsBy::item:
        return {View::item, By::key};
    case StatisticsBy::department:
        return {View::hall, By::department};
    case StatisticsBy::window:
        return {View::window, By::key};
    case StatisticsBy::staff:
        return {View::staff, By::key};
    case StatisticsBy::hour:
        return {View::hour, By::key};
    case StatisticsBy::recognition:
        return {View::recognition, By::key};
    case StatisticsBy::weekday:
    case StatisticsBy::day:
        break;
    }
    return {View::hall, By::period, false};
}

void addAll(FiguresByKey& to, const FiguresByKey& from) {
    for (const auto& [key, figures] : from)
        to[key] += figures;
}

/// One request's look at the stored and the fresh days.
class Reader {
public:
    Reader(store::Store& store, const StatisticsWish& wish, Day rolled)
        : m_store(store), m_wish(wish), m_rolled(rolled) {}

    [[nodiscard]] Result<FiguresByKey> read(const Side& side) const {
        FiguresByKey out;
        const Day to = std::min(m_wish.to, m_rolled);
        std::vector<store::PeriodRange> periods;
        if (side.months)
            periods = periodsOf(m_wish.from, to);
        else if (m_wish.from <= to)
            periods = {{m_wish.from.value, to.value}};
        for (const auto& period : periods) {
            const auto rows = m_store.statisticsView(query(side, period));
            if (!rows)
                return rows.error();
            addAll(out, *rows);
        }
        const Day from = std::max(m_wish.from, Day{m_rolled.value + 1});
        if (from > m_wish.to)
            return out;
        const auto rows = m_store.freshStatistics(query(side, {from.value, m_wish.to.value}));
        if (!rows)
            return rows.error();
        addAll(out, *rows);
        return out;
    }

private:
    [[nodiscard]] ViewQuery query(const Side& side, const store::PeriodRange& period) const {
        return {side.view, side.by, period, m_wish.queueId, m_wish.departmentIds, side.spreads};
    }

    store::Store& m_store;
    const StatisticsWish& m_wish;
    Day m_rolled;
};

Figures sumOf(const FiguresByKey& rows) {
    Figures out;
    for (const auto& [key, figures] : rows)
        out += figures;
    return out;
}

/// Keys as the answer has them.
FiguresByKey named(StatisticsBy by, FiguresByKey rows) {
    if (by != StatisticsBy::weekday && by != StatisticsBy::hour)
        return rows;
    FiguresByKey out;
    for (auto& [key, figures] : rows)
        out[by == StatisticsBy::hour ? std::to_string(std::stoi(key))
                                     : std::to_string(weekdayOf({std::stoi(key)}))] += figures;
    return out;
}

double minutes(std::int64_t seconds) {
    return static_cast<double>(std::max<std::int64_t>(0, seconds)) / 60;
}

std::optional<double> ratio(std::int64_t part, std::int64_t whole) {
    if (whole <= 0)
        return std::nullopt;
    return static_cast<double>(std::max<std::int64_t>(0, part)) / static_cast<double>(whole);
}

std::optional<double> inMinutes(std::optional<double> seconds) {
    return seconds ? std::optional(*seconds / 60) : std::nullopt;
}

std::vector<model::StatisticsCell> weekOf(const FiguresByKey& rows) {
    std::vector<model::StatisticsCell> out;
    for (const auto& [key, figures] : rows)
        if (figures.n.issued > 0 || figures.n.waited > 0)
            out.push_back({key.front() - '0', std::stoi(key.substr(2)), figures.n.issued,
                           inMinutes(ratio(figures.n.waitSeconds, figures.n.waited))});
    return out;
}

std::vector<model::StatisticsPause> pausesOf(const FiguresByKey& rows) {
    std::vector<model::StatisticsPause> out;
    for (const auto& [reason, figures] : rows)
        if (figures.windows.paused > 0)
            out.push_back({reason, minutes(figures.windows.paused)});
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.minutes > b.minutes; });
    return out;
}

} // namespace

model::StatisticsFigures readable(const Figures& figures) {
    const auto& n = figures.n;
    const auto& windows = figures.windows;
    const std::int64_t busy = windows.calling + windows.serving;
    const auto count = [](std::int64_t value) { return std::max<std::int64_t>(0, value); };
    model::StatisticsFigures out;
    out.issued = count(n.issued);
    out.appointments = count(n.appointments);
    out.called = n.called;
    out.recalls = n.recalls;
    out.services = count(n.services);
    out.transferred = n.transferred;
    out.finished = count(n.finished);
    out.noShows = count(n.noShows);
    out.abandoned = count(n.passed + n.cancelled + n.expired);
    out.waited = n.waited;
    out.waitMeanMinutes = inMinutes(ratio(n.waitSeconds, n.waited));
    out.waitP50Minutes = inMinutes(rules::statistics::quantile(figures.waits, 0.5));
    out.waitP90Minutes = inMinutes(rules::statistics::quantile(figures.waits, 0.9));
    out.serviceLevel = ratio(n.waitedInTime, n.waited);
    out.handlingMeanMinutes = inMinutes(ratio(n.handlingSeconds, n.services));
    out.handlingP50Minutes = inMinutes(rules::statistics::quantile(figures.handling, 0.5));
    out.handlingP90Minutes = inMinutes(rules::statistics::quantile(figures.handling, 0.9));
    out.toldErrorMinutes = inMinutes(ratio(n.toldErrorSeconds, n.told));
    out.toldWithinFive = ratio(n.toldWithin, n.told);
    out.openMinutes = minutes(busy + windows.idle + windows.paused);
    out.pausedMinutes = minutes(windows.paused);
    out.idleMinutes = minutes(windows.idle);
    out.idleAwaitedMinutes = minutes(windows.idleAwaited);
    out.occupancy = ratio(busy, busy + windows.idle);
    return out;
}

Result<model::Statistics> statisticsOf(store::Store& store, const StatisticsWish& wish) {
    const auto rolled = store.rolledUpTo();
    if (!rolled)
        return rolled.error();
    const Reader reader(store, wish, *rolled);
    auto rows = reader.read(sideOf(wish.by));
    if (!rows)
        return rows.error();
    const bool isWhole = wish.queueId.empty() && wish.departmentIds.empty();
    const auto week = reader.read({isWhole ? View::hallWeek : View::week, ViewQuery::By::key, true, false});
    if (!week)
        return week.error();
    const auto pauses = reader.read({View::pause, ViewQuery::By::key, true, false});
    if (!pauses)
        return pauses.error();
    // Numbers and windows' time of every view are in the week, which has no spreads; waits and services
    // happen at a window and with a clerk, so all rows have theirs.
    Figures totals = sumOf(*rows);
    const Figures counted = sumOf(*week);
    totals.n = counted.n;
    totals.windows = counted.windows;
    model::Statistics out;
    out.from = wish.from;
    out.to = wish.to;
    out.by = wish.by;
    out.totals = readable(totals);
    for (const auto& [key, figures] : named(wish.by, std::move(*rows)))
        out.rows.push_back({key, readable(figures)});
    if (wish.by == StatisticsBy::hour) // 9 before 10
        std::sort(out.rows.begin(), out.rows.end(), [](const auto& a, const auto& b) {
            return std::make_pair(a.key.size(), a.key) < std::make_pair(b.key.size(), b.key);
        });
    out.week = weekOf(*week);
    out.pauses = pausesOf(*pauses);
    return out;
}

} // namespace atrium::services
