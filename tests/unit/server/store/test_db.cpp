// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/bulk.h"
#include "tests/unit/server/store/databases.h"

namespace atrium::store::testing {

class DbFacade : public OnBoth {
protected:
    void SetUp() override {
        OnBoth::SetUp();
        db = connect();
        db->run("CREATE TABLE \"t\" (\"id\" TEXT PRIMARY KEY, \"n\" BIGINT, \"r\" DOUBLE PRECISION)");
    }
    std::int64_t count() {
        return asInt(db->query("SELECT COUNT(*) FROM \"t\"", {}, {ColumnType::integer}).at(0).at(0));
    }
    std::unique_ptr<Db> db;
};

TEST_P(DbFacade, valuesComeBackAsTheyWent) {
    const std::string text = "窗口 \"3\" 'x' $1 ? \n";
    db->exec("INSERT INTO \"t\" (\"id\", \"n\", \"r\") VALUES ($1, $2, $3)",
             {text, std::int64_t{-9007199254740991}, 0.25});
    db->exec("INSERT INTO \"t\" (\"id\", \"n\", \"r\") VALUES ($1, $2, $3)", {"", Value{}, Value{}});
    const auto rows = db->query("SELECT \"id\", \"n\", \"r\" FROM \"t\" ORDER BY \"id\"", {},
                                {ColumnType::text, ColumnType::integer, ColumnType::real});
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0], (Row{std::string(), Value{}, Value{}}));
    EXPECT_EQ(rows[1], (Row{text, std::int64_t{-9007199254740991}, 0.25}));
}

TEST_P(DbFacade, aTransactionThatThrowsLeavesNothing) {
    EXPECT_THROW(db->transaction([](Db& tx) {
        tx.exec("INSERT INTO \"t\" (\"id\") VALUES ($1)", {std::string("a")});
        throw DbError("no");
    }),
                 DbError);
    EXPECT_EQ(count(), 0);
    db->transaction([](Db& tx) { tx.exec("INSERT INTO \"t\" (\"id\") VALUES ($1)", {std::string("a")}); });
    EXPECT_EQ(count(), 1);
}

TEST_P(DbFacade, aStatementThatFailedWorksAgain) {
    const std::string insert = "INSERT INTO \"t\" (\"id\") VALUES ($1)";
    db->exec(insert, {std::string("a")});
    EXPECT_THROW(db->exec(insert, {std::string("a")}), DbError);
    EXPECT_EQ(db->exec(insert, {std::string("b")}), 1);
    EXPECT_EQ(count(), 2);
}

TEST_P(DbFacade, bulkInsertWritesEveryRowOfEverySize) {
    const auto bulk = BulkInsert::upsert("t", {"id", "n"});
    for (const std::int64_t rows : {1, 5, 64, 85, 200}) {
        db->run("DELETE FROM \"t\"");
        Values values;
        for (std::int64_t i = 0; i < rows; ++i)
            values.insert(values.end(), {"row" + std::to_string(i), i});
        bulk.run(*db, std::move(values));
        EXPECT_EQ(count(), rows);
    }
    bulk.run(*db, {std::string("row3"), std::int64_t{77}});
    EXPECT_EQ(asInt(db->query("SELECT \"n\" FROM \"t\" WHERE \"id\" = $1", {std::string("row3")},
                              {ColumnType::integer})
                        .at(0)
                        .at(0)),
              77);
}

ATRIUM_ON_BOTH(DbFacade);

} // namespace atrium::store::testing
