// SPDX-License-Identifier: GPL-3.0-or-later
// One writer a database, and what becomes of it when the database goes away.
#include "server/store/migrate.h"
#include "server/store/store.h"
#include "tests/unit/server/store/databases.h"

#include <chrono>
#include <thread>

namespace atrium::store::testing {
namespace {

Group groupOf(std::int64_t seq) {
    auto event = std::make_shared<LogEvent>();
    event->seq = seq;
    event->at = model::fromMillis(seq);
    event->type = "ticketIssued";
    Group group;
    group.hallId = model::HallId("h");
    group.events = {event};
    return group;
}

/// A connection that breaks right after a commit: the answer never comes.
class VanishingDb final : public Db {
public:
    VanishingDb(std::unique_ptr<Db> inner, std::shared_ptr<bool> armed)
        : m_inner(std::move(inner)), m_armed(std::move(armed)) {}
    [[nodiscard]] Dialect dialect() const override { return m_inner->dialect(); }
    std::int64_t exec(const std::string& sql, const Values& values) override {
        return alive().exec(sql, values);
    }
    std::vector<Row> query(const std::string& sql, const Values& values, const ColumnTypes& types) override {
        return alive().query(sql, values, types);
    }
    void run(const std::string& sql) override {
        alive().run(sql);
        m_gone = *m_armed && sql == "COMMIT";
        (void)alive();
    }

private:
    Db& alive() {
        if (m_gone)
            throw DbError("the connection is gone");
        return *m_inner;
    }
    std::unique_ptr<Db> m_inner;
    std::shared_ptr<bool> m_armed; // shared with the test, which arms it
    bool m_gone = false;
};

} // namespace

class WriterLease : public OnBoth {
protected:
    std::unique_ptr<Store> opened() {
        auto store = Store::open(where());
        EXPECT_TRUE(store) << store.error().detail;
        return std::move(*store);
    }
    /// PostgreSQL gives the lock back when it notices that its connection ended: a moment later.
    static bool takenOnceFree(Store& store) {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
        while (std::chrono::steady_clock::now() < deadline)
            if (store.takeLease())
                return true;
        return false;
    }
    std::vector<std::int64_t> column(const std::string& name) {
        std::vector<std::int64_t> out;
        for (const Row& row : connect()->query("SELECT \"" + name + "\" FROM \"event_log\" ORDER BY \"seq\"",
                                               {}, {ColumnType::integer}))
            out.push_back(asInt(row.at(0)));
        return out;
    }
};

TEST_P(WriterLease, aSecondServerIsRefusedUntilTheFirstEnds) {
    auto first = opened();
    ASSERT_TRUE(first->takeLease());
    auto second = opened(); // tasks that only look may still open it
    const auto refused = second->takeLease();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, model::ErrorCode::conflict);
    EXPECT_NE(refused.error().detail.find("another server"), std::string::npos);
    ASSERT_TRUE(first->commit(groupOf(1)));
    EXPECT_FALSE(first->lost());
    first.reset();
    EXPECT_TRUE(takenOnceFree(*second));
    EXPECT_TRUE(second->commit(groupOf(2)));
}

TEST_P(WriterLease, everyEventCarriesTheEpochOfItsLease) {
    for (std::int64_t seq = 1; seq <= 3; ++seq) {
        auto store = opened();
        ASSERT_TRUE(takenOnceFree(*store));
        ASSERT_TRUE(store->commit(groupOf(seq)));
    }
    EXPECT_EQ(column("epoch"), (std::vector<std::int64_t>{1, 2, 3}));
}

TEST_P(WriterLease, tablesAreNotTouchedBelowARunningServer) {
    auto first = opened();
    ASSERT_TRUE(first->takeLease());
    ASSERT_TRUE(first->commit(groupOf(1)));
    connect()->run("DELETE FROM \"schema_version\""); // as if this program were newer than the tables
    const auto second = Store::open(where());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, model::ErrorCode::conflict);
    EXPECT_EQ(schemaVersion(*connect()), 0);
    ASSERT_TRUE(first->commit(groupOf(2)));
    EXPECT_EQ(column("seq"), (std::vector<std::int64_t>{1, 2}));
}

TEST_P(WriterLease, whoOnlyLooksNeedsNoLeaseOnTheNewestTables) {
    opened(); // makes the tables
    auto first = opened();
    ASSERT_TRUE(takenOnceFree(*first));
    auto beside = opened();
    EXPECT_TRUE(beside->setting("day"));
    beside.reset();
    EXPECT_TRUE(first->commit(groupOf(1)));
}

/// What a client holds as its proof must survive starts, and must not survive a backup that was put back.
TEST_P(WriterLease, eachStartTagsTheLogItWrites) {
    const auto run = [this](std::int64_t first, std::int64_t last) {
        auto store = opened();
        EXPECT_TRUE(store->takeLease());
        for (std::int64_t seq = first; seq <= last; ++seq)
            EXPECT_TRUE(store->commit(groupOf(seq)));
        auto loaded = store->load(model::Day{20261122}, {}, {});
        EXPECT_TRUE(loaded);
        return *loaded->runs;
    };
    const LogRuns first = run(1, 3);
    (void)run(4, 3); // wrote nothing
    const LogRuns third = run(4, 5);
    for (std::int64_t seq = 1; seq <= 3; ++seq)
        EXPECT_EQ(third.tagOf(seq), first.tagOf(seq)) << seq;
    EXPECT_NE(third.tagOf(3), "");
    EXPECT_NE(third.tagOf(4), first.tagOf(4));

    // As if a copy made after number 2 had been put back: the numbers go on, the tags do not.
    connect()->exec("DELETE FROM \"event_log\" WHERE \"seq\" > 2");
    connect()->exec("DELETE FROM \"log_run\" WHERE \"first_seq\" > 2");
    const LogRuns restored = run(3, 8);
    EXPECT_EQ(restored.tagOf(2), first.tagOf(2));
    EXPECT_NE(restored.tagOf(3), first.tagOf(3));
    EXPECT_NE(restored.tagOf(5), third.tagOf(5));
}

TEST_P(WriterLease, runsArePrunedWithTheirEvents) {
    for (std::int64_t seq = 1; seq <= 3; ++seq) {
        auto store = opened();
        ASSERT_TRUE(store->takeLease());
        ASSERT_TRUE(store->commit(groupOf(seq)));
    }
    auto store = opened();
    ASSERT_TRUE(store->prune({}, model::fromMillis(3)));
    const auto runs = store->load(model::Day{20261122}, {}, {})->runs;
    EXPECT_EQ(runs->tagOf(2), "");
    EXPECT_NE(runs->tagOf(3), "");
}

ATRIUM_ON_BOTH(WriterLease);

/// What only a database that is a server of its own can do.
class Reconnect : public WriterLease {
protected:
    /// And waits until the locks they held are free.
    void endOtherConnections() {
        const auto own = connect();
        own->query("SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE "
                   "datname = current_database() AND pid <> pg_backend_pid()",
                   {}, {ColumnType::integer});
        const char* const held = "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND database = "
                                 "(SELECT oid FROM pg_database WHERE datname = current_database())";
        while (asInt(own->query(held, {}, {ColumnType::integer}).at(0).at(0)) > 0)
            std::this_thread::yield();
    }
};

TEST_P(Reconnect, theStoreGoesOnAfterTheDatabaseWasRestarted) {
    auto store = opened();
    ASSERT_TRUE(store->takeLease());
    ASSERT_TRUE(store->commit(groupOf(1)));
    ASSERT_EQ(store->alive().value(), true);
    PostgresCluster::instance().restart();

    const auto failed = store->commit(groupOf(2)); // the connection of old: said so, nothing was changed
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, model::ErrorCode::unavailable);
    const auto done = store->commit(groupOf(2));
    ASSERT_TRUE(done) << done.error().detail;
    EXPECT_FALSE(store->alive());
    EXPECT_EQ(store->alive().value(), true);
    EXPECT_EQ(store->eventsAfter(0, 10).value()->size(), 2U);
    EXPECT_FALSE(store->lost());
    EXPECT_EQ(column("epoch"), (std::vector<std::int64_t>{1, 1})); // it is the same lease
    EXPECT_FALSE(opened()->takeLease());
}

TEST_P(Reconnect, whoLostTheLeaseWritesNoMore) {
    auto first = opened();
    ASSERT_TRUE(first->takeLease());
    ASSERT_TRUE(first->commit(groupOf(1)));
    endOtherConnections(); // its network is cut; the database gives its lock away
    auto second = opened();
    ASSERT_TRUE(takenOnceFree(*second));
    ASSERT_TRUE(second->commit(groupOf(2)));

    for (int i = 0; i < 3; ++i)
        EXPECT_FALSE(first->commit(groupOf(2)));
    EXPECT_TRUE(first->lost());
    EXPECT_EQ(first->alive().value(), false);
    ASSERT_TRUE(second->commit(groupOf(3)));
    EXPECT_EQ(column("seq"), (std::vector<std::int64_t>{1, 2, 3}));
    EXPECT_EQ(column("epoch"), (std::vector<std::int64_t>{1, 2, 2}));
}

TEST_P(Reconnect, aCommitWhoseAnswerNeverCameEndsTheProcessInsteadOfReusingItsNumber) {
    auto armed = std::make_shared<bool>(false);
    auto store = Store::open([&] { return std::make_unique<VanishingDb>(connect(), armed); });
    ASSERT_TRUE(store);
    ASSERT_TRUE((*store)->takeLease());
    ASSERT_TRUE((*store)->commit(groupOf(1)));
    *armed = true;
    EXPECT_FALSE((*store)->commit(groupOf(2)));
    *armed = false;
    endOtherConnections();
    EXPECT_FALSE((*store)->commit(groupOf(2)));
    EXPECT_TRUE((*store)->lost());
    store->reset();
    auto anew = opened(); // reads what is stored, and goes on from there
    ASSERT_TRUE(takenOnceFree(*anew));
    EXPECT_EQ(anew->load({}, {}, {}).value().lastSeq, 2);
}

INSTANTIATE_TEST_SUITE_P(Databases, Reconnect, ::testing::Values(Dialect::postgres), databaseName);

} // namespace atrium::store::testing
