// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/queueing/holders.h"

#include "server/services/people/vault.h"
#include "server/services/queueing/ticketcodes.h"
#include "server/services/queueing/views.h"

namespace atrium::services {

using model::ErrorCode;
using model::Result;

Result<std::optional<model::PersonId>> personOf(Services& services, const model::Identity& given) {
    auto identity = checkedIdentity(given, services.now().local.day, "/identity");
    if (!identity)
        return identity.error();
    auto row = services.store.personByLookup(services.vault.lookupOf(*identity));
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<model::PersonId>();
    return std::optional((*row)->id);
}

Result<model::Ticket> ticketOfCode(Services& services, const std::string& qrText) {
    auto id = services.codes.read(qrText);
    if (!id)
        return id.error();
    auto found = findTicket(services, *id);
    if (!found && found.error().code == ErrorCode::notFound)
        return model::Error{ErrorCode::notFound, "/qrText", model::Sentence::noSuchTicket};
    return found;
}

} // namespace atrium::services
