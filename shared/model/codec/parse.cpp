// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/codec/walker.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/stream_parser.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace atrium::model::codec {

namespace {

constexpr std::size_t kLargestText = 8U * 1024U * 1024U;

/// Says where the text stops being JSON, as an editor counts: lines and characters from 1. Reads it again:
/// the parser that makes a value does not tell, and what is wrong is rare.
Error mistakeIn(std::string_view text, const boost::json::parse_options& options) {
    boost::json::stream_parser parser({}, options);
    boost::json::error_code failure;
    const std::size_t good = parser.write_some(text.data(), text.size(), failure);
    const std::string_view before = text.substr(0, good);
    const std::size_t start = before.rfind('\n') + 1; // 0 without a line break
    const auto isFirstByte = [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; };
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto column =
        std::count_if(before.begin() + static_cast<std::ptrdiff_t>(start), before.end(), isFirstByte) + 1;
    return {ErrorCode::invalid,
            "/",
            {Sentence::notJson, {{"line", std::to_string(line)}, {"column", std::to_string(column)}}}};
}

} // namespace

Result<boost::json::value> parse(std::string_view text, boost::json::storage_ptr memory) {
    if (text.size() > kLargestText)
        return Error{ErrorCode::tooLarge, "/", Sentence::jsonTooLong};
    boost::json::error_code failure;
    boost::json::parse_options options;
    options.max_depth = 32;
    auto value = boost::json::parse({text.data(), text.size()}, failure, std::move(memory), options);
    if (failure)
        return mistakeIn(text, options);
    return value;
}

std::string serialise(const boost::json::value& value) {
    return boost::json::serialize(value);
}

} // namespace atrium::model::codec
