// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/search/data.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace atrium::search::detail {

/// A stretch of typed letters taken as (the beginning of) one syllable.
struct Piece {
    Range sounds;      ///< sounds that begin with it
    Range fuzzySounds; ///< fuzzy numbers that begin with it
    std::uint16_t exact = Sounds::kNone;
    bool initial = false; ///< one letter, or zh, ch, sh
    bool possible() const { return !sounds.empty() || !fuzzySounds.empty(); }
};

/// What was typed, folded, with every way to cut it into syllables prepared.
class Query {
public:
    static constexpr std::size_t kMost = 63;
    static constexpr std::size_t kLongestPiece = 6; ///< zhuang

    explicit Query(std::string_view text);

    std::size_t size() const { return m_codes.size(); }
    char32_t code(std::size_t at) const { return m_codes[at]; }
    bool isLetter(std::size_t at) const { return m_codes[at] >= U'a' && m_codes[at] <= U'z'; }
    /// The longest stretch of letters that may be one piece at `at`; 0 where no letter stands.
    std::size_t longestPiece(std::size_t at) const { return m_pieces[at].size(); }
    /// `length` from 1 to longestPiece(at).
    const Piece& piece(std::size_t at, std::size_t length) const { return m_pieces[at][length - 1]; }

    /// One more letter or digit, as if typed.
    Query with(char c) const;

private:
    Query() = default;
    void prepare();

    std::vector<char32_t> m_codes;
    std::vector<bool> m_parted; ///< an apostrophe stands before it
    std::vector<std::vector<Piece>> m_pieces;
    bool m_open = false; ///< ends with an apostrophe
};

} // namespace atrium::search::detail
