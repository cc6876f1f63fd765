// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateways/sms/codec/heldreports.h"
#include "server/gateways/sms/codec/mas.h"
#include "server/gateways/sms/smsgateway.h"
#include "server/http/clock.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>

namespace Poco::Net {
class HTTPClientSession;
}

namespace atrium::gateways {

struct MasConfig {
    std::string url; ///< http:// or https:// …/sms/norsubmit
    mas::Account account;
    std::string caFile; ///< for https: PEM of the issuer; empty: the machine's own list
    SmsLimits limits{1000, 10};
    std::chrono::milliseconds connectTime{5000};
    std::chrono::milliseconds answerTime{15000}; ///< from the request to the end of its answer
};

/// The way to phones over the HTTP interface of cloud MAS, one request at a time.
class MasGateway final : public SmsGateway {
public:
    /// listener and clock outlive this. Throws std::invalid_argument for an address that is no http(s) URL,
    /// and Poco::Exception when caFile cannot be read.
    MasGateway(MasConfig config, SmsListener& listener, const http::Clock& clock = http::Clock::system());
    ~MasGateway() override; ///< stops without grace

    [[nodiscard]] SmsCapabilities capabilities() const override { return {true, false, false, true}; }
    [[nodiscard]] SmsLimits limits() const override { return m_config.limits; }
    [[nodiscard]] bool send(OutgoingSms sms) override;
    [[nodiscard]] std::size_t pending() const override;
    void stop(std::chrono::milliseconds grace) override;

    /// Takes the body of a push of reports. False: it cannot be read. A push bears no signature: its route
    /// must be one that nobody can guess, and take the peer's addresses only.
    [[nodiscard]] bool takeReports(std::string_view body);

private:
    void run();
    void handle(const OutgoingSms& sms);
    [[nodiscard]] SendAnswer post(const OutgoingSms& sms);
    /// Lets stop() cut the request off. False: stop() was called.
    [[nodiscard]] bool beginRequest(int socket);
    void endRequest();
    [[nodiscard]] SendAnswer receive(Poco::Net::HTTPClientSession& session, const MessageId& id);
    [[nodiscard]] std::unique_ptr<Poco::Net::HTTPClientSession> makeSession() const;
    void tellReports();
    void noteReachable(const SendAnswer& answer);

    struct Target;
    const MasConfig m_config;
    SmsListener& m_listener;
    const http::Clock& m_clock;
    std::unique_ptr<Target> m_target;
    http::Clock::Steady m_notBefore{}; ///< the thread's own
    std::optional<bool> m_isReachable; ///< the thread's own
    mutable std::mutex m_mutex;        // guards all below
    std::deque<OutgoingSms> m_queue;
    std::set<MessageId> m_pending;
    HeldReports m_reports;
    bool m_isStopping = false;
    int m_socket = -1; ///< of the request under way, to be cut off when the grace is over
    std::condition_variable m_changed;
    std::mutex m_telling; ///< reports are told in the order they came
    std::once_flag m_joined;
    std::thread m_thread;
};

} // namespace atrium::gateways
