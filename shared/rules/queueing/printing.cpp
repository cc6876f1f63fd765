// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a ticket when its paper came out, failed, or nobody knows.
#include "shared/rules/queueing/draft.h"

namespace atrium::rules::queueing {
namespace {

using model::ErrorCode;
using model::PrintOutcome;
using model::PrintState;
using model::TicketState;

PrintState printStateOf(PrintOutcome outcome) {
    switch (outcome) {
    case PrintOutcome::printed:
        return PrintState::printed;
    case PrintOutcome::failed:
        return PrintState::failed;
    case PrintOutcome::unknown:
        return PrintState::unconfirmed;
    case PrintOutcome::onScreen:
        break;
    }
    return PrintState::onScreen;
}

/// From reserved or voided into the queue, at the place the reservation has kept.
void admit(Draft& draft, model::Ticket ticket, PrintState printState) {
    ticket.printState = printState;
    waitAgain(ticket);
    ++draft.queueDay(ticket.queueId).waiting;
    draft.put(std::move(ticket));
}

Decision voidTicket(const Context& context, model::Ticket ticket, const std::string& reason) {
    Draft draft(context, EventType::ticketVoided);
    auto& counters = draft.queueDay(ticket.queueId);
    --counters.issued;
    if (ticket.state == TicketState::waiting)
        --counters.waiting;
    ticket.state = TicketState::voided;
    ticket.printState = PrintState::failed;
    ticket.finishedAt = context.now.at;
    ticket.note = reason;
    draft.put(std::move(ticket));
    return std::move(draft).done();
}

Decision reportOnReserved(const Context& context, const model::Ticket& ticket, const ReportPrint& report) {
    if (report.outcome == PrintOutcome::failed)
        return voidTicket(context, ticket, report.reason);
    Draft draft(context, EventType::ticketIssued);
    admit(draft, ticket, printStateOf(report.outcome));
    return std::move(draft).done();
}

/// The holder stands there with a code on the screen or a late paper: the number lives again for a short
/// time.
Decision reportOnVoided(const Context& context, const model::Ticket& ticket, const ReportPrint& report) {
    if (report.outcome == PrintOutcome::failed)
        return nothingNew();
    const auto until =
        ticket.finishedAt.value_or(ticket.issuedAt) + std::chrono::seconds(context.config.reservationSeconds);
    if (report.outcome == PrintOutcome::unknown || context.now.at > until)
        return refuse(ErrorCode::conflict, "/outcome", model::Sentence::numberIsVoid);
    const auto& queue = queueOf(context, ticket.queueId);
    if (queue.dailyQuota > 0 && queueDayOf(context, ticket.queueId).issued >= queue.dailyQuota)
        return refuse(ErrorCode::quotaReached, "/outcome", model::Sentence::allGivenOut);
    if (auto error = needRoomForPerson(context, ticket.personId, ticket.queueId))
        return *error;
    Draft draft(context, EventType::ticketIssued);
    ++draft.queueDay(ticket.queueId).issued;
    auto revived = ticket;
    revived.note.clear();
    admit(draft, std::move(revived), printStateOf(report.outcome));
    return std::move(draft).done();
}

/// The ticket counts already: a better knowledge is noted, a failed reprint changes nothing.
Decision reportOnIssued(const Context& context, const model::Ticket& ticket, const ReportPrint& report) {
    const bool isUnsure = ticket.printState == PrintState::unconfirmed;
    if (report.outcome == PrintOutcome::failed && isUnsure && ticket.state == TicketState::waiting &&
        ticket.noShows == 0)
        return voidTicket(context, ticket, report.reason);
    const bool isPaper = report.outcome == PrintOutcome::printed && ticket.printState != PrintState::printed;
    const bool isCode = report.outcome == PrintOutcome::onScreen && isUnsure;
    if (!isPaper && !isCode)
        return nothingNew();
    Draft draft(context, EventType::printConfirmed);
    auto known = ticket;
    known.printState = printStateOf(report.outcome);
    draft.put(std::move(known));
    return std::move(draft).done();
}

} // namespace

Decision apply(const Context& context, const ReportPrint& report) {
    const auto* ticket = findTicket(context, report.ticketId);
    if (!ticket)
        return refuse(ErrorCode::notFound, "/ticketId", model::Sentence::noSuchTicketToday);
    if (ticket->state == TicketState::reserved)
        return reportOnReserved(context, *ticket, report);
    if (ticket->state == TicketState::voided)
        return reportOnVoided(context, *ticket, report);
    return reportOnIssued(context, *ticket, report);
}

Decision apply(const Context& context, const SettleReservations&) {
    Draft draft(context, EventType::ticketIssued);
    bool isAny = false;
    for (const auto& id : context.state.reserved) {
        const auto* ticket = findTicket(context, id);
        if (!ticket ||
            context.now.at - ticket->issuedAt < std::chrono::seconds(context.config.reservationSeconds))
            continue;
        admit(draft, *ticket, PrintState::unconfirmed);
        isAny = true;
    }
    return isAny ? std::move(draft).done() : nothingNew();
}

} // namespace atrium::rules::queueing
