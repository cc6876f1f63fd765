// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/core/streamreader.h"

#include <gtest/gtest.h>

#include <string>

using namespace atrium::sync;

namespace {

std::string event(int seq) {
    const std::string number = std::to_string(seq);
    return "id: " + number + "-aa\nevent: ticketCalled\ndata: {\"seq\":" + number +
           ",\"at\":1000,\"type\":\"ticketCalled\",\"changes\":[]}\n\n";
}

} // namespace

TEST(StreamReader, eventsAndHeartbeatsMoveThePositionOn) {
    StreamReader reader;
    const auto batch = reader.feed(event(8) + event(9) + ": at 2000 seq 11-bb\n\n", {7, "aa"});
    EXPECT_EQ(batch.lost, nullptr);
    ASSERT_EQ(batch.events.size(), 2U);
    EXPECT_EQ(batch.events[1].seq, 9);
    EXPECT_EQ(batch.heartbeats.size(), 1U);
    EXPECT_EQ(batch.position, (Position{11, "bb"}));
    EXPECT_EQ(batch.seen, 11);
}

TEST(StreamReader, whatNamesNoNumberProvesNothing) {
    StreamReader reader;
    const auto batch = reader.feed(": hello\n\n" + event(8).substr(0, 20), {7, "aa"});
    EXPECT_FALSE(batch.seen);
    EXPECT_EQ(batch.position, (Position{7, "aa"}));
    EXPECT_EQ(reader.feed(event(8).substr(20), {7, "aa"}).position, (Position{8, "aa"}));
}

TEST(StreamReader, anIdThatIsNotTheEventsGivesNoTag) {
    StreamReader reader;
    std::string other = event(8);
    other.replace(other.find("8-aa"), 4, "5-zz");
    EXPECT_EQ(reader.feed(other, {7, "aa"}).position, (Position{8, ""}));
}

TEST(StreamReader, whatCameBeforeTheFaultCounts) {
    for (const std::string fault : {"event: reset\n\n", "data: {\"seq\":\"x\"}\n\n"}) {
        StreamReader reader;
        const auto batch = reader.feed(event(8) + fault + event(9), {7, "aa"});
        EXPECT_NE(batch.lost, nullptr);
        EXPECT_EQ(batch.events.size(), 1U);
        EXPECT_EQ(batch.position.seq, 8);
    }
    StreamReader reader;
    EXPECT_NE(reader.feed(std::string(SseParser::kLargestLine + 1, 'x'), {7, "aa"}).lost, nullptr);
}
