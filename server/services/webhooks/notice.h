// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/setup.h"
#include "server/store/change.h"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace atrium::services {

/// What a webhook is told of one event of the queue. Nothing of it is personal.
struct WebhookNotice {
    std::string id;   ///< the event's number in the log: a second delivery has the same
    std::string type; ///< ticketCalled, ticketRecalled, serviceStarted, serviceFinished, ticketNoShow
    model::Instant at;
    model::HallId hallId;
    model::TicketId ticketId;
    std::string number;
    model::QueueId queueId;
    model::ServiceItemId itemId;
    std::optional<model::WindowId> windowId;
    std::optional<int> windowNumber;
    std::optional<model::StaffId> staffId;
    model::Instant issuedAt;
    std::optional<model::Instant> calledAt;
    std::optional<model::Instant> startedAt;
};
BOOST_DESCRIBE_STRUCT(WebhookNotice, (),
                      (id, type, at, hallId, ticketId, number, queueId, itemId, windowId, windowNumber,
                       staffId, issuedAt, calledAt, startedAt))

/// Whether webhooks can be told of events of that name.
[[nodiscard]] bool isTold(std::string_view type);

/// Nothing for events that are not told.
[[nodiscard]] std::optional<WebhookNotice> noticeOf(const store::LogEvent& event, const Setup& setup);

/// Value of the header Atrium-Signature: "t=<milliseconds>,v1=<hex>", the HMAC-SHA-256 under the secret of
/// "<milliseconds>.<body>".
[[nodiscard]] std::string signatureOf(const std::string& secret, model::Instant at, const std::string& body);

} // namespace atrium::services
