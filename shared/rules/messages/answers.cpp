// SPDX-License-Identifier: GPL-3.0-or-later
// What gateways say of a message: at once, late, twice, or in the wrong order.
#include "shared/rules/messages/draft.h"

#include <algorithm>

namespace atrium::rules::messages {
namespace {

std::chrono::seconds pauseAfter(int attempts, const Config& config) {
    std::int64_t seconds = std::max(config.firstPauseSeconds, 1);
    for (int i = 1; i < attempts && seconds < config.longestPauseSeconds; ++i)
        seconds *= 2;
    return std::chrono::seconds(std::min<std::int64_t>(seconds, config.longestPauseSeconds));
}

/// It was certainly not sent: again after a pause, as long as that makes sense.
Event postpone(const Context& context, Message message) {
    if (message.overtaken)
        return change(context, EventType::messageDropped, std::move(message), MessageState::dropped,
                      Cause::overtaken);
    if (message.attempts >= context.config.mostAttempts)
        return change(context, EventType::messageFailed, std::move(message), MessageState::failed,
                      Cause::tooManyAttempts);
    message.nextAttemptAt = context.now.at + pauseAfter(message.attempts, context.config);
    if (message.nextAttemptAt >= message.expiresAt)
        return change(context, EventType::messageExpired, std::move(message), MessageState::expired,
                      Cause::late);
    return change(context, EventType::messagePostponed, std::move(message), MessageState::waiting);
}

Event accept(const Context& context, Message message, const Answer& answer) {
    for (const auto& ref : answer.refs)
        message.sent.push_back({ref, std::nullopt});
    return change(context, EventType::messageAccepted, std::move(message), MessageState::accepted);
}

} // namespace

Events apply(const Context& context, const Answer& wish) {
    const auto* known = findMessage(context, wish.messageId);
    // An answer after we gave up waiting is still one; any other was heard before.
    if (!known || (known->state != MessageState::sending && known->state != MessageState::unsure))
        return {};
    auto message = *known;
    message.code = wish.code;
    switch (wish.outcome) {
    case Outcome::accepted:
        return {accept(context, std::move(message), wish)};
    case Outcome::refused:
        return {change(context, EventType::messageFailed, std::move(message), MessageState::failed,
                       Cause::refused)};
    case Outcome::notSent:
        return {postpone(context, std::move(message))};
    case Outcome::tooLate:
        return {change(context, EventType::messageExpired, std::move(message), MessageState::expired,
                       Cause::late)};
    case Outcome::noAnswer:
        break;
    }
    if (known->state == MessageState::unsure)
        return {};
    return {
        change(context, EventType::messageUnsure, std::move(message), MessageState::unsure, Cause::noAnswer)};
}

Events apply(const Context& context, const Report& wish) {
    const auto id = context.state.refs.find(wish.ref);
    if (id == context.state.refs.end())
        return {};
    auto message = context.state.messages.at(id->second);
    const auto part = std::find_if(message.sent.begin(), message.sent.end(),
                                   [&](const SentPart& sent) { return sent.ref == wish.ref; });
    if (message.state != MessageState::accepted || part->delivered)
        return {};
    part->delivered = wish.delivered;
    if (!wish.delivered) {
        message.code = wish.code;
        return {change(context, EventType::messageFailed, std::move(message), MessageState::failed,
                       Cause::notDelivered)};
    }
    const bool whole = std::all_of(message.sent.begin(), message.sent.end(),
                                   [](const SentPart& sent) { return sent.delivered == true; });
    return {whole ? change(context, EventType::messageDelivered, std::move(message), MessageState::delivered)
                  : change(context, EventType::messageReported, std::move(message), MessageState::accepted)};
}

} // namespace atrium::rules::messages
