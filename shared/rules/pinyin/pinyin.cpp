// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/pinyin/pinyin.h"

#include "shared/rules/pinyin/table.h"

#include <algorithm>
#include <optional>
#include <span>

namespace atrium::pinyin {
namespace {

/// Code points over which a reading is decided; an index into it is a position in the text.
using Text = std::u32string_view;

const std::vector<std::string_view>& syllables() {
    static const std::vector<std::string_view> list = [] {
        std::vector<std::string_view> found;
        std::string_view rest = table::kSyllables;
        for (std::size_t space = rest.find(' '); space != rest.npos; space = rest.find(' ')) {
            found.push_back(rest.substr(0, space));
            rest.remove_prefix(space + 1);
        }
        return found;
    }();
    return list;
}

std::string syllable(std::uint16_t number) {
    return std::string(syllables()[number]);
}

/// A sorted list of phrases in the generated table.
struct PhraseList {
    std::span<const std::uint16_t> starts;
    const char32_t* text;
    const std::uint16_t* readings;

    std::size_t size() const { return starts.size() - 1; }
    Text phrase(std::size_t i) const { return {text + starts[i], text + starts[i + 1]}; }

    /// The longest phrase that `at` starts with.
    std::optional<std::size_t> longest(Text at) const {
        std::optional<std::size_t> found;
        std::size_t low = 0;
        std::size_t high = size();
        for (std::size_t depth = 0; depth < at.size() && low < high; ++depth) {
            const auto letter = [&](std::size_t i) {
                const Text text32 = phrase(i);
                return depth < text32.size() ? text32[depth] : char32_t{0};
            };
            low = bound(low, high, [&](std::size_t i) { return letter(i) < at[depth]; });
            high = bound(low, high, [&](std::size_t i) { return letter(i) <= at[depth]; });
            if (low < high && phrase(low).size() == depth + 1)
                found = low;
        }
        return found;
    }

    /// The first index in [low, high) for which `before` is false.
    template <typename Before> static std::size_t bound(std::size_t low, std::size_t high, Before before) {
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            if (before(middle))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
};

PhraseList phrases() {
    return {{table::kPhraseStarts, table::kPhraseStartsSize}, table::kPhraseText, table::kPhraseReadings};
}

PhraseList surnames() {
    return {{table::kSurnameStarts, table::kSurnameStartsSize}, table::kSurnameText, table::kSurnameReadings};
}

std::span<const std::uint16_t> characterReadings(char32_t c) {
    const char32_t* end = table::kCharacters + table::kCharactersSize;
    const char32_t* found = std::lower_bound(table::kCharacters, end, c);
    if (found == end || *found != c)
        return {};
    const auto i = static_cast<std::size_t>(found - table::kCharacters);
    return {table::kReadings + table::kStarts[i], table::kReadings + table::kStarts[i + 1]};
}

/// Writes the phrase's readings from `from` on and tells how many characters it took.
std::size_t take(const PhraseList& list, Text text, std::size_t from, std::vector<std::string>& out) {
    const std::optional<std::size_t> found = list.longest(text.substr(from));
    if (!found)
        return 0;
    const std::size_t length = list.phrase(*found).size();
    for (std::size_t i = 0; i < length; ++i)
        out[from + i] = syllable(list.readings[list.starts[*found] + i]);
    return length;
}

/// Fills what the overrides left empty between `from` and `to`; a phrase never reaches over `to`.
void fill(Text text, std::size_t from, std::size_t to, std::vector<std::string>& out) {
    const Text part = text.substr(0, to);
    for (std::size_t i = from; i < to;) {
        if (const std::size_t length = take(phrases(), part, i, out); length > 0) {
            i += length;
            continue;
        }
        if (const auto found = characterReadings(text[i]); !found.empty())
            out[i] = syllable(found.front());
        ++i;
    }
}

void readText(Text text, std::size_t from, const Overrides& overrides, std::vector<std::string>& out) {
    std::size_t open = from;
    for (std::size_t i = from; i < text.size();) {
        const std::vector<std::string>* found = overrides.longestAt(text, i);
        if (!found) {
            ++i;
            continue;
        }
        fill(text, open, i, out);
        std::copy(found->begin(), found->end(), out.begin() + static_cast<std::ptrdiff_t>(i));
        i += found->size();
        open = i;
    }
    fill(text, open, text.size(), out);
}

std::vector<Syllable> joined(Text text, const std::vector<std::string>& found) {
    std::vector<Syllable> out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
        out.push_back({encode(text.substr(i, 1)), found[i]});
    return out;
}

} // namespace

bool Overrides::add(std::string_view phrase, std::string_view reading) {
    std::u32string text = decode(phrase);
    std::vector<std::string> found;
    while (!reading.empty()) {
        const std::size_t space = std::min(reading.find(' '), reading.size());
        if (space > 0)
            found.emplace_back(reading.substr(0, space));
        reading.remove_prefix(std::min(space + 1, reading.size()));
    }
    const auto isPinyin = [](const std::string& s) {
        return s.back() >= '1' && s.back() <= '5' &&
               std::binary_search(toneless().begin(), toneless().end(), withoutTone(s));
    };
    if (text.empty() || found.size() != text.size() || !std::all_of(text.begin(), text.end(), isHan) ||
        !std::all_of(found.begin(), found.end(), isPinyin)) {
        return false;
    }
    m_longest = std::max(m_longest, text.size());
    m_phrases.insert_or_assign(std::move(text), std::move(found));
    return true;
}

const std::vector<std::string>* Overrides::longestAt(std::u32string_view text, std::size_t from) const {
    for (std::size_t length = std::min(m_longest, text.size() - from); length > 0; --length) {
        const auto found = m_phrases.find(text.substr(from, length));
        if (found != m_phrases.end())
            return &found->second;
    }
    return nullptr;
}

std::vector<Syllable> reading(std::string_view text, const Overrides& overrides) {
    const std::u32string points = decode(text);
    std::vector<std::string> found(points.size());
    readText(points, 0, overrides, found);
    return joined(points, found);
}

std::vector<Syllable> nameReading(std::string_view name, const Overrides& overrides) {
    const std::u32string points = decode(name);
    std::vector<std::string> found(points.size());
    // A surname alone is still a surname; an override of the administrator goes before it.
    std::size_t from = 0;
    if (!overrides.longestAt(points, 0))
        from = take(surnames(), points, 0, found);
    readText(points, from, overrides, found);
    return joined(points, found);
}

std::vector<std::string> readings(char32_t character) {
    std::vector<std::string> out;
    for (const std::uint16_t number : characterReadings(character))
        out.push_back(syllable(number));
    return out;
}

std::vector<std::string> commonReadings(char32_t character) {
    std::vector<std::string> out = readings(character);
    if (!out.empty()) {
        const char32_t* end = table::kCharacters + table::kCharactersSize;
        out.resize(table::kCommon[std::lower_bound(table::kCharacters, end, character) - table::kCharacters]);
    }
    return out;
}

const std::vector<std::string>& toneless() {
    static const std::vector<std::string> list = [] {
        std::vector<std::string> found;
        for (const std::string_view s : syllables())
            found.emplace_back(withoutTone(s));
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }();
    return list;
}

} // namespace atrium::pinyin
