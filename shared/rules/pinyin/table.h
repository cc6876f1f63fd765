// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// The table that tools/pinyin/export.mjs writes. A reading is the number of a syllable in
/// kSyllables; the readings of entry i of a list are kReadings[kStarts[i]] to kReadings[kStarts[i+1]-1].
/// Characters and phrases are sorted by code point. Phrase and surname texts have one reading each,
/// at the same place as their characters.
namespace atrium::pinyin::table {

extern const char kSyllables[]; ///< sorted, each followed by a space

extern const char32_t kCharacters[];
extern const std::size_t kCharactersSize;
extern const std::uint16_t kStarts[];
extern const std::size_t kStartsSize;
extern const std::uint16_t kReadings[];
extern const std::size_t kReadingsSize;
extern const std::uint8_t kCommon[]; ///< for each character, how many of its readings are in use
extern const std::size_t kCommonSize;

extern const std::uint16_t kPhraseStarts[];
extern const std::size_t kPhraseStartsSize;
extern const char32_t kPhraseText[];
extern const std::size_t kPhraseTextSize;
extern const std::uint16_t kPhraseReadings[];
extern const std::size_t kPhraseReadingsSize;

extern const std::uint16_t kSurnameStarts[];
extern const std::size_t kSurnameStartsSize;
extern const char32_t kSurnameText[];
extern const std::size_t kSurnameTextSize;
extern const std::uint16_t kSurnameReadings[];
extern const std::size_t kSurnameReadingsSize;

} // namespace atrium::pinyin::table
