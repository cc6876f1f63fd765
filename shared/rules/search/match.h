// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/search/data.h"
#include "shared/rules/search/index.h"
#include "shared/rules/search/query.h"

#include <optional>

namespace atrium::search::detail {

/// How the query, which is not empty, fits the name from this place on, the best way of all; never `inner`.
std::optional<MatchKind> match(const IndexData& data, const Query& query, Place place);

} // namespace atrium::search::detail
