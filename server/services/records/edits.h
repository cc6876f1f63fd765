// SPDX-License-Identifier: GPL-3.0-or-later
// Who may change which part of a record, and of which version of it.
#pragma once

#include "server/http/message.h"
#include "server/store/change.h"

#include <cstdint>
#include <optional>

namespace atrium::services {

/// The version of If-Match ("12" or 12); nullopt when the header is missing.
[[nodiscard]] model::Result<std::optional<std::int64_t>> ifMatch(const http::Request& request);

/// Nobody writes over a change that they have not seen: conflict when the version is missing or another.
[[nodiscard]] model::Result<void> checkVersion(const std::optional<store::AnyRecord>& present,
                                               const std::optional<std::int64_t>& given);

[[nodiscard]] bool sameButVersion(store::AnyRecord wanted, const store::AnyRecord& present);

/// A publisher edits an area's captions and the hall's notice only: everything else stays as it is.
[[nodiscard]] model::Result<store::AnyRecord> publisherEdit(const store::AnyRecord& wanted,
                                                            const std::optional<store::AnyRecord>& present);

/// What the server alone writes into a device stays as it is.
void keepServerFields(store::AnyRecord& wanted, const std::optional<store::AnyRecord>& present);

} // namespace atrium::services
