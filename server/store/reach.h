// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/ids.h"

#include <boost/describe/class.hpp>

namespace atrium::store {

/// Whether the holder of a ticket can be told something by message. The phone number itself stands encrypted
/// in the table of persons, in a row of its own that bears the ticket's id; no screen gets this.
struct Reach {
    model::TicketId ticketId;
    bool hasPhone = true;
    bool operator==(const Reach&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reach, (), (ticketId, hasPhone))

/// The row of the phone that the holder of a ticket left.
[[nodiscard]] inline model::PersonId phoneRowOf(const model::TicketId& ticket) {
    return model::PersonId(ticket.value);
}

} // namespace atrium::store
