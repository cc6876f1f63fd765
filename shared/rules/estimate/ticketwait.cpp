// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/estimate/ticketwait.h"

#include "shared/rules/queueing/dispatch.h"

#include <algorithm>
#include <vector>

namespace atrium::estimate {
namespace {

using Windows = std::vector<OpenWindow>;

Windows openOf(const Pool& pool, const rules::queueing::State& state) {
    Windows open;
    open.reserve(pool.windows.size());
    for (const auto& id : pool.windows) {
        const auto status = state.windows.find(id);
        if (status != state.windows.end() && isOpen(status->second.state))
            open.push_back({id, status->second.state == model::WindowState::idle});
    }
    return open;
}

/// What a service of each queue takes, looked up once for people of one queue in a row.
class Seconds {
public:
    Seconds(const rules::queueing::State& state, const rules::queueing::Config& config)
        : m_state(state), m_config(config) {}

    double of(const model::QueueId& id) {
        if (m_last == nullptr || *m_last != id) {
            m_last = &id;
            const auto day = m_state.queueDays.find(id);
            const auto queue = m_config.queues.find(id);
            m_seconds = serviceSeconds(day == m_state.queueDays.end() ? nullptr : &day->second,
                                       queue == m_config.queues.end() ? nullptr : &queue->second);
        }
        return m_seconds;
    }

private:
    const rules::queueing::State& m_state;
    const rules::queueing::Config& m_config;
    const model::QueueId* m_last = nullptr;
    double m_seconds = 0;
};

} // namespace

TicketWait waitOf(const model::Ticket& ticket, const rules::queueing::State& state, model::Instant now,
                  const rules::queueing::Config& config, const Pools& pools) {
    const auto own = pools.indexOf(ticket.itemId);
    const auto mine = own == Pools::kNone ? Windows{} : openOf(pools.at(own), state);
    if (mine.empty())
        return {rules::queueing::peopleAhead(ticket.id, state, now, config), std::nullopt};
    const auto& near = pools.at(own).near;
    rules::queueing::ItemSets items;
    std::vector<Windows> windows;
    items.reserve(near.size());
    windows.reserve(near.size());
    for (const auto index : near) {
        items.push_back(&pools.at(index).items);
        windows.push_back(openOf(pools.at(index), state));
    }
    Seconds seconds(state, config);
    WorkAhead work(mine, ticket.onlyWindowId ? &*ticket.onlyWindowId : nullptr);
    rules::queueing::visitBefore(
        ticket.id, state, now, config, items, [&](const rules::queueing::Group& group, std::size_t set) {
            if (set == items.size()) // of any item: where no window is shared, nobody is in the way
                set = static_cast<std::size_t>(
                    std::find(near.begin(), near.end(), pools.indexOf(group.itemId)) - near.begin());
            if (set < windows.size())
                work.add(group.people, seconds.of(group.queueId), windows[set], group.onlyWindowId);
        });
    return {work.people(), work.wait(seconds.of(ticket.queueId), work.people())};
}

} // namespace atrium::estimate
