// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/server/http/client.h"
#include "tests/integration/server/http/hall.h"

#include <gtest/gtest.h>

using namespace atrium::test;
using namespace std::chrono_literals;

namespace {

/// Time stands still but for advance(). What must not happen is known not to have happened once something
/// else has: the bait, an idle connection with a short time, closes in the round that looks at all deadlines.
class SlowClients : public testing::Test {
protected:
    explicit SlowClients(std::chrono::milliseconds idle = 1'000ms) : hall(keptAlive(idle)) {
        hall.clock.freeze();
        hall.start();
    }
    static atrium::http::ServerConfig keptAlive(std::chrono::milliseconds idle) {
        atrium::http::ServerConfig config;
        config.limits.keepAliveIdle = idle;
        return config;
    }
    /// Moves the clock, and returns when all deadlines were looked at.
    void pass(std::chrono::milliseconds time) {
        Client bait(hall.port());
        ASSERT_TRUE(bait.ask(get("/item/bait")));
        hall.settle();
        hall.clock.advance(time);
        ASSERT_TRUE(bait.closes());
        hall.settle();
    }
    Hall hall;
};

const std::string kBodyBegun = "POST /echo HTTP/1.1\r\nHost: hall\r\nContent-Length: 10\r\n\r\nabc";

} // namespace

TEST_F(SlowClients, withAnUnfinishedHeaderAreToldAndClosedAfterTheDeadline) {
    Client client(hall.port());
    client.send("GET /item/1 HTTP/1.1\r\nHo");
    pass(9'999ms);
    EXPECT_TRUE(client.quiet());
    hall.clock.advance(2ms);
    EXPECT_EQ(client.answer()->status, 408);
    EXPECT_TRUE(client.closes());
}

TEST_F(SlowClients, withAnUnfinishedBodyAreToldAndClosedAfterTheDeadline) {
    Client client(hall.port());
    client.send(kBodyBegun);
    pass(9'999ms);
    EXPECT_TRUE(client.quiet());
    hall.clock.advance(2ms);
    EXPECT_EQ(client.answer()->status, 408);
}

TEST_F(SlowClients, thatDripDoNotMoveTheDeadline) {
    Client client(hall.port());
    ASSERT_TRUE(client.ask(get("/item/1"))); // the deadline of a later request begins with its first byte
    client.send("G");
    pass(6'000ms);
    EXPECT_TRUE(client.quiet());
    client.send("E");
    pass(3'999ms);
    EXPECT_TRUE(client.quiet());
    client.send("T");
    hall.clock.advance(2ms);
    EXPECT_EQ(client.answer()->status, 408);
}

TEST_F(SlowClients, thatSayNothingAreClosed) {
    Client silent(hall.port());
    pass(9'999ms);
    EXPECT_TRUE(silent.quiet());
    hall.clock.advance(2ms);
    EXPECT_TRUE(silent.closes());
}

TEST_F(SlowClients, thatStayIdleAfterAnAnswerAreClosed) {
    Client idle(hall.port());
    ASSERT_TRUE(idle.ask(get("/item/1")));
    hall.settle(); // its time begins when the answer is out, a moment after it has it
    hall.clock.advance(999ms);
    ASSERT_EQ(idle.ask(get("/item/2"))->body, "2"); // and begins anew
    hall.settle();
    hall.clock.advance(1'001ms);
    EXPECT_TRUE(idle.closes());
}

TEST_F(SlowClients, thatDoNotTakeTheirAnswerAreClosed) {
    atrium::http::ServerConfig config;
    config.limits.requestDeadline = config.limits.keepAliveIdle = 24h; // only writing has a deadline
    Hall patient(config);
    patient.clock.freeze();
    patient.start();
    Client client(patient.port(), 4096);
    // 40 answers of 1 MiB: more than any socket holds.
    const std::string request = post("/echo", std::string(1024 * 1024, 'x'));
    std::thread sender([&] {
        for (int i = 0; i < 40 && client.send(request); ++i) {
        }
    });
    auto& open = patient.server().metrics().gauge("atrium_http_connections", "");
    ASSERT_TRUE(eventually([&] { return open.value() == 1; }));
    ASSERT_TRUE(eventually([&] {
        patient.clock.advance(100ms);
        return open.value() == 0;
    }));
    sender.join();
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
    EXPECT_TRUE(fourth.closes());
    clients.pop_back();
    EXPECT_TRUE(eventually([&] {
        Client again(small.port());
        return again.ask(get("/item/1")).has_value();
    }));
}

TEST_F(SlowClients, doNotFillTheMemoryWithTheirBodies) {
    atrium::http::ServerConfig config;
    config.limits.bodies = 100;
    config.limits.uncharged = 10;
    Hall small(config);
    small.start();
    const std::string begun =
        "POST /echo HTTP/1.1\r\nHost: hall\r\nContent-Length: 80\r\n\r\n" + std::string(60, 'a');
    Client first(small.port());
    first.send(begun);
    small.settle(); // its bytes are taken before those of the second
    Client second(small.port());
    EXPECT_EQ(Client(small.port()).ask(post("/echo", "abc"))->status, 200) << "small ones pass";
    EXPECT_EQ(second.ask(begun)->status, 503);
    EXPECT_TRUE(second.closes());
    EXPECT_EQ(first.ask(std::string(20, 'b'))->status, 200);
    Client third(small.port());
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(third.ask(post("/echo", std::string(80, 'c')))->status, 200)
            << "what was taken is given back";
    first.send(begun);
    small.settle();
    { const Client gone = std::move(first); } // its part goes with it
    EXPECT_TRUE(eventually([&] {
        Client again(small.port());
        return again.ask(post("/echo", std::string(80, 'd')))->status == 200;
    }));
}
