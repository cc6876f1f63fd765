// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/messages/message.h"
#include "shared/rules/messages/quiet.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace atrium::rules::messages {

/// What becomes of a kind of message in the quiet hours.
enum class QuietPolicy { urgent, hold, drop };
BOOST_DESCRIBE_ENUM(QuietPolicy, urgent, hold, drop)

struct KindRules {
    QuietPolicy quiet = QuietPolicy::drop;
    std::map<model::Language, std::string> templates; ///< checked; none for a language: the Chinese one
};

/// The set-up of the outbox; a snapshot.
struct Config {
    std::map<MessageKind, KindRules> kinds; ///< a kind without a row or a template is not sent
    std::string signature; ///< 【…】 put before every text; empty where the gateway adds it
    QuietHours quiet;
    int mostSending = 32;          ///< with gateways at one time
    int mostAttempts = 5;          ///< of one message
    int firstPauseSeconds = 10;    ///< before the second attempt; doubled before every further one …
    int longestPauseSeconds = 300; ///< … up to this
    int answerSeconds = 180;       ///< without an answer a message counts as unsure
    int gapSeconds = 180;          ///< so long after a near-turn notice the same ticket gets no "next person"
};

/// All messages of the day. The indexes follow from the messages and are kept by evolve().
struct State {
    std::unordered_map<MessageId, Message> messages;

    std::unordered_map<std::string, MessageId> keys;
    std::unordered_map<std::string, MessageId> refs; ///< of parts, in reports
    std::unordered_map<model::TicketId, std::set<MessageId>> ofTicket;
    std::set<std::pair<model::Instant, MessageId>> due;      ///< state waiting, by nextAttemptAt
    std::set<std::pair<model::Instant, MessageId>> expiring; ///< state waiting, by expiresAt
    std::set<std::pair<model::Instant, MessageId>> sending;  ///< state sending, by attemptedAt

    bool operator==(const State&) const = default;
};

} // namespace atrium::rules::messages
