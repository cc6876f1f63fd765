// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/webhooks/notice.h"

#include "server/services/core/crypto.h"

#include <algorithm>
#include <array>

namespace atrium::services {
namespace {

constexpr std::array<std::string_view, 5> kTold{"ticketCalled", "ticketRecalled", "serviceStarted",
                                                "serviceFinished", "ticketNoShow"};

/// The ticket the event is about, as it was at the window: a finished one may wait for the next business by
/// now.
const model::Ticket* ticketOf(const store::LogEvent& event) {
    if (event.undoTicket)
        return &*event.undoTicket;
    const model::Ticket* atWindow = nullptr;
    for (const auto& change : event.changes)
        if (const auto* ticket = change.record ? std::get_if<model::Ticket>(&*change.record) : nullptr;
            ticket != nullptr && ticket->windowId) // others come nearer only
            atWindow = ticket;
    return atWindow;
}

} // namespace

bool isTold(std::string_view type) {
    return std::find(kTold.begin(), kTold.end(), type) != kTold.end();
}

std::optional<WebhookNotice> noticeOf(const store::LogEvent& event, const Setup& setup) {
    const auto* ticket = isTold(event.type) ? ticketOf(event) : nullptr;
    if (ticket == nullptr)
        return std::nullopt;
    WebhookNotice out;
    out.id = std::to_string(event.seq);
    out.type = event.type;
    out.at = event.at;
    out.hallId = ticket->hallId;
    out.ticketId = ticket->id;
    out.number = ticket->number;
    out.queueId = ticket->queueId;
    out.itemId = ticket->itemId;
    out.windowId = ticket->windowId;
    if (ticket->windowId)
        if (const auto window = setup.config.windows.find(*ticket->windowId);
            window != setup.config.windows.end())
            out.windowNumber = window->second.number;
    out.staffId = ticket->staffId;
    out.issuedAt = ticket->issuedAt;
    out.calledAt = ticket->calledAt;
    out.startedAt = ticket->startedAt;
    return out;
}

namespace {

std::string hexOf(std::string_view bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        out += kDigits[value / kDigits.size()];
        out += kDigits[value % kDigits.size()];
    }
    return out;
}

} // namespace

std::string signatureOf(const std::string& secret, model::Instant at, const std::string& body) {
    const std::string time = std::to_string(model::toMillis(at));
    return "t=" + time + ",v1=" + hexOf(hmacSha256(secret, time + "." + body));
}

} // namespace atrium::services
