// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/statisticstables.h"

#include "shared/model/reflect.h"

#include <boost/describe/enumerators.hpp>

#include <utility>

namespace atrium::store {

using rules::statistics::Counters;
using rules::statistics::Figures;
using rules::statistics::kBuckets;
using rules::statistics::Key;
using rules::statistics::Sheet;
using rules::statistics::Spread;
using rules::statistics::View;
using rules::statistics::WindowKey;
using rules::statistics::WindowSeconds;

namespace {

using Names = std::vector<std::string>;

const Names kTicketKey{"day", "hour", "queue_id", "item_id", "window_id", "staff_id", "recognition"};
const Names kWindowKey{"day", "hour", "window_id", "staff_id", "use", "reason"};
const Names kViewKey{"period", "view", "key", "queue_id", "department_id"};

template <class T> Names membersOf() {
    Names out;
    model::forEachMember<T>([&](std::string_view name, auto) { out.push_back(model::snakeCase(name)); });
    return out;
}

Names bucketsOf(const std::string& name) {
    Names out;
    for (std::size_t i = 0; i < kBuckets; ++i)
        out.push_back(name + "_" + std::to_string(i));
    return out;
}

Names joined(std::initializer_list<Names> lists) {
    Names out;
    for (const Names& list : lists)
        out.insert(out.end(), list.begin(), list.end());
    return out;
}

std::string quoted(const Names& names) {
    std::string out;
    for (const std::string& name : names)
        out += (out.empty() ? "\"" : ", \"") + name + "\"";
    return out;
}

/// What is there and what comes are added up.
BulkInsert adding(const std::string& table, const Names& key, const Names& sums) {
    std::string conflict = "ON CONFLICT (" + quoted(key) + ") DO UPDATE SET ";
    for (std::size_t i = 0; i < sums.size(); ++i)
        conflict += (i == 0 ? "\"" : ", \"") + sums[i] + "\" = \"" + table + "\".\"" + sums[i] +
                    "\" + excluded.\"" + sums[i] + "\"";
    return {table, joined({key, sums}), conflict};
}

const Names& figureColumns(bool spreads) {
    static const Names few = joined({membersOf<Counters>(), membersOf<WindowSeconds>()});
    static const Names all = joined(
        {membersOf<Counters>(), bucketsOf("waits"), bucketsOf("handling"), membersOf<WindowSeconds>()});
    return spreads ? all : few;
}

/// PostgreSQL's sums of whole numbers are decimal ones.
std::string sumsOf(const Names& columns) {
    std::string out;
    for (const std::string& column : columns)
        out += ", CAST(SUM(\"" + column + "\") AS BIGINT)";
    return out;
}

template <class T> void putMembers(Values& out, const T& value) {
    model::forEachMember<T>([&](std::string_view, auto member) { out.emplace_back(value.*member); });
}

void putBuckets(Values& out, const Spread& spread) {
    for (const std::int64_t count : spread)
        out.emplace_back(count);
}

template <class T> void takeMembers(const Row& row, std::size_t& at, T& value) {
    model::forEachMember<T>([&](std::string_view, auto member) { value.*member = asInt(row.at(at++)); });
}

void takeBuckets(const Row& row, std::size_t& at, Spread& spread) {
    for (std::int64_t& count : spread)
        count = asInt(row.at(at++));
}

void putKey(Values& out, const Key& key) {
    out.emplace_back(std::int64_t{key.day.value});
    out.emplace_back(std::int64_t{key.hour});
    out.emplace_back(key.queueId.value);
    out.emplace_back(key.itemId.value);
    out.emplace_back(key.windowId.value);
    out.emplace_back(key.staffId.value);
    out.emplace_back(std::string(model::enumName(key.recognition)));
}

Key takeKey(const Row& row, std::size_t& at) {
    Key out;
    out.day.value = static_cast<int>(asInt(row.at(at++)));
    out.hour = static_cast<int>(asInt(row.at(at++)));
    out.queueId.value = asText(row.at(at++));
    out.itemId.value = asText(row.at(at++));
    out.windowId.value = asText(row.at(at++));
    out.staffId.value = asText(row.at(at++));
    (void)model::enumFromName(asText(row.at(at++)), out.recognition);
    return out;
}

ColumnTypes types(std::initializer_list<ColumnType> first, std::size_t numbers) {
    ColumnTypes out(first);
    out.insert(out.end(), numbers, ColumnType::integer);
    return out;
}

std::string selectDays(const Names& columns, const std::string& table) {
    return "SELECT " + quoted(columns) + " FROM \"" + table + "\" WHERE \"day\" BETWEEN $1 AND $2";
}

Values range(std::int64_t first, std::int64_t last) {
    return {first, last};
}

template <class Use> void forEachView(Use use) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<View>>(
        [&](auto view) { use(std::string(view.name)); });
}

void dropViews(Db& db, const std::string& view, int period) {
    db.exec("DELETE FROM \"statistics_view\" WHERE \"view\" = $1 AND \"period\" = $2",
            {view, std::int64_t{period}});
}

std::string groupOf(ViewQuery::By by) {
    switch (by) {
    case ViewQuery::By::queue:
        return "\"queue_id\"";
    case ViewQuery::By::department:
        return "\"department_id\"";
    case ViewQuery::By::period:
        return "\"period\"";
    case ViewQuery::By::key:
        break;
    }
    return "\"key\"";
}

} // namespace

StatisticsTables::StatisticsTables()
    : m_rows(adding("statistics_hour", kTicketKey, membersOf<Counters>())),
      m_spreads(adding("statistics_spread", joined({kTicketKey, {"kind", "bucket"}}), {"count"})),
      m_windows(adding("statistics_window", kWindowKey, {"seconds"})),
      m_views("statistics_view", joined({kViewKey, figureColumns(true)}), "") {}

void StatisticsTables::add(Db& db, const Sheet& sheet) const {
    Values rows;
    rows.reserve(sheet.rows.size() * (kTicketKey.size() + membersOf<Counters>().size()));
    for (const auto& [key, n] : sheet.rows) {
        putKey(rows, key);
        putMembers(rows, n);
    }
    m_rows.run(db, std::move(rows));
    Values spreads;
    for (const auto& [spread, count] : sheet.spreads) {
        putKey(spreads, spread.key);
        spreads.emplace_back(static_cast<std::int64_t>(spread.kind));
        spreads.emplace_back(std::int64_t{spread.bucket});
        spreads.emplace_back(count);
    }
    m_spreads.run(db, std::move(spreads));
    Values windows;
    for (const auto& [key, seconds] : sheet.windows) {
        windows.emplace_back(std::int64_t{key.day.value});
        windows.emplace_back(std::int64_t{key.hour});
        windows.emplace_back(key.windowId.value);
        windows.emplace_back(key.staffId.value);
        windows.emplace_back(std::string(model::enumName(key.use)));
        windows.emplace_back(key.reason);
        windows.emplace_back(seconds);
    }
    m_windows.run(db, std::move(windows));
}

Sheet StatisticsTables::read(Db& db, model::Day from, model::Day to) const {
    using enum ColumnType;
    const Values days = range(from.value, to.value);
    const auto counters = membersOf<Counters>();
    Sheet out;
    for (const Row& row :
         db.query(selectDays(joined({kTicketKey, counters}), "statistics_hour"), days,
                  types({integer, integer, text, text, text, text, text}, counters.size()))) {
        std::size_t at = 0;
        auto key = takeKey(row, at);
        takeMembers(row, at, out.rows[std::move(key)]);
    }
    for (const Row& row :
         db.query(selectDays(joined({kTicketKey, {"kind", "bucket", "count"}}), "statistics_spread"), days,
                  types({integer, integer, text, text, text, text, text}, 3))) {
        std::size_t at = 0;
        Sheet::SpreadKey key{takeKey(row, at), {}, 0};
        key.kind = static_cast<Sheet::Kind>(asInt(row.at(at)));
        key.bucket = static_cast<int>(asInt(row.at(at + 1)));
        out.spreads[std::move(key)] = asInt(row.at(at + 2));
    }
    for (const Row& row : db.query(selectDays(joined({kWindowKey, {"seconds"}}), "statistics_window"), days,
                                   types({integer, integer, text, text, text, text}, 1))) {
        WindowKey key;
        key.day.value = static_cast<int>(asInt(row[0]));
        key.hour = static_cast<int>(asInt(row[1]));
        key.windowId.value = asText(row[2]);
        key.staffId.value = asText(row[3]);
        (void)model::enumFromName(asText(row[4]), key.use);
        key.reason = asText(row[5]);
        out.windows[std::move(key)] = asInt(row[6]);
    }
    return out;
}

std::vector<model::Day> StatisticsTables::days(Db& db, model::Day from, model::Day to) const {
    std::vector<model::Day> out;
    for (const Row& row :
         db.query("SELECT \"day\" FROM \"statistics_hour\" WHERE \"day\" BETWEEN $1 AND $2 UNION SELECT "
                  "\"day\" FROM \"statistics_window\" WHERE \"day\" BETWEEN $3 AND $4 ORDER BY \"day\"",
                  {std::int64_t{from.value}, std::int64_t{to.value}, std::int64_t{from.value},
                   std::int64_t{to.value}},
                  {ColumnType::integer}))
        out.push_back({static_cast<int>(asInt(row[0]))});
    return out;
}

void StatisticsTables::dropDays(Db& db, model::Day from, model::Day to) const {
    for (const char* table : {"statistics_hour", "statistics_spread", "statistics_window"})
        db.exec(std::string("DELETE FROM \"") + table + "\" WHERE \"day\" BETWEEN $1 AND $2",
                range(from.value, to.value));
}

void StatisticsTables::putViews(Db& db, model::Day day, const rules::statistics::Views& views) const {
    forEachView([&](const std::string& view) { dropViews(db, view, day.value); });
    Values values;
    values.reserve(views.size() * (kViewKey.size() + figureColumns(true).size()));
    for (const auto& [key, figures] : views) {
        values.emplace_back(std::int64_t{day.value});
        values.emplace_back(std::string(model::enumName(key.view)));
        values.emplace_back(key.key);
        values.emplace_back(key.queueId.value);
        values.emplace_back(key.departmentId.value);
        putMembers(values, figures.n);
        putBuckets(values, figures.waits);
        putBuckets(values, figures.handling);
        putMembers(values, figures.windows);
    }
    m_views.run(db, std::move(values));
}

void StatisticsTables::addUpMonth(Db& db, int month) const {
    const Names key{"key", "queue_id", "department_id"};
    const std::string insert =
        "INSERT INTO \"statistics_view\" (" + quoted(joined({kViewKey, figureColumns(true)})) +
        ") SELECT CAST($1 AS BIGINT), \"view\", " + quoted(key) + sumsOf(figureColumns(true)) +
        " FROM \"statistics_view\" WHERE \"view\" = $2 AND \"period\" BETWEEN $3 AND "
        "$4 GROUP BY \"view\", " +
        quoted(key);
    forEachView([&](const std::string& view) {
        dropViews(db, view, month);
        const std::int64_t days = std::int64_t{month} * 100;
        db.exec(insert, {std::int64_t{month}, view, days, days + 99});
    });
}

FiguresByKey StatisticsTables::query(Db& db, const ViewQuery& wish) const {
    const Names& columns = figureColumns(wish.spreads);
    const std::string group = groupOf(wish.by);
    const bool byPeriod = wish.by == ViewQuery::By::period;
    std::string sql = "SELECT " + group + sumsOf(columns) +
                      " FROM \"statistics_view\" WHERE \"view\" = $1 AND \"period\" BETWEEN $2 AND $3";
    Values values{std::string(model::enumName(wish.view)), std::int64_t{wish.period.first},
                  std::int64_t{wish.period.last}};
    const auto next = [&](const std::string& value) {
        values.emplace_back(value);
        return "$" + std::to_string(values.size());
    };
    if (!wish.queueId.empty())
        sql += " AND \"queue_id\" = " + next(wish.queueId);
    for (std::size_t i = 0; i < wish.departmentIds.size(); ++i)
        sql += (i == 0 ? " AND \"department_id\" IN (" : ", ") + next(wish.departmentIds[i]);
    if (!wish.departmentIds.empty())
        sql += ")";
    sql += " GROUP BY " + group;
    FiguresByKey out;
    for (const Row& row :
         db.query(sql, values, types({byPeriod ? ColumnType::integer : ColumnType::text}, columns.size()))) {
        Figures& figures = out[byPeriod ? std::to_string(asInt(row[0])) : asText(row[0])];
        std::size_t at = 1;
        takeMembers(row, at, figures.n);
        if (wish.spreads) {
            takeBuckets(row, at, figures.waits);
            takeBuckets(row, at, figures.handling);
        }
        takeMembers(row, at, figures.windows);
    }
    return out;
}

} // namespace atrium::store
