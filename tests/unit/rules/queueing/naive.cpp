// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/queueing/naive.h"

#include <algorithm>
#include <tuple>

namespace atrium::rules::queueing::tests {
namespace {

long minutesWaited(const Hall& hall, const model::Ticket& ticket) {
    return static_cast<long>((hall.now().at - ticket.arrivedAt) / std::chrono::minutes(1));
}

/// How whoever is signed in at the window is used for the queue.
model::Skill skillAt(const Hall& hall, const model::WindowId& window, const model::QueueId& queue) {
    const auto status = hall.state.windows.find(window);
    if (status == hall.state.windows.end() || !status->second.staffId)
        return model::Skill::normal;
    const auto person = hall.config.skills.find(*status->second.staffId);
    if (person == hall.config.skills.end())
        return model::Skill::normal;
    const auto row = person->second.find(queue);
    return row == person->second.end() ? model::Skill::normal : row->second;
}

/// Less is earlier.
auto keyOf(const Hall& hall, const model::Window& window, const model::Ticket& ticket) {
    const auto& queue = hall.config.queues.at(ticket.queueId);
    const auto skill = skillAt(hall, window.id, ticket.queueId);
    long effective = ticket.priorityClass;
    if (queue.ageingMinutes > 0)
        effective = std::max(0L, effective - minutesWaited(hall, ticket) / queue.ageingMinutes);
    const auto now = hall.now().at;
    const bool isDue = ticket.dueFrom && ticket.dueUntil && *ticket.dueFrom <= now && now < *ticket.dueUntil;
    auto key = std::tuple(1, skill == model::Skill::backup && !ticket.onlyWindowId, !isDue, effective,
                          isDue ? *ticket.dueFrom : model::Instant{}, skill != model::Skill::preferred,
                          ticket.arrivedAt, ticket.sequence, ticket.id);
    if (isOverdue(hall, ticket))
        key = {0, false, false, 0, {}, false, ticket.arrivedAt, ticket.sequence, ticket.id};
    return key;
}

} // namespace

bool isOverdue(const Hall& hall, const model::Ticket& ticket) {
    return minutesWaited(hall, ticket) >= hall.config.queues.at(ticket.queueId).finallyCallByMinutes;
}

bool mayCall(const Hall& hall, const model::Window& window, const model::Ticket& ticket) {
    if (ticket.state != model::TicketState::waiting)
        return false;
    if (std::count(window.itemIds.begin(), window.itemIds.end(), ticket.itemId) == 0)
        return false;
    if (skillAt(hall, window.id, ticket.queueId) == model::Skill::exclude)
        return false;
    if (!ticket.onlyWindowId || *ticket.onlyWindowId == window.id)
        return true;
    const auto bound = hall.config.windows.find(*ticket.onlyWindowId);
    if (bound == hall.config.windows.end() || !bound->second.active ||
        std::count(bound->second.itemIds.begin(), bound->second.itemIds.end(), ticket.itemId) == 0)
        return true;
    const auto status = hall.state.windows.find(*ticket.onlyWindowId);
    const bool isAway = status == hall.state.windows.end() ||
                        status->second.state == model::WindowState::closed ||
                        status->second.state == model::WindowState::paused ||
                        skillAt(hall, *ticket.onlyWindowId, ticket.queueId) == model::Skill::exclude;
    return isAway && isOverdue(hall, ticket);
}

std::vector<model::TicketId> naiveOrder(const Hall& hall, const model::Window& window) {
    std::vector<const model::Ticket*> left;
    for (const auto& [id, ticket] : hall.state.tickets)
        if (mayCall(hall, window, ticket))
            left.push_back(&ticket);
    std::vector<model::TicketId> out;
    while (!left.empty()) {
        const auto isBefore = [&](const model::Ticket* a, const model::Ticket* b) {
            const int called = static_cast<int>(out.size());
            const auto still = [called](const model::Ticket* t) {
                return std::max(0, t->placesBack - called);
            };
            return std::tuple(still(a), keyOf(hall, window, *a)) <
                   std::tuple(still(b), keyOf(hall, window, *b));
        };
        const auto first = std::min_element(left.begin(), left.end(), isBefore);
        out.push_back((*first)->id);
        left.erase(first);
    }
    return out;
}

} // namespace atrium::rules::queueing::tests
