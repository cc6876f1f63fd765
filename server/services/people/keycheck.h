// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/people/keyring.h"
#include "server/store/store.h"

// Keys and database belong together: with other keys every person is lost, and nothing would say so.
namespace atrium::services {

struct CheckedKeys {
    KeyRing keys;
    /// Names of the keys that were replaced although the database was written with others: for the audit
    /// trail, and then keepKeyPrints() must be called. Empty as a rule.
    std::string replaced;
};

/// The keys of the folder, when they are those the database was written with. A database that knows none yet
/// takes them as its own, and makes them. Else an error that says what the operator can do; with acceptLost
/// the missing ones are made anew. Any thread, at the start.
[[nodiscard]] model::Result<CheckedKeys> openKeys(store::Store& store, const std::string& folder,
                                                  bool acceptLost);
/// From now on these are the database's keys.
[[nodiscard]] model::Result<void> keepKeyPrints(store::Store& store, const KeyRing& keys);

} // namespace atrium::services
