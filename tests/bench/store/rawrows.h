// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace atrium::bench {

/// The rows the server really wrote for tickets, and how fast plain sqlite3 writes them with nothing around
/// it: prepared statements, WAL and synchronous=FULL as the server has them, no JSON, no HTTP, no rules.
class RawRows {
public:
    /// Reads the rows of the newest tickets, up to limit. Throws std::runtime_error.
    RawRows(const std::string& database, std::size_t limit);

    [[nodiscard]] std::size_t tickets() const { return m_tickets; }
    [[nodiscard]] std::size_t rowsPerTicket() const { return m_tables.size(); }
    /// Writes the rows of count tickets (at most tickets()) into a fresh database at path, so many tickets a
    /// transaction, and gives tickets per second.
    [[nodiscard]] double write(const std::string& path, std::size_t count, std::size_t perCommit) const;

private:
    struct Cell {
        int type = 0; ///< SQLITE_INTEGER …
        long long number = 0;
        double real = 0;
        std::string text;
    };
    using Cells = std::vector<Cell>;
    struct Table {
        std::string insert;
        std::vector<Cells> rows; ///< one a ticket, oldest first
        bool once = false;       ///< a counter that a group writes only once, whatever its size
    };
    Table read(void* db, const std::string& table, const std::string& order, const std::string& conflict,
               std::size_t limit) const;

    std::vector<Table> m_tables;
    std::size_t m_tickets = 0;
};

} // namespace atrium::bench
