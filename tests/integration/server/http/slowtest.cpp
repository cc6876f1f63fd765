// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/server/http/client.h"
#include "tests/integration/server/http/hall.h"

#include <gtest/gtest.h>

using namespace atrium::test;
using namespace std::chrono_literals;

namespace {

class SlowClients : public testing::Test {
protected:
    Hall hall;
};

const std::string kBodyBegun = "POST /echo HTTP/1.1\r\nHost: hall\r\nContent-Length: 10\r\n\r\nabc";

} // namespace

TEST_F(SlowClients, withAnUnfinishedHeaderAreToldAndClosedAfterTheDeadline) {
    hall.start();
    Client client(hall.port());
    client.send("GET /item/1 HTTP/1.1\r\nHo");
    EXPECT_FALSE(client.closedWithin(200ms));
    hall.clock.advance(10'001ms);
    EXPECT_EQ(client.answer()->status, 408);
    EXPECT_TRUE(client.closedWithin(5s));
}

TEST_F(SlowClients, withAnUnfinishedBodyAreToldAndClosedAfterTheDeadline) {
    hall.start();
    Client client(hall.port());
    client.send(kBodyBegun);
    EXPECT_FALSE(client.closedWithin(200ms));
    hall.clock.advance(10'001ms);
    EXPECT_EQ(client.answer()->status, 408);
}

TEST_F(SlowClients, thatDripDoNotMoveTheDeadline) {
    hall.start();
    Client client(hall.port());
    ASSERT_TRUE(client.ask(get("/item/1"))); // the deadline of a later request begins with its first byte
    client.send("G");
    EXPECT_FALSE(client.closedWithin(150ms));
    hall.clock.advance(6'000ms);
    client.send("E");
    EXPECT_FALSE(client.closedWithin(150ms));
    hall.clock.advance(4'100ms);
    EXPECT_EQ(client.answer()->status, 408);
}

TEST_F(SlowClients, thatSayNothingAreClosed) {
    hall.start();
    Client silent(hall.port());
    Client idle(hall.port());
    ASSERT_TRUE(idle.ask(get("/item/1")));
    hall.clock.advance(10'001ms);
    EXPECT_TRUE(silent.closedWithin(5s));
    EXPECT_FALSE(idle.closedWithin(200ms));
    hall.clock.advance(5'000ms);
    EXPECT_TRUE(idle.closedWithin(5s));
}

TEST_F(SlowClients, thatDoNotTakeTheirAnswerAreClosed) {
    hall.start();
    Client client(hall.port(), 4096);
    // 40 answers of 1 MiB: more than any socket holds.
    const std::string request = post("/echo", std::string(1024 * 1024, 'x'));
    std::thread sender([&] {
        for (int i = 0; i < 40 && client.send(request); ++i) {
        }
    });
    auto& open = hall.server().metrics().gauge("atrium_http_connections", "");
    ASSERT_TRUE(eventually([&] { return open.value() == 1; }));
    ASSERT_TRUE(eventually([&] {
        hall.clock.advance(1'000ms);
        return open.value() == 0;
    }));
    sender.join();
}

TEST_F(SlowClients, fiveHundredOfThemHoldUpNobody) {
    atrium::http::ServerConfig config;
    config.limits.workers = 2;
    Hall small(config);
    small.start();
    std::vector<Client> slow;
    for (int i = 0; i < 500; ++i) {
        slow.emplace_back(small.port());
        if (i % 3 == 0)
            slow.back().send("GET /item/1 HTTP/1.1\r\nHost:");
        else if (i % 3 == 1)
            slow.back().send(kBodyBegun);
    }
    Client quick(small.port());
    const auto begun = std::chrono::steady_clock::now();
    for (int i = 0; i < 200; ++i)
        ASSERT_EQ(quick.ask(post("/echo", "x"))->body, "x");
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 5s);
}

TEST_F(SlowClients, areRefusedAboveTheLimitOfConnections) {
    atrium::http::ServerConfig config;
    config.limits.connections = 3;
    Hall small(config);
    small.start();
    std::vector<Client> clients;
    for (int i = 0; i < 3; ++i) {
        clients.emplace_back(small.port());
        ASSERT_TRUE(clients.back().ask(get("/item/1")));
    }
    Client fourth(small.port());
    EXPECT_TRUE(fourth.closedWithin(5s));
    clients.pop_back();
    EXPECT_TRUE(eventually([&] {
        Client again(small.port());
        return again.ask(get("/item/1")).has_value();
    }));
}
