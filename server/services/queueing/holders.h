// SPDX-License-Identifier: GPL-3.0-or-later
// Who stands before a kiosk or the service desk, and which ticket is theirs.
#pragma once

#include "server/services/core/services.h"
#include "shared/model/api.h"

#include <optional>
#include <string>

namespace atrium::services {

/// The person behind an identity; nullopt when the hall never met that person. Refuses what is no identity,
/// at /identity.
[[nodiscard]] model::Result<std::optional<model::PersonId>> personOf(Services& services,
                                                                     const model::Identity& given);
/// The ticket that the text of a ticket's code names. Refuses at /qrText.
[[nodiscard]] model::Result<model::Ticket> ticketOfCode(Services& services, const std::string& qrText);

} // namespace atrium::services
