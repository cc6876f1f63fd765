// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/codec/scanline.h"

#include <boost/nowide/utf/utf.hpp>

namespace atrium::devices {
namespace {

bool isUtf8(const std::string& text) {
    for (auto at = text.begin(); at != text.end();) {
        if (!boost::nowide::utf::is_valid_codepoint(
                boost::nowide::utf::utf_traits<char>::decode(at, text.end())))
            return false;
    }
    return true;
}

} // namespace

void ScanLineDecoder::feed(std::span<const std::uint8_t> bytes, Time now) {
    expire(now);
    m_last = now;
    for (const auto byte : bytes)
        take(byte);
}

void ScanLineDecoder::expire(Time now) {
    if (!isPending() || now - m_last <= m_idle)
        return;
    m_fault = m_fault.value_or(ScanFault::incomplete);
    endLine();
}

std::optional<Scan> ScanLineDecoder::next() {
    if (m_scans.empty())
        return std::nullopt;
    Scan scan = std::move(m_scans.front());
    m_scans.pop_front();
    return scan;
}

void ScanLineDecoder::take(std::uint8_t byte) {
    if (byte == '\r' || byte == '\n') {
        endLine();
        return;
    }
    if (m_fault)
        return;
    if (byte < 0x20 || byte == 0x7F)
        m_fault = ScanFault::badCharacter;
    else if (m_line.size() == m_limit)
        m_fault = ScanFault::tooLong;
    else
        m_line.push_back(static_cast<char>(byte));
}

void ScanLineDecoder::endLine() {
    if (!m_fault && !isUtf8(m_line))
        m_fault = ScanFault::badText;
    if (m_fault)
        m_scans.emplace_back(*m_fault);
    else if (!m_line.empty())
        m_scans.emplace_back(std::move(m_line));
    m_line.clear();
    m_fault.reset();
}

} // namespace atrium::devices
