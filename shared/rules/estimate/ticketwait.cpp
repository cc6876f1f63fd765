// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/estimate/ticketwait.h"

#include "shared/rules/queueing/dispatch.h"

#include <map>
#include <vector>

namespace atrium::estimate {
namespace {

/// The open windows of each pool, looked up once.
class OpenPools {
public:
    OpenPools(const Pools& pools, const rules::queueing::State& state) : m_pools(pools), m_state(state) {}

    const std::vector<OpenWindow>& of(const model::ServiceItemId& item) {
        static const std::vector<OpenWindow> kNone;
        const auto index = m_pools.indexOf(item);
        if (index == Pools::kNone)
            return kNone;
        const auto [found, isNew] = m_open.try_emplace(index);
        if (isNew)
            for (const auto& id : m_pools.at(index).windows) {
                const auto status = m_state.windows.find(id);
                if (status != m_state.windows.end() && isOpen(status->second.state))
                    found->second.push_back({id, status->second.state == model::WindowState::idle});
            }
        return found->second;
    }

private:
    const Pools& m_pools;
    const rules::queueing::State& m_state;
    std::map<std::size_t, std::vector<OpenWindow>> m_open; // by index; references into it must last
};

/// All items whose people the pool's windows may call too.
std::vector<const model::ServiceItemId*> rivalsOf(const Pools& pools, std::size_t pool) {
    std::vector<const model::ServiceItemId*> items;
    for (const auto near : pools.at(pool).near)
        for (const auto& item : pools.at(near).items)
            items.push_back(&item);
    return items;
}

} // namespace

TicketWait waitOf(const model::Ticket& ticket, const rules::queueing::State& state, model::Instant now,
                  const rules::queueing::Config& config, const Pools& pools) {
    OpenPools open(pools, state);
    if (open.of(ticket.itemId).empty())
        return {rules::queueing::peopleAhead(ticket.id, state, now, config), std::nullopt};
    const auto secondsOf = [&](const model::QueueId& id) {
        const auto day = state.queueDays.find(id);
        const auto queue = config.queues.find(id);
        return serviceSeconds(day == state.queueDays.end() ? nullptr : &day->second,
                              queue == config.queues.end() ? nullptr : &queue->second);
    };
    const auto before = rules::queueing::whoIsBefore(ticket.id, state, now, config,
                                                     rivalsOf(pools, pools.indexOf(ticket.itemId)));
    std::vector<Ahead> ahead;
    ahead.reserve(before.groups.size());
    for (const auto& group : before.groups)
        ahead.push_back({{group.itemId, group.onlyWindowId, secondsOf(group.queueId)}, group.people});
    return {before.people,
            wait({ticket.itemId, ticket.onlyWindowId, secondsOf(ticket.queueId)}, ahead, before.people,
                 [&open](const model::ServiceItemId& item) -> const std::vector<OpenWindow>& {
                     return open.of(item);
                 })};
}

} // namespace atrium::estimate
