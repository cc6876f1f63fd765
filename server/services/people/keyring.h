// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/result.h"

#include <array>
#include <string>
#include <string_view>

namespace atrium::services {

/// The keys that never lie beside the database: a folder of its own, mode 0700, one file of 64 bytes per
/// purpose, "<name>.key", mode 0600, made at the first start.
struct KeyRing {
    static constexpr std::size_t kKeys = 4;

    std::string master;   ///< wraps the persons' keys
    std::string lookup;   ///< keyed hash of document numbers
    std::string ticket;   ///< HMAC of ticket codes
    std::string ticketId; ///< which ticket key: goes into the code as <kid>
    std::string audit;    ///< seed of the key that signs the audit trail's head, 32 bytes

    [[nodiscard]] static const std::array<std::string_view, kKeys>& names();
    /// For each name what tells this key from another and gives nothing of it away.
    [[nodiscard]] std::array<std::string, kKeys> prints() const;

    /// All files must be there.
    [[nodiscard]] static model::Result<KeyRing> open(const std::string& folder);
    /// Makes what is missing; written whole, synced with its folder, never over a file that is there.
    [[nodiscard]] static model::Result<KeyRing> openOrMake(const std::string& folder);
};

} // namespace atrium::services
