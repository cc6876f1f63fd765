// SPDX-License-Identifier: GPL-3.0-or-later
// One call at a window until 2,000 screens have it, against mosquitto with the same payload and receiver; and
// what an idle screen costs. Exits with 1 when a bound is broken.
#include "tests/bench/server/benchhall.h"
#include "tests/bench/server/mosquitto.h"
#include "tests/bench/server/receiver.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <exception>
#include <memory>

using namespace atrium::bench;

namespace {

constexpr std::size_t kPerToken = 64; ///< streams the server allows a token

struct Size {
    std::size_t subscribers = 2'000;
    std::size_t idle = 5'000;
    int runs = 5;
    int calls = 20; ///< in a run
};

double quantile(std::vector<double> list, double share) {
    std::sort(list.begin(), list.end());
    return list[static_cast<std::size_t>(share * static_cast<double>(list.size() - 1))];
}

double median(const std::vector<double>& list) {
    return quantile(list, 0.5);
}

/// One side of the comparison.
class Side {
public:
    virtual ~Side() = default;
    virtual Wire subscriber(std::size_t index) = 0;
    /// The milliseconds each subscriber waited for one call.
    virtual std::vector<double> call() = 0;
    [[nodiscard]] virtual int pid() const = 0;
    Receiver receiver;
};

class Atrium final : public Side {
public:
    explicit Atrium(std::size_t streams) {
        m_tokens = m_hall.players(streams / kPerToken + 1);
        m_hall.openWindow();
    }
    Wire subscriber(std::size_t index) override { return m_hall.stream(m_tokens[index / kPerToken]); }
    std::vector<double> call() override {
        // Everybody has the ticket before the clock runs for its call.
        receiver.timed(SseFraming("ticketIssued"), [&] { m_hall.issueTicket(); });
        auto times = step("call", "ticketCalled");
        payload = receiver.message();
        payload = payload.substr(payload.find("data: ") + 6);
        payload.resize(payload.size() - 2);
        step("start", "serviceStarted");
        step("finish", "serviceFinished");
        return times;
    }
    [[nodiscard]] int pid() const override { return m_hall.pid(); }
    std::string payload;

private:
    std::vector<double> step(const std::string& what, const char* event) {
        auto times = receiver.timed(SseFraming(event), [&] { m_hall.windowPost(what); });
        m_hall.windowAnswer();
        return times;
    }

    BenchHall m_hall;
    std::vector<std::string> m_tokens;
};

class Broker final : public Side {
public:
    explicit Broker(std::string payload) : m_payload(std::move(payload)), m_publisher(m_broker.port()) {
        m_publisher.send(mqttConnect("publisher"));
        (void)m_publisher.take(4);
    }
    Wire subscriber(std::size_t index) override {
        Wire wire(m_broker.port());
        wire.send(mqttConnect("screen-" + std::to_string(index)));
        (void)wire.take(4); // CONNACK
        wire.send(mqttSubscribe(kTopic));
        (void)wire.take(5); // SUBACK
        return wire;
    }
    std::vector<double> call() override {
        return receiver.timed(MqttFraming(), [&] { m_publisher.send(mqttPublish(kTopic, m_payload)); });
    }
    [[nodiscard]] int pid() const override { return m_broker.pid(); }

private:
    static constexpr const char* kTopic = "hall/calls";
    Mosquitto m_broker;
    std::string m_payload;
    Wire m_publisher;
};

struct Idle {
    double bytesEach = 0;
    int threadsBefore = 0;
    int threads = 0;
};

/// Opens so many subscribers and says what each cost; the first fifth warms the allocator up.
Idle openIdle(Side& side, std::size_t count) {
    const std::size_t warm = count / 5;
    while (side.receiver.size() < warm)
        side.receiver.add(side.subscriber(side.receiver.size()));
    Idle out;
    out.threadsBefore = threadsOf(side.pid());
    const double before = residentBytes(side.pid());
    while (side.receiver.size() < count)
        side.receiver.add(side.subscriber(side.receiver.size()));
    out.bytesEach = (residentBytes(side.pid()) - before) / static_cast<double>(count - warm);
    out.threads = threadsOf(side.pid());
    return out;
}

/// p99 of one call, median over the calls of a run.
double run(Side& side, int calls) {
    std::vector<double> p99;
    for (int i = 0; i < calls; ++i)
        p99.push_back(quantile(side.call(), 0.99));
    return median(p99);
}

int measure(const Size& size) {
    raiseDescriptors(2 * size.idle + 1'000);
    Atrium atrium(size.idle);
    atrium.receiver.add(atrium.subscriber(0));
    atrium.call(); // gives the payload
    Broker broker(atrium.payload);
    std::printf("payload %zu bytes\n", atrium.payload.size());

    const Idle ours = openIdle(atrium, size.idle);
    const Idle theirs = openIdle(broker, size.idle);
    std::printf("an idle stream (of %zu): %.0f bytes, mosquitto's subscriber %.0f bytes\n", size.idle,
                ours.bytesEach, theirs.bytesEach);
    std::printf("threads at %zu streams: %d, at %zu: %d\n", size.idle / 5, ours.threadsBefore, size.idle,
                ours.threads);
    atrium.receiver.keep(size.subscribers);
    broker.receiver.keep(size.subscribers);
    run(atrium, 2);
    run(broker, 2);

    std::vector<double> mine, other;
    for (int i = 0; i < size.runs; ++i) {
        mine.push_back(run(atrium, size.calls));
        other.push_back(run(broker, size.calls));
        std::printf("run %d, %zu subscribers: p99 %6.2f ms, mosquitto %6.2f ms\n", i + 1, size.subscribers,
                    mine.back(), other.back());
        std::fflush(stdout);
    }
    const double ratio = median(mine) / median(other);
    std::printf("median p99 %.2f ms, mosquitto %.2f ms; ratio %.3f\n", median(mine), median(other), ratio);
    const bool kept = ratio <= 1 && ours.bytesEach <= theirs.bytesEach && ours.threads == ours.threadsBefore;
    return kept ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    const bool tiny = argc > 1 && std::strcmp(argv[1], "--tiny") == 0;
    try {
        const int broken =
            measure(tiny ? Size{.subscribers = 50, .idle = 100, .runs = 1, .calls = 3} : Size{});
        return tiny ? 0 : broken; // so few say nothing about speed
    } catch (const std::exception& error) {
        std::fprintf(stderr, "fanout_bench: %s\n", error.what());
        return 2;
    }
}
