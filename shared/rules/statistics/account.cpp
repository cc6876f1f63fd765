// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/statistics/account.h"

#include "shared/rules/statistics/windowtime.h"

#include <cmath>

namespace atrium::rules::statistics {
namespace {

using model::Instant;
using model::Ticket;
using model::TicketState;
using queueing::EventType;

/// What happens to one ticket in one event.
class TicketAccount {
public:
    TicketAccount(const queueing::Event& event, const Before& before, const LocalHours& hours,
                  Increments& out)
        : m_event(event), m_before(before), m_hours(hours), m_out(out) {}

    void take(const Ticket& now) {
        const auto known = m_before.queue.tickets.find(now.id);
        const Ticket* was = known == m_before.queue.tickets.end() ? nullptr : &known->second;
        issue(now, was);
        if (was)
            act(now, *was);
        // Nothing tells how a ticket had ended that the hall did not know.
        if (!was || was->state != now.state) {
            if (was)
                end(*was, -1);
            end(now, 1);
        }
    }

private:
    [[nodiscard]] Key keyOf(const Ticket& ticket, Instant at) const {
        return {ticket.day,
                m_hours.of(at),
                ticket.queueId,
                ticket.itemId,
                ticket.windowId.value_or(model::WindowId{}),
                ticket.staffId.value_or(model::StaffId{}),
                ticket.recognition};
    }

    void add(Key key, const Counters& n) { m_out.tickets.push_back({std::move(key), n, 0, 0}); }

    void issue(const Ticket& now, const Ticket* was) {
        const bool counted = was && was->state != TicketState::voided;
        const bool counts = now.state != TicketState::voided;
        if (counted == counts)
            return;
        Key key = keyOf(now, now.issuedAt);
        key.windowId = {};
        key.staffId = {};
        const int sign = counts ? 1 : -1;
        add(std::move(key), {.issued = sign, .appointments = now.appointmentId ? sign : 0});
    }

    void end(const Ticket& ticket, int sign) {
        const Instant at = ticket.finishedAt.value_or(m_event.at);
        if (ticket.state == TicketState::finished)
            add(keyOf(ticket, at), {.finished = sign});
        else if (ticket.state == TicketState::noShow)
            add(keyOf(ticket, at), {.passed = sign});
        else if (ticket.state == TicketState::cancelled)
            add(keyOf(ticket, at), {.cancelled = sign});
        else if (ticket.state == TicketState::expired)
            add(keyOf(ticket, ticket.issuedAt), {.expired = sign});
    }

    void act(const Ticket& now, const Ticket& was) {
        const bool isServed = was.state == TicketState::serving;
        switch (m_event.type) {
        case EventType::ticketCalled:
            if (m_event.call && m_event.call->ticketId == now.id)
                call(now);
            break;
        case EventType::ticketRecalled:
            add(keyOf(now, m_event.at), {.recalls = 1});
            break;
        case EventType::serviceFinished:
            if (isServed)
                service(was, m_event.at, 1);
            break;
        case EventType::ticketTransferred:
            if (isServed)
                service(was, m_event.at, 1);
            add(keyOf(was, m_event.at), {.transferred = 1});
            break;
        case EventType::ticketHeld: // the service ends later; so much of it is done
            if (isServed)
                add(keyOf(was, m_event.at), {.handlingSeconds = handled(was, m_event.at)});
            break;
        case EventType::ticketNoShow:
            if (was.state == TicketState::called)
                add(keyOf(was, m_event.at), {.noShows = 1});
            break;
        case EventType::undone:
            undo(now);
            break;
        default:
            break;
        }
    }

    void call(const Ticket& now) {
        Increment one{keyOf(now, m_event.at), {.called = 1}, 0, 0};
        if (!m_before.called.contains(now.id)) {
            const auto seconds = std::max<std::int64_t>(0, secondsOf(m_event.at) - secondsOf(now.issuedAt));
            one.n.waited = 1;
            one.n.waitSeconds = seconds;
            one.n.waitedInTime = seconds <= kServiceLevelSeconds ? 1 : 0;
            one.waitBucket = bucketOf(seconds);
            if (m_before.toldMinutes) {
                const auto told = static_cast<std::int64_t>(std::llround(*m_before.toldMinutes * 60));
                one.n.told = 1;
                one.n.toldErrorSeconds = std::abs(seconds - told);
                one.n.toldWithin = one.n.toldErrorSeconds <= kToldWithinSeconds ? 1 : 0;
            }
        }
        m_out.tickets.push_back(std::move(one));
    }

    [[nodiscard]] static std::int64_t handled(const Ticket& ticket, Instant until) {
        return ticket.startedAt ? std::max<std::int64_t>(0, secondsOf(until) - secondsOf(*ticket.startedAt))
                                : 0;
    }

    void service(const Ticket& was, Instant until, int sign) {
        const auto seconds = handled(was, until);
        m_out.tickets.push_back(
            {keyOf(was, until), {.services = sign, .handlingSeconds = sign * seconds}, 0, bucketOf(seconds)});
    }

    /// As the act was counted, so it is taken back.
    void undo(const Ticket& now) {
        for (const model::WindowStatus& status : m_event.windows) {
            const auto ticket = m_before.queue.undoTickets.find(status.windowId);
            const auto window = m_before.queue.windows.find(status.windowId);
            if (ticket == m_before.queue.undoTickets.end() || window == m_before.queue.windows.end() ||
                ticket->second.id != now.id)
                continue;
            const auto actAt = lastActAt(window->second, m_before.undoSeconds);
            if (!actAt)
                continue;
            if (ticket->second.state == TicketState::serving)
                service(ticket->second, *actAt, -1);
            else if (ticket->second.state == TicketState::called)
                add(keyOf(ticket->second, *actAt), {.noShows = -1});
        }
    }

    const queueing::Event& m_event;
    const Before& m_before;
    const LocalHours& m_hours;
    Increments& m_out;
};

} // namespace

Increments account(const queueing::Event& event, const Before& before, const model::LocalTime& local) {
    Increments out;
    const LocalHours hours(event.at, local);
    TicketAccount tickets(event, before, hours, out);
    for (const Ticket& ticket : event.tickets)
        tickets.take(ticket);
    accountWindows(event, before, hours, out);
    return out;
}

} // namespace atrium::rules::statistics
