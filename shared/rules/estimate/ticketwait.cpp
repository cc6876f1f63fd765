// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/estimate/ticketwait.h"

#include "shared/rules/queueing/dispatch.h"

#include <algorithm>
#include <chrono>
#include <vector>

namespace atrium::estimate {
namespace {

using Windows = std::vector<OpenWindow>;

Windows openOf(const Pool& pool, const rules::queueing::State& state, model::Instant now) {
    Windows open;
    open.reserve(pool.windows.size());
    for (const auto& id : pool.windows) {
        const auto status = state.windows.find(id);
        if (status != state.windows.end() && isOpen(status->second.state))
            open.push_back(openWindow(status->second, now));
    }
    return open;
}

/// How fast each queue moves, looked up once for people of one queue in a row.
class Paces {
public:
    Paces(const rules::queueing::State& state, const rules::queueing::Config& config)
        : m_state(state), m_config(config) {}

    const Pace& of(const model::QueueId& id) {
        if (m_last == nullptr || *m_last != id) {
            m_last = &id;
            const auto day = m_state.queueDays.find(id);
            const auto queue = m_config.queues.find(id);
            m_pace = paceOf(day == m_state.queueDays.end() ? nullptr : &day->second,
                            queue == m_config.queues.end() ? nullptr : &queue->second);
        }
        return m_pace;
    }

private:
    const rules::queueing::State& m_state;
    const rules::queueing::Config& m_config;
    const model::QueueId* m_last = nullptr;
    Pace m_pace;
};

} // namespace

TicketWait waitOf(const model::Ticket& ticket, const rules::queueing::State& state, model::Instant now,
                  const rules::queueing::Config& config, const Pools& pools) {
    const auto own = pools.indexOf(ticket.itemId);
    const auto mine = own == Pools::kNone ? Windows{} : openOf(pools.at(own), state, now);
    if (mine.empty())
        return {rules::queueing::peopleAhead(ticket.id, state, now, config), std::nullopt, std::nullopt};
    const auto& near = pools.at(own).near;
    rules::queueing::ItemSets items;
    std::vector<Windows> windows;
    items.reserve(near.size());
    windows.reserve(near.size());
    for (const auto index : near) {
        items.push_back(&pools.at(index).items);
        windows.push_back(openOf(pools.at(index), state, now));
    }
    Paces paces(state, config);
    WorkAhead work(mine, ticket.onlyWindowId ? &*ticket.onlyWindowId : nullptr);
    rules::queueing::visitBefore(
        ticket.id, state, now, config, items, [&](const rules::queueing::Group& group, std::size_t set) {
            if (set == items.size()) // of any item: where no window is shared, nobody is in the way
                set = static_cast<std::size_t>(
                    std::find(near.begin(), near.end(), pools.indexOf(group.itemId)) - near.begin());
            if (set >= windows.size())
                return;
            const bool mayHead =
                work.add({group.people, paces.of(group.queueId), windows[set], group.onlyWindowId});
            if (!mayHead || group.first == nullptr)
                return;
            const double waited = std::chrono::duration<double>(now - group.first->arrivedAt).count();
            // Looked up for a few only: it costs more than all the rest of the group.
            if (waited > work.longestWaited() && state.tickets.at(group.first->ticketId).noShows == 0)
                work.headWaited(waited);
        });
    const auto expected = work.expected(paces.of(ticket.queueId));
    const int people = work.people();
    return {people, shownBeside(expected, people), expected};
}

} // namespace atrium::estimate
