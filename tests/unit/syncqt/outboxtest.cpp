// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/outbox.h"

#include "shared/model/api.h"
#include "tests/support/sync/fakeserver.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace atrium;
using namespace std::chrono_literals;
using sync::HttpRequest;
using sync::HttpResponse;

namespace {

const sync::BackoffLimits kQuick{.shortest = 1ms, .base = 5ms, .longest = 20ms};

model::RatingRequest rating(const std::string& ticket) {
    model::RatingRequest out;
    out.ticketId = model::TicketId(ticket);
    out.grade = 5;
    return out;
}

QByteArray keyOf(const HttpRequest& request) {
    return sync::headerValue(request.headers, "Idempotency-Key");
}

} // namespace

class OutboxTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString file(const char* name) const {
        return m_folder.filePath(QString::fromLatin1(name));
    }

private Q_SLOTS:

    void deliversInOrderOneAtATime() {
        test::FakeServer server;
        server.command = [](const HttpRequest&) { return HttpResponse{.status = 201, .body = "{}"}; };
        sync::Outbox box(file("order"), server, kQuick);
        QList<QByteArray> keys;
        for (const char* ticket : {"a", "b", "c"})
            keys.append(box.enqueue("POST", "/ratings", rating(ticket)).value());
        QCOMPARE(box.pending(), 3);
        QSignalSpy delivered(&box, &sync::Outbox::delivered);
        box.start();
        QCOMPARE(server.requests().size(), 1);
        QTRY_COMPARE(delivered.size(), 3);
        QCOMPARE(box.pending(), 0);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(delivered.at(i).at(0).toByteArray(), keys.at(i));
            QCOMPARE(keyOf(server.requests().at(i)), keys.at(i));
            QCOMPARE(server.requests().at(i).path, QByteArray("/api/v1/ratings"));
        }
    }

    void survivesThisProgramAndSendsWithTheSameKey() {
        test::FakeServer server;
        server.down = true;
        QByteArray key;
        {
            sync::Outbox box(file("survive"), server, kQuick);
            key = box.enqueue("POST", "/ratings", rating("a")).value();
            box.start();
            QTRY_VERIFY(server.requests().size() >= 2);
            for (const HttpRequest& request : server.requests())
                QCOMPARE(keyOf(request), key);
        }
        server.down = false;
        server.forgetAsked();
        server.command = [](const HttpRequest&) { return HttpResponse{.status = 201}; };
        sync::Outbox box(file("survive"), server, kQuick);
        QCOMPARE(box.pending(), 1);
        box.start();
        QTRY_COMPARE(box.pending(), 0);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(keyOf(server.requests().at(0)), key);
        QVERIFY(server.requests().at(0).body.contains("\"grade\":5"));
        QCOMPARE(sync::Outbox(file("survive"), server, kQuick).pending(), 0);
    }

    void aRefusalIsToldAndTheNextGoesOn() {
        test::FakeServer server;
        server.command = [](const HttpRequest& request) {
            if (request.body.contains("bad"))
                return HttpResponse{.status = 409,
                                    .headers = {{"content-type", "application/problem+json"}},
                                    .body = R"({"code":"alreadyRated","detail":"once only"})"};
            return HttpResponse{.status = 201};
        };
        sync::Outbox box(file("refuse"), server, kQuick);
        QList<model::Error> reasons;
        connect(&box, &sync::Outbox::refused, this,
                [&](const QByteArray&, const model::Error& why) { reasons << why; });
        QSignalSpy delivered(&box, &sync::Outbox::delivered);
        QVERIFY(box.enqueue("POST", "/ratings", rating("bad")).has_value());
        QVERIFY(box.enqueue("POST", "/ratings", rating("good")).has_value());
        box.start();
        QTRY_COMPARE(delivered.size(), 1);
        QCOMPARE(reasons.size(), 1);
        QCOMPARE(reasons.at(0).code, model::ErrorCode::alreadyRated);
        QCOMPARE(box.pending(), 0);
    }

    void theLatestOfASlotReplacesWhatWasNeverSent() {
        test::FakeServer server;
        server.down = true;
        sync::Outbox box(file("slot"), server, kQuick);
        const auto report = [&](const char* printer) {
            model::DeviceReport out;
            out.printer = printer;
            return box.enqueue("PUT", "/devices/self/status", out, QStringLiteral("status")).has_value();
        };
        QVERIFY(report("first"));
        box.start();
        QTRY_VERIFY(!server.requests().isEmpty());
        QVERIFY(report("second"));
        QVERIFY(report("third"));
        QCOMPARE(box.pending(), 2); // the first may have arrived: it stays
        server.command = [](const HttpRequest&) { return HttpResponse{.status = 204}; };
        server.down = false;
        QTRY_COMPARE(box.pending(), 0);
        QVERIFY(server.requests().constFirst().body.contains("first"));
        QVERIFY(server.requests().constLast().body.contains("third"));
        for (const HttpRequest& request : server.requests())
            QVERIFY(!request.body.contains("second"));
    }

    void whatNeedsNobodyGoesOnMeanwhile() {
        test::FakeServer server;
        server.command = [](const HttpRequest& request) {
            const bool known = sync::headerValue(request.headers, "Atrium-Session") == "new";
            return HttpResponse{.status = request.path.endsWith("/print") && !known ? 401 : 204};
        };
        sync::Outbox box(file("aside"), server, kQuick);
        QVERIFY(box.enqueue("POST", "/tickets/t/print", model::PrintReport{}).has_value());
        QVERIFY(box.enqueue("POST", "/devices/self/status", model::PrintReport{}).has_value());
        QSignalSpy delivered(&box, &sync::Outbox::delivered);
        box.start();
        QTRY_COMPARE(delivered.size(), 1);
        QCOMPARE(server.asked(),
                 (QList<QByteArray>{"POST /api/v1/tickets/t/print", "POST /api/v1/devices/self/status"}));
        QCOMPARE(box.pending(), 1);
        box.setSession("new");
        QTRY_COMPARE(box.pending(), 0);
    }

    void isHeldWhileNobodyIsSignedIn() {
        test::FakeServer server;
        server.command = [](const HttpRequest& request) {
            return HttpResponse{
                .status = sync::headerValue(request.headers, "Atrium-Session") == "new" ? 204 : 401};
        };
        sync::Outbox box(file("hold"), server, kQuick);
        QVERIFY(box.enqueue("POST", "/tickets/t/print", model::PrintReport{}).has_value());
        box.start();
        QTRY_COMPARE(server.requests().size(), 1);
        QVERIFY(box.enqueue("POST", "/tickets/u/print", model::PrintReport{}).has_value());
        QTRY_COMPARE(server.requests().size(), 2);
        QCOMPARE(box.pending(), 2);
        box.setSession("new");
        QTRY_COMPARE(box.pending(), 0);
    }

    void whatIsHeldDoesNotPileUp() {
        test::FakeServer server;
        server.command = [](const HttpRequest&) { return HttpResponse{.status = 401}; };
        sync::Outbox box(file("held"), server, kQuick);
        box.start();
        for (int minute = 1; minute <= 5; ++minute) {
            QVERIFY(
                box.enqueue("PUT", "/devices/self/status", model::DeviceReport{}, QStringLiteral("status"))
                    .has_value());
            QTRY_COMPARE(server.requests().size(), minute);
            QTRY_COMPARE(box.pending(), 1);
        }
        // Nor after a restart.
        sync::Outbox again(file("held"), server, kQuick);
        QCOMPARE(again.pending(), 1);
    }

    void norDoesWhatCameWhileItWasOnItsWay() {
        test::FakeServer server;
        server.command = [](const HttpRequest&) { return HttpResponse{.status = 401}; };
        sync::Outbox box(file("heldlate"), server, kQuick);
        box.start();
        const auto report = [&box] {
            return box.enqueue("PUT", "/devices/self/status", model::DeviceReport{},
                               QStringLiteral("status"));
        };
        QVERIFY(report().has_value());
        server.frozen = true;
        QTRY_COMPARE(server.requests().size(), 1);
        QVERIFY(report().has_value());
        QCOMPARE(box.pending(), 2);
        server.frozen = false;
        server.thaw();
        QTRY_COMPARE(server.requests().size(), 2);
        QTRY_COMPARE(box.pending(), 1);
        sync::Outbox again(file("heldlate"), server, kQuick);
        QCOMPARE(again.pending(), 1);
    }

    void aDamagedFileIsSetAsideAndTheBoxWorks() {
        QFile broken(file("broken"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write(QByteArray(8192, 'x'));
        broken.close();
        test::FakeServer server;
        sync::Outbox box(file("broken"), server, kQuick);
        QVERIFY(box.wasSetAside());
        QVERIFY(box.enqueue("POST", "/ratings", rating("a")).has_value());
        QVERIFY(QFile::exists(file("broken.damaged")));
    }

    void saysSoWhenNothingCanBeKept() {
        test::FakeServer server;
        QTest::ignoreMessage(QtWarningMsg, "no outbox file, commands cannot be kept: /nonexistent/outbox");
        sync::Outbox box(QStringLiteral("/nonexistent/outbox"), server, kQuick);
        QCOMPARE(box.enqueue("POST", "/ratings", rating("a")).error().code, model::ErrorCode::unavailable);
        box.start();
        QCOMPARE(box.pending(), 0);
    }
};

QTEST_GUILESS_MAIN(OutboxTest)
#include "outboxtest.moc"
