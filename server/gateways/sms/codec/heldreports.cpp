// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateways/sms/codec/heldreports.h"

namespace atrium::gateways {

std::uint64_t HeldReports::begin() {
    m_underWay.insert(m_next);
    return m_next++;
}

void HeldReports::end(std::uint64_t ticket) {
    m_underWay.erase(ticket);
}

void HeldReports::add(DeliveryReport report) {
    m_held.push_back({m_underWay.empty() ? 0 : *m_underWay.rbegin(), std::move(report)});
}

std::vector<DeliveryReport> HeldReports::take() {
    std::vector<DeliveryReport> ready;
    while (!m_held.empty() &&
           (m_held.size() > kMost || m_underWay.empty() || *m_underWay.begin() > m_held.front().newest)) {
        ready.push_back(std::move(m_held.front().report));
        m_held.pop_front();
    }
    return ready;
}

} // namespace atrium::gateways
