// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/search/match.h"

#include <algorithm>
#include <array>
#include <bit>

namespace atrium::search::detail {
namespace {

/// The kinds a way of reading the query may still become, as bits 1 << MatchKind.
using Kinds = std::uint8_t;

constexpr Kinds bit(MatchKind kind) {
    return static_cast<Kinds>(1U << static_cast<unsigned>(kind));
}

constexpr Kinds kPrefix = bit(MatchKind::prefix);
constexpr Kinds kInitials = bit(MatchKind::initials);
constexpr Kinds kFull = bit(MatchKind::full);
constexpr Kinds kFuzzy = bit(MatchKind::fuzzy);
constexpr Kinds kAlternate = bit(MatchKind::alternate) | kFuzzy;
constexpr Kinds kMixed = bit(MatchKind::mixed) | kAlternate;
constexpr Kinds kAll = kPrefix | kInitials | kFull | kMixed;

/// The kinds left when the typed character stands in the name itself.
Kinds literal(const Query& query, std::size_t at, const Symbol& symbol) {
    if (query.code(at) != symbol.code)
        return 0;
    return symbol.isLetter ? kAll : Kinds{kPrefix | kMixed};
}

/// The kinds left when the piece is read as this character.
Kinds spoken(const Piece& piece, bool last, const Symbol& symbol, std::uint16_t sound) {
    if (piece.sounds.has(sound)) {
        Kinds kinds = kMixed;
        if (piece.initial)
            kinds |= kInitials;
        if (last || piece.exact == sound)
            kinds |= kFull;
        return kinds;
    }
    for (const std::uint16_t other : symbol.all()) {
        if (piece.sounds.has(other))
            return kAlternate;
    }
    const Sounds& sounds = Sounds::table();
    return sound != Sounds::kNone && piece.fuzzySounds.has(sounds.fuzzy(sound)) ? kFuzzy : Kinds{0};
}

/// From which place in the query which kinds are open, the places as bits of `open`.
struct Front {
    std::uint64_t open = 0;
    std::array<Kinds, Query::kMost + 1> kinds;

    void add(std::size_t at, Kinds some) {
        if (some == 0)
            return;
        const std::uint64_t mask = std::uint64_t{1} << at;
        kinds[at] = (open & mask) != 0 ? static_cast<Kinds>(kinds[at] | some) : some;
        open |= mask;
    }
};

} // namespace

std::optional<MatchKind> match(const IndexData& data, const Query& query, Place place) {
    const std::uint32_t end = data.starts[place.name() + 1];
    std::array<Front, 2> fronts;
    Front* now = &fronts[0];
    Front* next = &fronts[1];
    now->add(0, kAll);
    Kinds found = 0;
    for (std::uint32_t i = data.starts[place.name()] + place.offset(); i < end && now->open != 0; ++i) {
        const Symbol& symbol = data.symbols[data.symbolsAt[i]];
        const std::uint16_t sound = data.soundsAt[i];
        next->open = 0;
        for (std::uint64_t rest = now->open; rest != 0; rest &= rest - 1) {
            const auto at = static_cast<std::size_t>(std::countr_zero(rest));
            const Kinds kinds = now->kinds[at];
            next->add(at + 1, kinds & literal(query, at, symbol));
            if (symbol.isLetter)
                continue;
            for (std::size_t length = 1; length <= query.longestPiece(at); ++length) {
                const bool last = at + length == query.size();
                next->add(at + length, kinds & spoken(query.piece(at, length), last, symbol, sound));
            }
        }
        const std::uint64_t whole = std::uint64_t{1} << query.size();
        if ((next->open & whole) != 0) {
            found |= next->kinds[query.size()];
            next->open &= ~whole;
        }
        std::swap(now, next);
    }
    if (found == 0)
        return std::nullopt;
    return static_cast<MatchKind>(std::countr_zero(found));
}

} // namespace atrium::search::detail
