// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/hallclient.h"
#include "tests/integration/syncqt/serverprocess.h"

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
    }
};

QTEST_GUILESS_MAIN(RealServerTest)
#include "realservertest.moc"
