// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/store/rawrows.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <stdexcept>

namespace atrium::bench {
namespace {

struct Finalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using StatementPtr = std::unique_ptr<sqlite3_stmt, Finalizer>;

void check(int code, sqlite3* db) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
        throw std::runtime_error(std::string("sqlite: ") + sqlite3_errmsg(db));
}

RawRows::DbPtr openRaw(const std::string& path) {
    sqlite3* db = nullptr;
    const int code = sqlite3_open(path.c_str(), &db);
    RawRows::DbPtr out(db);
    check(code, db);
    check(sqlite3_exec(db,
                       "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                       "PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=4096",
                       nullptr, nullptr, nullptr),
          db);
    return out;
}

StatementPtr prepare(sqlite3* db, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(db, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr), db);
    return StatementPtr(statement);
}

} // namespace

void RawRows::Closer::operator()(sqlite3* db) const {
    sqlite3_close(db);
}

void RawRows::bind(sqlite3_stmt* statement, int at, const Cell& cell) {
    if (cell.type == SQLITE_INTEGER)
        sqlite3_bind_int64(statement, at, cell.number);
    else if (cell.type == SQLITE_FLOAT)
        sqlite3_bind_double(statement, at, cell.real);
    else if (cell.type == SQLITE_TEXT)
        sqlite3_bind_text(statement, at, cell.text.data(), static_cast<int>(cell.text.size()), SQLITE_STATIC);
    else
        sqlite3_bind_null(statement, at);
}

RawRows::Table RawRows::read(sqlite3* db, const std::string& table, const std::string& order,
                             const std::string& key, const std::string& conflict, std::size_t limit) const {
    const auto select =
        prepare(db, "SELECT * FROM \"" + table + "\" ORDER BY " + order + " LIMIT " + std::to_string(limit));
    Table out;
    const int columns = sqlite3_column_count(select.get());
    out.name = table;
    out.insert = "INSERT INTO \"" + table + "\" VALUES (?";
    for (int i = 1; i < columns; ++i)
        out.insert += ",?";
    out.insert += ") " + conflict;
    out.drop = "DELETE FROM \"" + table + "\" WHERE " + key;
    while (sqlite3_step(select.get()) == SQLITE_ROW) {
        Cells cells(static_cast<std::size_t>(columns));
        for (int i = 0; i < columns; ++i) {
            Cell& cell = cells[static_cast<std::size_t>(i)];
            cell.type = sqlite3_column_type(select.get(), i);
            cell.number = sqlite3_column_int64(select.get(), i);
            cell.real = sqlite3_column_double(select.get(), i);
            if (cell.type == SQLITE_TEXT)
                cell.text.assign(static_cast<const char*>(sqlite3_column_blob(select.get(), i)),
                                 static_cast<std::size_t>(sqlite3_column_bytes(select.get(), i)));
        }
        out.rows.push_back(std::move(cells));
    }
    std::reverse(out.rows.begin(), out.rows.end());
    return out;
}

RawRows::RawRows(const std::string& database, std::size_t limit) : m_database(database) {
    const auto db = openRaw(database);
    m_tables.push_back(read(db.get(), "event_log", "seq DESC", "seq = ?", "", limit));
    m_tables.push_back(read(db.get(), "ticket", "version DESC", "id = ?",
                            "ON CONFLICT (id) DO UPDATE SET state = excluded.state", limit));
    m_tables.push_back(read(db.get(), "audit", "sequence DESC", "sequence = ?", "", limit));
    m_tables.push_back(read(db.get(), "idempotency", "at DESC", "device_id = ? AND request_key = ?",
                            "ON CONFLICT DO NOTHING", limit));
    m_tables.push_back(
        read(db.get(), "wait_prediction", "rowid DESC", "ticket_id = ?", "ON CONFLICT DO NOTHING", limit));
    m_tables.push_back(read(db.get(), "queue_day", "version DESC", "id = ?",
                            "ON CONFLICT (id) DO UPDATE SET last_sequence = excluded.last_sequence, issued = "
                            "excluded.issued, waiting = excluded.waiting, version = excluded.version",
                            limit));
    m_tables.back().once = true;
    m_tables.push_back(
        read(db.get(), "statistics_hour", "rowid DESC", "day = ?",
             "ON CONFLICT (day, hour, queue_id, item_id, window_id, staff_id, recognition) DO "
             "UPDATE SET issued = issued + excluded.issued, called = called + excluded.called, "
             "recalls = recalls + excluded.recalls, waited = waited + excluded.waited",
             limit));
    m_tables.back().once = true;
    m_tickets = limit;
    for (const Table& table : m_tables)
        if (!table.once)
            m_tickets = std::min(m_tickets, table.rows.size());
    if (m_tickets == 0)
        throw std::runtime_error("the server wrote no ticket");
}

RawRows::DbPtr RawRows::copyInto(const std::string& path, Into into) const {
    for (const char* part : {"", "-wal", "-shm"})
        std::filesystem::remove(path + part);
    {
        const auto from = openRaw(m_database);
        const auto to = openRaw(path);
        sqlite3_backup* const backup = sqlite3_backup_init(to.get(), "main", from.get(), "main");
        if (backup == nullptr)
            throw std::runtime_error("the database cannot be copied");
        sqlite3_backup_step(backup, -1);
        check(sqlite3_backup_finish(backup), to.get());
    }
    auto db = openRaw(path);
    check(sqlite3_exec(db.get(), "BEGIN", nullptr, nullptr, nullptr), db.get());
    for (const Table& table : m_tables) {
        if (into == Into::empty) {
            check(sqlite3_exec(db.get(), ("DELETE FROM \"" + table.name + "\"").c_str(), nullptr, nullptr,
                               nullptr),
                  db.get());
            continue;
        }
        if (table.once)
            continue;
        const auto drop = prepare(db.get(), table.drop);
        for (const Cells& cells : table.rows) {
            for (int i = 0; i < sqlite3_bind_parameter_count(drop.get()); ++i)
                bind(drop.get(), i + 1, cells[static_cast<std::size_t>(i)]);
            check(sqlite3_step(drop.get()), db.get());
            sqlite3_reset(drop.get());
        }
    }
    check(sqlite3_exec(db.get(), "COMMIT", nullptr, nullptr, nullptr), db.get());
    if (into == Into::empty)
        check(sqlite3_exec(db.get(), "VACUUM", nullptr, nullptr, nullptr), db.get());
    check(sqlite3_exec(db.get(), "PRAGMA wal_checkpoint(TRUNCATE)", nullptr, nullptr, nullptr), db.get());
    return db;
}

double RawRows::write(const std::string& path, Into into, std::size_t count, std::size_t perCommit) const {
    const auto db = copyInto(path, into);
    std::vector<StatementPtr> inserts;
    for (const Table& table : m_tables)
        inserts.push_back(prepare(db.get(), table.insert));
    const auto begin = prepare(db.get(), "BEGIN IMMEDIATE");
    const auto commit = prepare(db.get(), "COMMIT");
    const auto once = [&](sqlite3_stmt* statement) {
        check(sqlite3_step(statement), db.get());
        sqlite3_reset(statement);
    };
    const auto insert = [&](std::size_t table, std::size_t row) {
        sqlite3_stmt* const statement = inserts[table].get();
        int at = 0;
        for (const Cell& cell : m_tables[table].rows[row])
            bind(statement, ++at, cell);
        once(statement);
    };
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t done = 0; done < count;) {
        const std::size_t end = std::min(count, done + perCommit);
        once(begin.get());
        for (std::size_t table = 0; table < m_tables.size(); ++table) {
            // The counters of the queues that the group touched; the server too writes each once.
            const std::size_t to =
                m_tables[table].once ? done + std::min(end - done, m_tables[table].rows.size()) : end;
            for (std::size_t row = done; row < to; ++row)
                insert(table, m_tables[table].once ? row - done : row);
        }
        once(commit.get());
        done = end;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    return static_cast<double>(count) / took.count();
}

} // namespace atrium::bench
