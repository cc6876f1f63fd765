// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/db.h"

#include <string_view>
#include <vector>

namespace atrium::store {

/// One numbered step of the schema, from server/store/migrations.
struct Migration {
    int number = 0;
    std::string_view name;
    std::string_view sql;
};

/// All steps in order; generated from the .sql files at build time.
[[nodiscard]] const std::vector<Migration>& migrations();

/// Brings the schema up to the newest step, each step in a transaction of its own. Throws DbError when the
/// database is newer than this program, and then changes nothing.
void migrate(Db& db, const std::vector<Migration>& steps = migrations());

/// Whether there is nothing to migrate; changes nothing. Throws DbError when the database is newer.
[[nodiscard]] bool isCurrent(Db& db, const std::vector<Migration>& steps = migrations());

/// The number of the last step applied; 0 on an empty database.
[[nodiscard]] int schemaVersion(Db& db);

/// The columns a table really has, sorted, whatever the database.
[[nodiscard]] std::vector<std::string> tableColumns(Db& db, const std::string& table);

} // namespace atrium::store
