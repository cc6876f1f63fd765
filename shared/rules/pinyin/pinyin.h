// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// How Chinese text is read aloud: the readings of search and of speech come from here.
///
/// Text is UTF-8 throughout; bytes that are not UTF-8 are read as U+FFFD and never refused.
/// Pinyin is written in ASCII with the tone's number behind it, ü as v: "lv4", "yin2"; the neutral
/// tone is 5. Every function may be called from any thread.
namespace atrium::pinyin {

/// One code point of the text and its reading; `pinyin` is empty for what has none (letters, marks).
struct Syllable {
    std::string hanzi;
    std::string pinyin;
    bool operator==(const Syllable&) const = default;
};

/// Phrases whose reading the hall decides itself; they go before the table's phrases and win at
/// equal length and at any length.
class Overrides {
public:
    /// Takes "还款" and "huan2 kuan3" (one syllable for each Chinese character, spaces between).
    /// False, and nothing changed, when the counts differ or a syllable is no pinyin.
    [[nodiscard]] bool add(std::string_view phrase, std::string_view reading);

    bool empty() const { return m_phrases.empty(); }
    /// The syllables of the longest override that `text` starts with at `from`, or null.
    const std::vector<std::string>* longestAt(std::u32string_view text, std::size_t from) const;

private:
    std::map<std::u32string, std::vector<std::string>, std::less<>> m_phrases;
    std::size_t m_longest = 0;
};

/// The reading of running text: longest phrase first, then the character's usual reading.
std::vector<Syllable> reading(std::string_view text, const Overrides& overrides = {});

/// The reading of a person's name: the surname (one or two characters) by the table of surnames.
std::vector<Syllable> nameReading(std::string_view name, const Overrides& overrides = {});

/// Every reading of one character, the usual one first; empty for what is no Chinese character.
std::vector<std::string> readings(char32_t character);

/// Those of `readings` that some word or surname of the table uses (份 fen but not bin).
std::vector<std::string> commonReadings(char32_t character);

/// All syllables without tone that the table knows, sorted; the storage lives as long as the program.
const std::vector<std::string>& toneless();

/// UTF-8 to code points; a broken sequence becomes one U+FFFD and reading goes on after it.
std::u32string decode(std::string_view utf8);

/// Code points to UTF-8; what is no scalar value becomes U+FFFD.
std::string encode(std::u32string_view text);

/// "yin2" to "yin".
std::string_view withoutTone(std::string_view syllable);

/// True for CJK ideographs (with extensions and U+3007 〇).
bool isHan(char32_t character);

} // namespace atrium::pinyin
