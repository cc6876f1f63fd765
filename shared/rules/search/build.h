// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/search/data.h"
#include "shared/rules/search/index.h"

#include <memory>
#include <span>

namespace atrium::search::detail {

/// Reads, sorts and lays down all names. At most 2^23 entries, of at most 65,535 distinct characters.
std::unique_ptr<IndexData> build(std::span<const Entry> entries, const pinyin::Overrides& overrides);

} // namespace atrium::search::detail
