// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/storeimpl.h"

#include <set>

namespace atrium::store {

using model::Day;
using model::Result;

namespace {

using DayViews = std::map<Day, rules::statistics::Views>;

constexpr int kFirstDay = 10'000'101; ///< no month is so large a number
const std::string kRolled = "statistics.rolled";

Day rolledDay(Db& db) {
    const auto rows =
        db.query("SELECT \"value\" FROM \"setting\" WHERE \"name\" = $1", {kRolled}, {ColumnType::text});
    return rows.empty() ? Day{} : Day{std::stoi(asText(rows[0][0]))};
}

void putDays(Db& db, const StatisticsTables& tables, const DayViews& days) {
    std::set<int> months;
    for (const auto& [day, views] : days) {
        tables.putViews(db, day, views);
        months.insert(day.value / 100);
    }
    for (const int month : months)
        tables.addUpMonth(db, month);
}

} // namespace

Result<rules::statistics::Sheet> Store::statistics(Day from, Day to) {
    return m_impl->onSide([&](Db& db) { return m_impl->statistics().read(db, from, to); });
}

Result<Day> Store::rolledUpTo() {
    return m_impl->onSide(rolledDay);
}

Result<std::vector<Day>> Store::daysToRoll(Day today) {
    return m_impl->onSide(
        [&](Db& db) { return m_impl->statistics().days(db, {rolledDay(db).value + 1}, {today.value - 1}); });
}

Result<void> Store::rollStatistics(const DayViews& days, Day keepFrom, Day viewsFrom) {
    if (days.empty())
        return {};
    return m_impl->onSide([&](Db& db) {
        db.transaction([&](Db& tx) {
            putDays(tx, m_impl->statistics(), days);
            tx.exec("INSERT INTO \"setting\" (\"name\", \"value\") VALUES ($1, $2) "
                    "ON CONFLICT (\"name\") DO UPDATE SET \"value\" = excluded.\"value\"",
                    {kRolled, std::to_string(days.rbegin()->first.value)});
            m_impl->statistics().dropDays(tx, {}, {std::min(keepFrom.value, days.rbegin()->first.value) - 1});
            tx.exec("DELETE FROM \"statistics_view\" WHERE \"period\" BETWEEN $1 AND $2",
                    {std::int64_t{kFirstDay}, std::int64_t{viewsFrom.value} - 1});
        });
    });
}

Result<std::int64_t> Store::oldestEvent() {
    return m_impl->onSide([](Db& db) {
        return asInt(
            db.query("SELECT COALESCE(MIN(\"seq\"), 0) FROM \"event_log\"", {}, {ColumnType::integer})
                .at(0)
                .at(0));
    });
}

Result<FiguresByKey> Store::statisticsView(const ViewQuery& wish) {
    return m_impl->onSide([&](Db& db) { return m_impl->statistics().query(db, wish); });
}

Result<FiguresByKey> Store::freshStatistics(const ViewQuery& wish) {
    return m_impl->onSide([&](Db& db) { return m_impl->statistics().queryFresh(db, wish); });
}

Result<void> Store::replaceStatistics(Day from, Day to, const rules::statistics::Sheet& sheet,
                                      const DayViews& rolled) {
    return m_impl->onWriter([&](Db& db) {
        db.transaction([&](Db& tx) {
            m_impl->lease().check(tx);
            m_impl->statistics().dropDays(tx, from, to);
            m_impl->statistics().add(tx, sheet);
            putDays(tx, m_impl->statistics(), rolled);
        });
    });
}

} // namespace atrium::store
