// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/replica.h"

#include "shared/sync/qt/snapshotreader.h"
#include "tests/support/sync/fakeserver.h"
#include "tests/support/sync/replicas.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <map>

using namespace atrium;
using sync::Change;
using sync::LogEvent;
using sync::Replica;
using test::department;
using test::logged;
using test::Names;
using test::names;
using test::takeSnapshot;

namespace {

model::ServiceItem item(const std::string& id, const std::string& department, bool active) {
    model::ServiceItem out;
    out.id = model::ServiceItemId(id);
    out.departmentId = model::DepartmentId(department);
    out.active = active;
    return out;
}

QByteArray lineOf(const char* id) {
    return "{\"kind\":\"department\",\"id\":\"" + QByteArray(id) +
           "\",\"record\":" + QByteArray::fromStdString(model::toJson(department(id, id))) + "}\n";
}

void run(const QString& file, const char* sql) {
    sqlite3* db = nullptr;
    QCOMPARE(sqlite3_open(file.toUtf8().constData(), &db), SQLITE_OK);
    QCOMPARE(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(db);
}

} // namespace

class ReplicaTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString file(const char* name) const {
        return m_folder.filePath(QString::fromLatin1(name));
    }

private Q_SLOTS:

    void isEmptyBeforeItsFirstSnapshot() {
        Replica replica(file("empty"));
        QCOMPARE(replica.position(), std::nullopt);
        QVERIFY(replica.all<model::ServiceItem>().empty());
        QVERIFY(!replica.apply({logged(1, {})}, 1));
        QCOMPARE(replica.position(), std::nullopt);
    }

    void keepsRecordsInOrderAndFindsThem() {
        Replica replica(file("order"));
        takeSnapshot(replica, 10,
                     {test::put(department("b", "住建局")), test::put(department("a", "公安局"))});
        QCOMPARE(names(replica), (Names{"公安局", "住建局"}));
        QCOMPARE(replica.find<model::Department>(model::DepartmentId("b"))->name, std::string("住建局"));
        QCOMPARE(replica.find<model::Department>(model::DepartmentId("c")), std::nullopt);
        QCOMPARE(replica.position(), 10);
        QCOMPARE(replica.day().value, 20261122);
        QCOMPARE(replica.hallId().value, std::string("hall"));
    }

    void showsWhatWasKnownAfterARestart() {
        {
            Replica replica(file("restart"));
            takeSnapshot(replica, 10, {test::put(department("a", "old")), test::put(department("b", "B"))});
            QVERIFY(replica.apply({logged(11, {test::put(department("a", "new"))}),
                                   logged(14, {test::gone<model::Department>("b")})},
                                  14));
        }
        Replica replica(file("restart"));
        QCOMPARE(replica.position(), 14);
        QCOMPARE(names(replica), (Names{"new"}));
    }

    void appliesEachNumberOnce() {
        Replica replica(file("once"));
        takeSnapshot(replica, 10, {test::put(department("a", "10"))});
        QSignalSpy applied(&replica, &Replica::eventApplied);
        QVERIFY(replica.apply({logged(9, {test::put(department("a", "9"))}),
                               logged(12, {test::put(department("a", "12"))}),
                               logged(12, {test::put(department("a", "again"))})},
                              12));
        QCOMPARE(names(replica), (Names{"12"}));
        QCOMPARE(applied.size(), 1);
    }

    void tellsChangesFirstThenEventsThenTheBatch() {
        Replica replica(file("signals"));
        takeSnapshot(replica, 1, {test::put(department("a", "A"))});
        QStringList told;
        connect(&replica, &Replica::changed, this, [&](const QString& kind, const QStringList& ids) {
            told << kind + u':' + ids.join(u',') +
                        QString::fromStdString(
                            replica.find<model::Department>(model::DepartmentId("a"))->name);
        });
        connect(&replica, &Replica::eventApplied, this,
                [&](const LogEvent& applied) { told << QString::number(applied.seq); });
        connect(&replica, &Replica::batchApplied, this,
                [&](qint64 position) { told << QStringLiteral("batch %1").arg(position); });
        replica.apply({logged(2, {test::put(department("a", "A2"))}),
                       logged(3, {test::put(department("a", "A3"))}),
                       logged(4, {test::put(department("b", "B"))})},
                      7);
        QCOMPARE(told, (QStringList{QStringLiteral("department:a,bA3"), QStringLiteral("2"),
                                    QStringLiteral("3"), QStringLiteral("4"), QStringLiteral("batch 7")}));
        QCOMPARE(replica.position(), 7);
    }

    void aSnapshotReplacesEverythingAtOnceAndTellsOnlyKindsThatDiffer() {
        Replica replica(file("swap"));
        model::Hall hall;
        hall.id = model::HallId("hall");
        takeSnapshot(replica, 10,
                     {test::put(hall), test::put(department("a", "A")), test::put(department("b", "B"))});
        QCOMPARE(names(replica).size(), 2U);
        QCOMPARE(replica.all<model::Hall>().size(), 1U);
        const auto& rows = replica.all<model::Department>();
        QSignalSpy changed(&replica, &Replica::changed);
        replica.beginSnapshot();
        replica.addToSnapshot({test::put(department("c", "C"))});
        QCOMPARE(names(replica), (Names{"A", "B"})); // not before it is whole
        replica.addToSnapshot({test::put(hall)});
        replica.finishSnapshot(20, model::Day{20261123}, model::HallId("hall"));
        QCOMPARE(names(replica), (Names{"C"}));
        QCOMPARE(rows.size(), 1U); // the reference given out before still holds
        bool departments = false;
        for (const auto& arguments : changed) {
            QVERIFY(arguments.at(0).toString() != u"hall");
            departments = departments || arguments.at(0).toString() == u"department";
            QVERIFY(arguments.at(1).toStringList().isEmpty());
        }
        QVERIFY(departments);
    }

    void anUnfinishedSnapshotLeavesNothing() {
        {
            Replica replica(file("cut"));
            takeSnapshot(replica, 10, {test::put(department("a", "A"))});
            replica.beginSnapshot();
            replica.addToSnapshot({test::put(department("z", "Z"))});
        }
        Replica replica(file("cut"));
        QCOMPARE(replica.position(), 10);
        QCOMPARE(names(replica), (Names{"A"}));
        takeSnapshot(replica, 30, {test::put(department("n", "N"))});
        Replica again(file("cut"));
        QCOMPARE(names(again), (Names{"N"}));
    }

    void aSnapshotThatEndsBetweenTwoLinesIsNotWhole() {
        const QByteArray head = "{\"seq\":10,\"day\":20261122,\"count\":2}\n";
        Replica replica(file("lines"));
        sync::SnapshotReader cut(replica);
        QVERIFY(cut.feed(head + lineOf("a")));
        QVERIFY(!cut.finish(model::HallId("hall")));
        replica.dropSnapshot();
        QVERIFY(names(replica).empty());
        sync::SnapshotReader whole(replica);
        for (const char byte : head + lineOf("a") + lineOf("b"))
            QVERIFY(whole.feed(QByteArray(1, byte)));
        QVERIFY(whole.finish(model::HallId("hall")));
        QCOMPARE(names(replica), (Names{"a", "b"}));
        sync::SnapshotReader broken(replica);
        QVERIFY(!broken.feed(head + "{}\n"));
    }

    void preloadGivesTheSameRecords() {
        {
            Replica replica(file("preload"));
            std::vector<Change> many;
            for (int i = 0; i < 2000; ++i)
                many.push_back(test::put(department("d" + std::to_string(10'000 + i), std::to_string(i))));
            takeSnapshot(replica, 10, many);
        }
        Replica replica(file("preload"));
        replica.preload<model::Department>();
        QVERIFY(replica.apply({logged(11, {test::put(department("d10000", "changed"))})}, 11));
        QCOMPARE(replica.all<model::Department>().size(), 2000U);
        QCOMPARE(replica.all<model::Department>().front().name, std::string("changed"));
    }

    void recordsAreReadSinglyUntilThePreloadIsDone() {
        {
            Replica replica(file("singly"));
            std::vector<Change> many;
            for (int i = 0; i < 300; ++i)
                many.push_back(
                    test::put(item("i" + std::to_string(1000 + i), i % 3 == 0 ? "d1" : "d2", i != 3)));
            takeSnapshot(replica, 10, many);
        }
        Replica replica(file("singly"));
        replica.readSingly<model::ServiceItem>();
        const auto* single = replica.peek<model::ServiceItem>(model::ServiceItemId("i1001"));
        QVERIFY(single != nullptr);
        QCOMPARE(single->departmentId, model::DepartmentId("d2"));
        QVERIFY(replica.peek<model::ServiceItem>(model::ServiceItemId("none")) == nullptr);
        QVERIFY(!replica.isLoaded<model::ServiceItem>());
        const auto counts = replica.activeItemCounts();
        const auto items = replica.activeItems(model::DepartmentId("d1"));
        QCOMPARE(counts, (std::map<std::string, int>{{"d1", 99}, {"d2", 200}}));
        QCOMPARE(items.size(), 99U);

        QSignalSpy preloaded(&replica, &Replica::preloaded);
        replica.preload<model::ServiceItem>();
        QVERIFY(replica.loading());
        QTRY_COMPARE(preloaded.size(), 1);
        QVERIFY(!replica.loading() && replica.isLoaded<model::ServiceItem>());
        // The same answers from what is decoded.
        QCOMPARE(replica.activeItemCounts(), counts);
        QVERIFY(replica.activeItems(model::DepartmentId("d1")) == items);
        QVERIFY(replica.peek<model::ServiceItem>(model::ServiceItemId("i1001")) != nullptr);
    }

    void aChangeIsSeenByRecordsThatAreReadSingly() {
        Replica replica(file("change"));
        takeSnapshot(replica, 10, {test::put(department("a", "A"))});
        Replica other(file("change"));
        other.readSingly<model::ServiceItem>();
        const model::ServiceItemId id("i1");
        QVERIFY(other.peek<model::ServiceItem>(id) == nullptr);
        QVERIFY(other.apply({logged(11, {test::put(item("i1", "d1", true))})}, 11));
        QVERIFY(other.peek<model::ServiceItem>(id) != nullptr);
        QCOMPARE(other.activeItemCounts(), (std::map<std::string, int>{{"d1", 1}}));
        QVERIFY(other.apply({logged(12, {test::put(item("i1", "d2", false))})}, 12));
        QCOMPARE(other.peek<model::ServiceItem>(id)->departmentId, model::DepartmentId("d2"));
        QVERIFY(other.activeItemCounts().empty());
    }

    void withoutAFileAPreloadIsDoneAtOnce() {
        Replica replica(QStringLiteral(":memory:"));
        takeSnapshot(replica, 10, {test::put(item("i1", "d1", true))});
        QSignalSpy preloaded(&replica, &Replica::preloaded);
        replica.preload<model::ServiceItem>();
        QVERIFY(!replica.loading());
        QTRY_COMPARE(preloaded.size(), 1);
    }

    void aFileThatIsNoDatabaseIsSetAside() {
        QFile broken(file("broken"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write(QByteArray(8192, 'x'));
        broken.close();
        Replica replica(file("broken"));
        QVERIFY(replica.wasSetAside());
        QVERIFY(QFile::exists(file("broken.damaged")));
        QCOMPARE(replica.position(), std::nullopt);
        takeSnapshot(replica, 5, {test::put(department("a", "A"))});
        QCOMPARE(names(replica), (Names{"A"}));
    }

    void aFileOfANewerProgramIsSetAside() {
        {
            Replica replica(file("newer"));
            takeSnapshot(replica, 10, {test::put(department("a", "A"))});
        }
        run(file("newer"), "PRAGMA user_version=99");
        Replica replica(file("newer"));
        QVERIFY(replica.wasSetAside());
        QCOMPARE(replica.position(), std::nullopt);
        QVERIFY(replica.stored());
    }

    void damageFoundWhileReadingAsksForASnapshotAndKeepsTheRest() {
        {
            Replica replica(file("damage"));
            takeSnapshot(replica, 10, {test::put(department("a", "A"))});
        }
        run(file("damage"), "UPDATE records SET record = '{\"id\":'");
        Replica replica(file("damage"));
        QCOMPARE(replica.position(), 10);
        QTest::ignoreMessage(QtWarningMsg, "replica damaged, set aside; the server is asked for everything");
        QVERIFY(names(replica).empty());
        QCOMPARE(replica.position(), std::nullopt);
        QVERIFY(QFile::exists(file("damage.damaged")));
        QVERIFY(!replica.apply({logged(11, {test::put(department("b", "B"))})}, 11));
        takeSnapshot(replica, 12, {test::put(department("b", "B"))});
        QCOMPARE(names(Replica(file("damage"))), (Names{"B"}));
    }

    void aRecordThisProgramCannotReadIsLeftOutNotShownOld() {
        Replica replica(file("unknown"));
        takeSnapshot(replica, 10, {test::put(department("a", "A"))});
        QCOMPARE(names(replica), (Names{"A"}));
        QTest::ignoreMessage(QtWarningMsg, "record not readable, left out: department a");
        QVERIFY(replica.apply({logged(11, {{.kind = "department", .id = "a", .record = R"({"id":7})"},
                                           {.kind = "hologram", .id = "h", .record = "{}"}})},
                              11));
        QVERIFY(names(replica).empty());
        QCOMPARE(replica.position(), 11);
    }

    void goesOnInMemoryWhenTheDiskFails() {
        {
            Replica replica(file("full"));
            takeSnapshot(replica, 10, {test::put(department("a", "A"))});
            run(file("full"),
                "CREATE TRIGGER full BEFORE UPDATE ON records BEGIN SELECT RAISE(ABORT, 'full'); END");
            QTest::ignoreMessage(QtWarningMsg, "replica not written, memory alone is used: full");
            QVERIFY(!replica.apply({logged(11, {test::put(department("a", "B"))})}, 11));
            QVERIFY(!replica.stored());
            QCOMPARE(names(replica), (Names{"B"}));
            QVERIFY(!replica.apply({logged(12, {test::put(department("c", "C"))})}, 12));
            QCOMPARE(names(replica), (Names{"B", "C"}));
            QCOMPARE(replica.position(), 12);
        }
        // The file kept a whole state: the next start catches up from there.
        Replica replica(file("full"));
        QCOMPARE(replica.position(), 10);
        QCOMPARE(names(replica), (Names{"A"}));
    }

    void oldRowsAreSweptAway() {
        Replica replica(file("sweep"));
        for (int round = 0; round < 3; ++round)
            takeSnapshot(replica, 10 + round, {test::put(department("a", "A"))});
        QTRY_COMPARE(
            [this] {
                sqlite3* db = nullptr;
                sqlite3_open(file("sweep").toUtf8().constData(), &db);
                sqlite3_stmt* count = nullptr;
                sqlite3_prepare_v2(db, "SELECT count(*) FROM records", -1, &count, nullptr);
                sqlite3_step(count);
                const int rows = sqlite3_column_int(count, 0);
                sqlite3_finalize(count);
                sqlite3_close(db);
                return rows;
            }(),
            1);
    }
};

QTEST_GUILESS_MAIN(ReplicaTest)
#include "replicatest.moc"
