// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/sqlite.h"

#include <sqlite3.h>

#include <cstdio>
#include <utility>

namespace atrium::sync {

Sqlite::Query::~Query() {
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

Sqlite::Query& Sqlite::Query::bind(std::int64_t value) {
    m_ok = m_ok && m_db.check(sqlite3_bind_int64(m_statement, ++m_bound, value));
    return *this;
}

Sqlite::Query& Sqlite::Query::bind(std::string_view value) {
    m_ok = m_ok && m_db.check(sqlite3_bind_text(m_statement, ++m_bound, value.data(),
                                                static_cast<int>(value.size()), SQLITE_STATIC));
    return *this;
}

bool Sqlite::Query::next() {
    if (!m_ok || m_statement == nullptr) {
        m_ok = false;
        return false;
    }
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    m_ok = m_db.check(code);
    return false;
}

bool Sqlite::Query::run() {
    while (next()) {
    }
    return m_ok;
}

std::int64_t Sqlite::Query::number(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

std::string_view Sqlite::Query::text(int column) const {
    const void* bytes = sqlite3_column_blob(m_statement, column);
    const int size = sqlite3_column_bytes(m_statement, column);
    return bytes == nullptr
               ? std::string_view()
               : std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::unique_ptr<Sqlite> Sqlite::open(const std::string& file, Sync sync, const std::string& vfs,
                                     bool& damaged) {
    damaged = false;
    sqlite3* raw = nullptr;
    const int code =
        sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                        vfs.empty() ? nullptr : vfs.c_str());
    std::unique_ptr<Sqlite> db(new Sqlite(raw));
    if (code != SQLITE_OK)
        return nullptr;
    sqlite3_busy_timeout(raw, 3000);
    if (!db->exec("PRAGMA journal_mode=WAL") ||
        !db->exec(sync == Sync::full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL")) {
        damaged = db->damaged();
        return nullptr;
    }
    return db;
}

Sqlite::~Sqlite() {
    for (const auto& [text, statement] : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close(m_db);
}

bool Sqlite::check(int code) {
    const int kind = code & 0xff;
    if (kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB)
        m_damaged = true;
    const bool worked = code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW;
    if (!worked)
        m_message = sqlite3_errmsg(m_db);
    return worked;
}

bool Sqlite::exec(const char* sql) {
    return check(sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr));
}

Sqlite::Query Sqlite::query(const char* sql) {
    const auto found = m_statements.find(std::string_view(sql));
    if (found != m_statements.end())
        return Query(*this, found->second);
    sqlite3_stmt* statement = nullptr;
    if (check(sqlite3_prepare_v3(m_db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr)))
        m_statements.emplace(sql, statement);
    return Query(*this, statement);
}

std::optional<std::int64_t> Sqlite::version() {
    Query answer = query("PRAGMA user_version");
    return answer.next() ? std::optional(answer.number(0)) : std::nullopt;
}

void setAside(const std::string& file) {
    for (const char* part : {"", "-wal", "-shm"}) {
        const std::string target = file + ".damaged" + part;
        std::remove(target.c_str());
        // A part that is not there is no failure.
        [[maybe_unused]] const int moved = std::rename((file + part).c_str(), target.c_str());
    }
}

std::unique_ptr<Sqlite> openOrRebuild(const std::string& file, Sqlite::Sync sync, const std::string& vfs,
                                      std::int64_t version, const char* schemaSql, bool& wasSetAside) {
    wasSetAside = false;
    for (int attempt = 0; attempt < 2; ++attempt) {
        bool damaged = false;
        auto db = Sqlite::open(file, sync, vfs, damaged);
        if (db != nullptr) {
            const auto found = db->version();
            if (found == version)
                return db;
            const std::string mark = "PRAGMA user_version=" + std::to_string(version);
            if (found == 0 && db->transaction([&] { return db->exec(schemaSql) && db->exec(mark.c_str()); }))
                return db;
            damaged = found.has_value() || db->damaged();
            db.reset();
        }
        if (!damaged)
            return nullptr;
        setAside(file);
        wasSetAside = true;
    }
    return nullptr;
}

} // namespace atrium::sync
