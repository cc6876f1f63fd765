// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/messages/decide.h"

#include <string>
#include <vector>

namespace atrium::rules::messages::tests {

/// Near-turn notices are held in the quiet hours (22:00 to 7:00), call notices are urgent, notices to the
/// next person are dropped. No signature.
[[nodiscard]] Config smallConfig();

/// An outbox with its clock and log. Begins on 2026-11-23 at 9:00.
class Outbox {
public:
    Config config = smallConfig();
    State state;
    std::vector<Event> log;

    Outbox();

    /// Decides, evolves and gives the events.
    std::vector<Event> ask(const Command& command);
    /// The types of the events, for comparing.
    std::vector<EventType> make(const Command& command);
    void pass(std::chrono::seconds time);
    void setMinute(int minute); ///< of the day; the clock goes on by less than a day
    [[nodiscard]] const Now& now() const { return m_now; }

    /// Queues a notice of the ticket that lives for `life` and gives the message's id.
    MessageId queue(MessageKind kind, const std::string& ticket,
                    std::chrono::seconds life = std::chrono::minutes(10), const std::string& key = {});
    [[nodiscard]] const Message& message(const MessageId& id) const { return state.messages.at(id); }

private:
    Now m_now;
    int m_messages = 0;
};

} // namespace atrium::rules::messages::tests
