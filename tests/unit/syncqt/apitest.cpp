// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/api.h"

#include "tests/support/sync/fakeserver.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace atrium;
using model::ErrorCode;
using model::Result;
using sync::HttpRequest;
using sync::HttpResponse;

namespace {

HttpResponse json(int status, const QByteArray& body) {
    return {.status = status, .headers = {{"content-type", "application/json"}}, .body = body};
}

HttpResponse problem(int status, const QByteArray& code) {
    return {.status = status,
            .headers = {{"content-type", "application/problem+json; charset=utf-8"}},
            .body = R"({"title":"t","status":409,"code":")" + code +
                    R"(","path":"/itemId","detail":"say another"})"};
}

} // namespace

class ApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void sendsATypedCommandAndReadsItsAnswer() {
        test::FakeServer server;
        server.command = [](const HttpRequest&) {
            return json(201, R"({"ticket":{"number":"A0127"},"peopleAhead":4})");
        };
        sync::Api api(server);
        std::optional<Result<model::TicketView>> got;
        model::IssueRequest request;
        request.itemId = model::ServiceItemId("item-1");
        api.post<model::TicketView>("/tickets", request, this,
                                    [&](Result<model::TicketView> answer) { got = answer; });
        QVERIFY(!got); // never before the call has returned
        QTRY_VERIFY(got);
        QCOMPARE((*got)->ticket.number, std::string("A0127"));
        QCOMPARE((*got)->peopleAhead, 4);
        const HttpRequest& sent = server.requests().constFirst();
        QCOMPARE(sent.method, QByteArray("POST"));
        QCOMPARE(sent.path, QByteArray("/api/v1/tickets"));
        QVERIFY(sent.body.contains("item-1"));
        QCOMPARE(sync::headerValue(sent.headers, "Idempotency-Key").size(), 32);
        QCOMPARE(sync::headerValue(sent.headers, "Content-Type"), QByteArray("application/json"));
        QVERIFY(sync::headerValue(sent.headers, "Atrium-Session").isEmpty());
    }

    void makesANewKeyForEachCommandAndKeepsAGivenOne() {
        test::FakeServer server;
        server.command = [](const HttpRequest&) { return HttpResponse{.status = 204}; };
        sync::Api api(server);
        int answers = 0;
        const auto count = [&](const Result<sync::Empty>& answer) { answers += answer.has_value() ? 1 : 0; };
        for (int i = 0; i < 2; ++i)
            api.post<sync::Empty>("/windows/w/call", model::WindowRequest{}, this, count);
        api.post<sync::Empty>("/windows/w/call", model::WindowRequest{}, this, count,
                              {.idempotencyKey = "mine"});
        QTRY_COMPARE(answers, 3);
        QVERIFY(sync::headerValue(server.requests().at(0).headers, "Idempotency-Key") !=
                sync::headerValue(server.requests().at(1).headers, "Idempotency-Key"));
        QCOMPARE(sync::headerValue(server.requests().at(2).headers, "Idempotency-Key"), QByteArray("mine"));
    }

    void givesTheServersReason() {
        test::FakeServer server;
        server.command = [](const HttpRequest&) { return problem(409, "quotaReached"); };
        sync::Api api(server);
        std::optional<model::Error> error;
        api.post<model::TicketView>("/tickets", model::IssueRequest{}, this,
                                    [&](Result<model::TicketView> answer) { error = answer.error(); });
        QTRY_VERIFY(error);
        QCOMPARE(error->code, ErrorCode::quotaReached);
        QCOMPARE(error->path, std::string("/itemId"));
        QCOMPARE(error->detail, std::string("say another"));
        QCOMPARE(server.requests().size(), 1);
    }

    void knowsAnswersThatAreNoProblemDetails_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        const QList<std::pair<int, ErrorCode>> rows = {
            {400, ErrorCode::invalid},    {401, ErrorCode::unauthenticated}, {403, ErrorCode::forbidden},
            {404, ErrorCode::notFound},   {409, ErrorCode::conflict},        {413, ErrorCode::tooLarge},
            {429, ErrorCode::tooMany},    {500, ErrorCode::unavailable},     {502, ErrorCode::unavailable},
            {302, ErrorCode::unavailable}};
        for (const auto& [status, code] : rows)
            QTest::addRow("%d", status) << status << static_cast<int>(code);
    }

    void knowsAnswersThatAreNoProblemDetails() {
        QFETCH(int, status);
        QFETCH(int, code);
        const HttpResponse response{
            .status = status, .headers = {{"content-type", "text/html"}}, .body = "<h1>"};
        QCOMPARE(static_cast<int>(sync::Api::errorOf(response).code), code);
    }

    void repeatsWithTheSameKeyWhenNoAnswerCame() {
        test::FakeServer server;
        int asked = 0;
        server.command = [&](const HttpRequest&) {
            ++asked;
            return asked == 1 ? HttpResponse{} : asked == 2 ? problem(503, "unavailable") : json(201, "{}");
        };
        sync::Api api(server);
        std::optional<Result<model::TicketView>> got;
        api.post<model::TicketView>("/tickets", model::IssueRequest{}, this,
                                    [&](Result<model::TicketView> answer) { got = answer; });
        QTRY_VERIFY(got);
        QVERIFY(got->has_value());
        QCOMPARE(server.requests().size(), 3);
        const auto key = [&](int i) {
            return sync::headerValue(server.requests().at(i).headers, "Idempotency-Key");
        };
        QCOMPARE(key(1), key(0));
        QCOMPARE(key(2), key(0));
    }

    void saysUnavailableWhenNobodyAnswers() {
        test::FakeServer server;
        server.down = true;
        sync::Api api(server);
        std::optional<model::Error> error;
        api.get<model::Dashboard>("/dashboard", this,
                                  [&](Result<model::Dashboard> answer) { error = answer.error(); },
                                  {.retries = 1});
        QTRY_VERIFY(error);
        QCOMPARE(error->code, ErrorCode::unavailable);
        QCOMPARE(server.requests().size(), 2);
    }

    void saysInvalidWhenTheAnswerIsNoSuchThing() {
        test::FakeServer server;
        server.command = [](const HttpRequest&) { return json(200, R"({"waiting":"many"})"); };
        sync::Api api(server);
        std::optional<model::Error> error;
        api.get<model::Dashboard>("/dashboard", this,
                                  [&](Result<model::Dashboard> answer) { error = answer.error(); });
        QTRY_VERIFY(error);
        QCOMPARE(error->code, ErrorCode::invalid);
        QCOMPARE(error->path, std::string("/waiting"));
    }

    void sendsSessionAndVersion() {
        test::FakeServer server;
        server.command = [](const HttpRequest&) { return HttpResponse{.status = 204}; };
        sync::Api api(server);
        api.setSession("secret");
        bool done = false;
        api.remove("/records/area/a", this, [&](const Result<sync::Empty>&) { done = true; },
                   {.ifVersion = 7});
        QTRY_VERIFY(done);
        QCOMPARE(sync::headerValue(server.requests().at(0).headers, "Atrium-Session"), QByteArray("secret"));
        QCOMPARE(sync::headerValue(server.requests().at(0).headers, "If-Match"), QByteArray("\"7\""));
        QVERIFY(server.requests().at(0).body.isEmpty());
    }

    void tellsThatTheSessionIsLost() {
        test::FakeServer server;
        server.command = [](const HttpRequest&) { return problem(401, "unauthenticated"); };
        sync::Api api(server);
        QSignalSpy lost(&api, &sync::Api::sessionLost);
        int answers = 0;
        const auto count = [&](const Result<sync::Empty>&) { ++answers; };
        api.post<sync::Empty>("/session", model::SignInRequest{}, this, count);
        QTRY_COMPARE(answers, 1);
        QCOMPARE(lost.size(), 0); // a wrong password is no lost session
        api.setSession("old");
        api.post<sync::Empty>("/windows/w/call", model::WindowRequest{}, this, count);
        QTRY_COMPARE(answers, 2);
        QCOMPARE(lost.size(), 1);
    }

    void doesNotCallAHandlerWhoseContextIsGone() {
        test::FakeServer server;
        server.command = [](const HttpRequest&) { return json(200, "{}"); };
        sync::Api api(server);
        auto page = std::make_unique<QObject>();
        bool called = false;
        bool later = false;
        api.get<model::Dashboard>("/dashboard", page.get(),
                                  [&](const Result<model::Dashboard>&) { called = true; });
        page.reset();
        api.get<model::Dashboard>("/dashboard", this, [&](const Result<model::Dashboard>&) { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(ApiTest)
#include "apitest.moc"
