// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/certificateprobe.h"
#include "shared/sync/qt/enrolment.h"
#include "shared/sync/qt/hallclient.h"
#include "tests/integration/syncqt/serverprocess.h"
#include "tests/support/tls/certificate.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

using namespace atrium;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using State = sync::SyncClient::State;
using test::kPatience;

/// The whole server over TLS with a certificate it signed itself, and what clients make of that.
class TlsServerTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    test::Certificate m_certificate = test::selfSigned(m_folder.path().toStdString());
    test::ServerProcess m_server{m_folder.path(),
                                 {u"--tls-certificate"_s,
                                  QString::fromStdString(m_certificate.certificateFile), u"--tls-key"_s,
                                  QString::fromStdString(m_certificate.privateKeyFile)}};
    QByteArray m_code; ///< enrols the kiosk, once

    static QByteArray fingerprint(const std::string& file) {
        return QSslCertificate::fromPath(QString::fromStdString(file))
            .first()
            .digest(QCryptographicHash::Sha256)
            .toHex();
    }
    [[nodiscard]] sync::Connection connection(const QByteArray& pin = {}) const {
        sync::Connection out;
        out.server = m_server.url();
        out.fingerprint = pin;
        out.dataDir = m_folder.filePath(u"kiosk"_s);
        return out;
    }
    static std::unique_ptr<sync::HallClient> client(const sync::Connection& connection) {
        return std::make_unique<sync::HallClient>(
            connection, sync::HallClient::network(connection), nullptr,
            sync::SyncTiming{.idleTimeout = 30s,
                             .requestTimeout = 10s,
                             .backoff = {.shortest = 5ms, .base = 20ms, .longest = 100ms}});
    }
    /// Tries to enrol with the code; nothing when it went well.
    std::optional<model::Error> enrolFailure(const sync::Connection& connection) {
        auto kiosk = client(connection);
        std::optional<model::Result<model::EnrolResponse>> answer;
        kiosk->enrol(m_code.toStdString(), "0.1", this,
                     [&](const model::Result<model::EnrolResponse>& got) { answer = got; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, kPatience))
            return model::Error{model::ErrorCode::unavailable, {}, "no answer at all"};
        return *answer ? std::nullopt : std::optional<model::Error>(answer->error());
    }

private Q_SLOTS:

    void initTestCase() {
        for (const char* folder : {"server", "keys", "kiosk"})
            QVERIFY(QDir().mkpath(m_folder.filePath(QString::fromLatin1(folder))));
        QVERIFY(!m_server.task({u"import"_s, QStringLiteral(ATRIUM_HALL_PACKAGE)}).isEmpty());
        m_code = m_server.task({u"code"_s, u"kiosk-01"_s});
        QVERIFY(!m_code.isEmpty());
        QVERIFY(m_server.start());
        QTRY_VERIFY_WITH_TIMEOUT(m_server.ready(), kPatience);
    }

    /// None of these may spend the code: it must not even have been sent.
    void anotherCertificateIsSentNothing_data() {
        QTest::addColumn<QByteArray>("pin");
        QTest::addColumn<bool>("authority");
        const QByteArray right = fingerprint(m_certificate.certificateFile);
        const auto other = test::selfSigned(m_folder.path().toStdString(), "other");
        QTest::newRow("of another certificate") << fingerprint(other.certificateFile) << false;
        // What an authority says for it does not count.
        QTest::newRow("of another certificate, by a known authority")
            << fingerprint(other.certificateFile) << true;
        QByteArray last = right;
        last.back() = last.back() == '0' ? '1' : '0';
        QTest::newRow("wrong in its last digit") << last << false;
        QTest::newRow("too short to prove anything") << right.left(19) << false;
        QTest::newRow("none, and no known authority") << QByteArray() << false;
    }
    void anotherCertificateIsSentNothing() {
        QFETCH(QByteArray, pin);
        QFETCH(bool, authority);
        auto wrong = connection(pin);
        if (authority)
            wrong.caFile = QString::fromStdString(m_certificate.certificateFile);
        const auto failure = enrolFailure(wrong);
        QVERIFY(failure);
        QCOMPARE(failure->code, model::ErrorCode::unavailable);
        QVERIFY(!QFile::exists(connection().tokenFile()));
    }

    void aServerThatSpeaksTlsIsNotAskedInPlainText() {
        auto plain = connection();
        plain.server.setScheme(u"http"_s);
        QVERIFY(enrolFailure(plain));
    }

    void theCertificateIsSeenBeforeAnythingIsSent() {
        const auto look = [this](const sync::Connection& at) {
            std::optional<sync::CertificateSight> sight;
            sync::probeCertificate(at, this, [&](const sync::CertificateSight& seen) { sight = seen; });
            return QTest::qWaitFor([&] { return sight.has_value(); }, kPatience) ? *sight
                                                                                 : sync::CertificateSight{};
        };
        const QByteArray right = fingerprint(m_certificate.certificateFile);
        const auto own = look(connection());
        QCOMPARE(own.fingerprint, right);
        QVERIFY(!own.known);
        auto trusting = connection();
        trusting.caFile = QString::fromStdString(m_certificate.certificateFile);
        const auto known = look(trusting);
        QCOMPARE(known.fingerprint, right);
        QVERIFY(known.known);
        auto nobody = connection();
        nobody.server.setPort(1);
        QVERIFY(look(nobody).fingerprint.isEmpty());
    }

    void aCodeOfAnotherKindIsRefusedAndStaysGood() {
        auto player = connection(fingerprint(m_certificate.certificateFile));
        player.kind = model::DeviceKind::signagePlayer;
        const auto failure = enrolFailure(player);
        QVERIFY(failure);
        QCOMPARE(failure->code, model::ErrorCode::conflict);
        QCOMPARE(failure->path, std::string("/kind"));
        QVERIFY(!QFile::exists(player.tokenFile()));
        QVERIFY(!QFile::exists(player.fingerprintFile()));
    }

    /// As a person may write it: capitals, parted by colons.
    void theRightPinEnrolsAndFollowsTheHall() {
        QByteArray pin = fingerprint(m_certificate.certificateFile).toUpper();
        for (qsizetype at = pin.size() - 2; at > 0; at -= 2)
            pin.insert(at, ':');
        auto known = connection(pin);
        known.kind = model::DeviceKind::kiosk;
        auto kiosk = client(known);
        kiosk->enrol(m_code.toStdString(), "0.1", this, [](const model::Result<model::EnrolResponse>&) {});
        QTRY_COMPARE_WITH_TIMEOUT(kiosk->sync().state(), State::live, kPatience);
        QVERIFY(kiosk->replica().all<model::ServiceItem>().size() >= 200);
        QCOMPARE(kiosk->self()->id.value, std::string("kiosk-01"));
        QCOMPARE(sync::readToken(known.fingerprintFile()).value(), pin);

        // A ticket over the wire, and its event down the stream.
        model::IssueRequest issue;
        issue.itemId = model::ServiceItemId("item-company-formation-registration");
        issue.paper = false;
        std::optional<model::Result<model::TicketView>> ticket;
        kiosk->api().post<model::TicketView>(
            "/tickets", issue, this,
            [&](const model::Result<model::TicketView>& answer) { ticket = answer; });
        QTRY_VERIFY_WITH_TIMEOUT(ticket, kPatience);
        if (*ticket) // the queue may be closed at this hour; the refusal came over TLS as well
            QTRY_VERIFY_WITH_TIMEOUT(kiosk->replica().find<model::Ticket>((*ticket)->ticket.id), kPatience);
        else
            QVERIFY(ticket->error().code != model::ErrorCode::unavailable);
    }

    void twentyDigitsTypedByHandAreEnough() {
        auto known = connection(fingerprint(m_certificate.certificateFile).left(20));
        QFile token(known.tokenFile());
        QVERIFY(token.open(QIODevice::ReadOnly));
        known.token = token.readAll().trimmed();
        auto kiosk = client(known);
        kiosk->start();
        QTRY_COMPARE_WITH_TIMEOUT(kiosk->sync().state(), State::live, kPatience);
    }

    void anOwnAuthorityIsEnough() {
        auto known = connection();
        known.caFile = QString::fromStdString(m_certificate.certificateFile);
        QFile token(known.tokenFile());
        QVERIFY(token.open(QIODevice::ReadOnly));
        known.token = token.readAll().trimmed();
        auto kiosk = client(known);
        kiosk->start();
        QTRY_COMPARE_WITH_TIMEOUT(kiosk->sync().state(), State::live, kPatience);
    }
};

QTEST_GUILESS_MAIN(TlsServerTest)
#include "tlsservertest.moc"
