// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/signage-player/callbook.h"

#include <algorithm>
#include <chrono>
#include <unordered_set>
#include <utility>

namespace atrium::signage {

namespace {

constexpr model::Milliseconds kLitFor = std::chrono::seconds(10);
constexpr model::Milliseconds kSoonest{50};

bool newer(const model::Call& a, const model::Call& b) {
    return std::pair(a.at, a.version) > std::pair(b.at, b.version);
}

/// Somebody is on the way to the call's window, or there. Held, waiting again, passed, finished and gone are
/// not, nor who was sent to another window meanwhile.
bool isThere(const model::Ticket* ticket, const model::Call& call) {
    return ticket != nullptr &&
           (ticket->state == model::TicketState::called || ticket->state == model::TicketState::serving) &&
           (!ticket->windowId || *ticket->windowId == call.windowId);
}

} // namespace

bool CallBook::add(const model::Call& call) {
    if (m_entries.contains(call.id.value))
        return false;
    const auto before = m_before.find(call.id.value);
    const bool known = before != m_before.end();
    m_entries.emplace(call.id.value, known ? before->second : Entry{call, ++m_rank, call.at});
    for (auto [map, key] :
         {std::pair(&m_ofWindow, call.windowId.value), {&m_ofTicket, call.ticketId.value}}) {
        const auto [at, first] = map->try_emplace(key, call.id.value);
        if (!first && newer(call, m_entries.at(at->second).call))
            at->second = call.id.value;
    }
    return !known;
}

void CallBook::beginAnew() {
    m_before = std::exchange(m_entries, {});
    m_ofWindow.clear();
    m_ofTicket.clear();
}

void CallBook::finishAnew() {
    m_before.clear();
}

bool CallBook::setTurns(Turns turns, model::Instant now) {
    if (turns == m_turns)
        return false;
    for (auto id = turns.now.rbegin(); id != turns.now.rend(); ++id) {
        if (std::find(m_turns.now.begin(), m_turns.now.end(), *id) != m_turns.now.end())
            continue;
        if (const auto at = m_entries.find(id->value); at != m_entries.end()) {
            at->second.rank = ++m_rank;
            at->second.litFrom = now;
        }
    }
    m_turns = std::move(turns);
    return true;
}

const CallBook::Entry* CallBook::entry(const model::CallId& id) const {
    const auto at = m_entries.find(id.value);
    return at == m_entries.end() ? nullptr : &at->second;
}

const CallBook::Entry* CallBook::newestOf(const model::TicketId& ticket) const {
    const auto at = m_ofTicket.find(ticket.value);
    return at == m_ofTicket.end() ? nullptr : &m_entries.at(at->second);
}

CallBook::Rows CallBook::rows(const TicketOf& ticketOf, model::Instant now, std::size_t most) const {
    Rows out;
    std::unordered_set<std::string> windows;
    std::unordered_set<std::string> tickets;
    const auto claim = [&](const model::Call& call) {
        return !windows.contains(call.windowId.value) && tickets.insert(call.ticketId.value).second &&
               windows.insert(call.windowId.value).second;
    };
    // Whoever is being spoken stands, though a newer call may wait behind.
    for (const auto& id : m_turns.now) {
        const Entry* turn = entry(id);
        if (turn != nullptr && isThere(ticketOf(turn->call.ticketId), turn->call) && claim(turn->call))
            out.rows.push_back({&turn->call, true});
    }

    std::vector<Row> behind;
    std::unordered_set<std::string> waiting;
    for (const auto& id : m_turns.behind) {
        waiting.insert(id.value);
        const Entry* next = entry(id);
        if (next != nullptr && isThere(ticketOf(next->call.ticketId), next->call) && claim(next->call))
            behind.push_back({&next->call, false});
    }

    std::vector<const Entry*> past;
    for (const auto& [window, id] : m_ofWindow) {
        const Entry& at = m_entries.at(id);
        if (!waiting.contains(id) && newestOf(at.call.ticketId) == &at &&
            isThere(ticketOf(at.call.ticketId), at.call) && claim(at.call))
            past.push_back(&at);
    }
    std::sort(past.begin(), past.end(), [](const Entry* a, const Entry* b) { return a->rank > b->rank; });
    std::vector<Row> known;
    std::vector<Row> over; // came already: these give way first to whoever waits for a row
    for (const Entry* at : past) {
        const auto age = now - at->litFrom;
        const bool lit = age < kLitFor;
        if (lit)
            out.changesIn = std::min(out.changesIn.value_or(kLitFor), std::max(kLitFor - age, kSoonest));
        const bool toCome = ticketOf(at->call.ticketId)->state == model::TicketState::called;
        auto& place = behind.empty() || (lit && toCome) ? out.rows : toCome ? known : over;
        place.push_back({&at->call, lit});
    }
    for (const auto* rest : {&behind, &known, &over})
        out.rows.insert(out.rows.end(), rest->begin(), rest->end());
    out.rows.resize(std::min(out.rows.size(), most));
    return out;
}

} // namespace atrium::signage
