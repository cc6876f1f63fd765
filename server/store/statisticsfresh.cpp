// SPDX-License-Identifier: GPL-3.0-or-later
// Views of days that are still running, added up from their sheets by the database.
#include "server/store/statisticstables.h"
#include "shared/model/reflect.h"

#include <chrono>

namespace atrium::store {

using rules::statistics::Counters;
using rules::statistics::Figures;
using rules::statistics::View;
using rules::statistics::WindowUse;

namespace {

constexpr const char* kItemDepartment = "COALESCE(i.\"department_id\", '')";
constexpr const char* kNone = "CAST('' AS TEXT)";
constexpr const char* kWindowDepartment = "COALESCE(w.\"department_id\", '')";

bool isWeek(View view) {
    return view == View::week || view == View::hallWeek;
}

int weekdayOf(std::int64_t day) {
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(day / 10000)),
                                           std::chrono::month(static_cast<unsigned>(day / 100 % 100)),
                                           std::chrono::day(static_cast<unsigned>(day % 100))};
    return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(date)).iso_encoding());
}

/// One SELECT over a table of the sheet, piece by piece.
class FreshSelect {
public:
    FreshSelect(const ViewQuery& wish, std::string department)
        : m_wish(wish), m_department(std::move(department)),
          m_values{std::int64_t{wish.period.first}, std::int64_t{wish.period.last}} {}

    /// The column that one row of the answer is keyed by.
    [[nodiscard]] std::string group(bool ofTickets) const {
        if (m_wish.by == ViewQuery::By::department)
            return m_department;
        if (m_wish.by == ViewQuery::By::queue)
            return ofTickets ? "t.\"queue_id\"" : kNone;
        if (m_wish.by == ViewQuery::By::period)
            return "CAST(t.\"day\" AS TEXT)";
        switch (m_wish.view) {
        case View::item:
            return "t.\"item_id\"";
        case View::window:
            return "t.\"window_id\"";
        case View::staff:
            return "t.\"staff_id\"";
        case View::hour:
            return "CAST(t.\"hour\" AS TEXT)";
        case View::recognition:
            return "t.\"recognition\"";
        case View::pause:
            return "t.\"reason\"";
        case View::week:
        case View::hallWeek:
            return "CAST(t.\"day\" * 100 + t.\"hour\" AS TEXT)";
        case View::hall:
            break;
        }
        return kNone;
    }

    [[nodiscard]] std::string where(bool ofTickets) {
        std::string out = " WHERE t.\"day\" BETWEEN $1 AND $2";
        if (m_wish.view == View::window)
            out += " AND t.\"window_id\" <> ''";
        if (m_wish.view == View::staff)
            out += " AND t.\"staff_id\" <> ''";
        if (m_wish.view == View::pause)
            out += " AND t.\"use\" = 'paused'";
        if (!m_wish.queueId.empty() && ofTickets)
            out += " AND t.\"queue_id\" = " + next(m_wish.queueId);
        for (std::size_t i = 0; i < m_wish.departmentIds.size(); ++i)
            out += (i == 0 ? " AND " + m_department + " IN (" : ", ") + next(m_wish.departmentIds[i]);
        return m_wish.departmentIds.empty() ? out : out + ")";
    }
    [[nodiscard]] const Values& values() const { return m_values; }

    /// As the stored views call it.
    [[nodiscard]] std::string key(const std::string& text) const {
        if (m_wish.by != ViewQuery::By::key)
            return text;
        if (m_wish.view == View::hour)
            return rules::statistics::hourText(std::stoi(text));
        if (!isWeek(m_wish.view))
            return text;
        const std::int64_t dayAndHour = std::stoll(text);
        return rules::statistics::weekKey(weekdayOf(dayAndHour / 100), static_cast<int>(dayAndHour % 100));
    }

private:
    std::string next(const std::string& value) {
        m_values.emplace_back(value);
        return "$" + std::to_string(m_values.size());
    }

    const ViewQuery& m_wish;
    std::string m_department;
    Values m_values;
};

std::string fromTickets(const char* table) {
    return std::string(" FROM \"") + table + "\" t LEFT JOIN \"service_item\" i ON i.\"id\" = t.\"item_id\"";
}

void addCounters(Db& db, const ViewQuery& wish, FiguresByKey& out) {
    FreshSelect select(wish, kItemDepartment);
    std::string sums;
    ColumnTypes types{ColumnType::text};
    model::forEachMember<Counters>([&](std::string_view name, auto) {
        sums += ", CAST(SUM(t.\"" + model::snakeCase(name) + "\") AS BIGINT)";
        types.push_back(ColumnType::integer);
    });
    const std::string sql = "SELECT " + select.group(true) + " AS k" + sums + fromTickets("statistics_hour") +
                            select.where(true) + " GROUP BY 1";
    for (const Row& row : db.query(sql, select.values(), types)) {
        Counters n;
        std::size_t at = 1;
        model::forEachMember<Counters>(
            [&](std::string_view, auto member) { n.*member = asInt(row.at(at++)); });
        out[select.key(asText(row[0]))].n += n;
    }
}

void addSpreads(Db& db, const ViewQuery& wish, FiguresByKey& out) {
    using enum ColumnType;
    FreshSelect select(wish, kItemDepartment);
    const std::string sql = "SELECT " + select.group(true) +
                            " AS k, t.\"kind\", t.\"bucket\", CAST(SUM(t.\"count\") AS BIGINT)" +
                            fromTickets("statistics_spread") + select.where(true) + " GROUP BY 1, 2, 3";
    for (const Row& row : db.query(sql, select.values(), {text, integer, integer, integer})) {
        Figures& figures = out[select.key(asText(row[0]))];
        auto& buckets = asInt(row[1]) == 0 ? figures.waits : figures.handling;
        buckets.at(static_cast<std::size_t>(asInt(row[2]))) += asInt(row[3]);
    }
}

void addWindows(Db& db, const ViewQuery& wish, FiguresByKey& out) {
    using enum ColumnType;
    FreshSelect select(wish, kWindowDepartment);
    const std::string sql = "SELECT " + select.group(false) +
                            " AS k, t.\"use\", CAST(SUM(t.\"seconds\") AS BIGINT) FROM \"statistics_window\" t "
                            "LEFT JOIN \"window\" w ON w.\"id\" = t.\"window_id\"" +
                            select.where(false) + " GROUP BY 1, 2";
    for (const Row& row : db.query(sql, select.values(), {text, text, integer})) {
        WindowUse use = WindowUse::idle;
        (void)model::enumFromName(asText(row[1]), use);
        out[select.key(asText(row[0]))].windows += rules::statistics::asSeconds(use, asInt(row[2]));
    }
}

} // namespace

FiguresByKey StatisticsTables::queryFresh(Db& db, const ViewQuery& wish) const {
    FiguresByKey out;
    if (wish.view != View::pause) {
        addCounters(db, wish, out);
        if (wish.spreads)
            addSpreads(db, wish, out);
    }
    const bool hasWindows = wish.view != View::item && wish.view != View::recognition;
    if (hasWindows && wish.queueId.empty())
        addWindows(db, wish, out);
    return out;
}

} // namespace atrium::store
