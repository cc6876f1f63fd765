// SPDX-License-Identifier: GPL-3.0-or-later
// How facts change the state. Every index follows from the tickets alone, so putting a ticket is the one
// place where they are kept.
#include "shared/rules/queueing/draft.h"

#include <algorithm>

namespace atrium::rules::queueing {
namespace {

using model::Ticket;
using model::TicketState;

/// Removes id from the set under key, and the set itself when that leaves it empty.
template <class Map, class Key> void dropFrom(Map& map, const Key& key, const model::TicketId& id) {
    const auto found = map.find(key);
    if (found == map.end())
        return;
    found->second.erase(id);
    if (found->second.empty())
        map.erase(found);
}

void enterLane(State& state, const Ticket& ticket) {
    Lane& lane = state.lanes[ticket.itemId][laneOf(ticket)];
    const Place place = placeOf(ticket);
    lane.insert(std::upper_bound(lane.begin(), lane.end(), place), place);
}

void leaveLane(State& state, const Ticket& ticket) {
    const auto lanes = state.lanes.find(ticket.itemId);
    if (lanes == state.lanes.end())
        return;
    const auto lane = lanes->second.find(laneOf(ticket));
    if (lane == lanes->second.end())
        return;
    const Place place = placeOf(ticket);
    const auto at = std::lower_bound(lane->second.begin(), lane->second.end(), place);
    if (at != lane->second.end() && *at == place)
        lane->second.erase(at);
    if (lane->second.empty())
        lanes->second.erase(lane);
    if (lanes->second.empty())
        state.lanes.erase(lanes);
}

void enterIndexes(State& state, const Ticket& ticket) {
    if (ticket.personId && isOpen(ticket.state))
        state.openByPerson[*ticket.personId].insert(ticket.id);
    if (ticket.state == TicketState::reserved)
        state.reserved.insert(ticket.id);
    if (ticket.state == TicketState::held && ticket.windowId)
        state.held[*ticket.windowId].insert(ticket.id);
    if (ticket.state != TicketState::waiting)
        return;
    ++state.waiting[ticket.queueId];
    if (ticket.placesBack > 0)
        state.lettingPass.insert(ticket.id);
    else
        enterLane(state, ticket);
}

void leaveIndexes(State& state, const Ticket& ticket) {
    if (ticket.personId && isOpen(ticket.state))
        dropFrom(state.openByPerson, *ticket.personId, ticket.id);
    if (ticket.state == TicketState::reserved)
        state.reserved.erase(ticket.id);
    if (ticket.state == TicketState::held && ticket.windowId)
        dropFrom(state.held, *ticket.windowId, ticket.id);
    if (ticket.state != TicketState::waiting)
        return;
    if (const auto queue = state.waiting.find(ticket.queueId); --queue->second == 0)
        state.waiting.erase(queue);
    if (ticket.placesBack > 0)
        state.lettingPass.erase(ticket.id);
    else
        leaveLane(state, ticket);
}

void put(State& state, const Ticket& ticket) {
    const auto [at, isNew] = state.tickets.try_emplace(ticket.id, ticket);
    if (!isNew) {
        leaveIndexes(state, at->second);
        at->second = ticket;
    }
    state.numbers.insert(ticket.number); // a ticket keeps its number
    enterIndexes(state, ticket);
}

void beginDay(State& state, model::Day day) {
    state.day = day;
    state.tickets.clear();
    state.undoTickets.clear();
    state.waiting.clear();
    state.reserved.clear();
    state.openByPerson.clear();
    state.lanes.clear();
    state.lettingPass.clear();
    state.held.clear();
    state.numbers.clear();
}

} // namespace

void evolve(State& state, const Event& event) {
    for (const auto& ticket : event.tickets)
        put(state, ticket);
    for (const auto& window : event.windows) {
        state.windows.insert_or_assign(window.windowId, window);
        if (!window.undoTicketId)
            state.undoTickets.erase(window.windowId);
    }
    for (const auto& queueDay : event.queueDays)
        state.queueDays.insert_or_assign(queueDay.queueId, queueDay);
    if (event.undoTicket && event.undoTicket->windowId)
        state.undoTickets.insert_or_assign(*event.undoTicket->windowId, *event.undoTicket);
    if (event.type == EventType::dayClosed && event.nextDay)
        beginDay(state, *event.nextDay);
}

State restore(model::Day day, const std::vector<Ticket>& tickets,
              const std::vector<model::WindowStatus>& windows,
              const std::vector<model::QueueDay>& queueDays) {
    State state;
    state.day = day;
    for (const auto& ticket : tickets)
        if (ticket.day == day)
            put(state, ticket);
    for (const auto& window : windows)
        state.windows.insert_or_assign(window.windowId, window);
    for (const auto& queueDay : queueDays)
        if (queueDay.day == day)
            state.queueDays.insert_or_assign(queueDay.queueId, queueDay);
    return state;
}

} // namespace atrium::rules::queueing
