// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateways/sms/codec/cmppsession.h"
#include "server/gateways/sms/smsgateway.h"
#include "server/http/clock.h"
#include "server/http/mailbox.h"

#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>

namespace atrium::gateways {

class CmppConnection;

struct CmppConfig {
    std::string host;
    std::uint16_t port = 7890;
    cmpp::Version version = cmpp::Version::v30;
    std::string source; ///< SP_Id, up to 6 characters
    std::string secret;
    std::string serviceId;
    std::string sourceNumber; ///< 1065…, what phones show
    bool checkPeer = true;    ///< some peers answer without a proof of theirs
    SmsLimits limits;
    std::size_t window = 16;
    std::chrono::milliseconds answerTime{60000}; ///< for a message
    std::chrono::milliseconds idle{180000};
    std::chrono::milliseconds testTime{60000};
    int tests = 3;
    std::chrono::milliseconds connectTime{10000};
    std::chrono::milliseconds firstPause{1000}; ///< after a failed connection; doubled up to …
    std::chrono::milliseconds longestPause{60000};
    int quarterHoursAhead = 32; ///< of the peer's local time, for its clock and the expiry
};

/// The way to phones over CMPP: keeps one connection, and makes it anew after pauses that grow. While there
/// is none, messages are answered notSent at once; the outbox tries again. CMPP has no encryption: the way to
/// the peer must be a private line or a tunnel.
class CmppGateway final : public SmsGateway {
public:
    /// listener and clock outlive this.
    CmppGateway(CmppConfig config, SmsListener& listener, const http::Clock& clock = http::Clock::system());
    ~CmppGateway() override; ///< stops without grace

    [[nodiscard]] SmsCapabilities capabilities() const override { return {true, true, true, false}; }
    [[nodiscard]] SmsLimits limits() const override { return m_config.limits; }
    [[nodiscard]] bool send(OutgoingSms sms) override;
    [[nodiscard]] std::size_t pending() const override;
    void stop(std::chrono::milliseconds grace) override;

private:
    void run();
    /// One connection, from its making to its end; why it ended.
    [[nodiscard]] std::string serve(bool& wasUp);
    [[nodiscard]] std::string talk(CmppConnection& connection, cmpp::Session& session, bool& wasUp);
    /// False: the connection is gone.
    [[nodiscard]] bool exchange(CmppConnection& connection, cmpp::Session& session);
    void open(cmpp::Session& session) const;
    void tell(const cmpp::SessionOutput& output);
    void tell(const SendAnswer& answer);
    void answerAll(const std::string& code);
    void rest(std::chrono::milliseconds pause, const std::string& code);
    [[nodiscard]] bool isStopping() const;
    [[nodiscard]] bool isGraceOver() const;

    const CmppConfig m_config;
    SmsListener& m_listener;
    const http::Clock& m_clock;
    http::Mailbox<OutgoingSms> m_mail;
    mutable std::mutex m_mutex; // guards the three below
    std::set<MessageId> m_pending;
    bool m_isStopping = false;
    http::Clock::Steady m_graceUntil{};
    std::once_flag m_joined;
    std::thread m_thread;
};

} // namespace atrium::gateways
