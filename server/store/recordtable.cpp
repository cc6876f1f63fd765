// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/recordtable.h"

#include "server/store/columns.h"

#include <boost/mp11/algorithm.hpp>

#include <iterator>
#include <unordered_map>

namespace atrium::store {
namespace {

template <class Use> void eachRecordKind(Use&& use) {
    namespace mp = boost::mp11;
    mp::mp_for_each<mp::mp_transform<mp::mp_identity, model::AllRecords>>(
        [&](auto identity) { use(identity, model::RecordTraits<typename decltype(identity)::type>::kind); });
}

void appendRow(const AnyRecord& record, Values& out) {
    std::visit(
        [&](const auto& value) {
            model::forEachMember<std::decay_t<decltype(value)>>(
                [&](std::string_view, auto pointer) { out.push_back(columns::toColumn(value.*pointer)); });
        },
        record);
}

template <class Record> ColumnTypes columnTypes() {
    ColumnTypes out;
    model::forEachMember<Record>([&](std::string_view, auto pointer) {
        out.push_back(columns::typeOf<std::decay_t<decltype(std::declval<Record&>().*pointer)>>());
    });
    return out;
}

template <class Record> Record fromRow(const Row& row) {
    Record record{};
    std::size_t column = 0;
    model::forEachMember<Record>(
        [&](std::string_view, auto pointer) { columns::fromColumn(row.at(column++), record.*pointer); });
    return record;
}

} // namespace

RecordTables::RecordTables() {
    eachRecordKind([&](auto, std::string_view kind) {
        m_upserts.emplace(kind, BulkInsert::upsert(tableOf(kind), columnsOf(kind)));
    });
}

std::string RecordTables::tableOf(std::string_view kind) {
    return model::snakeCase(kind);
}

std::vector<std::string> RecordTables::columnsOf(std::string_view kind) {
    std::vector<std::string> out;
    eachRecordKind([&](auto identity, std::string_view name) {
        if (name == kind)
            model::forEachMember<typename decltype(identity)::type>(
                [&](std::string_view member, auto) { out.push_back(model::snakeCase(member)); });
    });
    return out;
}

void RecordTables::write(Db& db, const std::vector<const Change*>& changes) const {
    std::map<std::string_view, std::unordered_map<std::string_view, const Change*>> last;
    for (const Change* change : changes)
        last[change->kind][change->id] = change;
    for (const auto& [kind, byId] : last) {
        Values rows;
        for (const auto& [id, change] : byId) {
            if (change->record)
                appendRow(*change->record, rows);
            else
                db.exec("DELETE FROM \"" + tableOf(kind) + "\" WHERE \"id\" = $1", {std::string(id)});
        }
        m_upserts.at(kind).run(db, std::move(rows));
    }
}

std::vector<AnyRecord> RecordTables::load(Db& db, std::string_view kind, const std::string& where,
                                          const Values& values) const {
    std::string sql = "SELECT ";
    for (const std::string& column : columnsOf(kind))
        sql += (sql.size() == 7 ? "\"" : ", \"") + column + "\"";
    sql += " FROM \"" + tableOf(kind) + "\"";
    if (!where.empty())
        sql += " WHERE " + where;
    std::vector<AnyRecord> out;
    eachRecordKind([&](auto identity, std::string_view name) {
        using Record = typename decltype(identity)::type;
        if (name != kind)
            return;
        const auto rows = db.query(sql, values, columnTypes<Record>());
        out.reserve(rows.size());
        for (const Row& row : rows)
            out.emplace_back(fromRow<Record>(row));
    });
    return out;
}

} // namespace atrium::store
