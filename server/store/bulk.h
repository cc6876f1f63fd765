// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/db.h"

#include <array>

namespace atrium::store {

/// Inserts many rows of one table with few statements. Rows go in groups of 64, 16, 4 and 1, so that only
/// four statements a table ever need to be prepared.
class BulkInsert {
public:
    /// conflict: what follows the values, e.g. "ON CONFLICT DO NOTHING"; may be empty.
    BulkInsert(std::string table, std::vector<std::string> columns, std::string conflict);

    /// A BulkInsert that replaces the row with the same "id".
    [[nodiscard]] static BulkInsert upsert(const std::string& table, std::vector<std::string> columns);

    /// values: row after row; its size is a multiple of the number of columns.
    void run(Db& db, Values&& values) const;

private:
    [[nodiscard]] std::string statement(std::size_t rows) const;

    std::size_t m_columns = 0;
    std::string m_head;
    std::string m_conflict;
    std::array<std::string, 4> m_statements;
};

} // namespace atrium::store
