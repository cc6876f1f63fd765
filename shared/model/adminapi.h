// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/staff.h"

#include <boost/describe/class.hpp>

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

/// Answer of GET /audit, newest first.
struct AuditPage {
    std::vector<AuditEntry> entries;
};
BOOST_DESCRIBE_STRUCT(AuditPage, (), (entries))

} // namespace atrium::model
