// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/migrate.h"
#include "server/store/recordtable.h"
#include "tests/unit/server/store/databases.h"

#include <boost/mp11/algorithm.hpp>

#include <algorithm>

namespace atrium::store::testing {

class Schema : public OnBoth {};

TEST_P(Schema, tablesHoldExactlyTheDescribedColumns) {
    auto db = connect();
    migrate(*db);
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, model::AllRecords>>(
        [&](auto identity) {
            const auto kind = model::RecordTraits<typename decltype(identity)::type>::kind;
            auto described = RecordTables::columnsOf(kind);
            std::sort(described.begin(), described.end());
            EXPECT_EQ(tableColumns(*db, RecordTables::tableOf(kind)), described) << kind;
        });
}

TEST_P(Schema, migratingTwiceChangesNothing) {
    auto db = connect();
    migrate(*db);
    const int version = schemaVersion(*db);
    migrate(*db);
    EXPECT_EQ(schemaVersion(*db), version);
    EXPECT_EQ(version, migrations().back().number);
}

TEST_P(Schema, aNewerDatabaseIsRefusedAndLeftAlone) {
    auto db = connect();
    migrate(*db);
    db->exec("INSERT INTO \"schema_version\" (\"number\") VALUES ($1)", {std::int64_t{9999}});
    EXPECT_THROW(migrate(*db), DbError);
    EXPECT_EQ(schemaVersion(*db), 9999);
}

TEST_P(Schema, aFailingStepLeavesTheStepBefore) {
    auto db = connect();
    const std::vector<Migration> steps{
        {1, "good", "CREATE TABLE \"a\" (\"x\" BIGINT);\n"},
        {2, "bad", "CREATE TABLE \"b\" (\"x\" BIGINT);\nCREATE TABLE \"a\" (\"x\" BIGINT);\n"}};
    EXPECT_THROW(migrate(*db, steps), DbError);
    EXPECT_EQ(schemaVersion(*db), 1);
    EXPECT_TRUE(tableColumns(*db, "b").empty());
}

ATRIUM_ON_BOTH(Schema);

} // namespace atrium::store::testing
