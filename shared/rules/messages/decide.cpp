// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/messages/decide.h"

#include "shared/rules/messages/draft.h"

#include <algorithm>

namespace atrium::rules::messages {

std::vector<Event> decide(const State& state, const Command& command, const Now& now, const Config& config) {
    const Context context{state, now, config};
    return std::visit([&](const auto& wish) { return apply(context, wish); }, command);
}

const Message* findMessage(const Context& context, const MessageId& id) {
    const auto found = context.state.messages.find(id);
    return found == context.state.messages.end() ? nullptr : &found->second;
}

Event change(const Context& context, EventType type, Message message, MessageState state, Cause cause) {
    message.state = state;
    message.cause = cause;
    if (isEnded(state))
        message.endedAt = context.now.at;
    return {type, context.now.at, std::move(message)};
}

std::optional<Event> heldByQuiet(const Context& context, const Message& message) {
    const auto rules = context.config.kinds.find(message.kind);
    const auto policy = rules == context.config.kinds.end() ? QuietPolicy::drop : rules->second.quiet;
    if (policy == QuietPolicy::urgent || !isQuiet(context.config.quiet, context.now.local.minute))
        return std::nullopt;
    const auto end = quietEnd(context.config.quiet, context.now.at, context.now.local.minute);
    if (policy == QuietPolicy::drop || end >= message.expiresAt)
        return change(context, EventType::messageDropped, message, MessageState::dropped, Cause::quietHours);
    auto held = message;
    held.nextAttemptAt = end;
    return change(context, EventType::messageHeld, held, MessageState::waiting);
}

std::optional<model::Instant> nextTick(const State& state, const Config& config) {
    std::optional<model::Instant> next;
    const auto take = [&](model::Instant at) { next = next ? std::min(*next, at) : at; };
    // A full outbox waits for answers, not for the next message due.
    if (!state.due.empty() && static_cast<int>(state.sending.size()) < config.mostSending)
        take(state.due.begin()->first);
    if (!state.expiring.empty())
        take(state.expiring.begin()->first);
    if (!state.sending.empty())
        take(state.sending.begin()->first + std::chrono::seconds(config.answerSeconds));
    return next;
}

bool mustBeSpoken(const Event& event) {
    if (event.message.kind != MessageKind::called)
        return false;
    switch (event.type) {
    case EventType::messageFailed:
    case EventType::messageExpired:
    case EventType::messageUnsure:
    case EventType::messagePostponed:
    case EventType::messageHeld:
        return true;
    case EventType::messageDropped:
        return event.message.cause != Cause::overtaken;
    default:
        return false;
    }
}

} // namespace atrium::rules::messages
