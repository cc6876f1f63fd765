// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/queueing/ticketcodes.h"

#include "server/services/core/crypto.h"

#include <mutex>
#include <utility>

namespace atrium::services {

namespace {

constexpr char kTicket = 't';
constexpr char kAppointment = 'a';

} // namespace

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

std::string TicketCodes::macOf(char kind, std::string_view id) const {
    return base64Url(hmacSha256(m_key, kind + (":" + std::string(id))).substr(0, 12));
}

std::string TicketCodes::textOf(char kind, const std::string& id) const {
    const std::shared_lock lock(m_mutex);
    return m_base + "/" + kind + "/" + id + "." + m_keyId + "." + macOf(kind, id);
}

std::string TicketCodes::text(const model::TicketId& id) const {
    return textOf(kTicket, id.value);
}

std::string TicketCodes::text(const model::AppointmentId& id) const {
    return textOf(kAppointment, id.value);
}

bool TicketCodes::holds(std::string_view id, std::string_view keyId, std::string_view mac) const {
    return keyId == m_keyId && sameBytes(mac, macOf(kTicket, id));
}

std::string TicketCodes::idIn(char kind, std::string_view text) const {
    const std::size_t begin = text.rfind(std::string("/") + kind + "/");
    if (begin == std::string_view::npos || text.size() > 512)
        return {};
    text.remove_prefix(begin + 3);
    while (!text.empty() && (text.back() == '\r' || text.back() == '\n' || text.back() == ' '))
        text.remove_suffix(1);
    const std::size_t first = text.find('.');
    const std::size_t second = text.find('.', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos)
        return {};
    const std::string_view id = text.substr(0, first);
    const bool isOurs = text.substr(first + 1, second - first - 1) == m_keyId &&
                        sameBytes(text.substr(second + 1), macOf(kind, id));
    return isOurs ? std::string(id) : std::string();
}

model::Result<model::TicketId> TicketCodes::read(std::string_view text) const {
    model::TicketId id(idIn(kTicket, text));
    if (id.empty())
        return model::Error{model::ErrorCode::notFound, "/qrText", model::Sentence::noTicketCode};
    return id;
}

model::Result<model::AppointmentId> TicketCodes::readBooking(std::string_view text) const {
    model::AppointmentId id(idIn(kAppointment, text));
    if (id.empty())
        return model::Error{model::ErrorCode::notFound, "/qrText", model::Sentence::noSuchAppointment};
    return id;
}

} // namespace atrium::services
