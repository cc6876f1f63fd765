// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/message.h"
#include "server/http/adapter.h"
#include "server/http/hub.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atrium::http;
using testing::HasSubstr;
using testing::Not;

TEST(Headers, compareNamesWithoutCase) {
    Headers headers;
    headers.add("Last-Event-ID", "7");
    headers.add("last-event-id", "8");
    EXPECT_EQ(headers.find("LAST-EVENT-ID"), "7");
    EXPECT_EQ(headers.count("Last-event-Id"), 2U);
    EXPECT_FALSE(headers.find("Last-Event-I"));
}

TEST(Request, readsNumbersOfTheQueryWithinTheirRange) {
    Request request;
    request.query = {{"limit", "500"}, {"after", "12x"}, {"big", "99999999999999999999"}};
    EXPECT_EQ(request.queryNumber("limit", 1, 1, 500).value(), 500);
    EXPECT_EQ(request.queryNumber("none", 7, 1, 500).value(), 7);
    EXPECT_FALSE(request.queryNumber("limit", 1, 1, 499));
    EXPECT_FALSE(request.queryNumber("after", 1, 0, 500));
    EXPECT_FALSE(request.queryNumber("big", 1, 0, 500));
}

TEST(Request, findsItsToken) {
    Request request;
    EXPECT_EQ(request.bearerToken(), "");
    request.headers.add("Authorization", "bearer abc");
    EXPECT_EQ(request.bearerToken(), "abc");
    Request basic;
    basic.headers.add("Authorization", "Basic abc");
    EXPECT_EQ(basic.bearerToken(), "");
}

TEST(Responder, countsTheFirstAnswerOnly) {
    std::vector<int> seen;
    const Responder responder([&](Response&& response) { seen.push_back(response.status); });
    const Responder copy = responder;
    EXPECT_TRUE(copy.send(noContent()));
    EXPECT_FALSE(responder.send(jsonResponse("{}")));
    EXPECT_EQ(seen, std::vector{204});
}

TEST(Responder, forgottenAnswers500) {
    std::vector<int> seen;
    {
        const Responder responder([&](Response&& response) { seen.push_back(response.status); });
        const Responder copy = responder;
    }
    EXPECT_EQ(seen, std::vector{500});
}

TEST(Serialise, letsNoHeaderValueBeginAnotherField) {
    Response response;
    response.headers.add("Content-Type", "text/plain\r\nSet-Cookie: a=b");
    response.body = "x";
    const std::string bytes = serialise(response, "id", true, true);
    EXPECT_THAT(bytes, HasSubstr("Content-Type: text/plain  Set-Cookie: a=b\r\n"));
    EXPECT_THAT(bytes, HasSubstr("Content-Length: 1\r\n"));
    EXPECT_THAT(bytes, HasSubstr("Cache-Control: no-store\r\n"));
    EXPECT_TRUE(bytes.ends_with("\r\n\r\nx"));
}

TEST(Serialise, givesNoContentNoLength) {
    EXPECT_THAT(serialise(noContent(), "id", false, true), Not(HasSubstr("Content-Length")));
}

TEST(EventFrame, isOneServerSentEvent) {
    EXPECT_EQ(eventFrame({4711, {}}, "ticketCalled", "{}"), "id: 4711\nevent: ticketCalled\ndata: {}\n\n");
    EXPECT_EQ(eventFrame({4711, "9f86d081"}, "reset", "{}"), "id: 4711-9f86d081\nevent: reset\ndata: {}\n\n");
}

TEST(ResumePosition, comesFromTheHeaderBeforeTheQuery) {
    Request request;
    EXPECT_EQ(resumePosition(request).value(), std::nullopt);
    request.query = {{"after", "5"}};
    EXPECT_EQ(resumePosition(request).value(), (LogPosition{5, {}}));
    request.headers.add("Last-Event-ID", "9-9f86d081");
    EXPECT_EQ(resumePosition(request).value(), (LogPosition{9, "9f86d081"}));
    request.query = {{"after", "-1"}};
    request.headers = {};
    EXPECT_FALSE(resumePosition(request));
}

TEST(LogPosition, isANumberWithOrWithoutATag) {
    for (const LogPosition& position : {LogPosition{0, {}}, LogPosition{7, "ab12"}})
        EXPECT_EQ(readPosition(positionText(position)), position);
    for (const std::string_view text :
         {"", "-", "-1", "x", "7-", "7-A", "7-a b", "7 -a", "7--a", "7x", "99999999999999999999-a"})
        EXPECT_EQ(readPosition(text), std::nullopt) << text;
}
