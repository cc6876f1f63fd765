// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/core/envelope.h"

#include "shared/model/json.h"
#include "shared/model/records.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

namespace atrium::sync {
namespace {

constexpr std::string_view kEvent =
    R"({"seq":4711,"at":1763777040000,"type":"ticketCalled","extra":1,"changes":[)"
    R"({"kind":"windowStatus","id":"window-03","record":{"id":"window-03","state":"calling"}},)"
    R"({"kind":"ticket","id":"t1","record":null}]})";

TEST(Envelope, ReadsAnEvent) {
    const auto event = parseEvent(kEvent);
    ASSERT_TRUE(event.has_value());
    EXPECT_EQ(event->seq, 4711);
    EXPECT_EQ(model::toMillis(event->at), 1763777040000);
    EXPECT_EQ(event->type, "ticketCalled");
    ASSERT_EQ(event->changes.size(), 2U);
    const auto status = model::fromJson<model::WindowStatus>(event->changes[0].record.value());
    ASSERT_TRUE(status.has_value());
    EXPECT_EQ(status->state, model::WindowState::calling);
    EXPECT_FALSE(event->changes[1].record.has_value());
}

TEST(Envelope, ARecordComesThroughUnchanged) {
    model::Hall hall;
    hall.id = model::HallId("h");
    hall.name = "高新区政务服务中心 \"\\\n\u2028";
    hall.version = 9'007'199'254'740'993;
    const auto change = parseSnapshotLine(R"({"kind":"hall","id":"h","record":)" + model::toJson(hall) + "}");
    ASSERT_TRUE(change.has_value());
    EXPECT_EQ(model::fromJson<model::Hall>(change->record.value()).value(), hall);
}

struct Bad {
    const char* text;
    const char* path;
};

class BadEvent : public testing::TestWithParam<Bad> {};

TEST_P(BadEvent, IsRefusedWithAPointerToWhatIsWrong) {
    const auto event = parseEvent(GetParam().text);
    ASSERT_FALSE(event.has_value());
    EXPECT_EQ(event.error().code, model::ErrorCode::invalid);
    EXPECT_EQ(event.error().path, GetParam().path);
}

INSTANTIATE_TEST_SUITE_P(
    Envelope, BadEvent,
    testing::Values(
        Bad{"", "/"}, Bad{"[]", "/seq"}, Bad{"{}", "/seq"},
        Bad{R"({"seq":"1","at":1,"type":"a","changes":[]})", "/seq"},
        Bad{R"({"seq":1.5,"at":1,"type":"a","changes":[]})", "/seq"},
        Bad{R"({"seq":1,"type":"a","changes":[]})", "/at"},
        Bad{R"({"seq":1,"at":1,"type":7,"changes":[]})", "/type"},
        Bad{R"({"seq":1,"at":1,"type":"a"})", "/changes"},
        Bad{R"({"seq":1,"at":1,"type":"a","changes":[{"kind":"hall","id":"h"}]})", "/changes/0/record"},
        Bad{R"({"seq":1,"at":1,"type":"a","changes":[{"kind":"hall","id":"h","record":3}]})",
            "/changes/0/record"},
        Bad{R"({"seq":1,"at":1,"type":"a","changes":[{"id":"h","record":null}]})", "/changes/0/kind"}));

TEST(Envelope, ReadsAPageAndASnapshotHead) {
    const auto page = parseChangesPage(std::string(R"({"events":[)") + std::string(kEvent) +
                                       R"(],"seq":4720,"more":true})");
    ASSERT_TRUE(page.has_value());
    EXPECT_EQ(page->events.size(), 1U);
    EXPECT_EQ(page->seq, 4720);
    EXPECT_TRUE(page->more);
    EXPECT_EQ(parseChangesPage(R"({"events":[{}],"seq":1,"more":false})").error().path, "/events/0/seq");
    EXPECT_EQ(parseChangesPage(R"({"events":{},"seq":1,"more":false})").error().path, "/events");
    const auto head = parseSnapshotHead(R"({"seq":12,"day":20261122})");
    ASSERT_TRUE(head.has_value());
    EXPECT_EQ(head->seq, 12);
    EXPECT_EQ(head->day.value, 20261122);
    EXPECT_EQ(head->count, std::nullopt);
    EXPECT_EQ(head->tag, "");
    EXPECT_EQ(parseSnapshotHead(R"({"seq":12,"tag":"9f86d081","day":1})")->tag, "9f86d081");
    EXPECT_EQ(parseChangesPage(R"({"events":[],"seq":1,"tag":"9f","more":false})")->tag, "9f");
    EXPECT_EQ(parseSnapshotHead(R"({"seq":12,"day":1,"count":3})")->count, 3);
    EXPECT_EQ(parseSnapshotHead(R"({"seq":12,"day":1,"count":"3"})").error().path, "/count");
    EXPECT_EQ(parseSnapshotHead(R"({"seq":12})").error().path, "/day");
}

TEST(Envelope, ReadsHeartbeatsAndNoOtherComment) {
    EXPECT_EQ(parseHeartbeat("at 1763777040000 seq 99"), (Heartbeat{model::fromMillis(1763777040000), {99}}));
    EXPECT_EQ(parseHeartbeat("at 1 seq 99-9f86d081"), (Heartbeat{model::fromMillis(1), {99, "9f86d081"}}));
    for (const char* text : {"", "at", "at x seq 1", "at 1 seq", "at 1 seq 2x", "at -1 seq 2", "at 1  seq 2",
                             "at 1 seq 2-", "at 1 seq 2-a b", "at 99999999999999999999 seq 1", "hello"})
        EXPECT_EQ(parseHeartbeat(text), std::nullopt) << text;
}

std::vector<LogEvent> numbered(const std::vector<std::int64_t>& numbers) {
    std::vector<LogEvent> out;
    for (const std::int64_t seq : numbers)
        out.push_back({.seq = seq, .at = {}, .type = "recordChanged", .changes = {}});
    return out;
}

std::vector<std::int64_t> numbersOf(const std::vector<LogEvent>& events) {
    std::vector<std::int64_t> out;
    for (const LogEvent& event : events)
        out.push_back(event.seq);
    return out;
}

TEST(Envelope, DropsDuplicatesAndAllowsGaps) {
    EXPECT_EQ(numbersOf(newerThan(5, numbered({4, 5, 6, 6, 9, 8, 12}))),
              (std::vector<std::int64_t>{6, 9, 12}));
}

TEST(Envelope, AReplayWithAnyOverlapGivesEachEventOnce) {
    EXPECT_TRUE(rc::check("overlapping replays give each event once", [] {
        const auto steps = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 4)));
        std::vector<std::int64_t> log;
        std::int64_t seq = 0;
        for (const int step : steps)
            log.push_back(seq += step);
        std::vector<std::int64_t> seen;
        std::int64_t position = 0;
        std::size_t at = 0;
        while (at < log.size()) {
            // A reconnection goes back a little, a batch goes on a little.
            const std::size_t from = at - *rc::gen::inRange<std::size_t>(0, at + 1);
            const std::size_t to = *rc::gen::inRange<std::size_t>(at + 1, log.size() + 1);
            const std::vector<std::int64_t> batch(log.begin() + static_cast<std::ptrdiff_t>(from),
                                                  log.begin() + static_cast<std::ptrdiff_t>(to));
            for (const std::int64_t number : numbersOf(newerThan(position, numbered(batch)))) {
                seen.push_back(number);
                position = number;
            }
            at = to;
        }
        RC_ASSERT(seen == log);
    }));
}

} // namespace
} // namespace atrium::sync
