// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/queueing/naive.h"

#include <algorithm>
#include <tuple>

namespace atrium::rules::queueing::tests {
namespace {

long minutesWaited(const Hall& hall, const model::Ticket& ticket) {
    return static_cast<long>((hall.now().at - ticket.arrivedAt) / std::chrono::minutes(1));
}

/// Less is earlier.
auto keyOf(const Hall& hall, const model::Ticket& ticket) {
    const auto& queue = hall.config.queues.at(ticket.queueId);
    const bool overdue = isOverdue(hall, ticket);
    long effective = ticket.priorityClass;
    if (queue.ageingMinutes > 0)
        effective = std::max(0L, effective - minutesWaited(hall, ticket) / queue.ageingMinutes);
    return std::tuple(overdue ? -1L : effective, ticket.arrivedAt, ticket.sequence, ticket.id);
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
    if (!ticket.onlyWindowId || *ticket.onlyWindowId == window.id)
        return true;
    const auto bound = hall.config.windows.find(*ticket.onlyWindowId);
    if (bound == hall.config.windows.end() || !bound->second.active ||
        std::count(bound->second.itemIds.begin(), bound->second.itemIds.end(), ticket.itemId) == 0)
        return true;
    const auto status = hall.state.windows.find(*ticket.onlyWindowId);
    const bool isAway = status == hall.state.windows.end() ||
                        status->second.state == model::WindowState::closed ||
                        status->second.state == model::WindowState::paused;
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
            return std::tuple(still(a), keyOf(hall, *a)) < std::tuple(still(b), keyOf(hall, *b));
        };
        const auto first = std::min_element(left.begin(), left.end(), isBefore);
        out.push_back((*first)->id);
        left.erase(first);
    }
    return out;
}

} // namespace atrium::rules::queueing::tests
