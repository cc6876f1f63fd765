// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/search/narrow.h"

#include <algorithm>

namespace atrium::search::detail {
namespace {

/// Where the letter of depth 1 to 9 stands in a key.
unsigned shiftAt(std::size_t depth) {
    return SortedPlaces::kFirstShift - SortedPlaces::kLetterBits * static_cast<unsigned>(depth);
}

/// Below this it is quicker to compare the candidates than to cut them further.
constexpr std::uint32_t kFewEnough = 12;

} // namespace

Narrow::Narrow(const IndexData& data, const SortedPlaces& places, const Query& query, bool fuzzy)
    : m_data(data), m_places(places), m_query(query), m_fuzzy(fuzzy) {
    for (std::size_t at = 0; at < query.size(); ++at)
        m_letters.push_back(lettersAt(at));
    first();
}

std::vector<std::uint8_t> Narrow::lettersAt(std::size_t at) const {
    const char32_t code = m_query.code(at);
    std::vector<std::uint8_t> letters;
    if (const std::uint8_t own = letterNumber(code); own != 0) {
        letters.push_back(own);
        if (m_fuzzy && (code == U'n' || code == U'l'))
            letters.push_back(letterNumber(code == U'n' ? U'l' : U'n'));
        return letters;
    }
    // A character typed after letters: its readings in the names, or itself when it has none.
    const auto known = m_data.symbolNumbers.find(code);
    if (known == m_data.symbolNumbers.end())
        return letters;
    const Symbol& symbol = m_data.symbols[known->second];
    for (const std::uint16_t sound : symbol.all())
        letters.push_back(Sounds::table().letter(sound));
    if (symbol.soundCount == 0)
        letters.push_back(0);
    std::sort(letters.begin(), letters.end());
    letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
    return letters;
}

void Narrow::first() {
    const Sounds& sounds = Sounds::table();
    if (!m_query.isLetter(0)) {
        const std::string digit(1, static_cast<char>(m_query.code(0)));
        const std::uint16_t sound = sounds.number(digit);
        firstSound(sound, static_cast<std::uint16_t>(sound + 1), 1);
        return;
    }
    for (std::size_t length = 1; length <= m_query.longestPiece(0); ++length) {
        const Piece& piece = m_query.piece(0, length);
        if (!m_fuzzy) {
            firstSound(static_cast<std::uint16_t>(piece.sounds.low),
                       static_cast<std::uint16_t>(piece.sounds.high), length);
            continue;
        }
        for (std::uint16_t sound = 0; sound < sounds.size(); ++sound) {
            if (piece.fuzzySounds.has(sounds.fuzzy(sound)) || piece.sounds.has(sound))
                firstSound(sound, static_cast<std::uint16_t>(sound + 1), length);
        }
    }
}

void Narrow::keep(Range range, std::optional<MatchKind> sure) {
    m_candidates.push_back({range, m_fuzzy ? std::nullopt : sure});
}

void Narrow::firstSound(std::uint16_t low, std::uint16_t high, std::size_t length) {
    const Range all{0, static_cast<std::uint32_t>(m_places.keys.size())};
    const Range range = m_places.between(all, std::uint64_t{low} << SortedPlaces::kFirstShift,
                                         std::uint64_t{high} << SortedPlaces::kFirstShift);
    if (range.empty())
        return;
    if (length == m_query.size()) {
        const bool initial = !m_query.isLetter(0) || m_query.piece(0, length).initial;
        keep(range, initial ? MatchKind::initials : MatchKind::full);
        return;
    }
    if (range.high - range.low <= kFewEnough) {
        keep(range);
        return;
    }
    // The letters that follow are sorted within one sound only.
    std::uint32_t at = range.low;
    while (at < range.high) {
        const std::uint64_t sound = m_places.keys[at] >> SortedPlaces::kFirstShift;
        const Range one = m_places.between({at, range.high}, sound << SortedPlaces::kFirstShift,
                                           (sound + 1) << SortedPlaces::kFirstShift);
        deeper(
            one,
            {.key = sound << SortedPlaces::kFirstShift, .depth = 1, .at = length, .initials = length == 1});
        at = one.high;
    }
}

void Narrow::deeper(Range range, Way way) {
    if (way.depth == SortedPlaces::kDepth || range.high - range.low <= kFewEnough) {
        keep(range);
        return;
    }
    for (const std::uint8_t letter : m_letters[way.at])
        byLetter(range, way, letter);
}

void Narrow::byLetter(Range range, Way way, std::uint8_t letter) {
    const std::uint64_t low = way.key | std::uint64_t{letter} << shiftAt(way.depth);
    const Range part = m_places.between(range, low, low + (std::uint64_t{1} << shiftAt(way.depth)));
    if (part.empty())
        return;
    const std::size_t longest = std::max<std::size_t>(m_query.longestPiece(way.at), 1);
    // A typed character shares its reading with others: its letter alone says nothing for sure.
    const bool plain = letterNumber(m_query.code(way.at)) != 0;
    if (way.at + longest == m_query.size()) {
        // All cuts that end the query here see the same part; comparing tells longer pieces apart.
        const bool sure = way.initials && plain && longest == 1;
        keep(part, sure ? std::optional(MatchKind::initials) : std::nullopt);
        return;
    }
    if (part.high - part.low <= kFewEnough) {
        keep(part);
        return;
    }
    for (std::size_t length = 1; length <= longest; ++length) {
        deeper(part, {.key = low,
                      .depth = way.depth + 1,
                      .at = way.at + length,
                      .initials = way.initials && plain && length == 1});
    }
}

} // namespace atrium::search::detail
