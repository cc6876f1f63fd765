// SPDX-License-Identifier: GPL-3.0-or-later
// Every view of a year of a large hall on SQLite: 5 million tickets, 60 queues, 300 items, 300 windows, a day
// that is still running.
//   statistics_bench [--tiny] [--folder DIR]
#include "server/services/core/calendar.h"
#include "server/services/statistics/answer.h"
#include "server/services/statistics/rolling.h"
#include "shared/model/reflect.h"

#include <boost/describe/enumerators.hpp>
#include <stdlib.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <random>
#include <stdexcept>
#include <string>

namespace {

using namespace atrium;
using model::Day;
using rules::statistics::Increments;
using rules::statistics::Key;
using rules::statistics::WindowUse;
using Clock = std::chrono::steady_clock;

constexpr double kGoal = 300; // milliseconds

struct Plan {
    bool tiny = false;
    int tickets = 5'000'000 / 250; // a day
    int rounds = 10;
};

struct Folder {
    std::string path;
    explicit Folder(const std::string& parent) : path(parent + "/atrium-bench-XXXXXX") {
        if (::mkdtemp(path.data()) == nullptr)
            throw std::runtime_error("no folder in " + parent);
    }
    ~Folder() {
        std::error_code error;
        std::filesystem::remove_all(path, error);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

template <class T> T orThrow(model::Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().detail);
    return std::move(*result);
}

void orThrow(const model::Result<void>& result) {
    if (!result)
        throw std::runtime_error(result.error().detail);
}

/// A hall of 40 departments; an item is of one queue, a window serves the items of one or two queues.
class LargeHall {
public:
    static constexpr int kQueues = 60;
    static constexpr int kItems = 300;
    static constexpr int kWindows = 300;
    static constexpr int kDepartments = 40;

    LargeHall() {
        for (int i = 0; i < kItems; ++i) {
            model::ServiceItem item;
            item.id.value = "item-of-a-long-name-" + std::to_string(i);
            item.queueId.value = queue(i % kQueues);
            item.departmentId.value = department(i % kQueues);
            setup.config.items[item.id] = item;
        }
        for (int i = 0; i < kWindows; ++i) {
            model::Window window;
            window.id.value = "window-" + std::to_string(i);
            window.departmentId.value = department(i % kQueues);
            setup.config.windows[window.id] = window;
        }
    }
    static std::string queue(int i) { return "queue-of-a-name-" + std::to_string(i); }
    static std::string department(int queue) { return "department-" + std::to_string(queue % kDepartments); }

    std::vector<Increments> day(Day day, int tickets) {
        std::vector<Increments> out;
        out.reserve(static_cast<std::size_t>(tickets) + kWindows);
        for (int i = 0; i < tickets; ++i)
            out.push_back(ticket(day));
        for (int window = 0; window < kWindows; ++window)
            for (int hour = 8; hour < 18; ++hour)
                out.push_back(time(day, window, hour));
        return out;
    }

    services::Setup setup;

private:
    int pick(int count) { return static_cast<int>(m_random() % static_cast<unsigned>(count)); }

    Increments ticket(Day day) {
        const int item = pick(kItems);
        const int window = (item % kQueues + kQueues * pick(kWindows / kQueues)) % kWindows;
        Key key{day,
                8 + pick(10),
                model::QueueId(queue(item % kQueues)),
                model::ServiceItemId("item-of-a-long-name-" + std::to_string(item)),
                {},
                {},
                static_cast<model::Recognition>(pick(3))};
        Increments out;
        out.tickets.push_back({key, {.issued = 1}, 0, 0});
        key.windowId.value = "window-" + std::to_string(window);
        key.staffId.value = "staff-" + std::to_string(window);
        const auto waited = std::llround(m_wait(m_random));
        out.tickets.push_back({key, {.called = 1, .waited = 1, .waitSeconds = waited}, 0, 0});
        out.tickets.back().waitBucket = rules::statistics::bucketOf(waited);
        const auto served = std::llround(m_service(m_random));
        out.tickets.push_back({key, {.services = 1, .handlingSeconds = served, .finished = 1}, 0, 0});
        out.tickets.back().handlingBucket = rules::statistics::bucketOf(served);
        return out;
    }
    static Increments time(Day day, int window, int hour) {
        Increments out;
        for (const auto use : {WindowUse::serving, WindowUse::idle, WindowUse::calling, WindowUse::paused})
            out.windows.push_back({{day, hour, model::WindowId("window-" + std::to_string(window)),
                                    model::StaffId("staff-" + std::to_string(window)), use,
                                    use == WindowUse::paused ? "reason-" + std::to_string(window % 6) : ""},
                                   900});
        return out;
    }

    std::mt19937 m_random{1};
    std::lognormal_distribution<double> m_wait{std::log(600.0), 0.7};
    std::lognormal_distribution<double> m_service{std::log(480.0), 0.6};
};

double milliseconds(Clock::time_point since) {
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

/// Months of closed days, and a last day that is open.
void fill(store::Store& store, LargeHall& hall, const Plan& plan, Day first, Day today) {
    std::map<Day, rules::statistics::Views> month;
    for (Day day = first; day < today; day = services::addDays(day, 1)) {
        if (services::weekdayOf(day) <= 5) {
            rules::statistics::Sheet sheet;
            for (const auto& increments : hall.day(day, plan.tickets))
                sheet.add(increments);
            month[day] = viewsOf(sheet, services::weekdayOf(day), services::departmentsOf(hall.setup));
        }
        const Day next = services::addDays(day, 1);
        if (next.value / 100 != day.value / 100 || next == today) {
            orThrow(store.rollStatistics(month, first, first));
            month.clear();
        }
    }
    auto event = std::make_shared<store::LogEvent>();
    event->seq = 1;
    store::Group group;
    group.hallId.value = "hall";
    group.events = {event};
    group.statistics = hall.day(today, plan.tickets);
    orThrow(store.commit(group));
}

struct Timed {
    double median = 0;
    double p99 = 0;
};

Timed measure(store::Store& store, const services::StatisticsWish& wish, int rounds) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto begin = Clock::now();
        (void)orThrow(services::statisticsOf(store, wish));
        times.push_back(milliseconds(begin));
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times[times.size() * 99 / 100]};
}

bool run(const Plan& plan, const std::string& parent) {
    const Folder folder(parent);
    const auto store = orThrow(store::Store::open(folder.path + "/hall.db"));
    LargeHall hall;
    const Day today{20261231};
    const Day first = plan.tiny ? Day{20261201} : Day{20260101};
    auto begin = Clock::now();
    fill(*store, hall, plan, first, today);
    std::printf("%d tickets a day from %d to %d; stored in %.1f s, %.0f MB\n", plan.tickets, first.value,
                today.value, milliseconds(begin) / 1000,
                static_cast<double>(std::filesystem::file_size(folder.path + "/hall.db")) / 1e6);
    double worst = 0;
    const auto show = [&](const char* what, const services::StatisticsWish& wish) {
        const auto time = measure(*store, wish, plan.rounds);
        worst = std::max(worst, time.p99);
        std::printf("  %-12s %-34s median %6.1f ms  p99 %6.1f ms\n",
                    std::string(model::enumName(wish.by)).c_str(), what, time.median, time.p99);
    };
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<model::StatisticsBy>>([&](auto by) {
        show("the year", {first, today, by.value, {}, {}});
        show("the year, one queue", {first, today, by.value, LargeHall::queue(7), {}});
        show("the year, one department", {first, today, by.value, {}, {LargeHall::department(7)}});
        show("closed days 16 Jan to 15 Dec",
             {plan.tiny ? first : Day{20260116}, {20261215}, by.value, {}, {}});
    });
    begin = Clock::now();
    orThrow(services::rollStatistics(*store, hall.setup, services::addDays(today, 1)));
    std::printf("closing the last day of a month: %.0f ms\n", milliseconds(begin));
    const bool fast = worst < kGoal;
    std::printf("slowest p99 %.1f ms: %s (goal %.0f)\n", worst, fast ? "yes" : "NO", kGoal);
    return plan.tiny || fast;
}

} // namespace

int main(int argc, char** argv) {
    Plan plan;
    std::string parent = std::filesystem::temp_directory_path().string();
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--tiny")
            plan = {.tiny = true, .tickets = 200, .rounds = 1};
        else if (argument == "--folder" && i + 1 < argc)
            parent = argv[++i];
        else {
            std::fprintf(stderr, "usage: statistics_bench [--tiny] [--folder DIR]\n");
            return 2;
        }
    }
    try {
        return run(plan, parent) ? 0 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "statistics_bench: %s\n", error.what());
        return 1;
    }
}
