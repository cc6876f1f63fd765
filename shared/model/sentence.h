// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/language.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What a person is told about a refusal, in the languages of the hall. All texts stand in sentences.inc.
namespace atrium::model {

enum class ErrorCode;

/// A reason with its remedy. Not part of the wire: clients decide by ErrorCode.
enum class Sentence {
    none, ///< told by the title of its code alone
#define ATRIUM_TITLE(code, zh, en)
#define ATRIUM_SENTENCE(name, zh, en) name,
#include "shared/model/sentences.inc"
#undef ATRIUM_SENTENCE
#undef ATRIUM_TITLE
};

/// A sentence with the values of its {names}: {Sentence::finishFirst, {{"number", "A0127"}}}.
struct Saying {
    Sentence sentence = Sentence::none;
    std::vector<std::pair<std::string, std::string>> values;

    Saying() = default;
    Saying(Sentence said) : sentence(said) {} // implicit: most sentences have no values
    Saying(Sentence said, std::vector<std::pair<std::string, std::string>> with)
        : sentence(said), values(std::move(with)) {}
    bool operator==(const Saying&) const = default;
};

/// The text as it stands in the table, with its {names}; empty for none.
[[nodiscard]] std::string_view textOf(Sentence sentence, Language language) noexcept;
/// The text with its values; a {name} without one stays as it is.
[[nodiscard]] std::string textOf(const Saying& saying, Language language);
/// A few words for the code; empty for a number that is no code.
[[nodiscard]] std::string_view titleOf(ErrorCode code, Language language) noexcept;
/// All sentences but none, for tests.
[[nodiscard]] const std::vector<std::pair<Sentence, std::string_view>>& allSentences();

/// The language to answer in, by the field Accept-Language (RFC 9110, 12.5.4): the one with the higher
/// weight, at equal weight the one named first; Chinese when neither is wanted or the field is malformed.
[[nodiscard]] Language languageOf(std::string_view acceptLanguage);

} // namespace atrium::model
