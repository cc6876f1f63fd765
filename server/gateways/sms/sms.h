// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/instant.h"
#include "shared/rules/messages/command.h"

#include <string>
#include <vector>

// The values that pass between the outbox and a gateway.
namespace atrium::gateways {

using rules::messages::MessageId;
using rules::messages::Outcome;

/// One message to one person. The phone number is personal data: it is in no log, no answer and no report,
/// and leaves memory with the message.
struct OutgoingSms {
    MessageId id;
    std::string phone; ///< digits, perhaps with a leading +
    std::string text;  ///< UTF-8, complete
    model::Instant expiresAt;
};

/// What became of it, exactly one to every message taken; after noAnswer another may follow, if it comes
/// late.
struct SendAnswer {
    MessageId id;
    Outcome outcome = Outcome::accepted;
    std::vector<std::string> refs; ///< of its parts, as reports name them
    std::string code;              ///< the peer's own word, or ours for a broken connection
    bool operator==(const SendAnswer&) const = default;
};

/// Of one part. Comes after the answer that names its ref, perhaps days later, perhaps twice, perhaps never.
struct DeliveryReport {
    std::string ref;
    bool delivered = true;
    std::string code;
    bool operator==(const DeliveryReport&) const = default;
};

/// What somebody wrote back. phone is personal data.
struct IncomingSms {
    std::string phone;
    std::string text;
    bool operator==(const IncomingSms&) const = default;
};

} // namespace atrium::gateways
