// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/messages/decide.h"

namespace atrium::rules::messages {
namespace {

void unindex(State& state, const Message& message) {
    state.due.erase({message.nextAttemptAt, message.id});
    state.expiring.erase({message.expiresAt, message.id});
    if (message.attemptedAt)
        state.sending.erase({*message.attemptedAt, message.id});
}

void index(State& state, const Message& message) {
    if (message.state == MessageState::waiting) {
        state.due.emplace(message.nextAttemptAt, message.id);
        state.expiring.emplace(message.expiresAt, message.id);
    }
    if (message.state == MessageState::sending)
        state.sending.emplace(message.attemptedAt.value_or(message.createdAt), message.id);
    state.keys[message.key] = message.id;
    state.ofTicket[message.ticketId].insert(message.id);
    for (const auto& part : message.sent)
        state.refs[part.ref] = message.id;
}

void forget(State& state, const Message& message) {
    state.keys.erase(message.key);
    for (const auto& part : message.sent)
        state.refs.erase(part.ref);
    const auto ofTicket = state.ofTicket.find(message.ticketId);
    if (ofTicket != state.ofTicket.end()) {
        ofTicket->second.erase(message.id);
        if (ofTicket->second.empty())
            state.ofTicket.erase(ofTicket);
    }
    state.messages.erase(message.id);
}

} // namespace

void evolve(State& state, const Event& event) {
    const auto known = state.messages.find(event.message.id);
    if (known != state.messages.end())
        unindex(state, known->second);
    if (event.type == EventType::messageForgotten) {
        if (known != state.messages.end())
            forget(state, Message(known->second));
        return;
    }
    state.messages[event.message.id] = event.message;
    index(state, event.message);
}

State restore(const std::vector<Message>& messages) {
    State state;
    for (const auto& message : messages) {
        state.messages[message.id] = message;
        index(state, message);
    }
    return state;
}

} // namespace atrium::rules::messages
