// SPDX-License-Identifier: GPL-3.0-or-later
// Five hundred clients that misbehave, held by the real loops, while others go on.
#include "tests/integration/server/http/client.h"
#include "tests/integration/server/http/hall.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

using namespace atrium::test;

namespace {

constexpr std::size_t kEach = 125;
constexpr std::size_t kOthers = 20;
constexpr int kReceiveBuffer = 4096;

auto threads() {
    const std::filesystem::directory_iterator tasks("/proc/self/task");
    return std::distance(begin(tasks), end(tasks));
}

class BadCompany : public testing::Test {
protected:
    BadCompany() : hall(twoWorkers()) {
        hall.clock.freeze(); // nobody's deadline comes
        hall.start();
        hall.settle();
    }
    static atrium::http::ServerConfig twoWorkers() {
        atrium::http::ServerConfig config;
        config.limits.workers = 2;
        return config;
    }
    Client streamReader(std::size_t i) {
        Client client(hall.port(), kReceiveBuffer);
        client.send(get("/events?after=0&owner=slow" + std::to_string(i)));
        EXPECT_EQ(client.answer()->status, 200);
        return client;
    }
    /// Connected and silent, half a header, half a body, and streams nobody reads.
    void gather() {
        for (std::size_t i = 0; i < kEach; ++i) {
            silent.emplace_back(hall.port());
            heads.emplace_back(hall.port());
            heads.back().send("GET /item/1 HTTP/1.1\r\nHost: hall\r\nX-Slow: ");
            bodies.emplace_back(hall.port());
            bodies.back().send("POST /echo HTTP/1.1\r\nHost: hall\r\nContent-Length: 1000\r\n\r\nabc");
            readers.push_back(streamReader(i));
        }
    }
    void drip() {
        for (Client& client : heads)
            client.send("x");
        for (Client& client : bodies)
            client.send("y");
    }
    [[nodiscard]] std::int64_t connections() {
        return hall.server().metrics().gauge("atrium_http_connections", "").value();
    }
    void publish(std::int64_t seq, std::size_t padding) {
        auto events = hall.log.make(seq, seq, padding);
        hall.log.append(events);
        hall.server().hub().publish(std::move(events));
    }
    static void expectEvent(Client& client, std::int64_t seq) {
        std::string piece = client.readUntil("\n\n");
        while (piece.starts_with(":"))
            piece = client.readUntil("\n\n");
        ASSERT_THAT(piece, testing::StartsWith("id: " + std::to_string(seq) + "\n"));
    }

    Hall hall;
    std::vector<Client> silent, heads, bodies, readers;
};

} // namespace

TEST_F(BadCompany, ofFiveHundredHoldsUpNobodyAndCostsNoThread) {
    const auto before = threads();
    gather();
    std::vector<Client> others;
    for (std::size_t i = 0; i < kOthers; ++i)
        others.emplace_back(hall.port());
    for (int round = 0; round < 10; ++round) {
        drip();
        for (Client& other : others)
            ASSERT_EQ(other.ask(post("/echo", "x"))->body, "x");
    }
    EXPECT_EQ(threads(), before);
    EXPECT_EQ(hall.server().hub().streamCount(), kEach);
    // Every one of them is still there: it was neither answered nor sent away to make room.
    EXPECT_EQ(connections(), static_cast<std::int64_t>(3 * kEach + kOthers));
    for (const auto* group : {&silent, &heads, &bodies})
        for (const Client& client : *group)
            ASSERT_TRUE(client.quiet());
    for (Client& client : bodies) // and is answered once it has said all
        client.send(std::string(1000 - 3 - 10, 'z'));
    for (Client& client : bodies)
        ASSERT_EQ(client.answer()->body, "abc" + std::string(10, 'y') + std::string(987, 'z'));
}

TEST_F(BadCompany, ofStreamsNobodyReadsIsDroppedAtItsLimitAndResumes) {
    gather();
    Client quick(hall.port());
    quick.send(get("/events?after=0&owner=quick"));
    ASSERT_EQ(quick.answer()->status, 200);
    auto& dropped = hall.server().metrics().counter("atrium_streams_dropped_total", "", {{"reason", "slow"}});
    // What one client may make the server keep: its buffer, the socket's, and what it said it would take.
    constexpr std::size_t kEvent = 20'000;
    constexpr std::size_t kMost =
        atrium::http::HubLimits{}.clientBuffer + 2 * atrium::http::HubLimits{}.socketBuffer + 64 * 1024;
    std::int64_t seq = 0;
    for (std::size_t bytes = 0; bytes < kMost; bytes += kEvent) {
        publish(++seq, kEvent);
        expectEvent(quick, seq);
    }
    EXPECT_TRUE(eventually([&] { return dropped.value() == kEach; }));
    EXPECT_EQ(hall.server().hub().streamCount(), 1U);

    // The same reader comes back and goes on where it was.
    std::int64_t position = 0;
    Client& slow = readers.front();
    while (position < 3) {
        const std::string piece = slow.readUntil("\n\n");
        ASSERT_FALSE(piece.empty());
        if (piece.starts_with("id: ")) {
            EXPECT_EQ(std::stoll(piece.substr(4)), ++position);
        }
    }
    Client again(hall.port(), kReceiveBuffer);
    again.send(get("/events?owner=slow0", "Last-Event-ID: " + std::to_string(position) + "\r\n"));
    ASSERT_EQ(again.answer()->status, 200);
    publish(++seq, 0);
    while (position < seq)
        expectEvent(again, ++position);
}
