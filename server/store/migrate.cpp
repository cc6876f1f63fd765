// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/migrate.h"

#include <algorithm>
#include <utility>

namespace atrium::store {
namespace {

/// The statements of a step; our files hold no semicolon inside texts, which a test checks by running them.
std::vector<std::string> splitStatements(std::string_view sql) {
    std::vector<std::string> out;
    std::string current;
    for (std::size_t begin = 0; begin < sql.size();) {
        const std::size_t end = std::min(sql.find('\n', begin), sql.size());
        std::string_view line = sql.substr(begin, end - begin);
        begin = end + 1;
        line = line.substr(0, line.find("--"));
        current.append(line).append(" ");
        if (line.find(';') != std::string_view::npos) {
            current.erase(current.find(';'));
            out.push_back(std::exchange(current, {}));
        }
    }
    return out;
}

int newestOf(const std::vector<Migration>& steps) {
    return steps.empty() ? 0 : steps.back().number;
}

/// The database's version, which must not be above the program's.
int checkedVersion(Db& db, const std::vector<Migration>& steps) {
    const int present = schemaVersion(db);
    if (present > newestOf(steps))
        throw DbError("the database has schema " + std::to_string(present) + ", this program knows " +
                      std::to_string(newestOf(steps)) + ": install the newer program");
    return present;
}

} // namespace

int schemaVersion(Db& db) {
    db.run("CREATE TABLE IF NOT EXISTS \"schema_version\" (\"number\" BIGINT PRIMARY KEY)");
    const auto rows =
        db.query("SELECT COALESCE(MAX(\"number\"), 0) FROM \"schema_version\"", {}, {ColumnType::integer});
    return static_cast<int>(asInt(rows.at(0).at(0)));
}

bool isCurrent(Db& db, const std::vector<Migration>& steps) {
    if (tableColumns(db, "schema_version").empty())
        return steps.empty();
    return checkedVersion(db, steps) == newestOf(steps);
}

void migrate(Db& db, const std::vector<Migration>& steps) {
    const int present = checkedVersion(db, steps);
    for (const Migration& step : steps) {
        if (step.number <= present)
            continue;
        db.transaction([&](Db& tx) {
            for (const std::string& statement : splitStatements(step.sql))
                tx.run(statement);
            tx.exec("INSERT INTO \"schema_version\" (\"number\") VALUES ($1)", {std::int64_t{step.number}});
        });
    }
}

std::vector<std::string> tableColumns(Db& db, const std::string& table) {
    const std::string sql = db.dialect() == Dialect::sqlite
                                ? "SELECT name FROM pragma_table_info($1)"
                                : "SELECT column_name::text FROM information_schema.columns "
                                  "WHERE table_schema = current_schema() AND table_name = $1";
    std::vector<std::string> out;
    for (const Row& row : db.query(sql, {table}, {ColumnType::text}))
        out.push_back(asText(row.at(0)));
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace atrium::store
