// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/announcement/announcementqueue.h"

#include <algorithm>

namespace atrium::rules::announcement {

void AnnouncementQueue::add(const model::Call& call, int repeat) {
    if (!m_seen.insert(call.id).second)
        return;
    std::erase_if(m_entries, [&](const Entry& entry) { return entry.call.ticketId == call.ticketId; });
    if (m_current && m_current->call.ticketId == call.ticketId)
        m_current->remaining = 1; // what is being said ends; its repeats give way to the recall
    m_entries.push_back({.call = call, .remaining = std::clamp(repeat, 1, 3), .presented = false});
}

void AnnouncementQueue::presented(const model::CallId& call) {
    const auto at =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.call.id == call; });
    if (at != m_entries.end())
        at->presented = true;
}

void AnnouncementQueue::settle(const model::TicketId& ticket) {
    std::erase_if(m_entries, [&](const Entry& entry) { return entry.call.ticketId == ticket; });
    if (m_current && m_current->call.ticketId == ticket)
        m_current->remaining = 1;
}

std::optional<model::Call> AnnouncementQueue::begin() {
    if (m_current || m_entries.empty() || !m_entries.front().presented)
        return std::nullopt;
    m_current = std::move(m_entries.front());
    m_entries.pop_front();
    return m_current->call;
}

void AnnouncementQueue::ended() {
    if (!m_current)
        return;
    if (--m_current->remaining > 0)
        m_entries.push_front(std::move(*m_current));
    m_current.reset();
}

} // namespace atrium::rules::announcement
