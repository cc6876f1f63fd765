// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/import/historystatistics.h"

#include "server/services/import/historyplan.h"
#include "shared/rules/queueing/decide.h"

#include <algorithm>
#include <map>

namespace atrium::services {

using model::Ticket;
using model::TicketState;
using model::WindowState;
using rules::queueing::Event;
using rules::queueing::EventType;

namespace {

constexpr std::chrono::seconds kPassedAfter{60};

/// The events of one day, as if they had happened.
class PastDay {
public:
    PastDay(model::Day day, const Calendar& calendar)
        : m_day(day), m_opens(calendar.at(day, {history::kOpens})),
          m_closes(calendar.at(day, {history::kCloses})) {}

    void add(const Ticket& ticket) {
        Ticket now = ticket;
        now.state = TicketState::waiting;
        now.windowId.reset();
        now.staffId.reset();
        now.calledAt.reset();
        now.startedAt.reset();
        now.finishedAt.reset();
        now.noShows = 0;
        put(EventType::ticketIssued, ticket.issuedAt, now);
        if (!ticket.calledAt) {
            put(EventType::ticketCancelled, ticket.issuedAt, ticket);
            return;
        }
        now.windowId = ticket.windowId;
        now.staffId = ticket.staffId;
        now.calledAt = ticket.calledAt;
        now.state = TicketState::called;
        Event& call = put(EventType::ticketCalled, *ticket.calledAt, now, WindowState::calling);
        call.call.emplace();
        call.call->ticketId = ticket.id;
        call.call->windowId = *ticket.windowId;
        if (ticket.state == TicketState::noShow) {
            put(EventType::ticketNoShow, *ticket.calledAt + kPassedAfter, ticket, WindowState::idle);
            return;
        }
        now.state = TicketState::serving;
        now.startedAt = ticket.startedAt;
        put(EventType::serviceStarted, *ticket.startedAt, now, WindowState::serving);
        put(EventType::serviceFinished, *ticket.finishedAt, ticket, WindowState::idle);
    }

    void count(const Calendar& calendar, std::vector<rules::statistics::Increments>& out) {
        openAndClose();
        std::stable_sort(m_events.begin(), m_events.end(),
                         [](const Event& a, const Event& b) { return a.at < b.at; });
        rules::queueing::State state;
        state.day = m_day;
        const std::set<model::TicketId> none; // each is called once
        for (const Event& event : m_events) {
            out.push_back(rules::statistics::account(event, {state, none, {}}, calendar.local(event.at)));
            rules::queueing::evolve(state, event);
        }
    }

private:
    Event& put(EventType type, model::Instant at, const Ticket& ticket) {
        Event& event = m_events.emplace_back();
        event.type = type;
        event.at = at;
        event.tickets.push_back(ticket);
        return event;
    }
    Event& put(EventType type, model::Instant at, const Ticket& ticket, WindowState state) {
        Event& event = put(type, at, ticket);
        event.windows.push_back(status(*ticket.windowId, ticket.staffId, state, at));
        auto& [staff, last] = m_windows[*ticket.windowId];
        staff = ticket.staffId;
        last = std::max(last, at);
        return event;
    }
    static model::WindowStatus status(const model::WindowId& window,
                                      const std::optional<model::StaffId>& staff, WindowState state,
                                      model::Instant at) {
        model::WindowStatus out;
        out.windowId = window;
        out.staffId = staff;
        out.state = state;
        out.since = at;
        return out;
    }
    void openAndClose() {
        for (const auto& [window, use] : m_windows) {
            Event open;
            open.type = EventType::windowOpened;
            open.at = m_opens;
            open.windows.push_back(status(window, use.first, WindowState::idle, open.at));
            m_events.insert(m_events.begin(), std::move(open));
            Event close;
            close.type = EventType::windowClosed;
            close.at = std::max(m_closes, use.second);
            close.windows.push_back(status(window, {}, WindowState::closed, close.at));
            m_events.push_back(std::move(close));
        }
    }

    model::Day m_day;
    model::Instant m_opens;
    model::Instant m_closes;
    std::vector<Event> m_events;
    std::map<model::WindowId, std::pair<std::optional<model::StaffId>, model::Instant>> m_windows;
};

} // namespace

std::vector<rules::statistics::Increments> pastStatistics(const std::vector<Ticket>& tickets,
                                                          const Calendar& calendar) {
    std::map<model::Day, PastDay> days;
    for (const Ticket& ticket : tickets)
        days.try_emplace(ticket.day, ticket.day, calendar).first->second.add(ticket);
    std::vector<rules::statistics::Increments> out;
    for (auto& [day, past] : days)
        past.count(calendar, out);
    return out;
}

} // namespace atrium::services
