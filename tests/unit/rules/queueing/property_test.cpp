// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of random days.
#include "shared/model/json.h"
#include "tests/unit/rules/queueing/invariants.h"
#include "tests/unit/rules/queueing/steps.h"

#include <rapidcheck.h>

#include <array>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>

namespace atrium::rules::queueing::tests {
namespace {

using model::PassedRule;

/// 600 days a property unless RC_PARAMS asks for another number, or for one case again. Read at the first
/// check.
const bool kHasDefaults = [] {
    const char* given = std::getenv("RC_PARAMS");
    std::string parameters = given != nullptr ? given : "";
    if (parameters.find("max_success") == std::string::npos &&
        parameters.find("reproduce") == std::string::npos)
        parameters += " max_success=600 max_size=150";
    return setenv("RC_PARAMS", parameters.c_str(), 1) == 0;
}();

rc::Gen<Step> anyStep() {
    return rc::gen::build<Step>(
        rc::gen::set(&Step::verb, rc::gen::inRange(0, kVerbs)),
        rc::gen::set(&Step::which, rc::gen::inRange(0, 60)),
        rc::gen::set(&Step::other, rc::gen::inRange(0, 60)),
        rc::gen::set(&Step::seconds, rc::gen::element(0, 0, 1, 10, 30, 60, 130, 400)));
}

rc::Gen<Rules> anyRules() {
    return rc::gen::build<Rules>(
        rc::gen::set(&Rules::passedRule, rc::gen::element(PassedRule::placesBack, PassedRule::atEnd,
                                                          PassedRule::keepsPlace, PassedRule::never)),
        rc::gen::set(&Rules::requeuePlaces, rc::gen::element(0, 1, 3)),
        rc::gen::set(&Rules::noShowLimit, rc::gen::inRange(0, 3)),
        rc::gen::set(&Rules::dailyQuota, rc::gen::element(0, 3, 8)),
        rc::gen::set(&Rules::maxOpen, rc::gen::inRange(0, 4)),
        rc::gen::set(&Rules::finallyCallBy, rc::gen::element(5, 30, 90)),
        rc::gen::set(&Rules::ageing, rc::gen::element(0, 3, 20)),
        rc::gen::set(&Rules::callMode, rc::gen::element(model::CallMode::manual, model::CallMode::automatic,
                                                        model::CallMode::mixed)),
        rc::gen::set(&Rules::hasSkills, rc::gen::arbitrary<bool>()));
}

/// A hall in the morning: every window open.
Hall morning(const Rules& rules) {
    Hall hall;
    apply(hall, rules);
    for (const auto* window : {"w1", "w2", "w3", "w4"})
        hall.open(window);
    return hall;
}

/// Plays the steps; after each, look(answer, command) may judge the hall.
template <class Look> void play(Hall& hall, const std::vector<Step>& steps, Look look) {
    for (const auto& step : steps) {
        const auto command = commandOf(hall, step);
        look(hall.ask(command), command);
    }
}

using Answer = model::Result<std::vector<Event>>;

void expectHolds(bool holds) {
    EXPECT_TRUE(kHasDefaults);
    EXPECT_TRUE(holds);
}

TEST(QueueProperties, ANumberNamesOneTicketWhateverThePrefixes) {
    expectHolds(rc::check("no number twice on one day", [] {
        const auto steps = *rc::gen::container<std::vector<Step>>(anyStep());
        auto hall = morning(Rules{});
        std::map<std::pair<model::Day, std::string>, model::TicketId> given;
        const std::array<const char*, 3> prefixes{"A", "B", "ZZ"};
        for (const auto& step : steps) {
            if (step.other % 4 == 1) {
                const auto first = static_cast<std::size_t>(step.which % 3);
                hall.queue("tax").prefix = prefixes.at(first);
                hall.queue("land").prefix = prefixes.at((first + 1) % 3);
            }
            (void)hall.ask(commandOf(hall, step));
            for (const auto& [id, ticket] : hall.state.tickets)
                RC_ASSERT(given.emplace(std::pair(ticket.day, ticket.number), id).first->second == id);
        }
    }));
}

TEST(QueueProperties, EveryCommandLeavesTheHallWhole) {
    std::map<std::size_t, int> made;
    expectHolds(rc::check("tickets, windows, counters, indexes and order agree", [&] {
        const auto rules = *anyRules();
        const auto steps = *rc::gen::container<std::vector<Step>>(anyStep());
        auto hall = morning(rules);
        Watcher watcher(hall);
        play(hall, steps, [&](const Answer& answer, const Command& command) {
            if (answer && !answer->empty())
                ++made[command.index()];
            watcher.check(answer ? *answer : std::vector<Event>{});
        });
    }));
    for (std::size_t verb = 0; verb < std::variant_size_v<Command>; ++verb)
        EXPECT_GT(made[verb], 0) << "command " << verb << " never succeeded: nothing was shown of it";
}

TEST(QueueProperties, ReplayEqualsStateAlsoThroughJson) {
    expectHolds(rc::check("events alone rebuild the state", [] {
        const auto rules = *anyRules();
        const auto steps = *rc::gen::container<std::vector<Step>>(anyStep());
        auto hall = morning(rules);
        play(hall, steps, [](const Answer&, const Command&) {});
        State replayed = restore(model::Day{20261123}, {}, {}, {});
        for (const auto& event : hall.log)
            evolve(replayed, model::fromJson<Event>(model::toJson(event)).value());
        RC_ASSERT(replayed == hall.state);
    }));
}

TEST(QueueProperties, RefusedCommandsChangeNothingAndSayWhatIsWrong) {
    expectHolds(rc::check("state before equals state after a refusal", [] {
        const auto rules = *anyRules();
        const auto steps = *rc::gen::container<std::vector<Step>>(anyStep());
        auto hall = morning(rules);
        State before = hall.state;
        play(hall, steps, [&](const Answer& answer, const Command&) {
            if (answer) {
                before = hall.state;
                return;
            }
            RC_ASSERT(hall.state == before);
            RC_ASSERT(!answer.error().path.empty());
            RC_ASSERT(!answer.error().detail.empty());
        });
    }));
}

TEST(QueueProperties, PrintReportsMayBeRepeated) {
    expectHolds(rc::check("the second report of an outcome adds nothing", [] {
        const auto rules = *anyRules();
        const auto steps = *rc::gen::container<std::vector<Step>>(anyStep());
        auto hall = morning(rules);
        play(hall, steps, [&](const Answer& answer, const Command& command) {
            if (!answer || !std::holds_alternative<ReportPrint>(command))
                return;
            const auto again = decide(hall.state, command, hall.now(), hall.config);
            RC_ASSERT(bool(again));
            RC_ASSERT(again->empty());
        });
    }));
}

TEST(QueueProperties, UndoGivesThePreviousTicketBack) {
    expectHolds(rc::check("a finish or no-show at once taken back leaves ticket and counters", [] {
        const auto rules = *anyRules();
        const auto steps = *rc::gen::container<std::vector<Step>>(anyStep());
        auto hall = morning(rules);
        State before = hall.state;
        play(hall, steps, [&](const Answer& answer, const Command& command) {
            const auto* finish = std::get_if<FinishService>(&command);
            const auto* noShow = std::get_if<MarkNoShow>(&command);
            if (!answer || (!finish && !noShow)) {
                before = hall.state;
                return;
            }
            const auto window = finish ? finish->windowId : noShow->windowId;
            const auto id = hall.state.windows.at(window).undoTicketId.value();
            hall.make(UndoLast{window});
            auto restored = hall.ticket(id);
            restored.version = before.tickets.at(id).version;
            RC_ASSERT(restored == before.tickets.at(id));
            RC_ASSERT(hall.state.waiting == before.waiting);
            RC_ASSERT(hall.state.lanes == before.lanes);
            RC_ASSERT(hall.state.windows.at(window).state == before.windows.at(window).state);
            RC_ASSERT(hall.state.windows.at(window).since == before.windows.at(window).since);
            hall.make(command);
            before = hall.state;
        });
    }));
}

TEST(QueueProperties, LimitOfOpenTicketsHoldsWheneverOneIsGivenOut) {
    expectHolds(rc::check("no issue, revival or requeue passes the limit", [] {
        const auto rules = *anyRules();
        const auto steps = *rc::gen::container<std::vector<Step>>(anyStep());
        auto hall = morning(rules);
        play(hall, steps, [&](const Answer& answer, const Command& command) {
            const bool gives = std::holds_alternative<IssueTicket>(command) ||
                               std::holds_alternative<RequeueTicket>(command);
            if (!answer || answer->empty() || !gives || rules.maxOpen == 0)
                return;
            const auto& given = answer->front().tickets.front();
            const bool wasHeld = std::holds_alternative<RequeueTicket>(command) && given.noShows == 0;
            if (!given.personId || wasHeld)
                return;
            int open = 0;
            for (const auto& [id, ticket] : hall.state.tickets)
                if (ticket.personId == given.personId && ticket.queueId == given.queueId &&
                    ticket.state < model::TicketState::finished)
                    ++open;
            RC_ASSERT(open <= rules.maxOpen);
        });
    }));
}

} // namespace
} // namespace atrium::rules::queueing::tests
