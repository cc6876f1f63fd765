// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/messages/message.h"

namespace atrium::rules::messages {

enum class EventType {
    messageQueued,
    messageHeld,      ///< until the quiet hours are over
    messageAttempted, ///< to be handed to a gateway now
    messagePostponed, ///< not sent: again later
    messageAccepted,
    messageUnsure,
    messageOvertaken, ///< while a gateway has it
    messageReported,  ///< a report of one part, others are still to come
    messageDelivered,
    messageFailed,
    messageExpired,
    messageDropped,
    messageForgotten ///< leaves the state; what is kept for statistics is the store's affair
};
BOOST_DESCRIBE_ENUM(EventType, messageQueued, messageHeld, messageAttempted, messagePostponed,
                    messageAccepted, messageUnsure, messageOvertaken, messageReported, messageDelivered,
                    messageFailed, messageExpired, messageDropped, messageForgotten)

/// One fact and the message's new value, whole: a table and a replay follow by putting it.
struct Event {
    EventType type = EventType::messageQueued;
    model::Instant at;
    Message message;
    bool operator==(const Event&) const = default;
};
BOOST_DESCRIBE_STRUCT(Event, (), (type, at, message))

} // namespace atrium::rules::messages
