// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

/// The inside of an index: what build.cpp lays down and match.cpp reads.
namespace atrium::search::detail {

/// A half-open range of numbers.
struct Range {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    bool empty() const { return low >= high; }
    bool has(std::uint32_t n) const { return low <= n && n < high; }
};

/// A sound is a syllable without tone, or a single letter or digit that stands for itself in a name
/// (ETC, 12345). Sounds are numbered in alphabetical order, so what begins alike is one range.
class Sounds {
public:
    static const Sounds& table(); ///< built at the first use, then unchanging

    static constexpr std::uint16_t kNone = 1023; ///< sorts behind all others

    std::uint16_t number(std::string_view text) const; ///< kNone when there is no such sound
    Range startingWith(std::string_view text) const;
    const std::string& text(std::uint16_t sound) const { return m_texts[sound]; }
    std::size_t size() const { return m_texts.size(); }

    /// The same for sounds of which careless ears hear one: zh/z, ch/c, sh/s, n/l, ng/n, v/u.
    Range fuzzyStartingWith(std::string_view text) const;
    std::uint16_t fuzzy(std::uint16_t sound) const { return m_fuzzy[sound]; }

    /// 1-26 for a-z, 27-36 for 0-9, 0 for kNone.
    std::uint8_t letter(std::uint16_t sound) const {
        return sound == kNone ? std::uint8_t{0} : m_letters[sound];
    }

private:
    Sounds();
    std::vector<std::string> m_texts;
    std::vector<std::string> m_fuzzyTexts;
    std::vector<std::uint16_t> m_fuzzy;
    std::vector<std::uint8_t> m_letters;
};

/// 1-26 for a-z, 27-36 for 0-9, 0 for everything else.
inline std::uint8_t letterNumber(char32_t c) {
    if (c >= U'a' && c <= U'z')
        return static_cast<std::uint8_t>(c - U'a' + 1);
    if (c >= U'0' && c <= U'9')
        return static_cast<std::uint8_t>(c - U'0' + 27);
    return 0;
}

/// One distinct character of the names.
struct Symbol {
    static constexpr std::size_t kMostSounds = 6;
    char32_t code = 0;
    bool isLetter = false; ///< a-z or 0-9: stands for itself and is never a syllable
    std::array<std::uint16_t, kMostSounds> sounds{}; ///< all its readings, `soundCount` of them
    std::uint8_t soundCount = 0;

    std::span<const std::uint16_t> all() const { return {sounds.data(), soundCount}; }
    void add(std::uint16_t sound);
};

/// A place in a name: 23 bits of name, one that says the key has another reading than the name's own
/// (重庆 under z), 8 bits of offset.
struct Place {
    std::uint32_t packed = 0;
    std::uint32_t name() const { return packed >> 9; }
    bool alternate() const { return (packed & 0x100) != 0; }
    std::uint32_t offset() const { return packed & 0xFF; }
    static Place of(std::uint32_t name, std::uint32_t offset, bool alternate = false) {
        return {name << 9 | (alternate ? 0x100U : 0U) | offset};
    }
};

/// Places sorted by the sound there (10 bits) and the first letters of the next nine (6 bits each).
struct SortedPlaces {
    static constexpr std::size_t kDepth = 10;
    static constexpr unsigned kFirstShift = 54;
    static constexpr unsigned kLetterBits = 6;
    std::vector<std::uint64_t> keys;
    std::vector<Place> places;

    void sort();
    /// Keys from `low` up to, not including, `high`; a high of 0 means no upper bound.
    Range between(Range within, std::uint64_t low, std::uint64_t high) const;
};

/// Names stand in letter order, so that a name's number is its rank by letter.
struct IndexData {
    std::vector<std::uint32_t> ids;
    std::vector<std::uint32_t> weightRank; ///< of each name
    std::vector<std::uint32_t> byWeight;   ///< the name at each rank
    std::vector<std::uint32_t> starts;     ///< of each name in the two below, and one more
    std::vector<std::uint16_t> symbolsAt;  ///< number of the Symbol
    std::vector<std::uint16_t> soundsAt;   ///< the reading in this name
    std::vector<Symbol> symbols;
    std::unordered_map<char32_t, std::uint16_t> symbolNumbers;
    std::vector<std::uint32_t> postingStarts; ///< of each symbol, and one more
    std::vector<Place> postings;              ///< beginnings of names first
    SortedPlaces beginnings;
    SortedPlaces insides;

    std::size_t size() const { return ids.size(); }
};

/// What search looks at in a name or a query: small letters, digits and other letters; marks and
/// spaces are dropped, full-width forms become plain ones, ü becomes v. 0 for what is dropped.
char32_t folded(char32_t c);

} // namespace atrium::search::detail
