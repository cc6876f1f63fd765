// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/messages/message.h"

#include <string>
#include <variant>
#include <vector>

// What may be asked of the outbox.
namespace atrium::rules::messages {

/// What somebody is to be told. The text is made of the template when it is queued.
struct Notice {
    MessageKind kind = MessageKind::nearTurn;
    model::TicketId ticketId;
    model::PersonId personId;
    model::Language language = model::Language::zh;
    std::string key;
    Values values;
    model::Instant expiresAt;
    bool operator==(const Notice&) const = default;
};

struct QueueMessage {
    MessageId messageId; ///< drawn by the caller
    Notice notice;
};

/// What waits for this ticket is pointless now. What a gateway has already cannot be fetched back.
struct Withdraw {
    model::TicketId ticketId;
    bool calledToo = false; ///< the call notice as well: the service began, or the ticket is gone
    bool operator==(const Withdraw&) const = default;
};

/// Time passed: expires, holds, sends what is due, gives up waiting for gateways.
struct Tick {};

/// What became of an attempt.
enum class Outcome {
    accepted,
    refused,  ///< for good: this number or this text
    notSent,  ///< certainly not sent: another attempt may help
    tooLate,  ///< certainly not sent: it expired in the gateway's queue
    noAnswer, ///< may have been sent
};
BOOST_DESCRIBE_ENUM(Outcome, accepted, refused, notSent, tooLate, noAnswer)

struct Answer {
    MessageId messageId;
    Outcome outcome = Outcome::accepted;
    std::vector<std::string> refs; ///< of the parts that were taken, as the reports will name them
    std::string code;
};

/// A delivery report of one part. Of an unknown part it is ignored.
struct Report {
    std::string ref;
    bool delivered = true;
    std::string code;
};

/// After a start: what was with a gateway when the server ended has no answer any more.
struct Recover {};

/// Ended messages, and those a day without report, older than this leave the state and give their keys free.
struct Forget {
    model::Instant before;
};

using Command = std::variant<QueueMessage, Withdraw, Tick, Answer, Report, Recover, Forget>;

} // namespace atrium::rules::messages
