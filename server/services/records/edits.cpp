// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/records/edits.h"

#include <charconv>
#include <string_view>
#include <utility>

namespace atrium::services {

using model::ErrorCode;
using model::Result;
using store::AnyRecord;

Result<std::optional<std::int64_t>> ifMatch(const http::Request& request) {
    const auto header = request.headers.find("If-Match");
    if (!header)
        return std::optional<std::int64_t>();
    std::string_view text = *header;
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
        text = text.substr(1, text.size() - 2);
    std::int64_t version = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
    if (error != std::errc() || end != text.data() + text.size())
        return model::Error{ErrorCode::invalid, {}, model::Sentence::ifMatchForm};
    return std::optional(version);
}

Result<void> checkVersion(const std::optional<AnyRecord>& present, const std::optional<std::int64_t>& given) {
    if (present && !given)
        return model::Error{ErrorCode::conflict, {}, model::Sentence::sayWhichVersion};
    if (given && (!present || store::versionOf(*present) != *given))
        return model::Error{ErrorCode::conflict,
                            {},
                            present ? model::Sentence::changedMeanwhile : model::Sentence::deletedMeanwhile};
    return {};
}

bool sameButVersion(AnyRecord wanted, const AnyRecord& present) {
    store::setVersion(wanted, store::versionOf(present));
    return wanted == present;
}

Result<AnyRecord> publisherEdit(const AnyRecord& wanted, const std::optional<AnyRecord>& present) {
    const model::Error no{ErrorCode::forbidden, {}, model::Sentence::publisherEdits};
    if (!present)
        return no;
    AnyRecord out = *present;
    if (auto* area = std::get_if<model::Area>(&out)) {
        area->caption = std::get<model::Area>(wanted).caption;
        area->captionEn = std::get<model::Area>(wanted).captionEn;
    } else if (auto* hall = std::get_if<model::Hall>(&out)) {
        hall->notice = std::get<model::Hall>(wanted).notice;
        hall->noticeEn = std::get<model::Hall>(wanted).noticeEn;
    } else {
        return no;
    }
    if (!sameButVersion(wanted, out))
        return no;
    return out;
}

void keepServerFields(AnyRecord& wanted, const std::optional<AnyRecord>& present) {
    if (auto* device = std::get_if<model::Device>(&wanted)) {
        const auto* before = present ? std::get_if<model::Device>(&*present) : nullptr;
        device->enrolled = before != nullptr && before->enrolled;
        device->revoked = before != nullptr && before->revoked;
        device->address = before != nullptr ? before->address : std::string();
    }
}

} // namespace atrium::services
