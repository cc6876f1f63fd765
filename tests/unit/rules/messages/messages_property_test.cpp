// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of random days of an outbox whose gateways answer late, twice, wrongly or not at all.
#include "tests/unit/rules/messages/outbox.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <map>
#include <set>

namespace atrium::rules::messages::tests {
namespace {

/// 1000 days a property unless RC_PARAMS asks for something else. Read at the first check.
const bool kHasDefaults = setenv("RC_PARAMS", "max_success=1000 max_size=150", 0) == 0;

struct Step {
    int verb = 0;
    int which = 0;
    int other = 0;
    int seconds = 0;
};

void showValue(const Step& step, std::ostream& out) {
    out << step.verb << '/' << step.which << '/' << step.other << '/' << step.seconds;
}

rc::Gen<Step> anyStep() {
    return rc::gen::build<Step>(
        rc::gen::set(&Step::verb, rc::gen::inRange(0, 10)),
        rc::gen::set(&Step::which, rc::gen::inRange(0, 12)),
        rc::gen::set(&Step::other, rc::gen::inRange(0, 12)),
        rc::gen::set(&Step::seconds, rc::gen::element(0, 0, 1, 10, 30, 200, 700, 7200)));
}

MessageId messageOf(const Outbox& box, int which) {
    if (box.state.messages.empty())
        return MessageId{"none"};
    std::set<MessageId> ids;
    for (const auto& [id, message] : box.state.messages)
        ids.insert(id);
    return *std::next(ids.begin(), which % static_cast<int>(ids.size()));
}

std::vector<Event> play(Outbox& box, const Step& step) {
    box.pass(std::chrono::seconds(step.seconds));
    const auto ticket = "t" + std::to_string(step.which % 5);
    switch (step.verb) {
    case 0:
    case 1: {
        const auto before = box.log.size();
        box.queue(static_cast<MessageKind>(step.other % 3), ticket,
                  std::chrono::seconds(step.other * step.other * 300));
        return {box.log.begin() + static_cast<std::ptrdiff_t>(before), box.log.end()};
    }
    case 2:
    case 3:
    case 4:
        return box.ask(Tick{});
    case 5:
    case 6: {
        const auto id = messageOf(box, step.which);
        return box.ask(
            Answer{id, static_cast<Outcome>(step.other % 5), {id.value + "a", id.value + "b"}, "c"});
    }
    case 7:
        return box.ask(Report{messageOf(box, step.which).value + (step.other % 2 ? "a" : "b"),
                              step.other % 5 != 0, "x"});
    case 8:
        return box.ask(Withdraw{model::TicketId{ticket}, step.other % 2 == 0});
    default:
        return step.other == 0 ? box.ask(Recover{}) : std::vector<Event>{};
    }
}

/// What the world may have seen of every message, kept apart from the state under test.
class Watcher {
public:
    void see(const Outbox& box, const Event& event) {
        const auto& message = event.message;
        auto& seen = m_seen[message.id];
        RC_ASSERT(!seen.ended); // nothing follows an end
        if (event.type == EventType::messageQueued || event.type == EventType::messageHeld)
            RC_ASSERT(m_keys.emplace(message.key, message.id).first->second == message.id);
        if (event.type == EventType::messageAttempted) {
            ++attempts;
            RC_ASSERT(!seen.maybeSent);                      // never twice
            RC_ASSERT(event.at < message.expiresAt);         // never after its time
            RC_ASSERT(!seen.withdrawn);                      // never after the call
            RC_ASSERT(message.kind == MessageKind::called || // never at night
                      !isQuiet(box.config.quiet, box.now().local.minute));
            seen.maybeSent = true;
        }
        if (event.type == EventType::messagePostponed)
            seen.maybeSent = false; // the gateway is certain
        seen.ended = isEnded(message.state);
        RC_ASSERT(seen.ended == message.endedAt.has_value());
        RC_ASSERT(!seen.ended || message.state == MessageState::delivered || message.cause != Cause::none);
    }
    void withdraw(const Outbox& box, const std::string& ticket, bool calledToo) {
        for (const auto& [id, message] : box.state.messages)
            if (message.ticketId.value == ticket && (calledToo || message.kind != MessageKind::called))
                m_seen[id].withdrawn = true;
    }
    int attempts = 0;

private:
    struct Seen {
        bool maybeSent = false;
        bool withdrawn = false;
        bool ended = false;
    };
    std::map<MessageId, Seen> m_seen;
    std::map<std::string, MessageId> m_keys;
};

TEST(OutboxProperties, NeverTwiceNeverLateNeverAtNightNeverAfterTheCall) {
    EXPECT_TRUE(kHasDefaults);
    int attempts = 0;
    EXPECT_TRUE(rc::check("whatever gateways answer", [&] {
        Outbox box;
        box.config.mostSending = *rc::gen::inRange(1, 5);
        box.setMinute(*rc::gen::element(9 * 60, 21 * 60 + 50, 6 * 60 + 50));
        Watcher watcher;
        for (const auto& step : *rc::gen::container<std::vector<Step>>(anyStep())) {
            const auto events = play(box, step);
            for (const auto& event : events)
                watcher.see(box, event);
            if (step.verb == 8)
                watcher.withdraw(box, "t" + std::to_string(step.which % 5), step.other % 2 == 0);
            RC_ASSERT(static_cast<int>(box.state.sending.size()) <= box.config.mostSending);
        }
        attempts += watcher.attempts;
    }));
    EXPECT_GT(attempts, 100) << "hardly anything was shown";
}

TEST(OutboxProperties, EventsAndStoredMessagesRebuildTheState) {
    EXPECT_TRUE(rc::check("replay equals state", [] {
        Outbox box;
        for (const auto& step : *rc::gen::container<std::vector<Step>>(anyStep()))
            play(box, step);
        State replayed;
        for (const auto& event : box.log)
            evolve(replayed, event);
        RC_ASSERT(replayed == box.state);
        std::vector<Message> stored;
        for (const auto& [id, message] : box.state.messages)
            stored.push_back(message);
        RC_ASSERT(restore(stored) == box.state);
    }));
}

TEST(OutboxProperties, WithTimeEveryMessageComesToAnEndOrToAGateway) {
    EXPECT_TRUE(rc::check("nothing waits for ever", [] {
        Outbox box;
        for (const auto& step : *rc::gen::container<std::vector<Step>>(anyStep()))
            play(box, step);
        for (int i = 0; i < 1000; ++i) {
            const auto next = nextTick(box.state, box.config);
            if (!next)
                break;
            if (*next > box.now().at)
                box.pass(std::chrono::ceil<std::chrono::seconds>(*next - box.now().at));
            box.ask(Tick{});
        }
        for (const auto& [id, message] : box.state.messages)
            RC_ASSERT(message.state != MessageState::waiting && message.state != MessageState::sending);
    }));
}

} // namespace
} // namespace atrium::rules::messages::tests
