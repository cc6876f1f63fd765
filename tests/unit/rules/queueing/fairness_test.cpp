// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing waits for ever: what an ordered day does to every single ticket.
#include "tests/unit/rules/queueing/naive.h"
#include "tests/unit/rules/queueing/steps.h"

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <map>
#include <ostream>

namespace atrium::rules::queueing::tests {
namespace {

/// What a minute of a day brings: arrivals and calls, all by the rules.
struct Minute {
    int item = 0;
    int priorityClass = 0;
    int window = 0;
    int fate = 0; ///< of the called one: served, or a no-show
};

std::ostream& operator<<(std::ostream& out, const Minute& minute) {
    return out << "{" << minute.item << ", " << minute.priorityClass << ", " << minute.window << ", "
               << minute.fate << "}";
}

rc::Gen<Minute> anyMinute() {
    return rc::gen::build<Minute>(rc::gen::set(&Minute::item, rc::gen::inRange(0, 3)),
                                  rc::gen::set(&Minute::priorityClass, rc::gen::inRange(0, 5)),
                                  rc::gen::set(&Minute::window, rc::gen::inRange(1, 5)),
                                  rc::gen::set(&Minute::fate, rc::gen::inRange(0, 4)));
}

/// A ticket the window could have called, as it stood before the call.
struct Candidate {
    model::TicketId id;
    model::Instant arrivedAt;
    bool isOverdue = false;
    int placesBack = 0;
    int noShows = 0;
};

std::vector<Candidate> candidates(const Hall& hall, const model::Window& window) {
    std::vector<Candidate> out;
    for (const auto& [id, ticket] : hall.state.tickets)
        if (mayCall(hall, window, ticket))
            out.push_back({id, ticket.arrivedAt, isOverdue(hall, ticket), ticket.placesBack, ticket.noShows});
    return out;
}

/// An overdue ticket is passed over only for one that is overdue and older.
void checkCall(const std::vector<Candidate>& all, const model::TicketId& id) {
    const auto called = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
    RC_ASSERT(called != all.end());
    for (const auto& passed : all) {
        if (!passed.isOverdue || passed.placesBack > 0)
            continue;
        RC_ASSERT(called->isOverdue);
        RC_ASSERT(called->placesBack == 0);
        RC_ASSERT(called->arrivedAt <= passed.arrivedAt);
    }
}

TEST(Fairness, OverdueTicketIsNeverPassedOverForAYoungerOne) {
    const bool holds = rc::check("calls respect the hard bound", [] {
        constexpr std::array kItems{"a1", "a2", "b1"};
        const auto minutes = *rc::gen::container<std::vector<Minute>>(anyMinute());
        Hall hall;
        apply(hall, {.requeuePlaces = 2, .noShowLimit = 2, .finallyCallBy = 12, .ageing = 4});
        for (const auto* window : {"w1", "w2", "w3", "w4"})
            hall.open(window);
        std::map<model::TicketId, int> passedOver; // calls past a ticket that let others pass
        for (const auto& minute : minutes) {
            hall.pass(std::chrono::minutes(1));
            hall.arrive(kItems.at(static_cast<std::size_t>(minute.item)), minute.priorityClass);
            const auto name = "w" + std::to_string(minute.window);
            const auto& window = hall.config.windows.at(win(name));
            const auto waiting = candidates(hall, window);
            const model::TicketId id{hall.callNext(name)};
            RC_ASSERT(id.empty() == waiting.empty());
            if (id.empty())
                continue;
            checkCall(waiting, id);
            for (const auto& ticket : waiting) // requeuePlaces calls a no-show, and not one more
                if (ticket.id != id && ticket.placesBack > 0)
                    RC_ASSERT(++passedOver[ticket.id] <= 2 * ticket.noShows);
            if (minute.fate == 0)
                hall.make(MarkNoShow{win(name)});
            else
                hall.serve(name);
        }
    });
    EXPECT_TRUE(holds);
}

TEST(Fairness, EveryTicketIsCalledUnderAStreamOfFirstClassArrivals) {
    for (int early = 1; early <= 8; ++early) {
        Hall hall;
        apply(hall, {.requeuePlaces = 3, .noShowLimit = 1, .finallyCallBy = 20, .ageing = 0});
        hall.open("w1");
        for (int i = 0; i < early; ++i)
            hall.arrive("a1", 4);
        const model::TicketId last{"t" + std::to_string(early)};
        int minutes = 0;
        while (hall.ticket(last).state == model::TicketState::waiting && minutes < 100) {
            hall.pass(std::chrono::minutes(1));
            hall.arrive("a1", 0); // one comes, one is called: without the bound the last would starve
            hall.callNext("w1");
            hall.make(StartService{win("w1")});
            hall.make(FinishService{win("w1")});
            ++minutes;
        }
        EXPECT_EQ(minutes, 20 + early - 1);
    }
}

} // namespace
} // namespace atrium::rules::queueing::tests
