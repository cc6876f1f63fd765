// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/codec/walker.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <utility>

namespace atrium::model::codec {

namespace {
constexpr std::size_t kLargestText = 8U * 1024U * 1024U;
}

Result<boost::json::value> parse(std::string_view text, boost::json::storage_ptr memory) {
    if (text.size() > kLargestText)
        return Error{ErrorCode::tooLarge, "/", Sentence::jsonTooLong};
    boost::json::error_code failure;
    boost::json::parse_options options;
    options.max_depth = 32;
    auto value = boost::json::parse({text.data(), text.size()}, failure, std::move(memory), options);
    if (failure)
        return Error{ErrorCode::invalid, "/", {Sentence::notJson, {{"why", failure.message()}}}};
    return value;
}

std::string serialise(const boost::json::value& value) {
    return boost::json::serialize(value);
}

} // namespace atrium::model::codec
