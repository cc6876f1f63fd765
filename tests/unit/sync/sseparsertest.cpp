// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/core/sseparser.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

namespace atrium::sync {
namespace {

std::vector<SseItem> parse(std::string_view text) {
    SseParser parser;
    std::vector<SseItem> out;
    EXPECT_TRUE(parser.feed(text, out).has_value());
    return out;
}

SseItem event(std::string id, std::string type, std::string data) {
    return {.isComment = false, .id = std::move(id), .type = std::move(type), .data = std::move(data)};
}

SseItem comment(std::string text) {
    return {.isComment = true, .id = {}, .type = {}, .data = std::move(text)};
}

TEST(SseParser, ReadsOneEventOfTheServer) {
    EXPECT_EQ(parse("id: 4711\nevent: ticketCalled\ndata: {\"seq\":4711}\n\n"),
              (std::vector{event("4711", "ticketCalled", "{\"seq\":4711}")}));
}

TEST(SseParser, TakesEveryKindOfLineEnd) {
    for (const char* end : {"\n", "\r", "\r\n"}) {
        const std::string n = end;
        EXPECT_EQ(parse("id: 1" + n + "event: a" + n + "data: x" + n + n + ": beat" + n + "data: y" + n + n),
                  (std::vector{event("1", "a", "x"), comment("beat"), event("1", "message", "y")}));
    }
}

TEST(SseParser, JoinsDataLinesAndKeepsSpacesAfterTheFirst) {
    EXPECT_EQ(parse("data:  a\ndata\ndata:b\n\n"), (std::vector{event("", "message", " a\n\nb")}));
}

TEST(SseParser, DispatchesAResetWithoutData) {
    EXPECT_EQ(parse("event: reset\n\n"), (std::vector{event("", "reset", "")}));
}

TEST(SseParser, DispatchesNothingForABareIdAndForAnUnfinishedEvent) {
    EXPECT_EQ(parse("id: 9\n\ndata: half\n"), std::vector<SseItem>{});
}

TEST(SseParser, IgnoresByteOrderMarkUnknownFieldsAndIdsWithANullByte) {
    using namespace std::string_literals;
    EXPECT_EQ(parse("\xEF\xBB\xBFid: 1\nretry: 5\nfoo: bar\ndata: x\n\n"s),
              (std::vector{event("1", "message", "x")}));
    EXPECT_EQ(parse("id: 1\0002\ndata: x\n\n"s), (std::vector{event("", "message", "x")}));
}

TEST(SseParser, RefusesALineOverItsLimitHoweverItIsCut) {
    const std::string text = "data: ok\n\ndata: " + std::string(SseParser::kLargestLine, 'x');
    for (const std::size_t piece : {std::size_t{1} << 30U, std::size_t{65536}, std::size_t{1000}}) {
        SseParser parser;
        std::vector<SseItem> out;
        bool failed = false;
        for (std::size_t at = 0; at < text.size() && !failed; at += piece)
            failed = !parser.feed(std::string_view(text).substr(at, piece), out).has_value();
        EXPECT_TRUE(failed);
        EXPECT_EQ(out, (std::vector{event("", "message", "ok")}));
        EXPECT_FALSE(parser.feed("\n\ndata: later\n\n", out).has_value());
        EXPECT_EQ(out.size(), 1U);
    }
}

TEST(SseParser, RefusesAnEventOverItsLimit) {
    SseParser parser;
    std::vector<SseItem> out;
    const std::string line = "data: " + std::string(900'000, 'x') + "\n";
    int taken = 0;
    while (taken < 100 && parser.feed(line, out).has_value())
        ++taken;
    EXPECT_EQ(taken, 4);
    EXPECT_TRUE(out.empty());
}

/// Text made of the pieces that matter, so that random cuts fall into line ends, colons and field names.
std::string streamText() {
    const std::vector<std::string> pieces = {
        "data",         "event",          "id",         ":", " ",  "\n", "\r",
        "\r\n",         "\n\n",           "\r\r",       "x", "号", "\0", "reset",
        "\xEF\xBB\xBF", ": at 5 seq 6\n", "data: y\n\n"};
    std::string out;
    for (const std::size_t index :
         *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size())))
        out += pieces[index];
    return out;
}

TEST(SseParser, AnySplitGivesTheSameEvents) {
    EXPECT_TRUE(rc::check("any split gives the same events", [] {
        const std::string text = streamText();
        SseParser whole;
        std::vector<SseItem> wanted;
        RC_ASSERT(whole.feed(text, wanted).has_value());
        SseParser cut;
        std::vector<SseItem> got;
        std::string_view rest = text;
        while (!rest.empty()) {
            const std::size_t size = std::min(rest.size(), *rc::gen::inRange<std::size_t>(1, 8));
            RC_ASSERT(cut.feed({}, got).has_value());
            RC_ASSERT(cut.feed(rest.substr(0, size), got).has_value());
            rest.remove_prefix(size);
        }
        RC_ASSERT(got == wanted);
    }));
}

} // namespace
} // namespace atrium::sync
