// SPDX-License-Identifier: GPL-3.0-or-later
// What 500 slow and half-open clients do to the others: p99 of a steady flow of requests with them over p99
// without, measured in turns. Exits with 1 when a bound is broken.
#include "tests/bench/server/company.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <exception>
#include <memory>
#include <mutex>

using namespace atrium::bench;
using SteadyClock = std::chrono::steady_clock;

namespace {

constexpr std::size_t kOthers = 4;
constexpr std::chrono::milliseconds kPace{20}; ///< between two requests of one client
constexpr double kMostMemory = 200e6;          ///< bytes that 500 of them may cost the server

struct Size {
    std::size_t company = 500;
    int turns = 5;
    std::chrono::milliseconds turn{4'000};
    std::chrono::milliseconds before{
        8'000}; ///< with them, before their turn: their deadlines then fall in it
};

double p99(std::vector<double> list) {
    std::sort(list.begin(), list.end());
    return list[static_cast<std::size_t>(0.99 * static_cast<double>(list.size() - 1))];
}

double median(std::vector<double> list) {
    std::sort(list.begin(), list.end());
    return list[list.size() / 2];
}

/// A kiosk that issues a ticket, then asks something, and so on. Milliseconds of each request.
std::vector<double> behave(BenchHall& hall, std::size_t client, SteadyClock::time_point end) {
    static std::atomic<int> keys{0};
    const std::string token = "Authorization: Bearer " + hall.server().token(atrium::test::kKiosk) + "\r\n";
    Wire wire(hall.port());
    std::vector<double> times;
    auto next = SteadyClock::now() + kPace * client / kOthers;
    for (bool writes = true; next < end; next += kPace, writes = !writes) {
        std::this_thread::sleep_until(next);
        const std::string request =
            writes ? httpRequest("POST", "/api/v1/tickets",
                                 token + "Idempotency-Key: company-" + std::to_string(++keys) + "\r\n",
                                 R"({"itemId":")" + std::string(kUnlimitedItem) + R"(","paper":false})")
                   : httpRequest("GET", "/api/v1/devices/self", token);
        const auto begun = SteadyClock::now();
        wire.send(request);
        std::string body;
        const int status = wire.answer(&body);
        times.push_back(std::chrono::duration<double, std::milli>(SteadyClock::now() - begun).count());
        if (status != (writes ? 201 : 200))
            throw std::runtime_error("refused: " + body);
    }
    return times;
}

double turnOf(BenchHall& hall, const Size& size) {
    const auto end = SteadyClock::now() + size.turn;
    std::vector<double> all;
    std::exception_ptr failure;
    std::mutex mutex; // guards the two above
    std::vector<std::thread> clients;
    for (std::size_t i = 0; i < kOthers; ++i)
        clients.emplace_back([&, i] {
            try {
                const auto times = behave(hall, i, end);
                const std::lock_guard lock(mutex);
                all.insert(all.end(), times.begin(), times.end());
            } catch (...) {
                const std::lock_guard lock(mutex);
                failure = std::current_exception();
            }
        });
    for (auto& client : clients)
        client.join();
    if (failure)
        std::rethrow_exception(failure);
    return p99(all);
}

int measure(const Size& size) {
    raiseDescriptors(4 * size.company + 1'000);
    BenchHall hall;
    const auto tokens = hall.players(size.company / 4 / 64 + 1);
    turnOf(hall, size); // warm
    const int threads = threadsOf(hall.pid());
    const double memory = residentBytes(hall.pid());
    double mostMemory = 0;
    int mostThreads = 0;
    std::vector<double> without, with;
    for (int i = 0; i < size.turns; ++i) {
        without.push_back(turnOf(hall, size));
        Company company(hall, tokens, size.company);
        std::this_thread::sleep_for(size.before);
        with.push_back(turnOf(hall, size));
        mostMemory = std::max(mostMemory, residentBytes(hall.pid()) - memory);
        mostThreads = std::max(mostThreads, threadsOf(hall.pid()));
        company.leave();
        std::fflush(stdout);
        std::printf("turn %d: p99 %6.2f ms without, %6.2f ms with %zu of them (%zu came back)\n", i + 1,
                    without.back(), with.back(), size.company, company.returned());
    }
    const double ratio = median(with) / median(without);
    std::printf("threads %d, with them %d; memory at most %.1f MB more\n", threads, mostThreads,
                mostMemory / 1e6);
    std::printf("ratio %.3f\n", ratio);
    return ratio <= 2 && mostThreads == threads && mostMemory < kMostMemory ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    using namespace std::chrono_literals;
    const bool tiny = argc > 1 && std::strcmp(argv[1], "--tiny") == 0;
    try {
        const int broken =
            measure(tiny ? Size{.company = 40, .turns = 1, .turn = 300ms, .before = 0ms} : Size{});
        return tiny ? 0 : broken; // so short a time says nothing about speed
    } catch (const std::exception& error) {
        std::fprintf(stderr, "company_bench: %s\n", error.what());
        return 2;
    }
}
