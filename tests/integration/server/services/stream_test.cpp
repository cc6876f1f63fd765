// SPDX-License-Identifier: GPL-3.0-or-later
// The event stream of the real server: projection, resume, reset.
#include "tests/integration/server/services/eventstream.h"
#include "tests/integration/server/services/setuprecords.h"

#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include <csignal>

namespace atrium::test {
namespace {

const std::string kApi = "/api/v1";

bool has(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

/// The log's last position, as that client, which follows it, learns it.
std::string lastPosition(RunningServer& server, const std::string& device = kKiosk,
                         const std::string& session = {}) {
    const std::string text = EventStream(server, device, {}, session).until("\n\n");
    const std::size_t at = text.find(" seq ") + 5;
    return text.substr(at, text.find('\n', at) - at);
}

/// That many numbers later, in the same run of the server.
std::string later(const std::string& position, std::int64_t count) {
    return std::to_string(std::stoll(position) + count) + position.substr(position.find('-'));
}

/// Whether a client that comes back with that position may go on from there.
bool goesOn(RunningServer& server, const std::string& device, const std::string& position,
            const std::string& session = {}) {
    const bool reset = has(EventStream(server, device, position, session).until("\n\n"), "event: reset");
    const Reply changes = server.get(kApi + "/changes?after=" + position, device, session);
    EXPECT_EQ(changes.status, reset ? 410 : 200) << changes.text;
    return !reset;
}

} // namespace

TEST(EventStream, everyKindSeesItsPartOfACallAndNobodyThePerson) {
    auto& server = sharedServer();
    const std::string session = server.signIn(kTerminal, kClerk);
    const std::string admin = server.signIn(kTool, "admin");
    EventStream kiosk(server, kKiosk, lastPosition(server));
    EventStream terminal(server, kTerminal, lastPosition(server, kTerminal, session), session);
    EventStream outer(server, kOuter, lastPosition(server, kOuter));
    EventStream board(server, kBoard, lastPosition(server, kBoard));
    EventStream tool(server, kTool, lastPosition(server, kTool, admin), admin);

    const Reply issued = server.post(
        kApi + "/tickets", kKiosk,
        R"({"itemId":")" + kItem +
            R"(","paper":false,"identity":{"kind":"citizenId","number":"110105199003070017","name":"独孤求败"}})");
    ASSERT_EQ(issued.status, 201) << issued.text;
    const std::string id = issued.string("/ticket/id");
    const std::string window = kApi + "/windows/" + kWindow + "/";
    const std::string thisOne = R"({"reason":"到场","ticketId":")" + id + "\"}"; // others may wait
    ASSERT_EQ(server.post(window + "call", kTerminal, thisOne, session).status, 200);

    const std::string end = "event: ticketCalled\n";
    for (EventStream* stream : {&kiosk, &terminal, &outer, &board, &tool}) {
        stream->until(end);
        const std::string text = stream->until("\n\n");
        EXPECT_TRUE(has(text, id));
        EXPECT_FALSE(has(text, "独孤"));
        EXPECT_FALSE(has(text, "110105199003070017"));
        EXPECT_FALSE(has(text, R"("personId":")"));
    }
    EXPECT_TRUE(has(board.until(R"({"kind":"call")"), R"({"kind":"call")"));
    EXPECT_FALSE(has(kiosk.until(end), R"({"kind":"call")"));
    EXPECT_FALSE(has(outer.until(end), "event: ticketIssued")); // before it came to that window
    server.post(window + "start", kTerminal, "{}", session);
    server.post(window + "finish", kTerminal, "{}", session);
    server.ask("DELETE", kApi + "/session", kTerminal, {}, session);
}

TEST(EventStream, aStreamResumesWhereItWasLeft) {
    auto& server = sharedServer();
    const auto last = lastPosition(server);
    std::vector<std::string> ids;
    for (int i = 0; i < 3; ++i)
        ids.push_back(server.post(kApi + "/tickets", kKiosk, R"({"itemId":")" + kItem + R"(","paper":false})")
                          .string("/ticket/id"));
    EventStream stream(server, kKiosk, later(last, 1));
    const std::string text = stream.until(ids[2]);
    EXPECT_FALSE(has(text, ids[0]));
    EXPECT_TRUE(has(text, ids[1]));
    EXPECT_TRUE(has(text, "id: " + later(last, 2) + "\n"));

    const Reply changes = server.get(kApi + "/changes?after=" + last + "&limit=2", kKiosk);
    EXPECT_EQ(changes.at("/events").as_array().size(), 2U);
    EXPECT_EQ(changes.at("/more"), true);
    EXPECT_EQ(std::to_string(changes.at("/seq").as_int64()) + "-" + changes.string("/tag"), later(last, 2));
}

TEST(EventStream, whoSignsInFetchesASnapshotFirst) {
    RunningServer server;
    const auto nobodys = lastPosition(server, kTool);
    EXPECT_TRUE(goesOn(server, kTool, nobodys));
    const std::string admin = server.signIn(kTool, "admin");
    EXPECT_FALSE(goesOn(server, kTool, nobodys, admin));
    server.stop(SIGKILL); // whatever the server remembers: the records are the client's
    server.start();
    EXPECT_FALSE(goesOn(server, kTool, nobodys, admin));
    const Reply snapshot = server.get(kApi + "/snapshot", kTool, admin);
    EXPECT_TRUE(has(snapshot.text, R"({"kind":"hall")"));
    const Reply changes = server.get(kApi + "/changes?after=0", kTool, admin);
    EXPECT_TRUE(goesOn(server, kTool, lastPosition(server, kTool, admin), admin)) << changes.text;
    EXPECT_FALSE(goesOn(server, kTool, lastPosition(server, kTool, admin))) << "and signed out";
}

TEST(EventStream, aScreenThatWasMovedFetchesASnapshotFirst) {
    RunningServer server;
    const std::string admin = server.signIn(kTool, "admin");
    const auto there = lastPosition(server, kOuter);
    auto device = recordOf(server, admin, "device", kOuter);
    const auto home = device["windowId"];
    device["windowId"] = "window-09";
    ASSERT_EQ(change(server, admin, "PUT", "device", device).status, 200);
    EXPECT_FALSE(goesOn(server, kOuter, there));
    EXPECT_TRUE(goesOn(server, kOuter, lastPosition(server, kOuter)));
    device = recordOf(server, admin, "device", kOuter);
    device["windowId"] = home;
    ASSERT_EQ(change(server, admin, "PUT", "device", device).status, 200);
    EXPECT_TRUE(goesOn(server, kOuter, there)) << "what it knew then is true again from there on";
}

TEST(EventStream, aNumberFromTheFutureIsReset) {
    auto& server = sharedServer();
    const std::string future = later(lastPosition(server), 1000);
    EXPECT_TRUE(has(EventStream(server, kKiosk, future).until("event: reset"), "event: reset"));
    EXPECT_EQ(server.get(kApi + "/changes?after=" + future, kKiosk).string("/type"), "reset");
}

TEST(EventStream, aNumberWithoutItsTagProvesNothing) {
    auto& server = sharedServer();
    const std::string last = lastPosition(server);
    const std::string number = last.substr(0, last.find('-'));
    EXPECT_FALSE(has(EventStream(server, kKiosk, last).until(" seq "), "event: reset"));
    for (const std::string& other : {number, number + "-00000000"}) {
        EXPECT_TRUE(has(EventStream(server, kKiosk, other).until("event: reset"), "event: reset")) << other;
        EXPECT_EQ(server.get(kApi + "/changes?after=" + other, kKiosk).status, 410) << other;
    }
    EXPECT_EQ(server.get(kApi + "/changes?after=" + last, kKiosk).status, 200);
}

} // namespace atrium::test
