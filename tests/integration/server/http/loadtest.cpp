// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/server/http/client.h"
#include "tests/integration/server/http/hall.h"

#include <gtest/gtest.h>

using namespace atrium::test;
using namespace std::chrono_literals;

TEST(Load, aboveTheQueueIsAnsweredWith503) {
    atrium::http::ServerConfig config;
    config.limits.workers = 1;
    config.limits.queue = 2;
    Hall hall(config);
    hall.start();
    std::vector<Client> waiting;
    waiting.emplace_back(hall.port());
    waiting.back().send(get("/blocks"));
    ASSERT_TRUE(eventually([&] { return hall.blocked == 1; }));
    for (int i = 0; i < 8; ++i) {
        waiting.emplace_back(hall.port());
        waiting.back().send(get("/blocks"));
    }
    int refused = 0;
    auto& full = hall.server().metrics().counter("atrium_http_queue_full_total", "");
    ASSERT_TRUE(eventually([&] { return full.value() == 6; }));
    hall.release();
    for (Client& client : waiting) {
        const auto answer = client.answer();
        ASSERT_TRUE(answer); // nobody is dropped silently
        if (answer->status == 503) {
            ++refused;
            EXPECT_EQ(answer->headers.at("retry-after"), "1");
            EXPECT_EQ(client.ask(get("/item/1"))->status, 200); // and may stay
        }
    }
    EXPECT_EQ(refused, 6);
}

TEST(Stop, finishesRunningRequestsAndRefusesNewOnes) {
    Hall hall;
    hall.start();
    Client running(hall.port());
    Client idle(hall.port());
    Client halfSent(hall.port());
    ASSERT_TRUE(idle.ask(get("/item/1")));
    halfSent.send("GET /item/9 HTTP/1.1\r\nHost: hall\r\n");
    running.send(get("/blocks"));
    ASSERT_TRUE(eventually([&] { return hall.blocked == 1; }));
    std::thread stopping([&] { hall.server().stop(); });
    EXPECT_TRUE(idle.closes()); // idle ones go first
    halfSent.send("\r\n");
    EXPECT_EQ(halfSent.answer()->body, "9");
    hall.release();
    const auto answer = running.answer();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, "released");
    EXPECT_EQ(answer->headers.at("connection"), "close");
    stopping.join();
    EXPECT_TRUE(running.closes());
}

TEST(Stop, underLoadLosesNoAnswerOfAnAcceptedRequest) {
    Hall hall;
    hall.start();
    std::atomic<int> answered{0};
    std::atomic<int> cut{0};
    std::vector<std::thread> clients;
    for (int i = 0; i < 16; ++i)
        clients.emplace_back([&] {
            Client client(hall.port());
            while (true) {
                if (!client.send(post("/echo", "x")))
                    return;
                const auto answer = client.answer();
                if (!answer)
                    return; // closed between two requests
                if (answer->status != 200)
                    ++cut;
                ++answered;
                if (answer->headers.at("connection") == "close")
                    return;
            }
        });
    ASSERT_TRUE(eventually([&] { return answered > 500; }));
    const auto begun = std::chrono::steady_clock::now();
    hall.server().stop();
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 9s);
    for (auto& client : clients)
        client.join();
    EXPECT_EQ(cut, 0);
}

TEST(Stop, doesNotWaitForAnAnswerThatNeverComesLongerThanTheDeadline) {
    atrium::http::ServerConfig config;
    config.limits.stopDeadline = 300ms;
    std::vector<atrium::http::Responder> kept;
    atrium::http::RouteTable routes;
    atrium::http::Route route;
    std::atomic<bool> asked{false};
    route.method = "GET";
    route.pattern = "/never";
    route.access = atrium::http::Access::everybody();
    route.handler = [&](const atrium::http::Request&, const atrium::http::Responder& responder) {
        kept.push_back(responder);
        asked = true;
    };
    routes.add(std::move(route));
    auto hall = std::make_unique<Hall>(std::move(config), std::move(routes));
    hall->start();
    Client client(hall->port());
    client.send(get("/never"));
    ASSERT_TRUE(eventually([&] { return asked.load(); }));
    hall->server().stop();
    EXPECT_TRUE(client.closes());
    hall.reset();
    EXPECT_TRUE(kept.front().send({})); // after the server's end: goes nowhere, harms nothing
    EXPECT_FALSE(kept.front().send({}));
}
