// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/estimate/newcomerwaits.h"

#include "shared/rules/queueing/ageing.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <set>
#include <tuple>

namespace atrium::estimate {

namespace {

using model::TicketState;

/// Those of one kind, and the first of each lane among them: of the lanes the longest known wait counts.
struct Waiting {
    int people = 0;
    std::map<int, const model::Ticket*> first; ///< by class
    std::optional<double> longest(model::Instant now) const {
        std::optional<double> out;
        for (const auto& [priorityClass, ticket] : first)
            if (ticket->noShows == 0)
                out =
                    std::max(out.value_or(0), std::chrono::duration<double>(now - ticket->arrivedAt).count());
        return out;
    }
};

/// Those who were passed come in after so many others.
int passedAhead(std::vector<int> places, int ahead) {
    std::sort(places.begin(), places.end());
    int more = 0;
    for (const int place : places)
        if (place <= ahead + more)
            ++more;
    return more;
}

} // namespace

NewcomerWaits::NewcomerWaits(const KnownHall& hall, model::Instant now, model::Day day) {
    for (const auto& queue : hall.queues)
        m_queues[queue.id.value].queue = queue;
    for (const auto& one : hall.queueDays) {
        const auto queue = m_queues.find(one.queueId.value);
        if (queue != m_queues.end() && (day.value == 0 || one.day == day) &&
            (!queue->second.day || queue->second.day->day < one.day))
            queue->second.day = one;
    }
    readWindows(hall, now);
    readTickets(hall, now, day);
    readLongest(hall);
}

void NewcomerWaits::readWindows(const KnownHall& hall, model::Instant now) {
    std::unordered_map<std::string, const model::WindowStatus*> states;
    for (const auto& status : hall.windowStatuses)
        states.emplace(status.id.value, &status);
    std::unordered_map<std::string, const model::Staff*> people;
    for (const auto& person : hall.staff)
        if (!person.skills.empty())
            people.emplace(person.id.value, &person);
    const auto isExcluded = [&](const model::WindowStatus& status, const model::ServiceItemId& item) {
        const auto person = status.staffId ? people.find(status.staffId->value) : people.end();
        const auto queue = person == people.end() ? std::nullopt : hall.queueOf(item);
        return queue && std::any_of(person->second->skills.begin(), person->second->skills.end(),
                                    [&](const model::QueueSkill& row) {
                                        return row.queueId == *queue && row.skill == model::Skill::exclude;
                                    });
    };
    for (const auto& window : hall.windows) {
        if (window.active)
            m_served.emplace(window.id.value, window.itemIds);
        const auto state = states.find(window.id.value);
        if (!window.active || state == states.end() || !isOpen(state->second->state))
            continue;
        for (const auto& item : window.itemIds) {
            if (isExcluded(*state->second, item))
                continue;
            auto& open = m_open[item.value].emplace_back(openWindow(*state->second, now));
            open.id = window.id;
        }
    }
}

void NewcomerWaits::readTickets(const KnownHall& hall, model::Instant now, model::Day day) {
    using Key = std::tuple<std::string, std::string, std::string, int>; // queue, item, window, class
    std::map<Key, Waiting> people;
    for (auto& [id, queue] : m_queues)
        queue.unseen = queue.day ? std::max(0, queue.day->waiting) : 0;
    for (const auto& ticket : hall.tickets) {
        const bool isWaiting = ticket.state == TicketState::waiting;
        const auto queue = m_queues.find(ticket.queueId.value);
        if ((!isWaiting && ticket.state != TicketState::reserved) || queue == m_queues.end() ||
            (day.value != 0 && ticket.day != day))
            continue;
        if (isWaiting)
            queue->second.unseen = std::max(0, queue->second.unseen - 1);
        const auto standing =
            rules::queueing::standingOf(queue->second.queue, ticket.priorityClass, ticket.arrivedAt, now);
        const bool isDue = rules::queueing::isDueAt(ticket.dueFrom, ticket.dueUntil, now);
        const int effectiveClass = standing.isOverdue || isDue ? 0 : standing.effectiveClass;
        if (ticket.placesBack > 0) {
            if (effectiveClass <= queue->second.queue.priorityClass)
                queue->second.passed.push_back(ticket.placesBack);
            continue;
        }
        const std::string window = ticket.onlyWindowId ? ticket.onlyWindowId->value : std::string();
        auto& kind = people[{ticket.queueId.value, ticket.itemId.value, window, effectiveClass}];
        ++kind.people;
        auto& first = kind.first[ticket.priorityClass];
        if (first == nullptr ||
            std::tie(ticket.arrivedAt, ticket.sequence) < std::tie(first->arrivedAt, first->sequence))
            first = &ticket;
    }
    for (const auto& [key, kind] : people) {
        const auto& [queue, item, window, effectiveClass] = key;
        const auto& its = m_queues.at(queue);
        m_groups.push_back({model::ServiceItemId(item),
                            window.empty() ? std::nullopt : std::optional(model::WindowId(window)),
                            paceOf(its.day ? &*its.day : nullptr, &its.queue), kind.longest(now), kind.people,
                            queue, effectiveClass});
    }
}

void NewcomerWaits::readLongest(const KnownHall& hall) {
    const auto endOf = [](const Interval& one) {
        return one.highMinutes.value_or(std::numeric_limits<int>::max());
    };
    // Items that the same windows serve wait alike.
    std::set<std::pair<std::string, std::vector<std::string>>> done;
    for (const auto& [id, windows] : m_open) {
        const model::ServiceItemId item(id);
        const auto queueId = hall.queueOf(item);
        const auto queue = queueId ? m_queues.find(queueId->value) : m_queues.end();
        if (queue == m_queues.end())
            continue;
        std::vector<std::string> names;
        for (const auto& window : windows)
            names.push_back(window.id.value);
        if (!done.insert({queue->first, std::move(names)}).second)
            continue;
        const auto told = reckon(queue->second, item);
        auto& longest = queue->second.longest;
        if (told.wait && (!longest || endOf(*told.wait) > endOf(*longest)))
            longest = told.wait;
    }
}

const NewcomerWaits::Windows& NewcomerWaits::openFor(const model::ServiceItemId& item) const {
    static const Windows kNone;
    const auto open = m_open.find(item.value);
    return open == m_open.end() ? kNone : open->second;
}

/// Whether a window that does not serve the item will call them.
bool NewcomerWaits::isElsewhere(const Group& group, const model::ServiceItemId& item) const {
    const auto served = group.onlyWindowId ? m_served.find(group.onlyWindowId->value) : m_served.end();
    const auto serves = [&](const model::ServiceItemId& wanted) {
        return std::find(served->second.begin(), served->second.end(), wanted) != served->second.end();
    };
    return served != m_served.end() && serves(group.itemId) && !serves(item);
}

NewcomerWaits::Told NewcomerWaits::reckon(const QueueNow& queue, const model::ServiceItemId& item) const {
    const auto& mine = openFor(item);
    const Pace pace = paceOf(queue.day ? &*queue.day : nullptr, &queue.queue);
    WorkAhead work(mine, nullptr);
    int ofQueue = queue.unseen;
    for (const auto& group : m_groups) {
        if (group.effectiveClass > queue.queue.priorityClass)
            continue;
        const bool mayHead = work.add({group.people, group.pace, openFor(group.itemId),
                                       group.onlyWindowId ? &*group.onlyWindowId : nullptr});
        if (mayHead && group.waitedSeconds)
            work.headWaited(*group.waitedSeconds);
        if (group.queue == queue.queue.id.value && !isElsewhere(group, item))
            ofQueue += group.people;
    }
    const int passed = passedAhead(queue.passed, ofQueue);
    work.add({queue.unseen + passed, pace, mine}); // taken to want the same
    const int told = mine.empty() ? ofQueue + passed : work.people();
    return {told, shownBeside(work.expected(pace), told)};
}

NewcomerWaits::Told NewcomerWaits::of(const model::ServiceItem& item) const {
    const auto queue = m_queues.find(item.queueId.value);
    return queue == m_queues.end() ? Told{} : reckon(queue->second, item.id);
}

std::optional<Interval> NewcomerWaits::longestOf(const model::QueueId& queue) const {
    const auto found = m_queues.find(queue.value);
    return found == m_queues.end() ? std::nullopt : found->second.longest;
}

const model::QueueDay* NewcomerWaits::dayOf(const model::QueueId& queue) const {
    const auto found = m_queues.find(queue.value);
    return found == m_queues.end() || !found->second.day ? nullptr : &*found->second.day;
}

} // namespace atrium::estimate
