// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/change.h"
#include "shared/model/result.h"

#include <functional>
#include <string>

namespace atrium::services {

/// Every text of a set-up record, also in lists and nested records: seen where it is needed, plain, within
/// its limit (shared/model/textlimits.h). Pure.
[[nodiscard]] model::Result<void> checkTexts(const store::AnyRecord& record);

/// Every picture a set-up record names is one that isKnown. Pure but for isKnown.
[[nodiscard]] model::Result<void>
checkPictures(const store::AnyRecord& record,
              const std::function<model::Result<bool>(const std::string& sha256)>& isKnown);

/// "http" or "https", a host, no name, query or fragment: what a path can be appended to.
[[nodiscard]] bool isWebAddress(const std::string& text);

} // namespace atrium::services
