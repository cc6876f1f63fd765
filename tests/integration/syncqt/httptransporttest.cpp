// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/httptransport.h"
#include "shared/sync/qt/hallclient.h"

#include "tests/support/sync/fakeserver.h"
#include "tests/support/sync/httpfront.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QLocale>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <ctime>

#include <utility>

using namespace atrium;
using namespace std::chrono_literals;
using State = sync::SyncClient::State;
using sync::HttpRequest;
using sync::HttpResponse;

namespace {

model::ServiceItem item(int number, const std::string& name) {
    model::ServiceItem out;
    out.id = model::ServiceItemId("item-" + std::to_string(100'000 + number));
    out.name = name;
    return out;
}

sync::SyncTiming quick() {
    return {
        .idleTimeout = 30s, .requestTimeout = 5s, .backoff = {.shortest = 1ms, .base = 5ms, .longest = 20ms}};
}

/// Processor time of the calling thread.
qint64 threadMilliseconds() {
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return used.tv_sec * 1000 + used.tv_nsec / 1'000'000;
}

} // namespace

/// The network transport against real sockets.
class HttpTransportTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    sync::Connection to(const test::HttpFront& front, const char* name) {
        sync::Connection out;
        out.server = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(front.port()));
        out.token = "device-token";
        out.dataDir = m_folder.filePath(QString::fromLatin1(name));
        QDir().mkpath(out.dataDir);
        return out;
    }

private Q_SLOTS:

    /// The server goes away, ten events pass, it comes back: ten events cross the line, not a snapshot.
    void tenMissedEventsAreTenEventsOnTheLine() {
        test::FakeServer server;
        for (int i = 0; i < 500; ++i)
            server.publish("recordChanged", {test::put(item(i, "不动产转移登记"))});
        test::HttpFront front(server);
        sync::HallClient hall(to(front, "ten"), std::make_unique<sync::HttpTransport>(to(front, "ten")),
                              nullptr, quick());
        hall.start();
        QTRY_COMPARE(hall.sync().state(), State::live);
        QCOMPARE(hall.replica().all<model::ServiceItem>().size(), 500U);
        const qint64 snapshotBytes = front.bytesSent();

        front.stop();
        QTRY_COMPARE(hall.sync().state(), State::offline);
        QVERIFY(hall.sync().offlineSince().isValid());
        QCOMPARE(hall.replica().all<model::ServiceItem>().size(), 500U);
        qint64 missed = 0;
        for (int i = 0; i < 10; ++i) {
            const auto change = test::put(item(7, std::to_string(i)));
            const auto seq = server.publish("recordChanged", {change});
            missed +=
                server.frame({.seq = seq, .at = {}, .type = "recordChanged", .changes = {change}}).size();
        }
        QSignalSpy applied(&hall.replica(), &sync::Replica::eventApplied);
        const qint64 sentBefore = front.bytesSent();
        const qint64 readBefore = hall.sync().bytesReceived();
        QVERIFY(front.start());
        QTRY_COMPARE(hall.sync().state(), State::live);
        QCOMPARE(applied.size(), 10);
        QCOMPARE(hall.replica().find<model::ServiceItem>(item(7, {}).id)->name, std::string("9"));
        QVERIFY(hall.sync().bytesReceived() - readBefore < missed + 1000);
        QVERIFY(front.bytesSent() - sentBefore < missed + 4000);
        QVERIFY(front.bytesSent() - sentBefore < snapshotBytes / 20);
        QCOMPARE(hall.sync().snapshotsTaken(), 1);
    }

    void sendsTheTokenAndALengthWithEveryCommand() {
        test::FakeServer server;
        server.command = [](const HttpRequest&) { return HttpResponse{.status = 204}; };
        test::HttpFront front(server);
        sync::HttpTransport transport(to(front, "token"));
        sync::Api api(transport);
        int answers = 0;
        const auto count = [&](const model::Result<sync::Empty>& answer) {
            answers += answer.has_value() ? 1 : 0;
        };
        api.post<sync::Empty>("/windows/window-03/call", model::WindowRequest{}, this, count);
        QTRY_COMPARE(answers, 1);
        api.call<sync::Empty>("POST", "/alarms/a/acknowledge", sync::Empty{}, this, count);
        QTRY_COMPARE(answers, 2);
        for (const QByteArray& head : front.heads()) {
            QVERIFY(head.contains("Authorization: Bearer device-token"));
            QVERIFY2(head.toLower().contains("content-length:"), head.constData());
        }
    }

    /// A kiosk changes its language between two touches; Qt's own field would be that of the machine.
    void asksInTheLanguageOfTheScreen() {
        const auto back = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
        test::FakeServer server;
        server.command = [](const HttpRequest&) { return HttpResponse{.status = 204}; };
        test::HttpFront front(server);
        sync::HttpTransport transport(to(front, "language"));
        sync::Api api(transport);
        int answers = 0;
        for (const char* language : {"zh_CN", "en", "zh_CN"}) {
            QLocale::setDefault(QLocale(QString::fromLatin1(language)));
            api.get<sync::Empty>("/devices/self", this,
                                 [&](const model::Result<sync::Empty>&) { ++answers; });
            const int wanted = answers + 1;
            QTRY_COMPARE(answers, wanted);
        }
        QByteArrayList asked;
        for (const QByteArray& head : front.heads())
            for (const QByteArray& line : head.split('\n'))
                if (line.toLower().startsWith("accept-language:"))
                    asked += line.mid(line.indexOf(':') + 1).trimmed();
        QCOMPARE(asked, (QByteArrayList{"zh-CN", "en", "zh-CN"}));
    }

    void anAnswerCutShortIsNoAnswer() {
        test::FakeServer server;
        server.command = [](const HttpRequest&) {
            return HttpResponse{.status = 200, .body = QByteArray(5000, ' ')};
        };
        test::HttpFront front(server);
        front.cutBodiesAfter(100);
        sync::HttpTransport transport(to(front, "cut"));
        std::optional<HttpResponse> got;
        transport.send({.path = "/api/v1/x"}, this, [&](const HttpResponse& response) { got = response; });
        QTRY_VERIFY(got);
        QCOMPARE(got->status, 0);
        QVERIFY(!got->failure.isEmpty());
    }

    void aSnapshotCutShortLeavesTheReplicaAsItWas() {
        test::FakeServer server;
        for (int i = 0; i < 100; ++i)
            server.publish("recordChanged", {test::put(item(i, "x"))});
        test::HttpFront front(server);
        front.cutBodiesAfter(4000);
        sync::HallClient hall(to(front, "short"), std::make_unique<sync::HttpTransport>(to(front, "short")),
                              nullptr, quick());
        hall.start();
        QTRY_COMPARE(hall.sync().state(), State::offline);
        QCOMPARE(hall.replica().position(), std::nullopt);
        QVERIFY(hall.replica().all<model::ServiceItem>().empty());
        front.cutBodiesAfter(0);
        QTRY_COMPARE(hall.sync().state(), State::live);
        QCOMPARE(hall.replica().all<model::ServiceItem>().size(), 100U);
    }

    void aSilentServerIsLeftAfterTheTimeout() {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        sync::Connection connection;
        connection.server = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(silent.serverPort()));
        sync::HttpTransport transport(connection);
        std::optional<HttpResponse> got;
        transport.send({.path = "/api/v1/server", .timeout = 100ms}, this,
                       [&](const HttpResponse& response) { got = response; });
        QTRY_VERIFY(got);
        QCOMPARE(got->status, 0);
    }

    /// Fifty thousand items: the window goes on being drawn while they arrive.
    void aLargeSnapshotDoesNotStopTheGuiThread() {
        // The server has a thread of its own: what is measured is the client's.
        QThread thread;
        auto server = std::make_unique<test::FakeServer>();
        std::vector<sync::Change> items;
        for (int i = 0; i < 50'000; ++i)
            items.push_back(test::put(item(i, "企业投资项目备案")));
        server->publish("recordChanged", std::move(items));
        auto front = std::make_unique<test::HttpFront>(*server);
        const sync::Connection connection = to(*front, "large");
        front->moveToThread(&thread);
        server->moveToThread(&thread);
        thread.start();
        // Sockets end in their own thread, however this function is left.
        const auto end = qScopeGuard([&] {
            QMetaObject::invokeMethod(
                server.get(), [&front] { front.reset(); }, Qt::BlockingQueuedConnection);
            thread.quit();
            thread.wait();
        });
        {
            sync::HallClient hall(connection, std::make_unique<sync::HttpTransport>(connection), nullptr,
                                  quick());
            // How much comes between two turns of a timer, as of the one that draws the next frame.
            qint64 lastBytes = 0;
            qint64 mostBytes = 0;
            // What this thread computes meanwhile, not what other programs take.
            qint64 last = threadMilliseconds();
            qint64 longest = 0;
            QTimer tick;
            connect(&tick, &QTimer::timeout, this, [&] {
                const qint64 now = threadMilliseconds();
                longest = std::max(longest, now - std::exchange(last, now));
                const qint64 bytes = hall.sync().bytesReceived();
                mostBytes = std::max(mostBytes, bytes - std::exchange(lastBytes, bytes));
            });
            tick.start(5);
            hall.start();
            QTRY_COMPARE_WITH_TIMEOUT(hall.sync().state(), State::live, 120'000);
            const qint64 all = hall.sync().bytesReceived();
            qInfo(
                "50,000 records, %lld bytes: at most %lld in one turn of the event loop, and %lld ms of work",
                all, mostBytes, longest);
            QCOMPARE(hall.replica().all<model::ServiceItem>().size(), 50'000U);
            QVERIFY2(mostBytes < all / 8, "the GUI thread takes the snapshot in one piece");
        }
        QElapsedTimer opening;
        opening.start();
        sync::Replica replica(connection.replicaFile());
        replica.preload<model::ServiceItem>();
        const qint64 free = opening.elapsed();
        QCOMPARE(replica.all<model::ServiceItem>().size(), 50'000U);
        qInfo("opened with 50,000 records: GUI thread free after %lld ms, records there after %lld ms", free,
              opening.elapsed());
    }
};

QTEST_GUILESS_MAIN(HttpTransportTest)
#include "httptransporttest.moc"
