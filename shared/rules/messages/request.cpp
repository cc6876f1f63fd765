// SPDX-License-Identifier: GPL-3.0-or-later
// What is queued and what is taken back.
#include "shared/rules/messages/draft.h"

#include "shared/rules/messages/parts.h"
#include "shared/rules/messages/template.h"

#include <algorithm>

namespace atrium::rules::messages {
namespace {

/// Empty: messages of this kind are not sent.
std::string templateOf(const Config& config, MessageKind kind, model::Language language) {
    const auto rules = config.kinds.find(kind);
    if (rules == config.kinds.end())
        return {};
    const auto& texts = rules->second.templates;
    const auto own = texts.find(language);
    if (own != texts.end() && !own->second.empty())
        return own->second;
    const auto chinese = texts.find(model::Language::zh);
    return chinese == texts.end() ? std::string() : chinese->second;
}

/// "Do not go far" says nothing to somebody who was just told to set out.
bool saysNothingNew(const Context& context, const Notice& notice) {
    if (notice.kind != MessageKind::nextPerson)
        return false;
    const auto others = context.state.ofTicket.find(notice.ticketId);
    if (others == context.state.ofTicket.end())
        return false;
    return std::any_of(others->second.begin(), others->second.end(), [&](const MessageId& id) {
        const auto& other = context.state.messages.at(id);
        const bool reaches = !isEnded(other.state) || other.state == MessageState::delivered;
        return other.kind == MessageKind::nearTurn && reaches &&
               context.now.at - other.createdAt < std::chrono::seconds(context.config.gapSeconds);
    });
}

} // namespace

Events apply(const Context& context, const QueueMessage& wish) {
    const auto& notice = wish.notice;
    const auto text = templateOf(context.config, notice.kind, notice.language);
    if (text.empty() || notice.personId.empty() || notice.expiresAt <= context.now.at)
        return {};
    if (context.state.keys.contains(notice.key) || context.state.messages.contains(wish.messageId) ||
        saysNothingNew(context, notice))
        return {};
    Message message;
    message.id = wish.messageId;
    message.kind = notice.kind;
    message.ticketId = notice.ticketId;
    message.personId = notice.personId;
    message.language = notice.language;
    message.key = notice.key;
    message.text = context.config.signature + fillTemplate(text, notice.kind, notice.values);
    message.parts = countParts(message.text);
    message.createdAt = context.now.at;
    message.nextAttemptAt = context.now.at;
    message.expiresAt = notice.expiresAt;
    if (auto held = heldByQuiet(context, message))
        return {*std::move(held)};
    return {change(context, EventType::messageQueued, message, MessageState::waiting)};
}

Events apply(const Context& context, const Withdraw& wish) {
    Events events;
    const auto ids = context.state.ofTicket.find(wish.ticketId);
    if (ids == context.state.ofTicket.end())
        return events;
    for (const auto& id : ids->second) {
        auto message = context.state.messages.at(id);
        if (message.kind == MessageKind::called && !wish.calledToo)
            continue;
        if (message.state == MessageState::waiting) {
            events.push_back(change(context, EventType::messageDropped, std::move(message),
                                    MessageState::dropped, Cause::overtaken));
        } else if (!message.overtaken &&
                   (message.state == MessageState::sending || message.state == MessageState::unsure)) {
            message.overtaken = true;
            events.push_back({EventType::messageOvertaken, context.now.at, std::move(message)});
        }
    }
    return events;
}

Events apply(const Context& context, const Forget& wish) {
    Events events;
    for (const auto& [id, message] : context.state.messages) {
        const bool leaves = isEnded(message.state) || message.state == MessageState::accepted ||
                            message.state == MessageState::unsure;
        const auto last =
            message.endedAt ? *message.endedAt : message.attemptedAt.value_or(message.createdAt);
        if (leaves && last < wish.before)
            events.push_back({EventType::messageForgotten, context.now.at, message});
    }
    std::sort(events.begin(), events.end(),
              [](const Event& a, const Event& b) { return a.message.id < b.message.id; });
    return events;
}

} // namespace atrium::rules::messages
