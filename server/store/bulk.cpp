// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/bulk.h"

#include <iterator>
#include <utility>

namespace atrium::store {
namespace {
constexpr std::array<std::size_t, 4> kGroups{64, 16, 4, 1};
}

BulkInsert::BulkInsert(std::string table, std::vector<std::string> columns, std::string conflict)
    : m_columns(columns.size()), m_conflict(std::move(conflict)) {
    m_head = "INSERT INTO \"" + std::move(table) + "\" (";
    for (std::size_t i = 0; i < columns.size(); ++i)
        m_head += (i == 0 ? "\"" : ", \"") + columns[i] + "\"";
    m_head += ") VALUES ";
    for (std::size_t i = 0; i < kGroups.size(); ++i)
        m_statements.at(i) = statement(kGroups.at(i));
}

BulkInsert BulkInsert::upsert(const std::string& table, std::vector<std::string> columns) {
    std::string conflict = "ON CONFLICT (\"id\") DO UPDATE SET ";
    bool first = true;
    for (const std::string& column : columns) {
        if (column == "id")
            continue;
        conflict += (first ? "\"" : ", \"") + column + "\" = excluded.\"" + column + "\"";
        first = false;
    }
    return {table, std::move(columns), std::move(conflict)};
}

std::string BulkInsert::statement(std::size_t rows) const {
    std::string sql = m_head;
    std::size_t placeholder = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        sql += row == 0 ? "(" : ", (";
        for (std::size_t column = 0; column < m_columns; ++column)
            sql += (column == 0 ? "$" : ", $") + std::to_string(++placeholder);
        sql += ")";
    }
    return sql + " " + m_conflict;
}

void BulkInsert::run(Db& db, Values&& values) const {
    auto next = values.begin();
    std::size_t left = values.size() / m_columns;
    for (std::size_t i = 0; i < kGroups.size(); ++i) {
        while (left >= kGroups.at(i)) {
            const auto end = next + static_cast<std::ptrdiff_t>(kGroups.at(i) * m_columns);
            db.exec(m_statements.at(i), Values(std::make_move_iterator(next), std::make_move_iterator(end)));
            next = end;
            left -= kGroups.at(i);
        }
    }
}

} // namespace atrium::store
