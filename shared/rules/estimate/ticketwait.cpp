// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/estimate/ticketwait.h"

#include "shared/rules/queueing/dispatch.h"
#include "shared/rules/queueing/skill.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace atrium::estimate {
namespace {

using Windows = std::vector<OpenWindow>;

/// The windows of pools that are open for people of a queue: those whose person is not excluded from it.
class OpenWindows {
public:
    OpenWindows(const Pools& pools, const rules::queueing::State& state, model::Instant now,
                const rules::queueing::Config& config)
        : m_pools(pools), m_state(state), m_now(now), m_config(config) {}

    /// Lives as long as this.
    const Windows& of(std::size_t pool, const model::QueueId& queue) {
        const auto [at, isNew] =
            m_known.try_emplace({pool, m_config.skills.empty() ? nullptr : &queue.value});
        if (isNew)
            at->second = find(m_pools.at(pool), queue);
        return at->second;
    }

private:
    /// Queues are few, and so are their names: compared as texts, none of them copied.
    struct Less {
        using Key = std::pair<std::size_t, const std::string*>;
        bool operator()(const Key& a, const Key& b) const {
            if (a.first != b.first || a.second == nullptr || b.second == nullptr)
                return a.first < b.first;
            return *a.second < *b.second;
        }
    };

    [[nodiscard]] Windows find(const Pool& pool, const model::QueueId& queue) const {
        Windows open;
        open.reserve(pool.windows.size());
        for (const auto& id : pool.windows) {
            const auto status = m_state.windows.find(id);
            if (status == m_state.windows.end() || !isOpen(status->second.state))
                continue;
            const auto* skills = rules::queueing::skillsAt(m_state, m_config, id);
            if (rules::queueing::skillFor(skills, queue) != model::Skill::exclude)
                open.push_back(openWindow(status->second, m_now));
        }
        return open;
    }

    const Pools& m_pools;
    const rules::queueing::State& m_state;
    model::Instant m_now;
    const rules::queueing::Config& m_config;
    std::map<Less::Key, Windows, Less> m_known;
};

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
    OpenWindows open(pools, state, now, config);
    if (own == Pools::kNone || open.of(own, ticket.queueId).empty())
        return {rules::queueing::peopleAhead(ticket.id, state, now, config), std::nullopt, std::nullopt};
    const auto& mine = open.of(own, ticket.queueId);
    const auto& near = pools.at(own).near;
    rules::queueing::ItemSets items;
    items.reserve(near.size());
    for (const auto index : near)
        items.push_back(&pools.at(index).items);
    Paces paces(state, config);
    WorkAhead work(mine, ticket.onlyWindowId ? &*ticket.onlyWindowId : nullptr);
    rules::queueing::visitBefore(
        ticket.id, state, now, config, items, [&](const rules::queueing::Group& group, std::size_t set) {
            if (set == items.size()) // of any item: where no window is shared, nobody is in the way
                set = static_cast<std::size_t>(
                    std::find(near.begin(), near.end(), pools.indexOf(group.itemId)) - near.begin());
            if (set >= near.size())
                return;
            const bool mayHead = work.add({group.people, paces.of(group.queueId),
                                           open.of(near[set], group.queueId), group.onlyWindowId});
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
