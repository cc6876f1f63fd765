// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/predictions.h"

#include "shared/rules/estimate/ticketwait.h"

#include <chrono>
#include <cmath>

namespace atrium::services {

namespace {

using rules::queueing::EventType;

double toTenth(double minutes) {
    return std::round(minutes * 10) / 10;
}

std::optional<store::WaitPrediction> toldAtIssue(const model::Ticket& ticket, const HallState& state,
                                                 model::Instant now) {
    const auto told = estimate::waitOf(ticket, state.queue, now, state.setup->config, state.setup->pools);
    if (!told.expected || !told.wait)
        return std::nullopt;
    return store::WaitPrediction{.ticketId = ticket.id,
                                 .queueId = ticket.queueId,
                                 .day = ticket.day,
                                 .peopleAhead = told.peopleAhead,
                                 .predictedMinutes = toTenth(told.expected->medianMinutes),
                                 .lowMinutes = told.wait->lowMinutes,
                                 .highMinutes = told.wait->highMinutes,
                                 .actualMinutes = {}};
}

std::optional<store::WaitPrediction> trueAtCall(const model::Call& call, const HallState& state) {
    const auto told = state.predictions.find(call.ticketId);
    const auto ticket = state.queue.tickets.find(call.ticketId);
    if (told == state.predictions.end() || told->second.actualMinutes || ticket == state.queue.tickets.end())
        return std::nullopt;
    auto known = told->second;
    const std::chrono::duration<double, std::ratio<60>> waited = call.at - ticket->second.issuedAt;
    known.actualMinutes = toTenth(waited.count());
    return known;
}

} // namespace

std::vector<store::WaitPrediction> predictionsOf(const rules::queueing::Event& event, const HallState& state,
                                                 model::Instant now) {
    std::vector<store::WaitPrediction> out;
    if (event.type == EventType::ticketReserved || event.type == EventType::ticketIssued)
        for (const auto& ticket : event.tickets) {
            // A ticket whose paper came out was issued before, and told its wait then.
            // Nor does one wait who is served at once.
            const bool isNew = ticket.issuedAt == event.at && ticket.state != model::TicketState::serving &&
                               !state.predictions.contains(ticket.id);
            if (auto told = isNew ? toldAtIssue(ticket, state, now) : std::nullopt)
                out.push_back(std::move(*told));
        }
    if (event.call)
        if (auto known = trueAtCall(*event.call, state))
            out.push_back(std::move(*known));
    return out;
}

} // namespace atrium::services
