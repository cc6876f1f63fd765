// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/server/http/client.h"
#include "tests/integration/server/http/hall.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atrium::test;
using testing::HasSubstr;
using testing::Not;

namespace {

class Requests : public testing::Test {
protected:
    void SetUp() override { hall.start(); }
    Answer ask(const std::string& bytes) {
        Client client(hall.port());
        return client.ask(bytes).value_or(Answer{});
    }
    Hall hall;
};

} // namespace

TEST_F(Requests, areAnsweredWithTheirBody) {
    const Answer answer = ask(post("/echo", "号码 A0127"));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "号码 A0127");
}

TEST_F(Requests, keepTheConnection) {
    Client client(hall.port());
    for (int i = 0; i < 50; ++i)
        ASSERT_EQ(client.ask(get("/item/" + std::to_string(i)))->body, std::to_string(i));
}

TEST_F(Requests, closeTheConnectionWhenTheClientAsksForIt) {
    Client client(hall.port());
    EXPECT_EQ(client.ask(get("/item/1", "Connection: close\r\n"))->headers["connection"], "close");
    EXPECT_TRUE(client.closes());
    Client old(hall.port());
    EXPECT_EQ(old.ask("GET /item/1 HTTP/1.0\r\n\r\n")->body, "1");
    EXPECT_TRUE(old.closes());
}

TEST_F(Requests, sentAheadAreAnsweredInOrder) {
    Client client(hall.port());
    std::string all;
    for (int i = 0; i < 100; ++i)
        all += i % 2 == 0 ? get("/item/" + std::to_string(i)) : post("/echo", std::to_string(i));
    ASSERT_TRUE(client.send(all));
    for (int i = 0; i < 100; ++i)
        ASSERT_EQ(client.answer()->body, std::to_string(i));
}

TEST_F(Requests, mayBeChunked) {
    Client client(hall.port());
    const std::string head = "POST /echo HTTP/1.1\r\nHost: hall\r\nTransfer-Encoding: chunked\r\n\r\n";
    EXPECT_EQ(client.ask(head + "5\r\nabcde\r\n3;x=y\r\nfgh\r\n0\r\nTrailer: 1\r\n\r\n")->body, "abcdefgh");
    EXPECT_EQ(client.ask(get("/item/after"))->body, "after");
}

TEST_F(Requests, withoutLengthHaveAnEmptyBody) {
    EXPECT_EQ(ask("POST /echo HTTP/1.1\r\nHost: hall\r\n\r\n").status, 200);
}

TEST_F(Requests, mayArriveByteByByte) {
    Client client(hall.port());
    for (const char c : post("/echo", "slowly"))
        ASSERT_TRUE(client.send(std::string_view(&c, 1)));
    EXPECT_EQ(client.answer()->body, "slowly");
}

TEST_F(Requests, ofAHalfClosedClientAreAnswered) {
    Client client(hall.port());
    client.send(get("/item/7"));
    client.endWriting();
    EXPECT_EQ(client.answer()->body, "7");
}

TEST_F(Requests, mayWaitForContinue) {
    Client client(hall.port());
    client.send("POST /echo HTTP/1.1\r\nHost: hall\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.readUntil("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    EXPECT_EQ(client.ask("ok")->body, "ok");
}

TEST_F(Requests, tooLargeAreRefusedBeforeTheirBody) {
    Client client(hall.port());
    const Answer answer = *client.ask(
        "POST /small HTTP/1.1\r\nHost: hall\r\nContent-Length: 17\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(answer.status, 413);
    EXPECT_THAT(answer.body, HasSubstr("\"code\":\"tooLarge\""));
    EXPECT_TRUE(client.closes());
    EXPECT_EQ(ask("POST /small HTTP/1.1\r\nHost: hall\r\nTransfer-Encoding: chunked\r\n\r\n"
                  "11\r\n12345678901234567\r\n0\r\n\r\n")
                  .status,
              413);
    EXPECT_EQ(ask(post("/echo", std::string(1024 * 1024 + 1, 'x'))).status, 413);
    EXPECT_EQ(ask(post("/echo", std::string(1024 * 1024, 'x'))).status, 200);
}

TEST_F(Requests, withTooLongAHeaderAreRefused) {
    EXPECT_EQ(ask(get("/item/1", "X-Long: " + std::string(16 * 1024, 'a') + "\r\n")).status, 431);
}

TEST_F(Requests, malformedAreRefused) {
    for (const char* bytes :
         {"\x16\x03\x01\x02\n", "GET\r\n\r\n", "GET  / HTTP/1.1\r\nHost: h\r\n\r\n",
          "GET / HTTP/1.1\nHost: h\n\n", "GET / HTTP/1.1\r\nHost : h\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: h\r\n folded\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
          "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
          "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
          "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: +3\r\n\r\nabc",
          "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
          "GET /item/%zz HTTP/1.1\r\nHost: h\r\n\r\n", "GET /item/1?a=%ff HTTP/1.1\r\nHost: h\r\n\r\n"}) {
        Client client(hall.port());
        const auto answer = client.ask(bytes);
        ASSERT_TRUE(answer) << bytes;
        EXPECT_GE(answer->status, 400) << bytes;
        EXPECT_LT(answer->status, 405) << bytes;
        EXPECT_EQ(answer->headers.at("content-type"), "application/problem+json") << bytes;
    }
    EXPECT_EQ(ask("GET / HTTP/2.0\r\nHost: h\r\n\r\n").status, 505);
}

TEST_F(Requests, toNowhereSaySo) {
    EXPECT_EQ(ask(get("/nowhere")).status, 404);
    const Answer answer = ask(post("/item/1", ""));
    EXPECT_EQ(answer.status, 405);
    EXPECT_EQ(answer.headers.at("allow"), "GET, HEAD");
    EXPECT_THAT(answer.body, HasSubstr("\"status\":405"));
}

TEST_F(Requests, withHeadHaveTheLengthAndNoBody) {
    Client client(hall.port());
    client.send("HEAD /item/12345 HTTP/1.1\r\nHost: hall\r\n\r\n");
    EXPECT_EQ(client.answer(true)->headers.at("content-length"), "5");
    EXPECT_EQ(client.ask(get("/item/1"))->body, "1");
}

TEST_F(Requests, whoseHandlerFailsTellNothingInternal) {
    testing::internal::CaptureStderr();
    const Answer answer = ask(get("/throws"));
    const std::string said = testing::internal::GetCapturedStderr();
    EXPECT_EQ(answer.status, 500);
    EXPECT_EQ(answer.headers.at("content-type"), "application/problem+json");
    EXPECT_THAT(answer.body, Not(HasSubstr("secret")));
    EXPECT_THAT(answer.body, HasSubstr(answer.headers.at("atrium-request")));
    EXPECT_THAT(said, HasSubstr("request " + answer.headers.at("atrium-request")));
    EXPECT_THAT(said, HasSubstr("std::runtime_error")) << "the operator reads of what kind it was";
    EXPECT_THAT(said, Not(HasSubstr("secret"))) << "what it says may be somebody's";
    EXPECT_EQ(ask(get("/silent")).status, 500);
    EXPECT_EQ(ask(get("/later")).body, "later");
}

TEST_F(Requests, needTheRightCaller) {
    EXPECT_EQ(ask(get("/desk")).status, 401);
    EXPECT_EQ(ask(get("/desk", "Authorization: Bearer wrong\r\n")).status, 401);
    EXPECT_EQ(ask(get("/desk", "Authorization: Bearer terminal\r\n")).status, 401);
    EXPECT_EQ(ask(get("/desk", "Authorization: Bearer kiosk\r\n")).status, 403);
    EXPECT_EQ(ask(get("/desk", "Authorization: Bearer clerk\r\n")).status, 200);
    EXPECT_EQ(ask(post("/keyed", "")).status, 400);
    EXPECT_EQ(ask(post("/keyed", "", "Idempotency-Key: a b\r\n")).status, 400);
    EXPECT_EQ(ask(post("/keyed", "", "Idempotency-Key: k-1\r\n")).status, 204);
}

TEST_F(Requests, sayOnceWhoAsksAndUnderWhichKey) {
    const Answer token = ask(get("/desk", "Authorization: Bearer clerk\r\nauthorization: Bearer kiosk\r\n"));
    EXPECT_EQ(token.status, 400);
    EXPECT_THAT(token.body, HasSubstr("\"path\":\"Authorization\""));
    const Answer key = ask(post("/keyed", "", "Idempotency-Key: k-1\r\nIdempotency-Key: k-2\r\n"));
    EXPECT_EQ(key.status, 400);
    EXPECT_THAT(key.body, HasSubstr("\"path\":\"Idempotency-Key\""));
}

TEST_F(Requests, areLoggedByRouteAndNeverByPath) {
    ask(get("/item/secret?name=secret", "Authorization: Bearer clerk\r\n"));
    ASSERT_TRUE(eventually([&] { return !hall.accessLines().empty(); }));
    const std::string line = hall.accessLines().front();
    EXPECT_THAT(line, HasSubstr("\"route\":\"/item/{id}\""));
    EXPECT_THAT(line, HasSubstr("\"device\":\"terminal-1\""));
    EXPECT_THAT(line, HasSubstr("\"status\":200"));
    EXPECT_THAT(line, Not(HasSubstr("secret")));
}

TEST_F(Requests, forHealthMetricsAndDescriptionAreServed) {
    EXPECT_EQ(ask(get("/healthz")).body, "ok\n");
    hall.ready = false;
    EXPECT_EQ(ask(get("/healthz")).status, 503);
    EXPECT_THAT(ask(get("/metrics")).body,
                HasSubstr("atrium_http_requests_total{method=\"GET\",route=\"/healthz\",status=\"2xx\"} 1"));
    EXPECT_EQ(ask(get("/metrics", "X-Forwarded-For: 10.0.0.1\r\n")).status, 403);
    EXPECT_EQ(ask(get("/api/openapi.json")).body, hall.server().openApi());
}
