// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/messages/outbox.h"

#include "server/services/core/crypto.h"
#include "shared/rules/messages/notices.h"
#include "shared/rules/messages/quiet.h"

#include <algorithm>
#include <functional>
#include <string_view>

namespace atrium::services {

namespace messages = rules::messages;
using messages::Command;
using rules::queueing::EventType;

namespace {

constexpr std::string_view kCalledKey = "called/"; ///< see notices.cpp

std::optional<messages::Reach> reachOf(const HallState& state, const model::Ticket& ticket) {
    if (!sendsMessages(state) || !state.reachable.contains(ticket.id))
        return std::nullopt;
    return messages::Reach{store::phoneRowOf(ticket.id), state.setup->messages.walkMinutes};
}

using ReachOf = std::function<std::optional<messages::Reach>(const model::Ticket&)>;

messages::HallView viewOf(const HallState& state, const rules::queueing::Now& now, const ReachOf& reach) {
    return {state.queue, state.setup->config, now, state.setup->pools, reach};
}

Command queued(messages::Notice notice, model::Instant now) {
    return messages::QueueMessage{model::MessageId(orderedHex(now)), std::move(notice)};
}

/// Messages of one moment go out by their ids: the call before what others are told of it.
void idsInOrder(std::vector<Command>& commands) {
    std::vector<model::MessageId> ids;
    for (const auto& command : commands)
        if (const auto* wish = std::get_if<messages::QueueMessage>(&command))
            ids.push_back(wish->messageId);
    std::sort(ids.begin(), ids.end());
    auto next = ids.begin();
    for (auto& command : commands)
        if (auto* wish = std::get_if<messages::QueueMessage>(&command))
            wish->messageId = *next++;
}

/// Others move up, or windows come and go.
bool movesTheQueue(EventType type) {
    switch (type) {
    case EventType::ticketCalled:
    case EventType::ticketVoided:
    case EventType::ticketCancelled:
    case EventType::ticketTransferred:
    case EventType::windowOpened:
    case EventType::windowResumed:
        return true;
    default:
        return false;
    }
}

/// Tickets that wait, can be reached and had no near-turn notice yet; of the queues the event is about.
std::vector<model::TicketId> candidates(const HallState& state, const std::vector<model::QueueId>& queues) {
    std::vector<model::TicketId> out;
    for (const auto& id : state.reachable) {
        const auto ticket = state.queue.tickets.find(id);
        if (ticket == state.queue.tickets.end() || ticket->second.state != model::TicketState::waiting)
            continue;
        const bool isMeant =
            queues.empty() || std::find(queues.begin(), queues.end(), ticket->second.queueId) != queues.end();
        if (isMeant && !state.messages.keys.contains("near/" + id.value))
            out.push_back(id);
    }
    return out;
}

void addNearTurns(const std::vector<model::QueueId>& queues, const messages::HallView& view,
                  const HallState& state, std::vector<Command>& out) {
    for (auto& notice : messages::nearTurns(candidates(state, queues), view, state.setup->messages.notices))
        out.push_back(queued(std::move(notice), view.now.at));
}

} // namespace

bool sendsMessages(const HallState& state) {
    return state.hasGateway && state.setup->messages.active;
}

bool isSpoken(const model::Call& call, const HallState& state, const rules::queueing::Now& now) {
    const auto& settings = state.setup->messages;
    const auto kind = settings.config.kinds.find(model::MessageKind::called);
    const bool isTold = call.ordinal == 1 && sendsMessages(state) &&
                        state.reachable.contains(call.ticketId) && kind != settings.config.kinds.end() &&
                        !messages::isQuiet(settings.config.quiet, now.local.minute);
    return messages::isSpoken(settings.notices.callStyle, isTold);
}

std::vector<Command> messagesAfter(const rules::queueing::Event& event, const HallState& state,
                                   const rules::queueing::Now& now) {
    std::vector<Command> out;
    if (!sendsMessages(state) && state.messages.messages.empty())
        return out;
    const ReachOf reach = [&state](const model::Ticket& ticket) { return reachOf(state, ticket); };
    const auto view = viewOf(state, now, reach);
    auto follow = messages::followUp(event, view, state.setup->messages.notices);
    for (const auto& withdrawal : follow.withdrawals)
        if (state.messages.ofTicket.contains(withdrawal.ticketId))
            out.emplace_back(withdrawal);
    for (auto& notice : follow.notices)
        out.push_back(queued(std::move(notice), now.at));
    if (movesTheQueue(event.type) && sendsMessages(state)) {
        std::vector<model::QueueId> queues;
        for (const auto& ticket : event.tickets)
            queues.push_back(ticket.queueId);
        addNearTurns(queues, view, state, out);
    }
    idsInOrder(out);
    return out;
}

std::vector<Command> messagesByTime(const HallState& state, const rules::queueing::Now& now) {
    std::vector<Command> out;
    if (!sendsMessages(state))
        return out;
    const ReachOf reach = [&state](const model::Ticket& ticket) { return reachOf(state, ticket); };
    addNearTurns({}, viewOf(state, now, reach), state, out);
    return out;
}

std::optional<model::Call> callAloud(const messages::Message& notice, const HallState& state,
                                     model::Instant now) {
    if (!notice.key.starts_with(kCalledKey))
        return std::nullopt;
    const auto call = state.calls.find(model::CallId(notice.key.substr(kCalledKey.size())));
    const auto ticket = state.queue.tickets.find(notice.ticketId);
    if (call == state.calls.end() || call->second.spoken || ticket == state.queue.tickets.end() ||
        ticket->second.state != model::TicketState::called)
        return std::nullopt;
    // Once: a later recall, or a message that fails twice, finds a call of this ticket that was said.
    for (const auto& [id, other] : state.calls)
        if (other.ticketId == notice.ticketId && other.spoken && other.at >= call->second.at)
            return std::nullopt;
    auto aloud = call->second;
    aloud.spoken = true;
    aloud.at = now;
    return aloud;
}

} // namespace atrium::services
