// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/api.h"
#include "shared/model/staff.h"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

// Messages of /api/v1 that only the admin tool exchanges with the server.
namespace atrium::model {

/// PUT /staff/{id}/password; an administrator leaves oldPassword empty for anybody but themselves.
struct PasswordRequest {
    std::string password;
    std::string oldPassword;
};
BOOST_DESCRIBE_STRUCT(PasswordRequest, (), (password, oldPassword))

/// Answer of POST /media.
struct MediaStored {
    Sha256 sha256;
};
BOOST_DESCRIBE_STRUCT(MediaStored, (), (sha256))

/// POST /persons/erase: the person with that document, or who holds that ticket. One of the two.
struct ErasureRequest {
    std::optional<Identity> identity;
    std::optional<TicketId> ticketId;
};
BOOST_DESCRIBE_STRUCT(ErasureRequest, (), (identity, ticketId))

struct ErasureAnswer {
    bool erased = false; ///< false: the hall knows no such person, or no more
};
BOOST_DESCRIBE_STRUCT(ErasureAnswer, (), (erased))

/// Answer of GET /audit, newest first.
struct AuditPage {
    std::vector<AuditEntry> entries;
};
BOOST_DESCRIBE_STRUCT(AuditPage, (), (entries))

} // namespace atrium::model
