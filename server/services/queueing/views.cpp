// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/queueing/views.h"

#include "server/services/people/vault.h"
#include "server/services/queueing/ticketcodes.h"
#include "shared/model/json.h"
#include "shared/model/reflect.h"
#include "shared/rules/estimate/ticketwait.h"
#include "shared/rules/queueing/dispatch.h"

#include <algorithm>

namespace atrium::services {

using model::TicketState;
using model::WindowState;

namespace {

/// Lists of one answer are no longer than this (docs/api.md, Limits).
constexpr std::size_t kListLimit = 500;

/// What was reckoned with the issue; false: nobody serves the item.
bool addKeptWait(model::TicketView& view, const HallState& state) {
    const auto told = state.predictions.find(view.ticket.id);
    if (told == state.predictions.end())
        return false;
    view.peopleAhead = told->second.peopleAhead;
    view.waitLowMinutes = told->second.lowMinutes;
    view.waitHighMinutes = told->second.highMinutes;
    return true;
}

void addWait(model::TicketView& view, const HallState& state, const model::Ticket& ticket,
             model::Instant now) {
    if (ticket.state != TicketState::waiting && ticket.state != TicketState::reserved)
        return;
    const auto told = estimate::waitOf(ticket, state.queue, now, state.setup->config, state.setup->pools);
    static_assert(model::kLongestWaitMinutes == estimate::kLongestMinutes);
    view.peopleAhead = told.peopleAhead;
    if (told.wait) {
        view.waitLowMinutes = told.wait->lowMinutes;
        view.waitHighMinutes = told.wait->highMinutes;
    }
}

model::QueueEntry entryOf(Services& services, const model::Ticket& ticket, std::string reason) {
    model::QueueEntry entry;
    entry.ticket = ticket;
    entry.ticket.personId.reset();
    entry.reason = std::move(reason);
    if (ticket.personId)
        if (auto holder = services.vault.holder(*ticket.personId))
            entry.holderName = holder->name;
    return entry;
}

struct Gathered {
    std::vector<std::pair<model::Ticket, std::string>> waiting;
    std::vector<model::Ticket> held;
    std::vector<model::Ticket> passed;
    std::optional<model::Ticket> current;
};

Gathered gather(const HallState& state, const model::WindowId& window, model::Instant now) {
    Gathered out;
    const auto& config = state.setup->config;
    for (const auto& ranked : rules::queueing::orderFor(window, state.queue, now, config)) {
        if (out.waiting.size() == kListLimit)
            break;
        const auto& ticket = state.queue.tickets.at(ranked.ticketId);
        out.waiting.emplace_back(ticket, std::string(model::enumName(ranked.reason)));
    }
    const auto settings = config.windows.find(window);
    for (const auto& [id, ticket] : state.queue.tickets) {
        if (ticket.state == TicketState::held && ticket.windowId == window)
            out.held.push_back(ticket);
        else if (ticket.state == TicketState::noShow && settings != config.windows.end() &&
                 std::find(settings->second.itemIds.begin(), settings->second.itemIds.end(), ticket.itemId) !=
                     settings->second.itemIds.end())
            out.passed.push_back(ticket);
    }
    const auto byArrival = [](const model::Ticket& a, const model::Ticket& b) {
        return std::tie(a.arrivedAt, a.id) < std::tie(b.arrivedAt, b.id);
    };
    std::sort(out.held.begin(), out.held.end(), byArrival);
    std::sort(out.passed.begin(), out.passed.end(), byArrival);
    const auto status = state.queue.windows.find(window);
    if (status != state.queue.windows.end() && status->second.ticketId) {
        const auto ticket = state.queue.tickets.find(*status->second.ticketId);
        if (ticket != state.queue.tickets.end())
            out.current = ticket->second;
    }
    return out;
}

} // namespace

model::TicketView ticketView(Services& services, const HallState& state, const model::Ticket& ticket,
                             model::Instant now, ViewOptions options) {
    model::TicketView view;
    view.ticket = ticket;
    view.ticket.personId.reset();
    if (!options.forStaff)
        view.ticket.note.clear();
    if (!options.forStaff && !options.withHolder)
        view.ticket.priorityReason.clear(); // it tells the holder's age or state of health
    if (options.withCode)
        view.qrText = services.codes.text(ticket.id);
    if (!options.justIssued || !addKeptWait(view, state))
        addWait(view, state, ticket, now);
    const auto windows = state.setup->windowsOfItem.find(ticket.itemId);
    if (windows != state.setup->windowsOfItem.end())
        for (const auto& id : windows->second)
            view.windowNumbers.push_back(state.setup->config.windows.at(id).number);
    if (options.withHolder && ticket.personId) {
        if (auto holder = services.vault.holder(*ticket.personId)) {
            view.holderName = holder->name;
            view.holderNumber = holder->number;
        }
    }
    return view;
}

Outcome ticketOutcome(int status, model::TicketView view) {
    Outcome out{status, model::toJson(view)};
    if (!view.holderName.empty() || !view.holderNumber.empty()) {
        view.holderName.clear();
        view.holderNumber.clear();
        out.kept = model::toJson(view);
    }
    return out;
}

namespace {

/// The stored answer as it was given; without the holder when nobody knows them any more.
void addHolderAgain(Services& services, std::string& body) {
    auto view = model::fromJson<model::TicketView>(body);
    if (!view)
        return;
    const auto ticket = findTicket(services, view->ticket.id);
    if (!ticket || !ticket->personId)
        return;
    if (const auto holder = services.vault.holder(*ticket->personId)) {
        view->holderName = holder->name;
        view->holderNumber = holder->number;
        body = model::toJson(*view);
    }
}

} // namespace

void submitTicketWrite(Services& services, const http::Request& request, http::Responder responder, Job job) {
    services.writer.submit(actorOf(request), requestKey(services, request), std::move(job),
                           [&services, responder](model::Result<Outcome> outcome) {
                               if (outcome && outcome->repeated)
                                   addHolderAgain(services, outcome->body);
                               responder.send(toResponse(std::move(outcome)));
                           });
}

std::optional<model::Ticket> ticketOfToday(Services& services, const model::TicketId& id) {
    return services.model.read([&](const HallState& state) -> std::optional<model::Ticket> {
        const auto found = state.queue.tickets.find(id);
        return found == state.queue.tickets.end() ? std::nullopt : std::optional(found->second);
    });
}

model::Result<model::Ticket> findTicket(Services& services, const model::TicketId& id) {
    if (auto today = ticketOfToday(services, id))
        return std::move(*today);
    auto stored = services.store.ticket(id);
    if (!stored)
        return stored.error();
    if (!*stored)
        return model::Error{model::ErrorCode::notFound, {}, model::Sentence::noSuchTicket};
    return std::move(**stored);
}

model::WindowQueue windowQueue(Services& services, const model::WindowId& window) {
    const auto now = services.clock.now();
    // Holders are looked up outside the lock: the first time that reads the database.
    const Gathered found =
        services.model.read([&](const HallState& state) { return gather(state, window, now); });
    model::WindowQueue out;
    for (const auto& [ticket, reason] : found.waiting)
        out.waiting.push_back(entryOf(services, ticket, reason));
    for (const auto& ticket : found.held)
        out.held.push_back(entryOf(services, ticket, {}));
    for (const auto& ticket : found.passed)
        out.passed.push_back(entryOf(services, ticket, {}));
    if (found.current) {
        out.current = entryOf(services, *found.current, {});
        if (found.current->personId)
            if (auto holder = services.vault.holder(*found.current->personId))
                out.holderNumber = holder->number;
    }
    return out;
}

} // namespace atrium::services
