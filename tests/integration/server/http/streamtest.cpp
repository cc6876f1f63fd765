// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/server/http/client.h"
#include "tests/integration/server/http/hall.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

using namespace atrium::test;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

namespace {

class Streams : public testing::Test {
protected:
    explicit Streams(atrium::http::ServerConfig config = quickHeartbeat()) : hall(std::move(config)) {}

    static atrium::http::ServerConfig quickHeartbeat() {
        atrium::http::ServerConfig config;
        config.hub.heartbeat = 200ms;
        return config;
    }
    /// A stream whose first bytes were read.
    Client open(const std::string& query = {}, const std::string& lines = {}, int buffer = 0) {
        Client client(hall.port(), buffer);
        client.send(get("/events" + query, lines));
        EXPECT_THAT(client.readUntil("\r\n\r\n"), HasSubstr("text/event-stream"));
        EXPECT_THAT(client.readUntil("\n\n"), HasSubstr(": at "));
        return client;
    }
    void publish(std::int64_t first, std::int64_t last, std::size_t padding = 0) {
        auto events = hall.log.make(first, last, padding);
        hall.log.append(events);
        hall.server().hub().publish(std::move(events));
    }
    static std::string frame(int seq) {
        return "id: " + std::to_string(seq) + "\nevent: ticketCalled\ndata: event " + std::to_string(seq) +
               "\n\n";
    }
    /// Reads the events first … last and nothing else but heartbeats.
    static void expectEvents(Client& client, std::int64_t first, std::int64_t last) {
        for (std::int64_t seq = first; seq <= last;) {
            const std::string piece = client.readUntil("\n\n");
            ASSERT_FALSE(piece.empty()) << "ended before " << seq;
            if (piece.front() == ':')
                continue;
            ASSERT_THAT(piece, testing::StartsWith("id: " + std::to_string(seq) + "\n"));
            ++seq;
        }
    }
    Hall hall;
};

} // namespace

TEST_F(Streams, deliverWhatIsPublished) {
    hall.start();
    Client client = open();
    publish(1, 1);
    EXPECT_THAT(client.readUntil("event 1\n\n"), HasSubstr(frame(1)));
    publish(2, 4);
    expectEvents(client, 2, 4);
}

TEST_F(Streams, resumeFromTheStoreTheRingAndLive) {
    atrium::http::ServerConfig config = quickHeartbeat();
    config.hub.ring = 100; // most comes from replay()
    Hall other(std::move(config));
    other.log.append(other.log.make(1, 3000));
    other.start(3000);
    Client client(other.port());
    client.send(get("/events", "Last-Event-ID: 7\r\n"));
    client.readUntil("\r\n\r\n");
    auto live = other.log.make(3001, 3200);
    other.log.append(live);
    for (auto& event : live)
        other.server().hub().publish({event});
    expectEvents(client, 8, 3200);
    EXPECT_GT(other.log.replays, 2);
}

TEST_F(Streams, startedWhileEventsArriveMissAndDoubleNothing) {
    hall.start();
    std::atomic<bool> done{false};
    std::thread writer([&] {
        for (std::int64_t seq = 1; seq <= 5000; ++seq)
            publish(seq, seq);
        done = true;
    });
    std::vector<Client> clients;
    for (int i = 0; i < 20; ++i)
        clients.push_back(open("?after=0&owner=" + std::to_string(i)));
    writer.join();
    for (Client& client : clients)
        expectEvents(client, 1, 5000);
}

TEST_F(Streams, belowTheRetentionFloorAreReset) {
    hall.log.floor = 50;
    hall.log.append(hall.log.make(1, 6000));
    hall.start(6000);
    Client client = open("?after=10");
    EXPECT_THAT(client.readUntil("data: {}\n\n"), HasSubstr("id: 6000\nevent: reset\n"));
    publish(6001, 6001);
    expectEvents(client, 6001, 6001);
}

TEST_F(Streams, aheadOfTheLogAreReset) {
    hall.start(10);
    Client client = open("?after=99");
    hall.clock.advance(2s);
    EXPECT_THAT(client.readUntil("data: {}\n\n"), HasSubstr("id: 10\nevent: reset\n"));
}

TEST_F(Streams, carryTheLastNumberInTheHeartbeat) {
    hall.start(41);
    Client client = open("?view=none");
    publish(42, 42); // not visible to this view
    const std::string seen = client.readUntil(" seq 42\n\n");
    EXPECT_THAT(seen, Not(HasSubstr("event 42")));
    EXPECT_FALSE(seen.empty());
}

TEST_F(Streams, ofOneViewShareOneProjection) {
    hall.start();
    std::vector<Client> clients;
    for (int i = 0; i < 40; ++i)
        clients.push_back(open("?view=v" + std::to_string(i % 2) + "&self=d" + std::to_string(i)));
    publish(1, 1);
    for (Client& client : clients)
        expectEvents(client, 1, 1);
    EXPECT_EQ(hall.log.projections, 2);
    auto own = hall.log.make(2, 2);
    own.front().perSelf = true;
    hall.server().hub().publish(own);
    for (std::size_t i = 0; i < clients.size(); ++i)
        EXPECT_THAT(clients[i].readUntil("data: event 2@"), Not(testing::IsEmpty()));
    EXPECT_EQ(clients[7].readUntil("\n\n"), "d7\n\n");
}

TEST_F(Streams, ofAClientThatDoesNotReadEndAndTheOthersGoOn) {
    hall.start();
    Client slow = open("?owner=slow", {}, 4096);
    Client quick = open("?owner=quick");
    auto& dropped = hall.server().metrics().counter("atrium_streams_dropped_total", "", {{"reason", "slow"}});
    std::int64_t seq = 0;
    while (dropped.value() == 0 && seq < 2000) {
        ++seq;
        publish(seq, seq, 20'000);
        expectEvents(quick, seq, seq);
    }
    EXPECT_EQ(dropped.value(), 1U);
    EXPECT_EQ(hall.server().hub().streamCount(), 1U);
    EXPECT_TRUE(slow.closes());
    Client again = open("?owner=slow&after=0");
    expectEvents(again, 1, seq);
}

TEST_F(Streams, thatCatchUpTakeMoreThanTheirBufferWithoutBeingDropped) {
    hall.log.append(hall.log.make(1, 400, 20'000)); // 8 MB against 256 KiB
    hall.start(400);
    Client client = open("?after=0", {}, 8192);
    expectEvents(client, 1, 400);
}

TEST_F(Streams, areLimitedPerOwner) {
    atrium::http::ServerConfig config;
    config.hub.perOwner = 2;
    Hall small(config);
    small.start();
    std::vector<Client> clients;
    for (int i = 0; i < 2; ++i) {
        clients.emplace_back(small.port());
        clients.back().send(get("/events?owner=a"));
        EXPECT_EQ(clients.back().answer()->status, 200);
    }
    Client third(small.port());
    EXPECT_EQ(third.ask(get("/events?owner=a"))->status, 429);
    EXPECT_EQ(third.ask(get("/events?owner=b"))->status, 200);
    clients.pop_back();
    EXPECT_TRUE(eventually([&] {
        Client again(small.port());
        return again.ask(get("/events?owner=a"))->status == 200;
    }));
}

TEST_F(Streams, ofARevokedOwnerEnd) {
    hall.start();
    Client gone = open("?owner=a");
    Client stays = open("?owner=b");
    hall.server().hub().closeOwner("a");
    EXPECT_TRUE(gone.closes());
    publish(1, 1);
    expectEvents(stays, 1, 1);
}

TEST_F(Streams, letInBeforeTheirOwnerWasShutOutDoNotOpenAfterwards) {
    atrium::http::EventHub* hub = nullptr;
    atrium::http::RouteTable more;
    atrium::http::Route route;
    route.method = "GET";
    route.pattern = "/late";
    route.summary = "the owner is shut out while the request is under way";
    route.access = atrium::http::Access::everybody();
    route.handler = atrium::http::answer([&hub](const atrium::http::Request&) {
        hub->closeOwner("a");
        atrium::http::Response response;
        response.stream = atrium::http::StreamRequest{.audience = {"all", ""}, .owner = "a", .afterSeq = {}};
        return response;
    });
    more.add(std::move(route));
    Hall other({}, std::move(more));
    hub = &other.server().hub();
    other.start();
    Client late(other.port());
    late.send(get("/late"));
    EXPECT_TRUE(late.closes());
    EXPECT_EQ(hub->streamCount(), 0U);
    Client again(other.port());
    EXPECT_EQ(again.ask(get("/events?owner=a"))->status, 200) << "let in afterwards";
}

TEST_F(Streams, resumeFromTheRingAlsoWhenFewerEntriesAreKeptThanItHolds) {
    hall.log.floor = 5000;
    hall.log.append(hall.log.make(5001, 6000));
    hall.start(6000);
    const int asked = hall.log.replays;
    Client client = open("?after=5000");
    expectEvents(client, 5001, 6000);
    EXPECT_EQ(hall.log.replays, asked) << "the store was asked again";
}

TEST_F(Streams, refuseAPositionThatIsNoNumber) {
    hall.start();
    Client client(hall.port());
    EXPECT_EQ(client.ask(get("/events?after=x"))->status, 400);
    client.send("HEAD /events HTTP/1.1\r\nHost: hall\r\n\r\n");
    EXPECT_EQ(client.answer(true)->status, 200);
    EXPECT_EQ(hall.server().hub().streamCount(), 0U);
}

TEST_F(Streams, endWhenTheClientLeavesOrTheServerStops) {
    hall.start();
    Client stays = open("?owner=stays");
    { const Client leaves = open("?owner=leaves"); }
    EXPECT_TRUE(eventually([&] { return hall.server().hub().streamCount() == 1; }));
    hall.server().stop();
    EXPECT_TRUE(stays.closes());
}

TEST_F(Streams, costNoThreads) {
    hall.start();
    const auto threads = [] {
        const std::filesystem::directory_iterator tasks("/proc/self/task");
        return std::distance(begin(tasks), end(tasks));
    };
    std::vector<Client> clients;
    clients.push_back(open("?owner=first"));
    const auto before = threads();
    for (int i = 0; i < 400; ++i)
        clients.push_back(open("?owner=" + std::to_string(i)));
    EXPECT_EQ(threads(), before);
    publish(1, 1);
    for (Client& client : clients)
        expectEvents(client, 1, 1);
}
