// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateways/sms/smsgateway.h"
#include "server/services/core/writer.h"
#include "server/store/change.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace atrium::services {

class Vault;

/// Hands messages to the gateway when their attempt is durable, never before: what the log does not know was
/// not sent, and what it knows is not sent again. The phone is looked up at that moment and kept nowhere.
/// Answers and reports go to the writer as ordinary writes. Owns one thread, which the look-ups and the
/// gateway's queue may keep waiting.
class MessageSender final : public gateways::SmsListener {
public:
    /// Both outlive this; the vault also the thread.
    MessageSender(Writer& writer, Vault& vault) : m_writer(writer), m_vault(vault) {}
    ~MessageSender() override { stop(); }
    MessageSender(const MessageSender&) = delete;
    MessageSender& operator=(const MessageSender&) = delete;

    /// Before anything is sent. Attempts of the server's last life have no answer any more: they may have
    /// been sent, so they are not sent again.
    void start(gateways::SmsGateway& gateway);
    /// Joins; after the gateway has been stopped, and before the writer is. Idempotent.
    void stop();
    /// Durable events, in their order. The writer's telling thread.
    void announce(const std::vector<store::LogEventPtr>& events);

    // Told by the gateway.
    void answered(const gateways::SendAnswer& answer) override;
    void reported(const gateways::DeliveryReport& report) override;
    void received(const gateways::IncomingSms&) override {} ///< nobody reads replies
    void reachable(bool isReachable, const std::string& code) override;

private:
    void run(gateways::SmsGateway& gateway);
    void hand(gateways::SmsGateway& gateway, const model::Message& message);
    void submit(rules::messages::Command command);

    Writer& m_writer;
    Vault& m_vault;
    std::mutex m_mutex; // guards what follows
    std::condition_variable m_came;
    std::deque<model::Message> m_waiting;
    bool m_hasGateway = false;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace atrium::services
