// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/server/gateways/heard.h"

#include "server/http/clock.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace atrium::test {

using namespace gateways;

namespace {

constexpr std::chrono::seconds kPatience{20};

} // namespace

void Heard::answered(const SendAnswer& answer) {
    const std::lock_guard lock(m_mutex);
    m_answers.push_back(answer);
    m_order.push_back("answer " + answer.id.value);
    m_changed.notify_all();
}

void Heard::reported(const DeliveryReport& report) {
    const std::lock_guard lock(m_mutex);
    m_reports.push_back(report);
    m_order.push_back("report " + report.ref);
    m_changed.notify_all();
}

void Heard::received(const IncomingSms& sms) {
    const std::lock_guard lock(m_mutex);
    m_replies.push_back(sms);
    m_changed.notify_all();
}

void Heard::reachable(bool isReachable, const std::string& code) {
    const std::lock_guard lock(m_mutex);
    m_states.push_back(isReachable ? "up" : code);
    m_changed.notify_all();
}

template <class T> std::vector<T> Heard::wait(const std::vector<T>& list, std::size_t count) {
    std::unique_lock lock(m_mutex);
    EXPECT_TRUE(m_changed.wait_for(lock, kPatience, [&] { return list.size() >= count; }))
        << "only " << list.size() << " of " << count;
    return list;
}

std::vector<SendAnswer> Heard::answers(std::size_t count) {
    return wait(m_answers, count);
}
std::vector<DeliveryReport> Heard::reports(std::size_t count) {
    return wait(m_reports, count);
}
std::vector<IncomingSms> Heard::replies(std::size_t count) {
    return wait(m_replies, count);
}
std::vector<std::string> Heard::states(std::size_t count) {
    return wait(m_states, count);
}

SendAnswer Heard::answerTo(const MessageId& id) {
    std::unique_lock lock(m_mutex);
    SendAnswer found;
    EXPECT_TRUE(m_changed.wait_for(lock, kPatience,
                                   [&] {
                                       const auto at = std::find_if(
                                           m_answers.begin(), m_answers.end(),
                                           [&](const SendAnswer& answer) { return answer.id == id; });
                                       if (at != m_answers.end())
                                           found = *at;
                                       return at != m_answers.end();
                                   }))
        << "no answer to " << id.value;
    return found;
}

std::vector<std::string> Heard::order() {
    const std::lock_guard lock(m_mutex);
    return m_order;
}

OutgoingSms smsOf(const std::string& id, const std::string& text, const std::string& phone) {
    return {MessageId{id}, phone, text, http::Clock::system().now() + std::chrono::minutes(10)};
}

} // namespace atrium::test
