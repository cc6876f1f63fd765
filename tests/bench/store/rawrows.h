// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace atrium::bench {

/// The rows the server really wrote for tickets, and how fast plain sqlite3 writes them with nothing around
/// it: prepared statements, WAL and synchronous=FULL as the server has them, no JSON, no HTTP, no rules.
class RawRows {
public:
    /// Reads the rows of the newest tickets, up to limit. Throws std::runtime_error.
    RawRows(const std::string& database, std::size_t limit);

    [[nodiscard]] std::size_t tickets() const { return m_tickets; }
    /// Where the rows go: an empty database, or a copy of the server's from which they were taken out, where
    /// the indexes are as large as the server found them.
    enum class Into { empty, copy };
    /// Writes the rows of count tickets (at most tickets()) into a database at path, so many tickets a
    /// transaction, and gives tickets per second.
    [[nodiscard]] double write(const std::string& path, Into into, std::size_t count,
                               std::size_t perCommit) const;

    struct Closer {
        void operator()(sqlite3* db) const;
    };
    using DbPtr = std::unique_ptr<sqlite3, Closer>;

private:
    struct Cell {
        int type = 0; ///< SQLITE_INTEGER …
        long long number = 0;
        double real = 0;
        std::string text;
    };
    using Cells = std::vector<Cell>;
    struct Table {
        std::string name;
        std::string insert;
        std::string drop;        ///< the row with the key in its first columns
        std::vector<Cells> rows; ///< one a ticket, oldest first
        bool once = false;       ///< a counter that a group writes only once, whatever its size
    };
    Table read(sqlite3* db, const std::string& table, const std::string& order, const std::string& key,
               const std::string& conflict, std::size_t limit) const;
    [[nodiscard]] DbPtr copyInto(const std::string& path, Into into) const;
    static void bind(sqlite3_stmt* statement, int at, const Cell& cell);

    std::string m_database;
    std::vector<Table> m_tables;
    std::size_t m_tickets = 0;
};

} // namespace atrium::bench
