// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/queueing/invariants.h"

#include "shared/rules/queueing/dispatch.h"
#include "tests/unit/rules/queueing/naive.h"

#include <rapidcheck.h>

#include <algorithm>

namespace atrium::rules::queueing::tests {
namespace {

using model::TicketState;
using model::WindowState;

bool isOpen(TicketState state) {
    return state < TicketState::finished;
}

} // namespace

void Watcher::check(const std::vector<Event>& events) {
    for (const auto& event : events)
        fold(event);
    checkCounts();
    checkWindows();
    checkIndexes();
    checkOrder();
}

void Watcher::fold(const Event& event) {
    checkNumbers(event);
    for (const auto& ticket : event.tickets) {
        const auto before = m_tickets.find(ticket.id);
        RC_ASSERT(ticket.version == (before == m_tickets.end() ? 1 : before->second.version + 1));
        if (before != m_tickets.end()) {
            RC_ASSERT(before->second.number == ticket.number);
            RC_ASSERT(before->second.day == ticket.day);
            // Only who was passed and goes to the end waits as one who has just come, until that is undone,
            // and who goes on to a further business.
            const bool wasPassed = ticket.noShows > 0 || before->second.noShows > 0;
            const auto& rules = m_hall.config.queues.at(ticket.queueId);
            RC_ASSERT(before->second.arrivedAt == ticket.arrivedAt ||
                      before->second.moreItemIds != ticket.moreItemIds ||
                      (wasPassed && rules.passedRule == model::PassedRule::atEnd));
        }
        m_tickets[ticket.id] = ticket;
    }
    for (const auto& ticket : event.tickets)
        RC_ASSERT(std::count_if(event.tickets.begin(), event.tickets.end(),
                                [&](const auto& twin) { return twin.id == ticket.id; }) == 1);
}

/// A number names one ticket a day; the sequence has neither gaps nor repeats.
void Watcher::checkNumbers(const Event& event) {
    for (const auto& ticket : event.tickets) {
        if (m_tickets.count(ticket.id) > 0)
            continue;
        RC_ASSERT(m_numbers.insert({ticket.day, ticket.number}).second);
        const auto& prefix = m_hall.config.queues.at(ticket.queueId).prefix;
        const auto earlier = std::count_if(m_numbers.begin(), m_numbers.end(), [&](const auto& number) {
            return number.first == ticket.day && number.second.rfind(prefix, 0) == 0;
        });
        RC_ASSERT(ticket.sequence == earlier);
    }
}

/// No ticket is lost: the state holds exactly today's, and its counters add up from them.
void Watcher::checkCounts() const {
    const auto& state = m_hall.state;
    std::map<model::QueueId, int> waiting;
    std::map<std::string, int> issued;
    std::map<std::string, int> direct;
    std::size_t today = 0;
    for (const auto& [id, ticket] : m_tickets) {
        if (ticket.day != state.day) {
            RC_ASSERT(!isOpen(ticket.state));
            continue;
        }
        ++today;
        RC_ASSERT(state.tickets.at(id) == ticket);
        waiting[ticket.queueId] += ticket.state == TicketState::waiting ? 1 : 0;
        issued[ticket.number.substr(0, 1)] += ticket.state == TicketState::voided ? 0 : 1;
        direct[ticket.number.substr(0, 1)] += ticket.channel == model::TicketChannel::serviceDesk ? 1 : 0;
    }
    RC_ASSERT(state.tickets.size() == today);
    for (const auto& [id, queue] : m_hall.config.queues) {
        const auto day = state.queueDays.find(id);
        RC_ASSERT((day == state.queueDays.end() ? 0 : day->second.waiting) == waiting[id]);
        RC_ASSERT((day == state.queueDays.end() ? 0 : day->second.issued) == issued[queue.prefix]);
        if (day != state.queueDays.end())
            RC_ASSERT(day->second.noShows >= 0 && day->second.noShows <= day->second.called);
        if (queue.dailyQuota > 0) // less those who were served without having taken a number
            RC_ASSERT(issued[queue.prefix] - direct[queue.prefix] <= queue.dailyQuota);
    }
}

/// A ticket is at no window or at one, and window and ticket agree.
void Watcher::checkWindows() const {
    std::set<model::TicketId> present;
    for (const auto& [id, window] : m_hall.state.windows) {
        const bool isBusy = window.state == WindowState::calling || window.state == WindowState::serving;
        RC_ASSERT(window.ticketId.has_value() == isBusy);
        RC_ASSERT(window.staffId.has_value() == (window.state != WindowState::closed));
        RC_ASSERT(window.undoTicketId.has_value() == (m_hall.state.undoTickets.count(id) > 0));
        if (window.undoTicketId) { // what can be taken back has not moved since
            const auto end = m_hall.ticket(*window.undoTicketId).state;
            RC_ASSERT(end == TicketState::finished || end == TicketState::noShow ||
                      end == TicketState::waiting);
        }
        if (!isBusy)
            continue;
        RC_ASSERT(present.insert(*window.ticketId).second);
        const auto& ticket = m_hall.ticket(*window.ticketId);
        RC_ASSERT(ticket.windowId == id);
        RC_ASSERT(ticket.number == window.number);
        RC_ASSERT(ticket.state ==
                  (window.state == WindowState::calling ? TicketState::called : TicketState::serving));
        static const Config kUsual = smallConfig(); // an item may be taken away while its ticket is there
        const auto& items = kUsual.windows.at(id).itemIds;
        RC_ASSERT(std::count(items.begin(), items.end(), ticket.itemId) == 1);
    }
    for (const auto& [id, ticket] : m_hall.state.tickets) {
        const bool isPresent = ticket.state == TicketState::called || ticket.state == TicketState::serving;
        RC_ASSERT(isPresent == (present.count(id) > 0));
        RC_ASSERT(ticket.calls <= m_hall.config.queues.at(ticket.queueId).recallLimit);
        RC_ASSERT(ticket.placesBack == 0 || ticket.state == TicketState::waiting);
        if (ticket.state == TicketState::waiting)
            RC_ASSERT(!ticket.windowId && !ticket.startedAt && !ticket.calledAt && !ticket.finishedAt);
        RC_ASSERT(ticket.finishedAt.has_value() == !isOpen(ticket.state));
    }
}

/// The indexes follow from the records alone.
void Watcher::checkIndexes() const {
    std::vector<model::Ticket> tickets;
    for (const auto& [id, ticket] : m_hall.state.tickets)
        tickets.push_back(ticket);
    std::vector<model::WindowStatus> windows;
    for (const auto& [id, window] : m_hall.state.windows)
        windows.push_back(window);
    std::vector<model::QueueDay> days;
    for (const auto& [id, day] : m_hall.state.queueDays)
        days.push_back(day);
    auto restored = restore(m_hall.state.day, tickets, windows, days);
    restored.undoTickets = m_hall.state.undoTickets;
    RC_ASSERT(restored == m_hall.state);
}

void Watcher::checkOrder() const {
    const auto at = m_hall.now().at;
    for (const auto& [id, window] : m_hall.config.windows) {
        std::vector<model::TicketId> order;
        for (const auto& ranked : orderFor(id, m_hall.state, at, m_hall.config))
            order.push_back(ranked.ticketId);
        RC_ASSERT(order == naiveOrder(m_hall, window));
        const auto* next = nextFor(id, m_hall.state, at, m_hall.config);
        RC_ASSERT((next ? next->id : model::TicketId{}) ==
                  (order.empty() ? model::TicketId{} : order.front()));
    }
}

} // namespace atrium::rules::queueing::tests
