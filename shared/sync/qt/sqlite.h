// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace atrium::sync {

/// One SQLite connection with prepared statements kept by their text. Every call tells whether it worked;
/// after SQLITE_CORRUPT or SQLITE_NOTADB damaged() stays true. One thread at a time.
class Sqlite {
public:
    /// A running statement; reset when it goes out of scope, so that it holds no lock.
    class Query {
    public:
        explicit Query(Sqlite& db, sqlite3_stmt* statement) : m_db(db), m_statement(statement) {}
        Query(const Query&) = delete;
        Query& operator=(const Query&) = delete;
        ~Query();
        Query& bind(std::int64_t value);
        Query& bind(std::string_view value); ///< must outlive the query
        /// True when a row is there. False at the end and on failure: then ok() tells them apart.
        bool next();
        /// Runs a statement without rows.
        bool run();
        [[nodiscard]] bool ok() const { return m_ok; }
        [[nodiscard]] std::int64_t number(int column) const;
        [[nodiscard]] std::string_view text(int column) const; ///< until next()

    private:
        Sqlite& m_db;
        sqlite3_stmt* m_statement;
        int m_bound = 0;
        bool m_ok = true;
    };

    enum class Sync { normal, full };
    /// Null when the file cannot be opened or is no database (damaged is then set). WAL mode. An empty vfs is
    /// the default one.
    [[nodiscard]] static std::unique_ptr<Sqlite> open(const std::string& file, Sync sync,
                                                      const std::string& vfs, bool& damaged);
    Sqlite(const Sqlite&) = delete;
    Sqlite& operator=(const Sqlite&) = delete;
    ~Sqlite();

    /// Several statements without values or rows.
    bool exec(const char* sql);
    [[nodiscard]] Query query(const char* sql);
    /// Runs fn between BEGIN IMMEDIATE and COMMIT; rolls back when fn or the commit fails.
    template <class Fn> bool transaction(Fn&& fn) {
        if (!exec("BEGIN IMMEDIATE"))
            return false;
        if (fn() && exec("COMMIT"))
            return true;
        exec("ROLLBACK");
        return false;
    }
    /// PRAGMA user_version.
    [[nodiscard]] std::optional<std::int64_t> version();
    [[nodiscard]] bool damaged() const { return m_damaged; }
    /// Why the last call that failed did so.
    [[nodiscard]] const std::string& message() const { return m_message; }

private:
    explicit Sqlite(sqlite3* db) : m_db(db) {}
    bool check(int code);

    sqlite3* m_db;
    std::map<std::string, sqlite3_stmt*, std::less<>> m_statements;
    std::string m_message;
    bool m_damaged = false;
};

/// Renames a database and its -wal and -shm files to "<file>.damaged…", replacing an older such set.
void setAside(const std::string& file);

/// Opens a database of the given schema version, or makes it by schemaSql when it is new. One that is
/// damaged, of a newer version, or of an older version this program cannot lift is set aside first and
/// wasSetAside becomes true. Null when the disk gives no file at all.
[[nodiscard]] std::unique_ptr<Sqlite> openOrRebuild(const std::string& file, Sqlite::Sync sync,
                                                    const std::string& vfs, std::int64_t version,
                                                    const char* schemaSql, bool& wasSetAside);

} // namespace atrium::sync
