// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/rules/queueing/hall.h"

#include <map>
#include <set>

// What must hold after every command, whatever was asked. Each check fails the running rapidcheck property.
namespace atrium::rules::queueing::tests {

/// Watches a hall from outside: keeps the tables that the events would fill.
class Watcher {
public:
    explicit Watcher(const Hall& hall) : m_hall(hall) {}

    /// After one answered command.
    void check(const std::vector<Event>& events);

private:
    void fold(const Event& event);
    void checkNumbers(const Event& event);
    void checkCounts() const;
    void checkWindows() const;
    void checkIndexes() const;
    void checkOrder() const;

    const Hall& m_hall;
    std::map<model::TicketId, model::Ticket> m_tickets; ///< ever seen, all days
    std::set<std::pair<model::Day, std::string>> m_numbers;
};

} // namespace atrium::rules::queueing::tests
