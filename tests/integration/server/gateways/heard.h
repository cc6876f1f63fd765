// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateways/sms/smsgateway.h"

#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

namespace atrium::test {

/// A listener that keeps all it was told, in order. Waits fail the test after 20 seconds.
class Heard final : public gateways::SmsListener {
public:
    void answered(const gateways::SendAnswer& answer) override;
    void reported(const gateways::DeliveryReport& report) override;
    void received(const gateways::IncomingSms& sms) override;
    void reachable(bool isReachable, const std::string& code) override;

    /// As soon as there are so many.
    std::vector<gateways::SendAnswer> answers(std::size_t count);
    std::vector<gateways::DeliveryReport> reports(std::size_t count);
    std::vector<gateways::IncomingSms> replies(std::size_t count);
    /// "up", or why not.
    std::vector<std::string> states(std::size_t count);
    /// The first answer to that message.
    gateways::SendAnswer answerTo(const gateways::MessageId& id);
    /// So far, in one order: "answer m1", "report 00ab…".
    std::vector<std::string> order();

private:
    template <class T> std::vector<T> wait(const std::vector<T>& list, std::size_t count);

    std::mutex m_mutex; // guards the lists
    std::condition_variable m_changed;
    std::vector<gateways::SendAnswer> m_answers;
    std::vector<gateways::DeliveryReport> m_reports;
    std::vector<gateways::IncomingSms> m_replies;
    std::vector<std::string> m_states;
    std::vector<std::string> m_order;
};

/// A message that lives for ten minutes.
[[nodiscard]] gateways::OutgoingSms smsOf(const std::string& id, const std::string& text = "请A001到3号窗口",
                                          const std::string& phone = "13800000000");

} // namespace atrium::test
