// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The database as the rest of the server sees it. Nothing outside server/store includes this.
namespace atrium::store {

/// What a column may hold. Truth values are 0 and 1, times milliseconds since 1970. Whole numbers are exact
/// up to 2^53: Poco's PostgreSQL reader goes through double.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;
using Values = std::vector<Value>;

/// What a result column is read as; the caller says it, because expressions carry no declared type on SQLite.
enum class ColumnType { integer, real, text };
using ColumnTypes = std::vector<ColumnType>;

/// One result row; NULL is std::monostate.
using Row = Values;

/// Any failure of the database. Stays inside server/store: Store turns it into an Error.
class DbError : public std::runtime_error {
public:
    explicit DbError(const std::string& what, bool full = false) : std::runtime_error(what), m_full(full) {}
    /// There is no room for what should be written.
    [[nodiscard]] bool full() const noexcept { return m_full; }

private:
    bool m_full;
};

enum class Dialect { sqlite, postgres };

/// One connection. One thread at a time may use it. Placeholders are $1, $2 … in the order in which they
/// appear. Every call may throw DbError.
class Db {
public:
    Db() = default;
    Db(const Db&) = delete;
    Db& operator=(const Db&) = delete;
    virtual ~Db() = default;

    [[nodiscard]] virtual Dialect dialect() const = 0;

    /// Runs a statement that changes data; gives the number of rows it touched. The statement stays prepared.
    virtual std::int64_t exec(const std::string& sql, const Values& values) = 0;
    virtual std::vector<Row> query(const std::string& sql, const Values& values,
                                   const ColumnTypes& types) = 0;
    /// Runs statements that are not worth keeping (definitions, pragmas).
    virtual void run(const std::string& sql) = 0;

    std::int64_t exec(const std::string& sql) { return exec(sql, Values{}); }

    /// Runs work inside one transaction that takes the write lock at once; rolls back when work throws or the
    /// commit fails, and throws on.
    void transaction(const std::function<void(Db&)>& work);
};

/// Opens a SQLite file with WAL, synchronous=FULL, foreign keys and a busy time-out of three seconds.
[[nodiscard]] std::unique_ptr<Db> openSqlite(const std::string& path);

/// Opens a PostgreSQL database by a libpq connection string ("host=… port=… dbname=… user=…").
[[nodiscard]] std::unique_ptr<Db> openPostgres(const std::string& connection);

// Readers of one value; they throw DbError when the column is NULL or of another type.
[[nodiscard]] std::int64_t asInt(const Value& value);
[[nodiscard]] const std::string& asText(const Value& value);

} // namespace atrium::store
