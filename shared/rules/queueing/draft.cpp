// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/queueing/draft.h"

#include "shared/rules/queueing/skill.h"

#include <algorithm>
#include <utility>

namespace atrium::rules::queueing {

using model::ErrorCode;
using model::WindowState;

model::Error refuse(ErrorCode code, std::string path, model::Saying why) {
    return {code, std::move(path), std::move(why)};
}

Decision nothingNew() {
    return std::vector<Event>{};
}

bool isOpen(model::TicketState state) {
    return state == model::TicketState::reserved || state == model::TicketState::waiting ||
           state == model::TicketState::called || state == model::TicketState::serving ||
           state == model::TicketState::held;
}

LaneKey laneOf(const model::Ticket& ticket) {
    return {ticket.queueId, ticket.priorityClass, ticket.onlyWindowId, ticket.dueFrom, ticket.dueUntil};
}

Place placeOf(const model::Ticket& ticket) {
    return {ticket.arrivedAt, ticket.sequence, ticket.id};
}

const model::Queue& queueOf(const Context& context, const model::QueueId& id) {
    static const model::Queue kDefaults{};
    const auto found = context.config.queues.find(id);
    return found == context.config.queues.end() ? kDefaults : found->second;
}

const model::Ticket* findTicket(const Context& context, const model::TicketId& id) {
    const auto found = context.state.tickets.find(id);
    return found == context.state.tickets.end() ? nullptr : &found->second;
}

const model::Window* findWindow(const Config& config, const model::WindowId& id) {
    const auto found = config.windows.find(id);
    return found == config.windows.end() ? nullptr : &found->second;
}

bool serves(const model::Window& window, const model::ServiceItemId& item) {
    return std::find(window.itemIds.begin(), window.itemIds.end(), item) != window.itemIds.end();
}

bool isServed(const Config& config, const model::ServiceItemId& item) {
    return std::any_of(config.windows.begin(), config.windows.end(),
                       [&](const auto& entry) { return entry.second.active && serves(entry.second, item); });
}

Binding bindingTo(const Context& context, const model::WindowId& id, const model::ServiceItemId& item) {
    const auto* window = findWindow(context.config, id);
    if (!window || !window->active || !serves(*window, item))
        return Binding::none;
    const auto status = context.state.windows.find(id);
    const bool isAway =
        status == context.state.windows.end() || status->second.state == WindowState::closed ||
        status->second.state == WindowState::paused || isExcluded(context.state, context.config, id, item);
    return isAway ? Binding::untilOverdue : Binding::firm;
}

std::string numberOf(const Context& context, const model::WindowId& id) {
    const auto* window = findWindow(context.config, id);
    return window ? std::to_string(window->number) : id.value;
}

model::WindowStatus statusOf(const Context& context, const model::WindowId& id) {
    const auto found = context.state.windows.find(id);
    if (found != context.state.windows.end())
        return found->second;
    model::WindowStatus status;
    status.id = model::RecordId{id.value};
    status.hallId = context.config.hallId;
    status.windowId = id;
    return status;
}

model::Result<model::WindowStatus> openStatus(const Context& context, const model::WindowId& id) {
    auto status = statusOf(context, id);
    if (status.state != WindowState::closed)
        return status;
    if (!findWindow(context.config, id))
        return refuse(ErrorCode::notFound, "/windowId", model::Sentence::noSuchWindow);
    return refuse(ErrorCode::windowClosed, "/windowId", model::Sentence::signInFirst);
}

std::optional<model::Error> needIdle(const model::WindowStatus& status) {
    if (status.state == WindowState::paused)
        return refuse(ErrorCode::windowPaused, "/windowId", model::Sentence::resumeFirst);
    if (status.state != WindowState::idle)
        return refuse(ErrorCode::windowBusy, "/windowId",
                      {model::Sentence::finishFirst, {{"number", status.number}}});
    return std::nullopt;
}

model::Result<model::WindowStatus> readyToCall(const Context& context, const WindowId& id) {
    auto status = openStatus(context, id);
    if (!status)
        return status.error();
    if (auto error = needIdle(*status))
        return *error;
    const auto* window = findWindow(context.config, id);
    if (!window || !window->active)
        return refuse(ErrorCode::windowClosed, "/windowId", model::Sentence::windowSwitchedOff);
    return status;
}

model::Result<Present> present(const Context& context, const model::WindowId& id,
                               std::initializer_list<model::TicketState> states) {
    auto status = openStatus(context, id);
    if (!status)
        return status.error();
    if (status->state == WindowState::paused)
        return refuse(ErrorCode::windowPaused, "/windowId", model::Sentence::resumeFirst);
    const auto* ticket = status->ticketId ? findTicket(context, *status->ticketId) : nullptr;
    if (!ticket)
        return refuse(ErrorCode::conflict, "/windowId", model::Sentence::callFirst);
    if (std::find(states.begin(), states.end(), ticket->state) != states.end())
        return Present{std::move(*status), *ticket};
    if (ticket->state == model::TicketState::called)
        return refuse(ErrorCode::conflict, "/windowId",
                      {model::Sentence::startFirst, {{"number", ticket->number}}});
    return refuse(ErrorCode::conflict, "/windowId",
                  {model::Sentence::servedAlready, {{"number", ticket->number}}});
}

std::optional<model::Error> needRoomForPerson(const Context& context,
                                              const std::optional<model::PersonId>& person,
                                              const model::QueueId& queue) {
    const int limit = queueOf(context, queue).maxOpenPerIdentity;
    if (!person || limit <= 0)
        return std::nullopt;
    const auto found = context.state.openByPerson.find(*person);
    if (found == context.state.openByPerson.end())
        return std::nullopt;
    const auto open = std::count_if(found->second.begin(), found->second.end(), [&](const auto& id) {
        const auto* ticket = findTicket(context, id);
        return ticket && ticket->queueId == queue;
    });
    if (open < limit)
        return std::nullopt;
    return refuse(ErrorCode::tooManyOpenTickets, "/identity",
                  {model::Sentence::holdsOpenTickets, {{"count", std::to_string(open)}}});
}

model::QueueDay queueDayOf(const Context& context, const model::QueueId& id) {
    const auto found = context.state.queueDays.find(id);
    if (found != context.state.queueDays.end() && found->second.day == context.state.day)
        return found->second;
    model::QueueDay fresh;
    fresh.id = model::RecordId{id.value};
    fresh.hallId = context.config.hallId;
    fresh.queueId = id;
    fresh.day = context.state.day;
    fresh.version = found == context.state.queueDays.end() ? 0 : found->second.version;
    return fresh;
}

void becomeIdle(model::WindowStatus& window, model::Instant now) {
    window.state = WindowState::idle;
    window.ticketId.reset();
    window.number.clear();
    window.shownItemId.reset();
    window.since = now;
}

void offerUndo(model::WindowStatus& window, const Context& context) {
    window.undoTicketId = window.ticketId;
    window.undoUntil = context.now.at + std::chrono::seconds(context.config.undoSeconds);
}

void waitAgain(model::Ticket& ticket) {
    ticket.state = model::TicketState::waiting;
    ticket.placesBack = 0;
    ticket.calls = 0;
    ticket.windowId.reset();
    ticket.staffId.reset();
    ticket.calledAt.reset();
    ticket.startedAt.reset();
    ticket.finishedAt.reset();
}

void comeBack(model::Ticket& ticket, const model::Queue& queue, model::Instant now) {
    waitAgain(ticket);
    if (queue.passedRule == model::PassedRule::placesBack)
        ticket.placesBack = queue.requeuePlaces;
    else if (queue.passedRule == model::PassedRule::atEnd)
        ticket.arrivedAt = now;
}

void holderIsHere(model::Ticket& ticket) {
    if (ticket.printState == model::PrintState::unconfirmed)
        ticket.printState = model::PrintState::none;
}

Draft::Draft(const Context& context, EventType type) : m_context(context) {
    m_event.type = type;
    m_event.at = context.now.at;
}

void Draft::put(model::Ticket ticket) {
    ++ticket.version;
    m_event.tickets.push_back(std::move(ticket));
}

void Draft::put(model::WindowStatus window) {
    ++window.version;
    m_event.windows.push_back(std::move(window));
}

model::QueueDay& Draft::queueDay(const model::QueueId& id) {
    for (auto& known : m_event.queueDays)
        if (known.queueId == id)
            return known;
    auto& added = m_event.queueDays.emplace_back(queueDayOf(m_context, id));
    ++added.version;
    return added;
}

void Draft::settle(const model::TicketId& ticket) {
    for (const auto& [id, status] : m_context.state.windows) {
        if (status.undoTicketId != ticket)
            continue;
        const bool isHere = std::any_of(m_event.windows.begin(), m_event.windows.end(),
                                        [&](const auto& known) { return known.windowId == id; });
        if (isHere)
            continue;
        auto changed = status;
        changed.undoTicketId.reset();
        changed.undoUntil.reset();
        put(std::move(changed));
    }
}

Decision Draft::done() && {
    std::vector<Event> events;
    events.push_back(std::move(m_event));
    return events;
}

} // namespace atrium::rules::queueing
