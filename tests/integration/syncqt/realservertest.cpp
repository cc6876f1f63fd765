// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/hallclient.h"
#include "tests/integration/syncqt/serverprocess.h"

#include <boost/mp11/algorithm.hpp>
#include <sqlite3.h>

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace atrium;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using State = sync::SyncClient::State;

namespace {

using test::kPatience;

sync::SyncTiming quick() {
    return {.idleTimeout = 30s,
            .requestTimeout = 10s,
            .backoff = {.shortest = 5ms, .base = 20ms, .longest = 100ms}};
}

} // namespace

/// The client library against the real server.
class RealServerTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    test::ServerProcess m_server{m_folder.path()};

    std::unique_ptr<sync::HallClient> client(const QString& name) {
        sync::Connection connection;
        connection.server = m_server.url();
        connection.dataDir = m_folder.filePath(name);
        QDir().mkpath(connection.dataDir);
        if (QFile token(connection.tokenFile()); token.open(QIODevice::ReadOnly))
            connection.token = token.readAll().trimmed();
        return std::make_unique<sync::HallClient>(connection, sync::HallClient::network(connection), nullptr,
                                                  quick());
    }
    /// A client that was enrolled with the code and follows.
    std::unique_ptr<sync::HallClient> enrolled(const QString& name, const QByteArray& code) {
        auto out = client(name);
        out->enrol(code.toStdString(), "0.1", this, [](const model::Result<model::EnrolResponse>&) {});
        return QTest::qWaitFor([&] { return out->sync().state() == State::live; }, kPatience) ? std::move(out)
                                                                                              : nullptr;
    }
    /// The session of the administrator, who signed in there; empty when refused.
    std::string sessionAt(sync::HallClient& device) {
        model::SignInRequest signIn;
        signIn.account = "admin";
        signIn.password = "correct horse battery";
        std::optional<std::string> token;
        device.api().post<model::SessionView>("/session", signIn, this,
                                              [&](const model::Result<model::SessionView>& answer) {
                                                  token = answer ? answer->token : std::string();
                                              });
        return QTest::qWaitFor([&] { return token.has_value(); }, kPatience) ? *token : std::string();
    }
    /// One event of the log: an area says something else. The area as it is then.
    std::optional<model::Area> say(sync::HallClient& tool, model::Area area, const std::string& caption) {
        area.caption = caption;
        std::optional<model::Result<model::Area>> stored;
        tool.api().put<model::Area>("/records/area/" + area.id.value, area, this,
                                    [&](const model::Result<model::Area>& answer) { stored = answer; },
                                    {.ifVersion = area.version});
        if (!QTest::qWaitFor([&] { return stored.has_value(); }, kPatience) || !*stored)
            return std::nullopt;
        return **stored;
    }
    [[nodiscard]] QString database() const { return m_folder.filePath(u"server/hall.db"_s); }
    /// A backup as an operator makes it while the server runs.
    [[nodiscard]] bool backUp(const QString& copy) const {
        sqlite3* db = nullptr;
        const bool done = sqlite3_open(database().toUtf8(), &db) == SQLITE_OK &&
                          sqlite3_exec(db, u"VACUUM INTO '%1'"_s.arg(copy).toUtf8(), nullptr, nullptr,
                                       nullptr) == SQLITE_OK;
        sqlite3_close(db);
        return done;
    }
    [[nodiscard]] bool putBack(const QString& copy) const {
        for (const char* part : {"", "-wal", "-shm"})
            QFile::remove(database() + QLatin1String(part));
        return QFile::copy(copy, database());
    }

private Q_SLOTS:

    void initTestCase() {
        for (const char* folder : {"server", "keys"})
            QVERIFY(QDir().mkpath(m_folder.filePath(QString::fromLatin1(folder))));
        QVERIFY(!m_server.task({u"import"_s, QStringLiteral(ATRIUM_HALL_PACKAGE)}).isEmpty());
        QVERIFY(
            !m_server.task({u"password"_s, QStringLiteral(ATRIUM_ADMINISTRATOR)}, "correct horse battery\n")
                 .isEmpty());
    }

    /// What a person reads comes in the language of the screen; what the program decides by does not change.
    void refusalsComeInTheLanguageOfTheScreen() {
        const auto back = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
        QVERIFY(m_server.start());
        QTRY_VERIFY_WITH_TIMEOUT(m_server.ready(), kPatience);
        auto device = client(u"stranger"_s);
        for (const auto& [language, sentence] :
             {std::pair("zh_CN", "登记码不正确、已使用或已过期，请向管理员索取新的登记码"),
              std::pair("en", "this code is wrong, used or over; ask for a new one")}) {
            QLocale::setDefault(QLocale(QString::fromLatin1(language)));
            std::optional<model::Error> refusal;
            device->enrol("ABCDEFGH", "0.1", this, [&](const model::Result<model::EnrolResponse>& answer) {
                refusal = answer ? model::Error{} : answer.error();
            });
            QTRY_VERIFY_WITH_TIMEOUT(refusal, kPatience);
            QCOMPARE(refusal->code, model::ErrorCode::forbidden);
            QCOMPARE(refusal->path, std::string("/code"));
            QCOMPARE(refusal->detail, std::string(sentence));
        }
        m_server.kill();
    }

    /// Enrols two devices, signs in, cuts one off, changes ten records, kills the server, starts it again:
    /// the one cut off receives ten events and no snapshot.
    void tenEventsMissedAcrossAKilledServer() {
        const QByteArray adminCode = m_server.task({u"code"_s, u"admin-01"_s});
        QVERIFY(!adminCode.isEmpty());
        QVERIFY(m_server.start());
        QTRY_VERIFY_WITH_TIMEOUT(m_server.ready(), kPatience);

        auto admin = client(u"admin"_s);
        std::optional<model::Error> failure;
        admin->enrol(adminCode.toStdString(), "0.1", this,
                     [&](const model::Result<model::EnrolResponse>& answer) {
                         if (!answer)
                             failure = answer.error();
                     });
        QTRY_VERIFY_WITH_TIMEOUT(admin->sync().state() == State::live || failure, kPatience);
        QVERIFY2(!failure, failure ? failure->detail.c_str() : "");
        model::SignInRequest signIn;
        signIn.account = "admin";
        signIn.password = "correct horse battery";
        bool signedIn = false;
        admin->api().post<model::SessionView>("/session", signIn, this,
                                              [&](const model::Result<model::SessionView>& answer) {
                                                  if (answer)
                                                      admin->setSession(answer->token);
                                                  else
                                                      failure = answer.error();
                                                  signedIn = answer.has_value();
                                              });
        QTRY_VERIFY_WITH_TIMEOUT(signedIn || failure, kPatience);
        QVERIFY2(!failure, failure ? failure->detail.c_str() : "");
        QTRY_COMPARE_WITH_TIMEOUT(admin->sync().state(), State::live, kPatience);

        std::string kioskCode;
        admin->api().post<model::EnrolmentCode>("/devices/kiosk-01/code", sync::Empty{}, this,
                                                [&](const model::Result<model::EnrolmentCode>& answer) {
                                                    if (answer)
                                                        kioskCode = answer->code;
                                                    else
                                                        failure = answer.error();
                                                });
        QTRY_VERIFY_WITH_TIMEOUT(!kioskCode.empty() || failure, kPatience);
        QVERIFY2(!failure, failure ? failure->detail.c_str() : "");
        auto kiosk = client(u"kiosk"_s);
        kiosk->enrol(kioskCode, "0.1", this, [](const model::Result<model::EnrolResponse>&) {});
        QTRY_COMPARE_WITH_TIMEOUT(kiosk->sync().state(), State::live, kPatience);
        QVERIFY(kiosk->replica().all<model::ServiceItem>().size() >= 200);
        QCOMPARE(kiosk->self()->id.value, std::string("kiosk-01"));
        const qint64 snapshot = kiosk->sync().bytesReceived();
        const auto known = kiosk->replica().position();
        kiosk.reset(); // switched off

        model::Area area = admin->replica().all<model::Area>().front();
        for (int i = 0; i < 10; ++i) {
            area.caption = "第" + std::to_string(i) + "次通知";
            std::optional<model::Result<model::Area>> stored;
            admin->api().put<model::Area>("/records/area/" + area.id.value, area, this,
                                          [&](const model::Result<model::Area>& answer) { stored = answer; },
                                          {.ifVersion = area.version});
            QTRY_VERIFY_WITH_TIMEOUT(stored, kPatience);
            QVERIFY2(stored->has_value(), stored->has_error() ? stored->error().detail.c_str() : "");
            area = **stored;
        }
        m_server.kill();
        QTRY_COMPARE_WITH_TIMEOUT(admin->sync().state(), State::offline, kPatience);

        // On again while the server is away: it shows what it knew.
        kiosk = client(u"kiosk"_s);
        QSignalSpy applied(&kiosk->replica(), &sync::Replica::eventApplied);
        kiosk->start();
        QTRY_COMPARE_WITH_TIMEOUT(kiosk->sync().state(), State::offline, kPatience);
        QVERIFY(kiosk->replica().all<model::ServiceItem>().size() >= 200);
        QVERIFY(kiosk->replica().find<model::Area>(area.id)->caption != area.caption);

        QVERIFY(m_server.start());
        QTRY_COMPARE_WITH_TIMEOUT(kiosk->sync().state(), State::live, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(kiosk->replica().find<model::Area>(area.id)->caption, area.caption,
                                  kPatience);
        QCOMPARE(applied.size(), 10);
        QCOMPARE(kiosk->sync().snapshotsTaken(), 0);
        QVERIFY(*kiosk->replica().position() >= *known + 10);
        const qint64 transferred = kiosk->sync().bytesReceived();
        qInfo("snapshot %lld bytes, ten events %lld bytes", snapshot, transferred);
        QVERIFY(transferred < 10 * 2048 + 1024);
        QVERIFY(transferred < snapshot / 10);
        // The other one was never restarted and follows again.
        QTRY_COMPARE_WITH_TIMEOUT(admin->sync().state(), State::live, kPatience);
        m_server.kill();
    }

    /// Shut out while it follows; then let in again with another code, as it stands there.
    void aRevokedDeviceIsToldAndEnrolsAgain() {
        const QByteArray toolCode = m_server.task({u"code"_s, u"admin-01"_s});
        const QByteArray kioskCode = m_server.task({u"code"_s, u"kiosk-01"_s});
        QVERIFY(m_server.start());
        QTRY_VERIFY_WITH_TIMEOUT(m_server.ready(), kPatience);
        auto tool = enrolled(u"revoker"_s, toolCode);
        QVERIFY(tool != nullptr);
        tool->setSession(sessionAt(*tool));
        auto kiosk = enrolled(u"revoked"_s, kioskCode);
        QVERIFY(kiosk != nullptr);

        bool shutOut = false;
        tool->api().post<sync::Empty>(
            "/devices/kiosk-01/revoke", sync::Empty{}, this,
            [&](const model::Result<sync::Empty>& answer) { shutOut = answer.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(shutOut && !kiosk->enrolled(), kPatience);
        QVERIFY(kiosk->revoked());

        std::string code;
        tool->api().post<model::EnrolmentCode>(
            "/devices/kiosk-02/code", sync::Empty{}, this,
            [&](const model::Result<model::EnrolmentCode>& answer) { code = answer ? answer->code : "?"; });
        QTRY_VERIFY_WITH_TIMEOUT(!code.empty(), kPatience);
        kiosk->enrol(code, "0.1", this, [](const model::Result<model::EnrolResponse>&) {});
        QTRY_COMPARE_WITH_TIMEOUT(kiosk->sync().state(), State::live, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(kiosk->self()->id.value, std::string("kiosk-02"), kPatience);
        QVERIFY(!kiosk->revoked());
        m_server.kill();
    }

    /// The restored log counts again from where the copy was made and has passed the client's number when it
    /// comes back: none of what happened after the copy may stay on its screen.
    void aBackupThatWasPutBackIsRecognised() {
        const QByteArray toolCode = m_server.task({u"code"_s, u"admin-01"_s});
        const QByteArray kioskCode = m_server.task({u"code"_s, u"kiosk-02"_s});
        QVERIFY(m_server.start());
        QTRY_VERIFY_WITH_TIMEOUT(m_server.ready(), kPatience);
        auto tool = enrolled(u"tool"_s, toolCode);
        QVERIFY(tool != nullptr);
        const std::string session = sessionAt(*tool);
        QVERIFY(!session.empty());
        tool->setSession(session);
        auto kiosk = enrolled(u"follower"_s, kioskCode);
        QVERIFY(kiosk != nullptr);
        const auto areas = tool->replica().all<model::Area>();
        QVERIFY(areas.size() >= 2);
        const auto kept = say(*tool, areas[0], "before the copy");
        QVERIFY(kept);
        QVERIFY(backUp(m_folder.filePath(u"copy.db"_s)));

        auto lost = std::optional(areas[1]);
        for (int i = 0; i < 4; ++i) {
            lost = say(*tool, *lost, "lost " + std::to_string(i));
            QVERIFY(lost);
        }
        QTRY_COMPARE_WITH_TIMEOUT(kiosk->replica().find<model::Area>(lost->id)->caption, lost->caption,
                                  kPatience);
        const auto position = *kiosk->replica().position();
        kiosk.reset();
        m_server.kill();
        QVERIFY(putBack(m_folder.filePath(u"copy.db"_s)));
        QVERIFY(m_server.start());
        QTRY_COMPARE_WITH_TIMEOUT(tool->sync().state(), State::live, kPatience);
        auto fresh = kept;
        for (int i = 0; i < 12; ++i) {
            fresh = say(*tool, *fresh, "new " + std::to_string(i));
            QVERIFY(fresh);
        }
        QVERIFY(fresh->version > position);

        kiosk = client(u"follower"_s);
        kiosk->start();
        QTRY_COMPARE_WITH_TIMEOUT(kiosk->sync().state(), State::live, kPatience);
        QVERIFY(QDir().mkpath(m_folder.filePath(u"newcomer"_s)));
        QVERIFY(QFile::copy(m_folder.filePath(u"follower/token"_s), m_folder.filePath(u"newcomer/token"_s)));
        auto newcomer = client(u"newcomer"_s);
        newcomer->start();
        QTRY_COMPARE_WITH_TIMEOUT(newcomer->sync().state(), State::live, kPatience);
        QCOMPARE(kiosk->replica().find<model::Area>(lost->id)->caption, areas[1].caption);
        QTRY_COMPARE_WITH_TIMEOUT(kiosk->replica().position(), newcomer->replica().position(), kPatience);
        boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, model::AllRecords>>(
            [&](auto identity) {
                using Record = typename decltype(identity)::type;
                QVERIFY2(kiosk->replica().all<Record>() == newcomer->replica().all<Record>(),
                         model::RecordTraits<Record>::kind.data());
            });
    }
};

QTEST_GUILESS_MAIN(RealServerTest)
#include "realservertest.moc"
