// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/messages/message.h"

#include <optional>
#include <string>
#include <string_view>

// Texts of messages with named places: "您的号码{number}前面还有{ahead}人".
namespace atrium::rules::messages {

/// Longer templates are refused: a hall pays for every part.
inline constexpr int kMostParts = 3;
/// Characters of an item's name that a message bears; a longer one ends in "…".
inline constexpr int kItemCharacters = 20;

enum class TemplateFault {
    empty,
    malformed,    ///< no UTF-8, or a control character other than a line end
    unknownPlace, ///< nobody knows this name
    notForKind,   ///< a place that has no value in messages of this kind: no window before the call
    openBrace,    ///< "{" without its "}"
    strayBrace,   ///< "}" without its "{"
    tooLong       ///< may take more than kMostParts parts, its longest values put in
};
BOOST_DESCRIBE_ENUM(TemplateFault, empty, malformed, unknownPlace, notForKind, openBrace, strayBrace, tooLong)

struct TemplateError {
    TemplateFault fault = TemplateFault::empty;
    std::string place;  ///< the name at fault, as it was written
    std::size_t at = 0; ///< where, in bytes
    bool operator==(const TemplateError&) const = default;
};

/// What is wrong with a template of that kind; nothing when it may be saved. signature counts with the text.
[[nodiscard]] std::optional<TemplateError> checkTemplate(std::string_view text, MessageKind kind,
                                                         std::string_view signature = {});

/// The text with its values. Values are not read for places. A template that was never checked keeps what is
/// no place of its kind as it was written.
[[nodiscard]] std::string fillTemplate(std::string_view text, MessageKind kind, const Values& values);

} // namespace atrium::rules::messages
