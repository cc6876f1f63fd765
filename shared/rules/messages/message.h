// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/message.h"

#include <boost/describe/class.hpp>

#include <string>

namespace atrium::rules::messages {

using model::Message;
using model::MessageId;
using model::MessageKind;
using model::MessageState;
using model::SentPart;
using Cause = model::MessageCause;

/// What the places of a template stand for. Nothing of it is personal.
struct Values {
    std::string number;  ///< of the ticket
    std::string item;    ///< name of the service item in the message's language
    int ahead = 0;       ///< people
    std::string minutes; ///< expected wait, "10-15"
    int window = 0;      ///< as painted above the desk
    bool operator==(const Values&) const = default;
};
BOOST_DESCRIBE_STRUCT(Values, (), (number, item, ahead, minutes, window))

/// Nothing more will happen to it but that it is forgotten.
[[nodiscard]] constexpr bool isEnded(MessageState state) {
    return state == MessageState::delivered || state == MessageState::failed ||
           state == MessageState::expired || state == MessageState::dropped;
}

} // namespace atrium::rules::messages
