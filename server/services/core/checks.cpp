// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/services.h"
#include "shared/model/plaintext.h"
#include "shared/model/textlimits.h"

#include <algorithm>
#include <cctype>

namespace atrium::services {

model::Result<void> checkId(std::string_view id, const std::string& path) {
    // "." and ".." would lose themselves in an address.
    const bool good =
        !id.empty() && id.size() <= 64 && id != "." && id != ".." &&
        std::all_of(id.begin(), id.end(), [](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '_' || c == '-';
        });
    if (good)
        return {};
    return model::Error{model::ErrorCode::invalid, path, model::Sentence::idForm};
}

model::Result<void> checkText(std::string_view text, const std::string& path) {
    if (!model::isPlainText(text, true))
        return model::Error{model::ErrorCode::invalid, path, model::Sentence::textNotPlain};
    if (model::characterCount(text) <= static_cast<std::size_t>(model::kLongestText))
        return {};
    return model::Error{model::ErrorCode::tooLarge, path, model::Sentence::textLength};
}

} // namespace atrium::services
