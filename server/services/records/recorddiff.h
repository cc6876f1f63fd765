// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/change.h"

#include <optional>
#include <string>
#include <string_view>

namespace atrium::services {

/// What a write did to a set-up record, for the audit trail: model::AuditChanges as JSON. Of each member that
/// differs the old and the new value, cut to kValueBytes; nested records by their members ("announcement.
/// repeat"). Who a person is (name, account, staff number, photograph) is never told, only that it changed.
/// before: nullopt when the record is made; after: nullopt when it is deleted.
[[nodiscard]] std::string recordDiff(std::string_view kind, const std::optional<store::AnyRecord>& before,
                                     const std::optional<store::AnyRecord>& after);

inline constexpr std::size_t kValueBytes = 160; ///< of one value, without the mark of its cut
inline constexpr std::size_t kMostChanges = 24; ///< further ones are counted

} // namespace atrium::services
