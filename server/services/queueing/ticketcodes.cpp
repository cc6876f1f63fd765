// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/queueing/ticketcodes.h"

#include "server/services/core/crypto.h"

#include <mutex>
#include <utility>

namespace atrium::services {

TicketCodes::TicketCodes(std::string base, std::string key, std::string keyId)
    : m_key(std::move(key)), m_keyId(std::move(keyId)) {
    setBase(std::move(base));
}

void TicketCodes::setBase(std::string base) {
    while (base.ends_with('/'))
        base.pop_back();
    const std::unique_lock lock(m_mutex);
    m_base = std::move(base);
}

std::string TicketCodes::macOf(std::string_view id) const {
    return base64Url(hmacSha256(m_key, "t:" + std::string(id)).substr(0, 12));
}

std::string TicketCodes::text(const model::TicketId& id) const {
    const std::shared_lock lock(m_mutex);
    return m_base + "/t/" + id.value + "." + m_keyId + "." + macOf(id.value);
}

bool TicketCodes::holds(std::string_view id, std::string_view keyId, std::string_view mac) const {
    return keyId == m_keyId && sameBytes(mac, macOf(id));
}

model::Result<model::TicketId> TicketCodes::read(std::string_view text) const {
    const model::Error unknown{model::ErrorCode::notFound, "/qrText", model::Sentence::noTicketCode};
    const std::size_t begin = text.rfind("/t/");
    if (begin == std::string_view::npos || text.size() > 512)
        return unknown;
    text.remove_prefix(begin + 3);
    while (!text.empty() && (text.back() == '\r' || text.back() == '\n' || text.back() == ' '))
        text.remove_suffix(1);
    const std::size_t first = text.find('.');
    const std::size_t second = text.find('.', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos)
        return unknown;
    const std::string_view id = text.substr(0, first);
    if (!holds(id, text.substr(first + 1, second - first - 1), text.substr(second + 1)))
        return unknown;
    return model::TicketId(std::string(id));
}

} // namespace atrium::services
