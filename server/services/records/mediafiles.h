// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/store.h"

#include <string>
#include <string_view>

namespace atrium::services {

/// Checks and keeps a picture in the folder under the SHA-256 of its bytes, which it gives. Any thread.
[[nodiscard]] model::Result<std::string> storeMedia(store::Store& store, const std::string& folder,
                                                    const std::string& type, std::string_view bytes,
                                                    model::Instant now);

} // namespace atrium::services
