// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite behind the facade. The connection is Poco::Data's; the statements are SQLite's own, because
// Poco 1.11 prepares a statement again at every execution, which cost more than running it.
#include "server/store/db.h"

#include <Poco/Data/DataException.h>
#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/SQLite/Utility.h>
#include <Poco/Data/Session.h>

#include <sqlite3.h>

#include <cerrno>
#include <mutex>
#include <unordered_map>

namespace atrium::store {
namespace {

/// Poco tries again for a minute where the path is a folder or is not there: nobody waits so long for the
/// reason.
constexpr std::size_t kOpenSeconds = 3;

struct Finalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using StatementPtr = std::unique_ptr<sqlite3_stmt, Finalizer>;

/// Leaves a statement ready for the next run, however this one ended; the values it borrowed may go.
class Running {
public:
    explicit Running(sqlite3_stmt* statement) : m_statement(statement) {}
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    ~Running() {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }

private:
    sqlite3_stmt* m_statement;
};

class SqliteDb final : public Db {
public:
    explicit SqliteDb(const std::string& path)
        : m_session("SQLite", path, kOpenSeconds), m_db(Poco::Data::SQLite::Utility::dbHandle(m_session)) {}

    [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }

    std::int64_t exec(const std::string& sql, const Values& values) override {
        sqlite3_stmt* const prepared = statement(sql, values);
        const Running running(prepared);
        int code = sqlite3_step(prepared);
        while (code == SQLITE_ROW)
            code = sqlite3_step(prepared);
        check(code, sql);
        return sqlite3_changes(m_db);
    }

    std::vector<Row> query(const std::string& sql, const Values& values, const ColumnTypes& types) override {
        sqlite3_stmt* const prepared = statement(sql, values);
        const Running running(prepared);
        if (static_cast<std::size_t>(sqlite3_column_count(prepared)) != types.size())
            throw DbError("the columns are not the expected ones in: " + sql.substr(0, 120));
        std::vector<Row> out;
        int code = sqlite3_step(prepared);
        for (; code == SQLITE_ROW; code = sqlite3_step(prepared))
            out.push_back(row(prepared, types));
        check(code, sql);
        return out;
    }

    void run(const std::string& sql) override {
        check(sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, nullptr), sql);
    }

private:
    void check(int code, const std::string& sql) const {
        const int system = errno; // SQLite's own copy stays 0 when a commit fails
        if (code != SQLITE_OK && code != SQLITE_DONE)
            throw DbError(std::string(sqlite3_errmsg(m_db)) + " in: " + sql.substr(0, 120),
                          isFull(code, system));
    }
    /// SQLite calls a file that may not grow an I/O error; what the system said tells them apart.
    static bool isFull(int code, int system) {
        const int primary = code & 0xFF;
        return primary == SQLITE_FULL ||
               (primary == SQLITE_IOERR && (system == ENOSPC || system == EDQUOT || system == EFBIG));
    }

    /// The statement of that text, prepared once, with the values bound; they must outlive its run.
    sqlite3_stmt* statement(const std::string& sql, const Values& values) {
        auto found = m_statements.find(sql);
        if (found == m_statements.end()) {
            // A forgotten place that builds SQL from data would otherwise grow this without end.
            if (m_statements.size() >= 400)
                m_statements.clear();
            sqlite3_stmt* fresh = nullptr;
            check(sqlite3_prepare_v3(m_db, sql.c_str(), static_cast<int>(sql.size()) + 1,
                                     SQLITE_PREPARE_PERSISTENT, &fresh, nullptr),
                  sql);
            found = m_statements.emplace(sql, StatementPtr(fresh)).first;
        }
        sqlite3_stmt* const prepared = found->second.get();
        if (static_cast<std::size_t>(sqlite3_bind_parameter_count(prepared)) != values.size())
            throw DbError("the values are not as many as the placeholders in: " + sql.substr(0, 120));
        int place = 0;
        for (const Value& value : values)
            check(bind(prepared, ++place, value), sql);
        return prepared;
    }

    static int bind(sqlite3_stmt* prepared, int place, const Value& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value))
            return sqlite3_bind_int64(prepared, place, *number);
        if (const auto* real = std::get_if<double>(&value))
            return sqlite3_bind_double(prepared, place, *real);
        if (const auto* text = std::get_if<std::string>(&value))
            return sqlite3_bind_text(prepared, place, text->data(), static_cast<int>(text->size()),
                                     SQLITE_STATIC);
        return sqlite3_bind_null(prepared, place);
    }

    static Row row(sqlite3_stmt* prepared, const ColumnTypes& types) {
        Row out;
        out.reserve(types.size());
        for (const ColumnType type : types) {
            const int column = static_cast<int>(out.size());
            if (sqlite3_column_type(prepared, column) == SQLITE_NULL)
                out.emplace_back();
            else if (type == ColumnType::integer)
                out.emplace_back(std::int64_t{sqlite3_column_int64(prepared, column)});
            else if (type == ColumnType::real)
                out.emplace_back(sqlite3_column_double(prepared, column));
            else
                out.emplace_back(text(prepared, column));
        }
        return out;
    }

    static std::string text(sqlite3_stmt* prepared, int column) {
        const void* const bytes = sqlite3_column_blob(prepared, column);
        const int size = sqlite3_column_bytes(prepared, column);
        return bytes == nullptr
                   ? std::string()
                   : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
    }

    Poco::Data::Session m_session;
    sqlite3* m_db;                                              ///< owned by the session
    std::unordered_map<std::string, StatementPtr> m_statements; ///< finalized before the session closes
};

} // namespace

std::unique_ptr<Db> openSqlite(const std::string& path) {
    static std::once_flag registered;
    std::call_once(registered, [] { Poco::Data::SQLite::Connector::registerConnector(); });
    try {
        auto db = std::make_unique<SqliteDb>(path);
        db->run("PRAGMA busy_timeout=3000");
        db->run("PRAGMA journal_mode=WAL");
        db->run("PRAGMA synchronous=FULL");
        db->run("PRAGMA foreign_keys=ON");
        db->run("PRAGMA secure_delete=ON"); // an erased person's key must not stay in a free page
        // A day's pages stay in memory (the default of 2 MB reads index pages again and again), and the log
        // goes back into the file every 64 MB instead of 4: fewer syncs, and the same pages are copied less
        // often; reading such a log again at a start takes a tenth of a second.
        db->run("PRAGMA cache_size=-32768");
        db->run("PRAGMA wal_autocheckpoint=16384");
        // A statement of many rows notes what it changes, to take it back if it fails half-way: in memory,
        // not in a file that is made anew for every commit.
        db->run("PRAGMA temp_store=MEMORY");
        return db;
    } catch (const Poco::Exception& error) {
        throw DbError("cannot open " + path + ": " + error.displayText());
    }
}

} // namespace atrium::store
