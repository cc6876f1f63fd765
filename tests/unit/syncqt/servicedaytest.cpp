// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to a service day leaves the replica with it, however the client learns of another day.
#include "shared/sync/qt/replica.h"
#include "shared/sync/qt/syncclient.h"
#include "tests/support/sync/fakeserver.h"
#include "tests/support/sync/replicas.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <cstdlib>

using namespace atrium;
using namespace std::chrono_literals;
using sync::Change;
using sync::LogEvent;
using sync::Replica;
using State = sync::SyncClient::State;
using test::department;
using test::logged;
using test::names;
using test::Names;
using test::quick;
using test::takeSnapshot;

namespace {

const model::Day kYesterday{20261122}; // of takeSnapshot()
const model::Day kToday{20261123};

model::Ticket ticket(const std::string& id, model::Day day) {
    model::Ticket out;
    out.id = model::TicketId(id);
    out.day = day;
    return out;
}

model::Call call(const std::string& id, const std::string& ticket) {
    model::Call out;
    out.id = model::CallId(id);
    out.ticketId = model::TicketId(ticket);
    return out;
}

model::QueueDay counters(const std::string& id, model::Day day) {
    model::QueueDay out;
    out.id = model::RecordId(id);
    out.day = day;
    return out;
}

model::Rating rating(const std::string& id, model::Day day) {
    model::Rating out;
    out.id = model::RatingId(id);
    out.day = day;
    return out;
}

/// One of each kind that belongs to a day, all ids with the given letter.
std::vector<Change> aDay(const std::string& letter, model::Day day) {
    return {test::put(ticket(letter, day)), test::put(call(letter, letter)), test::put(counters(letter, day)),
            test::put(rating(letter, day))};
}

/// Ids of all records of these kinds: "t1 c1 q1 r1".
std::string dayRecords(const Replica& replica) {
    std::string out;
    for (const auto& row : replica.all<model::Ticket>())
        out += "t" + row.id.value + " ";
    for (const auto& row : replica.all<model::Call>())
        out += "c" + row.id.value + " ";
    for (const auto& row : replica.all<model::QueueDay>())
        out += "q" + row.id.value + " ";
    for (const auto& row : replica.all<model::Rating>())
        out += "r" + row.id.value + " ";
    return out;
}

/// Rows of the file that belong to a day, of whatever generation.
int dayRows(const QString& file) {
    sqlite3* db = nullptr;
    int count = -1;
    if (sqlite3_open(file.toUtf8().constData(), &db) == SQLITE_OK)
        sqlite3_exec(
            db, "SELECT count(*) FROM records WHERE kind IN ('ticket', 'call', 'queueDay', 'rating')",
            [](void* out, int, char** values, char**) {
                *static_cast<int*>(out) = std::atoi(values[0]);
                return 0;
            },
            &count, nullptr);
    sqlite3_close(db);
    return count;
}

} // namespace

class ServiceDayTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString file(const char* name) const {
        return m_folder.filePath(QString::fromLatin1(name));
    }

private Q_SLOTS:

    void anotherDayDropsTheRecordsOfThoseBefore_data() {
        QTest::addColumn<bool>("decoded");
        QTest::newRow("decoded") << true;
        QTest::newRow("in the file") << false;
    }
    void anotherDayDropsTheRecordsOfThoseBefore() {
        QFETCH(bool, decoded);
        const QString path = file(decoded ? "day-decoded" : "day-file");
        {
            Replica replica(path);
            takeSnapshot(replica, 10, {test::put(department("a", "A"))});
            QVERIFY(replica.apply({logged(11, aDay("1", kYesterday))}, 11));
            // Of the new day, before the day was told.
            QVERIFY(replica.apply({logged(12, aDay("2", kToday))}, 12));
            QCOMPARE(dayRecords(replica), std::string("t1 t2 c1 c2 q1 q2 r1 r2 "));
        }
        Replica replica(path);
        if (decoded)
            QCOMPARE(dayRecords(replica), std::string("t1 t2 c1 c2 q1 q2 r1 r2 "));
        QSignalSpy changed(&replica, &Replica::changed);
        QSignalSpy batch(&replica, &Replica::batchApplied);
        QVERIFY(replica.setDay(kToday));
        QCOMPARE(dayRecords(replica), std::string("t2 c2 q2 r2 "));
        QCOMPARE(dayRows(path), 4);
        QCOMPARE(changed.size(), 4);
        QCOMPARE(batch.size(), 1);
        QCOMPARE(names(replica), Names{"A"});
        QVERIFY(replica.setDay(kToday)); // nothing new
        QCOMPARE(batch.size(), 1);
    }

    void theEndOfADayDropsItsRecords_data() {
        QTest::addColumn<bool>("oneBatch");
        QTest::newRow("one by one") << false;
        QTest::newRow("in one batch") << true;
    }
    void theEndOfADayDropsItsRecords() {
        QFETCH(bool, oneBatch);
        const QString path = file(oneBatch ? "end-batch" : "end-single");
        Replica replica(path);
        takeSnapshot(replica, 10, {test::put(department("a", "A"))});
        QCOMPARE(dayRecords(replica), std::string());
        LogEvent end = logged(12, {test::put(ticket("1", kYesterday)), test::put(counters("1", kToday)),
                                   test::put(department("a", "B"))});
        end.type = "dayClosed";
        const std::vector<LogEvent> events{logged(11, aDay("1", kYesterday)), end,
                                           logged(13, aDay("2", kToday))};
        if (oneBatch)
            QVERIFY(replica.apply(events, 13));
        else
            for (const LogEvent& event : events)
                QVERIFY(replica.apply({event}, event.seq));
        QCOMPARE(replica.day(), kToday);
        QCOMPARE(dayRecords(replica), std::string("t2 c2 q1 q2 r2 "));
        QCOMPARE(dayRows(path), 5);
        QCOMPARE(names(replica), Names{"B"});
        // A service of yesterday is rated late, and a call of yesterday comes late.
        QVERIFY(replica.apply({logged(14, aDay("3", kYesterday))}, 14));
        QCOMPARE(dayRecords(replica), std::string("t2 c2 q1 q2 r2 "));
        QCOMPARE(dayRows(path), 5);
        const Replica again(path);
        QCOMPARE(dayRecords(again), std::string("t2 c2 q1 q2 r2 "));
        QCOMPARE(again.day(), kToday);
    }

    void theFileDoesNotGrowWithTheDays() {
        const QString path = file("growth");
        Replica replica(path);
        takeSnapshot(replica, 10, {});
        std::int64_t seq = 10;
        for (std::int32_t day = 20261122; day < 20261130; ++day) {
            QVERIFY(replica.setDay(model::Day{day}));
            std::vector<Change> records;
            for (int i = 0; i < 50; ++i)
                records.push_back(
                    test::put(ticket(std::to_string(day) + "-" + std::to_string(i), model::Day{day})));
            ++seq;
            QVERIFY(replica.apply({logged(seq, std::move(records))}, seq));
            QCOMPARE(replica.all<model::Ticket>().size(), std::size_t{50});
            QCOMPARE(dayRows(path), 50);
        }
    }

    void aNewDayIsKnownWithoutARestart() {
        test::FakeServer server;
        sync::Replica replica(QStringLiteral(":memory:"));
        sync::SyncClient client(server, replica, quick());
        client.start();
        QTRY_COMPARE(client.state(), State::live);
        QSignalSpy day(&client, &sync::SyncClient::dayChanged);
        server.publish("ticketIssued", {test::put(ticket("1", server.day))});
        QTRY_COMPARE(dayRecords(replica), std::string("t1 "));
        server.day = model::Day{20261123};
        server.publish("dayClosed", {});
        server.publish("ticketIssued", {test::put(ticket("2", server.day))});
        QTRY_COMPARE(replica.day().value, 20261123);
        QTRY_COMPARE(dayRecords(replica), std::string("t2 "));
        QCOMPARE(day.size(), 1);
    }

    void theServerStartedAnewOnAnotherDay_data() {
        QTest::addColumn<bool>("inTheLog");
        QTest::newRow("the day was closed in between") << true;
        QTest::newRow("only the number is told") << false;
    }
    /// The same log, another day: what was yesterday's is gone, and what the catching up brings of it as
    /// well.
    void theServerStartedAnewOnAnotherDay() {
        QFETCH(bool, inTheLog);
        test::FakeServer server;
        server.beginRun("1111");
        server.publish("recordChanged", {test::put(department("a", "A"))});
        server.publish("ticketIssued", {test::put(ticket("1", server.day))});
        sync::Replica replica(QStringLiteral(":memory:"));
        sync::SyncClient client(server, replica, quick());
        client.start();
        QTRY_COMPARE(client.state(), State::live);
        QCOMPARE(dayRecords(replica), std::string("t1 "));
        server.down = true;
        server.dropStreams();
        QTRY_COMPARE(client.state(), State::offline);
        server.publish("ticketIssued", {test::put(ticket("2", server.day))});
        if (inTheLog)
            server.publish("dayClosed", {});
        server.beginRun("2222");
        server.day = model::Day{20261123};
        if (inTheLog)
            server.publish("ticketIssued", {test::put(ticket("3", server.day))});
        QSignalSpy day(&client, &sync::SyncClient::dayChanged);
        QSignalSpy changed(&replica, &sync::Replica::changed);
        server.down = false;
        QTRY_COMPARE(client.state(), State::live);
        QTRY_COMPARE(replica.position(), server.seq());
        QCOMPARE(client.snapshotsTaken(), 1);
        QCOMPARE(replica.day().value, 20261123);
        QCOMPARE(day.size(), 1);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(dayRecords(replica), inTheLog ? std::string("t3 ") : std::string());
        QCOMPARE(names(replica), Names{"A"});
    }
};

QTEST_GUILESS_MAIN(ServiceDayTest)
#include "servicedaytest.moc"
