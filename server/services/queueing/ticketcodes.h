// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/ids.h"
#include "shared/model/result.h"

#include <shared_mutex>
#include <string>
#include <string_view>

namespace atrium::services {

/// What a ticket's QR says: <base>/t/<id>.<kid>.<mac>, mac being 96 bits of HMAC-SHA256 over "t:" and the id
/// under a key that never leaves the server. Holding it gives the ticket's state, never identity. That of an
/// appointment is <base>/a/<id>.<kid>.<mac> over "a:" and the id; holding it is being the one who booked.
class TicketCodes {
public:
    /// base: the address citizens reach, without a slash at its end.
    TicketCodes(std::string base, std::string key, std::string keyId);

    /// For a server that learns its port when it listens. Any thread.
    void setBase(std::string base);
    [[nodiscard]] std::string text(const model::TicketId& id) const;
    [[nodiscard]] std::string text(const model::AppointmentId& id) const;
    /// The ticket of a scanned text, whatever its base; notFound when id and mac do not belong together.
    [[nodiscard]] model::Result<model::TicketId> read(std::string_view text) const;
    /// The same for an appointment's.
    [[nodiscard]] model::Result<model::AppointmentId> readBooking(std::string_view text) const;
    [[nodiscard]] bool holds(std::string_view id, std::string_view keyId, std::string_view mac) const;

private:
    [[nodiscard]] std::string macOf(char kind, std::string_view id) const;
    [[nodiscard]] std::string textOf(char kind, const std::string& id) const;
    /// The id in a text of that kind; empty when it does not hold.
    [[nodiscard]] std::string idIn(char kind, std::string_view text) const;
    mutable std::shared_mutex m_mutex; // guards m_base
    std::string m_base;
    std::string m_key;
    std::string m_keyId;
};

} // namespace atrium::services
