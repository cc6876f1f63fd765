// SPDX-License-Identifier: GPL-3.0-or-later
// Random days through the real rules, and the sums counted another way.
#include "tests/unit/rules/queueing/steps.h"
#include "tests/unit/rules/statistics/ledger.h"

#include <rapidcheck.h>

#include <algorithm>
#include <map>

namespace atrium::rules::statistics::tests {
namespace {

using model::TicketState;
using queueing::EventType;
using queueing::tests::Hall;
using queueing::tests::Rules;
using queueing::tests::Step;

Hall randomDay() {
    const auto steps = *rc::gen::container<std::vector<Step>>(
        rc::gen::build<Step>(rc::gen::set(&Step::verb, rc::gen::inRange(0, queueing::tests::kVerbs)),
                             rc::gen::set(&Step::which, rc::gen::inRange(0, 60)),
                             rc::gen::set(&Step::other, rc::gen::inRange(0, 60)),
                             rc::gen::set(&Step::seconds, rc::gen::element(0, 0, 1, 10, 30, 60, 130, 400))));
    Rules rules;
    rules.passedRule = *rc::gen::element(model::PassedRule::placesBack, model::PassedRule::atEnd,
                                         model::PassedRule::keepsPlace, model::PassedRule::never);
    rules.noShowLimit = *rc::gen::inRange(0, 3);
    rules.finallyCallBy = 30;
    Hall hall;
    queueing::tests::apply(hall, rules);
    for (const auto* window : {"w1", "w2", "w3", "w4"})
        hall.open(window);
    for (const auto& step : steps)
        (void)hall.ask(commandOf(hall, step));
    return hall;
}

int countIn(const Hall& hall, TicketState state) {
    return static_cast<int>(std::count_if(hall.state.tickets.begin(), hall.state.tickets.end(),
                                          [&](const auto& one) { return one.second.state == state; }));
}

TEST(StatisticsOfADay, TicketsAreCountedAsTheyStand) {
    EXPECT_TRUE(rc::check([] {
        const Hall hall = randomDay();
        const auto all = totals(sheetOf(hall));
        const auto tickets = static_cast<int>(hall.state.tickets.size());
        RC_ASSERT(all.issued == tickets - countIn(hall, TicketState::voided));
        RC_ASSERT(all.finished == countIn(hall, TicketState::finished));
        RC_ASSERT(all.passed == countIn(hall, TicketState::noShow));
        RC_ASSERT(all.cancelled == countIn(hall, TicketState::cancelled));
        std::int64_t noShows = 0;
        for (const auto& [id, ticket] : hall.state.tickets)
            noShows += ticket.noShows;
        RC_ASSERT(all.noShows == noShows);
    }));
}

TEST(StatisticsOfADay, WaitsRunFromTheIssueToTheFirstCall) {
    EXPECT_TRUE(rc::check([] {
        const Hall hall = randomDay();
        std::map<model::TicketId, model::Instant> first;
        std::int64_t calls = 0;
        for (const auto& event : hall.log)
            if (event.type == EventType::ticketCalled) {
                first.try_emplace(event.call->ticketId, event.at);
                ++calls;
            }
        std::int64_t seconds = 0;
        for (const auto& [id, at] : first)
            seconds +=
                std::chrono::duration_cast<std::chrono::seconds>(at - hall.ticket(id).issuedAt).count();
        const auto all = totals(sheetOf(hall));
        RC_ASSERT(all.called == calls);
        RC_ASSERT(all.waited == static_cast<std::int64_t>(first.size()));
        RC_ASSERT(all.waitSeconds == seconds);
    }));
}

TEST(StatisticsOfADay, NoSumOfTicketsIsBelowZeroAndSpreadsHoldAll) {
    EXPECT_TRUE(rc::check([] {
        const Hall hall = randomDay();
        const auto sheet = sheetOf(hall);
        std::int64_t waits = 0;
        std::int64_t services = 0;
        for (const auto& [key, n] : sheet.spreads) {
            RC_ASSERT(n > 0);
            (key.kind == Sheet::Kind::wait ? waits : services) += n;
        }
        const auto all = totals(sheet);
        RC_ASSERT(all.waited == waits);
        RC_ASSERT(all.services == services);
        for (const auto& [key, n] : sheet.rows) {
            RC_ASSERT(n.issued >= 0);
            RC_ASSERT(n.services >= 0);
            RC_ASSERT(n.handlingSeconds >= 0);
            RC_ASSERT(n.noShows >= 0);
            RC_ASSERT(n.finished >= 0);
        }
    }));
}

TEST(StatisticsOfADay, AWindowsTimeIsShared) {
    EXPECT_TRUE(rc::check([] {
        const Hall hall = randomDay();
        const bool undone = std::any_of(hall.log.begin(), hall.log.end(),
                                        [](const auto& event) { return event.type == EventType::undone; });
        if (undone)
            RC_DISCARD("what an undo takes back is the subject of another test");
        // Opened until closed, or until the present stretch began.
        std::map<model::WindowId, model::Instant> opened;
        std::map<model::WindowId, std::int64_t> open;
        const auto between = [](model::Instant from, model::Instant to) {
            return std::chrono::duration_cast<std::chrono::seconds>(to - from).count();
        };
        for (const auto& event : hall.log)
            for (const auto& window : event.windows) {
                if (window.state == model::WindowState::closed && opened.contains(window.windowId)) {
                    open[window.windowId] += between(opened.at(window.windowId), event.at);
                    opened.erase(window.windowId);
                } else if (window.state != model::WindowState::closed) {
                    opened.try_emplace(window.windowId, event.at);
                }
            }
        for (const auto& [id, at] : opened)
            open[id] += between(at, hall.window(id.value).since);
        const auto sheet = sheetOf(hall);
        for (const auto& [id, seconds] : open) {
            std::int64_t counted = 0;
            for (const auto use :
                 {WindowUse::calling, WindowUse::serving, WindowUse::idle, WindowUse::paused})
                counted += secondsIn(sheet, use, id.value);
            RC_ASSERT(counted == seconds);
        }
        RC_ASSERT(secondsIn(sheet, WindowUse::idleAwaited) <= secondsIn(sheet, WindowUse::idle));
    }));
}

TEST(StatisticsOfADay, TheOrderOfIncrementsDoesNotMatter) {
    EXPECT_TRUE(rc::check([] {
        const Hall hall = randomDay();
        auto increments = incrementsOf(hall);
        std::reverse(increments.begin(), increments.end());
        Sheet first;
        Sheet second;
        for (std::size_t i = 0; i < increments.size(); ++i)
            (i % 2 == 0 ? first : second).add(increments[i]);
        second.add(first);
        second.tidy();
        RC_ASSERT(second == sheetOf(hall));
    }));
}

} // namespace
} // namespace atrium::rules::statistics::tests
