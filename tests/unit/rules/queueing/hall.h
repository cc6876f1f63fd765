// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/queueing/decide.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

// A small hall for the tests of the rules: two queues, three items, four windows.
namespace atrium::rules::queueing::tests {

/// Queue "tax" (prefix A): items "a1", "a2". Queue "land" (prefix B): item "b1".
/// Window w1 serves a1; w2 serves a1, a2, b1; w3 serves b1; w4 serves a2. All without opening hours.
[[nodiscard]] Config smallConfig();

/// A hall with its state, its clock and the log of what happened. Begins on 2026-11-23, a Monday, at 9:00.
class Hall {
public:
    Config config = smallConfig();
    State state;
    std::vector<Event> log;

    Hall();

    /// Decides and, unless refused, evolves. A decision must come out the same when asked twice.
    model::Result<std::vector<Event>> ask(const Command& command);
    /// Asks and expects success.
    void make(const Command& command);
    /// Asks and gives the refusal's code; nothing when it succeeded.
    std::optional<model::ErrorCode> refusal(const Command& command);
    /// Asks and gives where the refusal points.
    std::string refusedPath(const Command& command);

    void pass(std::chrono::seconds time);
    [[nodiscard]] const Now& now() const { return m_now; }

    /// A ticket that waits (printed); ids are t1, t2 … in the order of issue.
    model::TicketId arrive(const std::string& item, std::optional<int> priorityClass = std::nullopt,
                           const std::string& person = {});
    model::TicketId reserve(const std::string& item, const std::string& person = {});
    void open(const std::string& window);
    /// Calls the next ticket and gives its id; empty when refused.
    std::string callNext(const std::string& window);
    void serve(const std::string& window); ///< start and finish, five minutes apart

    [[nodiscard]] const model::Ticket& ticket(const model::TicketId& id) const;
    [[nodiscard]] const model::WindowStatus& window(const std::string& id) const;
    [[nodiscard]] const model::QueueDay& queueDay(const std::string& id) const;
    [[nodiscard]] model::Queue& queue(const std::string& id);
    [[nodiscard]] IssueTicket issueOf(const std::string& item, const std::string& person = {});
    [[nodiscard]] CallId nextCallId();

private:
    Now m_now;
    int m_tickets = 0;
    int m_calls = 0;
};

[[nodiscard]] inline WindowId win(const std::string& id) {
    return WindowId{id};
}

} // namespace atrium::rules::queueing::tests
