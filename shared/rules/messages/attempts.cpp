// SPDX-License-Identifier: GPL-3.0-or-later
// What passing time does: expiry, attempts, gateways that do not answer.
#include "shared/rules/messages/draft.h"

namespace atrium::rules::messages {
namespace {

void expireAll(const Context& context, Events& events) {
    for (const auto& [at, id] : context.state.expiring) {
        if (at > context.now.at)
            break;
        events.push_back(change(context, EventType::messageExpired, context.state.messages.at(id),
                                MessageState::expired, Cause::late));
    }
}

/// How many were given up: their places are free for others.
int giveUpWaiting(const Context& context, Events& events) {
    const auto wait = std::chrono::seconds(context.config.answerSeconds);
    int given = 0;
    for (const auto& [at, id] : context.state.sending) {
        if (context.now.at - at < wait)
            break;
        events.push_back(change(context, EventType::messageUnsure, context.state.messages.at(id),
                                MessageState::unsure, Cause::noAnswer));
        ++given;
    }
    return given;
}

} // namespace

Events apply(const Context& context, const Tick&) {
    Events events;
    expireAll(context, events);
    int free = context.config.mostSending - static_cast<int>(context.state.sending.size()) +
               giveUpWaiting(context, events);
    for (const auto& [at, id] : context.state.due) {
        if (at > context.now.at || free <= 0)
            break;
        auto message = context.state.messages.at(id);
        if (message.expiresAt <= context.now.at)
            continue;
        if (auto held = heldByQuiet(context, message)) {
            events.push_back(*std::move(held));
            continue;
        }
        message.attemptedAt = context.now.at;
        ++message.attempts;
        --free;
        events.push_back(
            change(context, EventType::messageAttempted, std::move(message), MessageState::sending));
    }
    return events;
}

Events apply(const Context& context, const Recover&) {
    Events events;
    for (const auto& [at, id] : context.state.sending)
        events.push_back(change(context, EventType::messageUnsure, context.state.messages.at(id),
                                MessageState::unsure, Cause::noAnswer));
    return events;
}

} // namespace atrium::rules::messages
