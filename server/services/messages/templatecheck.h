// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/message.h"
#include "shared/model/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace atrium::services {

/// What is wrong with a template's text of that kind, told in the hall's words; nothing when it may be saved.
/// signature: what is put before every text. path: where the text stands in the record.
[[nodiscard]] std::optional<model::Error> templateFault(std::string_view text, model::MessageKind kind,
                                                        std::string_view signature, const std::string& path);

/// Empty, or a name in 【】.
[[nodiscard]] bool isSignature(std::string_view text);

} // namespace atrium::services
