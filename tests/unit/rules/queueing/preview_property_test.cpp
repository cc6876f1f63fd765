// SPDX-License-Identifier: GPL-3.0-or-later
// The preview against the rules themselves, on random days.
#include "shared/rules/queueing/preview.h"
#include "tests/unit/rules/queueing/naive.h"
#include "tests/unit/rules/queueing/steps.h"

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

namespace atrium::rules::queueing::tests {
namespace {

/// What an administrator types.
struct Typed {
    int ageing = 0;
    int finallyCallBy = 1;
    bool oneWindow = false; ///< else whichever the day left open
};
std::ostream& operator<<(std::ostream& out, const Typed& typed) {
    return out << "{ageing " << typed.ageing << ", finallyCallBy " << typed.finallyCallBy << ", one window "
               << typed.oneWindow << "}";
}

rc::Gen<Typed> anyTyped() {
    return rc::gen::build<Typed>(rc::gen::set(&Typed::ageing, rc::gen::element(0, 1, 5, 20)),
                                 rc::gen::set(&Typed::finallyCallBy, rc::gen::element(2, 10, 40, 90)),
                                 rc::gen::set(&Typed::oneWindow, rc::gen::arbitrary<bool>()));
}

rc::Gen<Step> anyAct() {
    return rc::gen::build<Step>(rc::gen::set(&Step::verb, rc::gen::inRange(0, kVerbs)),
                                rc::gen::set(&Step::which, rc::gen::inRange(0, 60)),
                                rc::gen::set(&Step::other, rc::gen::inRange(0, 60)),
                                rc::gen::set(&Step::seconds, rc::gen::element(0, 1, 30, 60, 130, 400)));
}

/// A day under way with people waiting, and the windows of the queue that call. Deterministic from its draws.
Hall anyDay(const Typed& typed) {
    Hall hall;
    Rules rules;
    rules.requeuePlaces = *rc::gen::element(0, 1, 3);
    rules.noShowLimit = 2;
    rules.finallyCallBy = 30;
    rules.ageing = 3;
    apply(hall, rules);
    for (const auto* window : {"w1", "w2", "w3", "w4"})
        hall.open(window);
    for (const auto& step : *rc::gen::container<std::vector<Step>>(anyAct()))
        (void)hall.ask(commandOf(hall, step));
    if (typed.oneWindow) {
        for (auto& [id, window] : hall.config.windows)
            window.active = id == win("w2");
        hall.config.windows.at(win("w2")).itemIds = smallConfig().windows.at(win("w2")).itemIds;
    }
    return hall;
}

/// Played on the hall itself, by commands and nothing else.
std::vector<std::string> played(Hall hall, const CallPreview& shown, const model::Queue& draft) {
    hall.queue(draft.id.value) = draft;
    std::set<model::TicketId> waiters;
    for (const auto& [id, ticket] : hall.state.tickets)
        if (ticket.state == model::TicketState::waiting && ticket.queueId == draft.id)
            waiters.insert(id);
    std::vector<WindowId> windows;
    for (const int number : shown.windows)
        windows.push_back(win("w" + std::to_string(number)));
    const auto finish = [&](const WindowId& id) {
        (void)hall.ask(StartService{id});
        (void)hall.ask(FinishService{id});
    };
    if (shown.isAssumedOpen && !hall.ask(ResumeWindow{windows.front()}))
        hall.make(OpenWindow{windows.front(), StaffId{"somebody"}});
    std::for_each(windows.begin(), windows.end(), finish);
    std::vector<std::string> out;
    bool isAny = true;
    while (isAny) {
        isAny = false;
        for (const auto& window : windows) {
            const auto id = hall.callNext(window.value);
            if (id.empty())
                continue;
            isAny = true;
            if (waiters.erase(model::TicketId{id}) > 0 && out.size() < kPreviewRows)
                out.push_back(hall.ticket(model::TicketId{id}).number);
            finish(window);
        }
    }
    return out;
}

std::vector<std::string> numbersOf(const CallPreview& shown) {
    std::vector<std::string> out;
    for (const auto& row : shown.rows)
        out.push_back(row.number);
    return out;
}

model::Queue draftOf(Hall& hall, const Typed& typed) {
    auto draft = hall.queue("tax");
    draft.ageingMinutes = typed.ageing;
    draft.finallyCallByMinutes = typed.finallyCallBy;
    return draft;
}

TEST(PreviewProperties, TheOrderIsWhatTheCommandsGive) {
    std::map<PreviewReason, int> reasons;
    int longOnes = 0;
    EXPECT_TRUE(rc::check("preview equals the commands played on the hall", [&] {
        const auto typed = *anyTyped();
        auto hall = anyDay(typed);
        const auto draft = draftOf(hall, typed);
        const auto before = hall.state;
        const auto shown = preview(waitingOf(hall.state), hall.config, draft, hall.now());
        RC_ASSERT(hall.state == before);
        RC_ASSERT(numbersOf(shown) == played(hall, shown, draft));
        RC_ASSERT(shown.rows.size() <= static_cast<std::size_t>(shown.waiting));
        for (const auto& row : shown.rows) {
            ++reasons[row.reason];
            RC_ASSERT(
                (row.reason != PreviewReason::finallyCallBy || row.waitedMinutes >= typed.finallyCallBy));
            RC_ASSERT((row.reason != PreviewReason::aged || row.effectiveClass < row.priorityClass));
            RC_ASSERT((row.reason != PreviewReason::bound || row.boundWindow == row.windowNumber));
        }
        longOnes += shown.rows.size() > 3 ? 1 : 0;
    }));
    EXPECT_GT(longOnes, 20) << "too few people to show an order";
    for (const auto reason :
         {PreviewReason::arrival, PreviewReason::priority, PreviewReason::aged, PreviewReason::finallyCallBy,
          PreviewReason::bound, PreviewReason::freed, PreviewReason::returned})
        EXPECT_GT(reasons[reason], 0) << static_cast<int>(reason) << " was never the reason";
}

TEST(PreviewProperties, OneWindowCallsInTheSlowAndObviousOrder) {
    int longOnes = 0;
    EXPECT_TRUE(rc::check("preview equals the order found from the tickets alone", [&] {
        auto typed = *anyTyped();
        typed.oneWindow = true;
        auto hall = anyDay(typed);
        for (auto& [id, ticket] : hall.state.tickets)
            ticket.returnWindowId.reset(); // nobody comes back meanwhile
        const auto draft = draftOf(hall, typed);
        const auto shown = preview(hall.state, hall.config, draft, hall.now());
        hall.queue("tax") = draft;
        std::vector<std::string> expected;
        for (const auto& id : naiveOrder(hall, hall.config.windows.at(win("w2"))))
            if (const auto& ticket = hall.ticket(id);
                ticket.queueId == draft.id && expected.size() < kPreviewRows)
                expected.push_back(ticket.number);
        RC_ASSERT(numbersOf(shown) == expected);
        longOnes += expected.size() > 3 ? 1 : 0;
    }));
    EXPECT_GT(longOnes, 20) << "too few people to show an order";
}

} // namespace
} // namespace atrium::rules::queueing::tests
