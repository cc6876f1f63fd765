// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateways/sms/sms.h"

#include <chrono>
#include <cstddef>

namespace atrium::gateways {

/// Told by a gateway, on its own thread or the one that brings a report in. Must not block or throw, and must
/// not call the gateway's stop().
class SmsListener {
public:
    virtual ~SmsListener() = default;
    virtual void answered(const SendAnswer& answer) = 0;
    virtual void reported(const DeliveryReport& report) = 0;
    virtual void received(const IncomingSms& sms) = 0;
    /// The way to the peer works, or no longer and why; told at every change.
    virtual void reachable(bool isReachable, const std::string& code) = 0;
};

struct SmsCapabilities {
    bool reports = false; ///< delivery reports come
    bool replies = false; ///< people can write back
    bool expiry = false;  ///< the peer itself drops what it could not deliver in time
    bool signs = false;   ///< the peer puts 【…】 before the text: the outbox must not
};

struct SmsLimits {
    std::size_t queue = 1000; ///< messages taken and not answered
    int perSecond = 20;       ///< parts, or requests, handed to the peer
};

/// A way to send SMS. Owns one thread. All functions may be called from any thread.
class SmsGateway {
public:
    virtual ~SmsGateway() = default;
    [[nodiscard]] virtual SmsCapabilities capabilities() const = 0;
    [[nodiscard]] virtual SmsLimits limits() const = 0;
    /// False: the queue is full or stop() was called; the message was not taken and no answer follows.
    [[nodiscard]] virtual bool send(OutgoingSms sms) = 0;
    /// Messages taken and not answered.
    [[nodiscard]] virtual std::size_t pending() const = 0;
    /// Answers what was not sent with notSent, waits so long for the peer's word on the rest, then answers
    /// that with noAnswer and joins the thread. Idempotent.
    virtual void stop(std::chrono::milliseconds grace) = 0;
};

} // namespace atrium::gateways
