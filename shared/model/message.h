// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/ids.h"
#include "shared/model/instant.h"
#include "shared/model/language.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atrium::model {

enum class MessageKind {
    nearTurn,  ///< 快到号: set out now; once a ticket
    called,    ///< 叫号: go to the window; once a call
    nextPerson ///< 下一位: do not go far; once a ticket
};
BOOST_DESCRIBE_ENUM(MessageKind, nearTurn, called, nextPerson)

enum class MessageState {
    waiting,   ///< for its first or next attempt, perhaps for the end of the quiet hours
    sending,   ///< a gateway has it and has not answered
    accepted,  ///< the gateway took it; its report may still come
    unsure,    ///< no answer came: it may have been sent, so it is not sent again
    delivered, ///< the phone has it, every part
    failed,    ///< refused, or a report says so
    expired,   ///< its time was over before anybody sent it
    dropped    ///< overtaken by what happened, or not sent because of the quiet hours
};
BOOST_DESCRIBE_ENUM(MessageState, waiting, sending, accepted, unsure, delivered, failed, expired, dropped)

/// Why a message ended as it did; none while it lives, and for one that was delivered.
enum class MessageCause {
    none,
    overtaken,
    quietHours,
    tooManyAttempts,
    refused,
    notDelivered,
    noAnswer,
    late
};
BOOST_DESCRIBE_ENUM(MessageCause, none, overtaken, quietHours, tooManyAttempts, refused, notDelivered,
                    noAnswer, late)

/// A part as the gateway names it in its reports.
struct SentPart {
    std::string ref;
    std::optional<bool> delivered; ///< none: no report yet
    bool operator==(const SentPart&) const = default;
};
BOOST_DESCRIBE_STRUCT(SentPart, (), (ref, delivered))

/// One SMS in the outbox. It names the person by id: the phone number stays in the encrypted table and is
/// looked up when it is handed to a gateway.
struct Message {
    MessageId id;
    HallId hallId;
    MessageKind kind = MessageKind::nearTurn;
    TicketId ticketId;
    PersonId personId;
    Language language = Language::zh;
    std::string key;  ///< of two requests with the same key the second is not sent
    std::string text; ///< complete, signature included
    int parts = 1;
    MessageState state = MessageState::waiting;
    MessageCause cause = MessageCause::none;
    Instant createdAt;
    Instant expiresAt; ///< not sent at or after this
    Instant nextAttemptAt;
    std::optional<Instant> attemptedAt; ///< the last attempt
    std::optional<Instant> endedAt;     ///< delivered, failed, expired or dropped
    int attempts = 0;
    bool overtaken = false; ///< pointless by now, but a gateway has it: not tried again if that fails
    std::vector<SentPart> sent;
    std::string code; ///< the gateway's own word for what went wrong
    std::int64_t version = 0;
    bool operator==(const Message&) const = default;
};
BOOST_DESCRIBE_STRUCT(Message, (),
                      (id, hallId, kind, ticketId, personId, language, key, text, parts, state, cause,
                       createdAt, expiresAt, nextAttemptAt, attemptedAt, endedAt, attempts, overtaken, sent,
                       code, version))

/// What one kind of message says. {number}, {item}, {ahead}, {minutes} and {window} are filled in.
struct MessageTemplate {
    MessageTemplateId id;
    HallId hallId;
    MessageKind kind = MessageKind::nearTurn; ///< one template a kind
    bool active = true;                       ///< false: such messages are not sent
    std::string text;
    std::string textEn; ///< empty: the Chinese text
    std::int64_t version = 0;
    bool operator==(const MessageTemplate&) const = default;
};
BOOST_DESCRIBE_STRUCT(MessageTemplate, (), (id, hallId, kind, active, text, textEn, version))

} // namespace atrium::model
