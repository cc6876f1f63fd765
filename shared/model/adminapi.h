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

/// Stands besides the record's members in the answer of PUT /records/{kind}/{id}: what follows from the
/// change that the administrator should know, in the language of the request. Absent when there is nothing.
struct RecordNotes {
    std::vector<std::string> notes;
};
BOOST_DESCRIBE_STRUCT(RecordNotes, (), (notes))

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

/// One member of a set-up record as the audit trail tells of it; values as text, empty: none.
struct AuditChange {
    std::string member; ///< its name, "outer.inner" in a nested record
    std::string before;
    std::string after;
    bool hidden = false; ///< personal: only that it changed
    bool operator==(const AuditChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(AuditChange, (), (member, before, after, hidden))

/// AuditEntry::detail of record.put and record.delete, as JSON.
struct AuditChanges {
    std::vector<AuditChange> changes;
    int more = 0; ///< further members that changed
    bool operator==(const AuditChanges&) const = default;
};
BOOST_DESCRIBE_STRUCT(AuditChanges, (), (changes, more))

/// Answer of GET /audit, newest first.
struct AuditPage {
    std::vector<AuditEntry> entries;
};
BOOST_DESCRIBE_STRUCT(AuditPage, (), (entries))

} // namespace atrium::model
