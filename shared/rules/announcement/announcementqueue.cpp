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

void AnnouncementQueue::settle(const model::CallId& call) {
    std::erase_if(m_entries, [&](const Entry& entry) { return entry.call.id == call; });
    if (m_current && m_current->call.id == call)
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

std::optional<model::Call> AnnouncementQueue::takeUnheard(bool turnToo) {
    const std::size_t next = m_current || turnToo ? 0 : 1;
    if (m_entries.size() <= next)
        return std::nullopt;
    const auto at = m_entries.begin() + static_cast<std::ptrdiff_t>(next);
    model::Call call = std::move(at->call);
    m_entries.erase(at);
    return call;
}

void AnnouncementQueue::startDay() {
    m_seen.clear();
    if (m_current)
        m_seen.insert(m_current->call.id);
    for (const Entry& entry : m_entries)
        m_seen.insert(entry.call.id);
}

const model::Call* AnnouncementQueue::turn() const {
    if (m_current)
        return &m_current->call;
    return m_entries.empty() ? nullptr : &m_entries.front().call;
}

std::vector<model::Call> AnnouncementQueue::behind() const {
    std::vector<model::Call> out;
    for (auto at = m_entries.begin() + (m_current || m_entries.empty() ? 0 : 1); at != m_entries.end(); ++at)
        out.push_back(at->call);
    return out;
}

} // namespace atrium::rules::announcement
