// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/hallclient.h"

#include "shared/model/json.h"
#include "shared/sync/qt/enrolment.h"
#include "tests/support/sync/fakeserver.h"

#include <QCommandLineParser>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace atrium;
using namespace Qt::StringLiterals;
using model::ErrorCode;
using sync::HttpRequest;
using sync::HttpResponse;

namespace {

model::Device window3(const std::string& name) {
    model::Device out;
    out.id = model::DeviceId("terminal-3");
    out.kind = model::DeviceKind::windowTerminal;
    out.name = name;
    return out;
}

/// A device that keeps its data in the folder and was given the token "old"; without a token when that could
/// not be written.
sync::Connection enrolledIn(const QTemporaryDir& folder) {
    sync::Connection out;
    out.dataDir = folder.path();
    if (sync::writeToken(out.tokenFile(), "old"))
        out.token = "old";
    return out;
}

model::Result<sync::Connection> parse(const QStringList& arguments) {
    QCommandLineParser parser;
    sync::addConnectionOptions(parser);
    return parser.parse(QStringList{u"app"_s} + arguments)
               ? sync::connectionFromOptions(parser)
               : model::Error{ErrorCode::invalid, "/parse", std::string()};
}

} // namespace

class HallClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void enrolsStoresItsTokenAndConnects() {
        QTemporaryDir folder;
        auto owned = std::make_unique<test::FakeServer>();
        test::FakeServer& server = *owned;
        server.publish("recordChanged", {test::put(window3("三号窗口"))});
        server.command = [](const HttpRequest& request) {
            if (request.path == "/api/v1/devices/self")
                return HttpResponse{.status = 200,
                                    .body = QByteArray::fromStdString(model::toJson(window3("三号窗口")))};
            if (!request.body.contains("K7M2P9QX"))
                return HttpResponse{.status = 403};
            model::EnrolResponse answer;
            answer.token = "device-token";
            answer.device = window3("三号窗口");
            return HttpResponse{.status = 200, .body = QByteArray::fromStdString(model::toJson(answer))};
        };
        sync::Connection connection;
        connection.dataDir = folder.path();
        sync::HallClient hall(connection, std::move(owned));
        hall.start();
        QVERIFY(!hall.enrolled());
        QVERIFY(server.asked().isEmpty());

        std::optional<ErrorCode> wrong;
        hall.enrol("WRONGONE", "0.1", this,
                   [&](const model::Result<model::EnrolResponse>& r) { wrong = r.error().code; });
        QTRY_VERIFY(wrong);
        QCOMPARE(*wrong, ErrorCode::forbidden);
        QVERIFY(!QFile::exists(connection.tokenFile()));

        bool done = false;
        hall.enrol("K7M2P9QX", "0.1", this,
                   [&](const model::Result<model::EnrolResponse>& r) { done = r.has_value(); });
        QTRY_VERIFY(done);
        QVERIFY(hall.enrolled());
        QCOMPARE(server.token(), QByteArray("device-token"));
        QCOMPARE(sync::readToken(connection.tokenFile()).value(), QByteArray("device-token"));
        QCOMPARE(QFile::permissions(connection.tokenFile()) &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup),
                 QFile::Permissions());
        QTRY_COMPARE(hall.sync().state(), sync::SyncClient::State::live);
        QCOMPARE(hall.self()->name, std::string("三号窗口"));
        QSignalSpy self(&hall, &sync::HallClient::selfChanged);
        server.publish("recordChanged", {test::put(window3("改名"))});
        QTRY_COMPARE(self.size(), 1);
        QCOMPARE(hall.self()->name, std::string("改名"));
    }

    void aDeviceThatIsShutOutIsEnrolledAgainAsAnother() {
        QTemporaryDir folder;
        const sync::Connection connection = enrolledIn(folder);
        QVERIFY(!connection.token.isEmpty());
        auto owned = std::make_unique<test::FakeServer>();
        test::FakeServer& server = *owned;
        server.publish("recordChanged", {test::put(window3("三号窗口"))});
        model::Device other = window3("四号窗口");
        other.id = model::DeviceId("terminal-4");
        server.command = [&](const HttpRequest& request) {
            model::EnrolResponse answer;
            answer.token = "new";
            answer.device = other;
            return HttpResponse{.status = request.path.endsWith("/enrolment") ? 200 : 404,
                                .body = QByteArray::fromStdString(model::toJson(answer))};
        };
        sync::SyncTiming timing;
        timing.backoff = {.shortest = std::chrono::milliseconds(1),
                          .base = std::chrono::milliseconds(1),
                          .longest = std::chrono::milliseconds(1)};
        sync::HallClient hall(connection, std::move(owned), nullptr, timing);
        hall.start();
        QTRY_COMPARE(hall.sync().state(), sync::SyncClient::State::live);
        QCOMPARE(hall.sync().snapshotsTaken(), 1);

        server.refuses = true;
        server.dropStreams();
        QTRY_VERIFY(!hall.enrolled());
        QVERIFY(hall.revoked());
        QVERIFY(!QFile::exists(connection.tokenFile()));
        QCOMPARE(sync::readToken(connection.revokedTokenFile()).value(), QByteArray("old"));
        QVERIFY(server.token().isEmpty());
        // Started anew it still knows why it has no token.
        sync::Connection without = connection;
        without.token.clear();
        QVERIFY(sync::HallClient(without, std::make_unique<test::FakeServer>()).revoked());

        server.refuses = false;
        bool done = false;
        hall.enrol("K7M2P9QX", "0.1", this,
                   [&](const model::Result<model::EnrolResponse>& answer) { done = answer.has_value(); });
        QTRY_VERIFY(done);
        QVERIFY(!hall.revoked());
        QTRY_COMPARE(hall.sync().state(), sync::SyncClient::State::live);
        // Another device may see other records.
        QCOMPARE(hall.sync().snapshotsTaken(), 2);
        QCOMPARE(hall.self()->id.value, std::string("terminal-4"));
        QVERIFY(!QFile::exists(connection.revokedTokenFile()));
        QCOMPARE(sync::readToken(connection.tokenFile()).value(), QByteArray("new"));
    }

    void aServerThatKnewNobodyForAWhileNeedsNoCodes() {
        QTemporaryDir folder;
        const sync::Connection connection = enrolledIn(folder);
        QVERIFY(!connection.token.isEmpty());
        auto owned = std::make_unique<test::FakeServer>();
        test::FakeServer& server = *owned;
        server.publish("recordChanged", {test::put(window3("三号窗口"))});
        bool askedWithOld = false;
        server.command = [&](const HttpRequest& request) {
            if (request.headers.contains(std::pair<QByteArray, QByteArray>("Authorization", "Bearer old")))
                askedWithOld = true;
            return HttpResponse{.status = request.path.endsWith("/self") ? 200 : 404,
                                .body = QByteArray::fromStdString(model::toJson(window3("三号窗口")))};
        };
        sync::SyncTiming timing;
        timing.revokedInterval = std::chrono::milliseconds(1);
        sync::HallClient hall(connection, std::move(owned), nullptr, timing);
        hall.start();
        QTRY_COMPARE(hall.sync().state(), sync::SyncClient::State::live);
        server.refuses = true;
        server.dropStreams();
        QTRY_VERIFY(hall.revoked());
        // Restarted in the meantime it asks as well.
        sync::Connection without = connection;
        without.token.clear();
        auto others = std::make_unique<test::FakeServer>();
        others->refuses = true;
        const auto& other = *others;
        {
            sync::HallClient restarted(without, std::move(others), nullptr, timing);
            restarted.start();
            QTRY_VERIFY(other.asked().count("GET /api/v1/devices/self") > 1);
        }

        server.refuses = false;
        QTRY_COMPARE(hall.sync().state(), sync::SyncClient::State::live);
        QVERIFY(askedWithOld);
        QVERIFY(hall.enrolled());
        QVERIFY(!hall.revoked());
        QCOMPARE(server.token(), QByteArray("old"));
        QCOMPARE(sync::readToken(connection.tokenFile()).value(), QByteArray("old"));
        QVERIFY(!QFile::exists(connection.revokedTokenFile()));
        QCOMPARE(hall.sync().snapshotsTaken(), 1); // what it had is still true
    }

    void aRefusalThatIsNotTheServersEndsNoEnrolment() {
        QTemporaryDir folder;
        sync::Connection connection;
        connection.dataDir = folder.path();
        connection.token = "old";
        auto owned = std::make_unique<test::FakeServer>();
        test::FakeServer& server = *owned;
        server.refusesStreams = true;
        server.command = [](const HttpRequest&) {
            return HttpResponse{.status = 401,
                                .headers = {{"content-type", "text/html"}},
                                .body = "<h1>sign in to the network</h1>"};
        };
        sync::HallClient hall(connection, std::move(owned));
        hall.start();
        QTRY_COMPARE(server.asked().count("GET /api/v1/devices/self"), 1);
        QTRY_COMPARE(hall.sync().state(), sync::SyncClient::State::refused);
        QCoreApplication::processEvents();
        QVERIFY(hall.enrolled());
    }

    void knowsItselfOfflineAndSendsItsOutboxWhenTheServerIsBack() {
        QTemporaryDir folder;
        sync::Connection connection;
        connection.dataDir = folder.path();
        connection.token = "t";
        {
            sync::Replica replica(connection.replicaFile());
            replica.beginSnapshot();
            replica.addToSnapshot({test::put(window3("三号窗口"))});
            replica.finishSnapshot(1, model::Day{20261122}, model::HallId("hall"));
        }
        auto owned = std::make_unique<test::FakeServer>();
        test::FakeServer& server = *owned;
        server.down = true;
        server.publish("recordChanged", {test::put(window3("三号窗口"))});
        server.command = [](const HttpRequest& request) {
            return HttpResponse{.status = request.path.endsWith("/self") ? 404 : 204};
        };
        sync::SyncTiming timing;
        // A pause the test would not live to see: only the connection's return can wake the outbox.
        timing.backoff.shortest = std::chrono::hours(1);
        timing.backoff.longest = std::chrono::hours(2);
        sync::HallClient hall(connection, std::move(owned), nullptr, timing);
        QCOMPARE(hall.self()->name, std::string("三号窗口"));
        QVERIFY(hall.outbox().enqueue("POST", "/tickets/t/print", model::PrintReport{}).has_value());
        hall.start();
        QTRY_COMPARE(hall.sync().state(), sync::SyncClient::State::offline);
        QTRY_VERIFY(server.asked().contains("POST /api/v1/tickets/t/print"));
        QCOMPARE(hall.outbox().pending(), 1);
        server.down = false;
        hall.sync().retryNow();
        QTRY_COMPARE(hall.outbox().pending(), 0);
    }

    void readsItsOptions() {
        QTemporaryDir folder;
        const QString data = folder.filePath(u"kiosk/data"_s);
        const auto plain = parse({u"--data"_s, data});
        QVERIFY(plain.has_value());
        QCOMPARE(plain->server, QUrl(u"http://127.0.0.1:8080"_s));
        QVERIFY(plain->token.isEmpty());
        QVERIFY(QFile::exists(data));
        QVERIFY(sync::writeToken(plain->tokenFile(), "abc").has_value());
        QCOMPARE(parse({u"--data"_s, data})->token, QByteArray("abc"));
        QCOMPARE(parse({u"--data"_s, data, u"--fingerprint"_s, QString(64, u'A')})->fingerprint,
                 QByteArray(64, 'a'));
    }

    void namesTheOptionThatIsWrong_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("path");
        QTest::newRow("server") << QStringList{u"--server"_s, u"ftp://x"_s} << u"/server"_s;
        QTest::newRow("no host") << QStringList{u"--server"_s, u"http:///"_s} << u"/server"_s;
        QTest::newRow("ca") << QStringList{u"--ca"_s, u"/nonexistent"_s} << u"/ca"_s;
        QTest::newRow("fingerprint") << QStringList{u"--fingerprint"_s, u"12"_s} << u"/fingerprint"_s;
        QTest::newRow("token in no folder")
            << QStringList{u"--token-file"_s, u"/proc/none/token"_s} << u"/token-file"_s;
        QTest::newRow("token is a folder") << QStringList{u"--token-file"_s, u"/proc"_s} << u"/token-file"_s;
        QTest::newRow("data") << QStringList{u"--data"_s, u"/proc/none"_s} << u"/data"_s;
    }

    void namesTheOptionThatIsWrong() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, path);
        QTemporaryDir folder;
        if (!arguments.contains(u"--data"_s))
            arguments << u"--data"_s << folder.path();
        const auto connection = parse(arguments);
        QVERIFY(!connection.has_value());
        QCOMPARE(connection.error().path, path.toStdString());
    }

    void anAbsentTokenFileMeansNotEnrolledYetAndTakesTheToken() {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"keys/kiosk-01.token"_s);
        const auto connection = parse({u"--data"_s, folder.filePath(u"data"_s), u"--token-file"_s, file});
        QVERIFY2(connection.has_value(), connection ? "" : connection.error().detail.c_str());
        QVERIFY(connection->token.isEmpty());

        auto owned = std::make_unique<test::FakeServer>();
        owned->command = [](const HttpRequest& request) {
            model::EnrolResponse answer;
            answer.token = "fresh";
            return HttpResponse{.status = request.path.endsWith("/enrolment") ? 200 : 204,
                                .body = QByteArray::fromStdString(model::toJson(answer))};
        };
        sync::HallClient hall(*connection, std::move(owned));
        QVERIFY(!hall.enrolled());
        bool done = false;
        hall.enrol("ABCDEFGH", "1", this, [&](const model::Result<model::EnrolResponse>& answer) {
            QVERIFY(answer.has_value());
            done = true;
        });
        QTRY_VERIFY(done);
        QVERIFY(hall.enrolled());
        const auto mode = QFile::permissions(file);
        QVERIFY((mode & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)) == 0);
        QCOMPARE(parse({u"--data"_s, folder.path(), u"--token-file"_s, file})->token, QByteArray("fresh"));
        QVERIFY(!QFile::exists(folder.filePath(u"data/token"_s)));
    }

    void aTokenFileThatIsThereButUnfitIsAnErrorAndIsNotWrittenOver() {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"token"_s);
        QVERIFY(sync::writeToken(file, "abc").has_value());
        QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadOther);
        const auto connection = parse({u"--data"_s, folder.filePath(u"data"_s), u"--token-file"_s, file});
        QVERIFY(!connection.has_value());
        QCOMPARE(connection.error().path, std::string("/token-file"));
    }

    void aTokenThatOthersMayReadIsRefused() {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"token"_s);
        QVERIFY(sync::writeToken(file, "abc").has_value());
        QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadOther);
        QCOMPARE(sync::readToken(file).error().code, ErrorCode::forbidden);
    }
};

QTEST_GUILESS_MAIN(HallClientTest)
#include "hallclienttest.moc"
