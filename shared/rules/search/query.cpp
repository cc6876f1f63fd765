// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/search/query.h"

#include "shared/rules/pinyin/pinyin.h"

#include <string>

namespace atrium::search::detail {

Query::Query(std::string_view text) {
    // Four bytes are the most one character takes, marks between them aside; beyond that nothing counts.
    for (const char32_t c : pinyin::decode(text.substr(0, 4096))) {
        if (c == U'\'' || c == 0x2019) {
            m_open = true;
            continue;
        }
        const char32_t plain = folded(c);
        if (plain == 0)
            continue;
        m_codes.push_back(plain);
        m_parted.push_back(m_open);
        m_open = false;
        if (m_codes.size() == kMost)
            break;
    }
    prepare();
}

Query Query::with(char c) const {
    Query longer;
    longer.m_codes = m_codes;
    longer.m_parted = m_parted;
    if (m_codes.size() < kMost) {
        longer.m_codes.push_back(static_cast<unsigned char>(c));
        longer.m_parted.push_back(m_open);
    }
    longer.prepare();
    return longer;
}

void Query::prepare() {
    const Sounds& sounds = Sounds::table();
    m_pieces.assign(m_codes.size(), {});
    for (std::size_t at = 0; at < m_codes.size(); ++at) {
        std::string text;
        while (text.size() < kLongestPiece && at + text.size() < m_codes.size() &&
               isLetter(at + text.size()) && (text.empty() || !m_parted[at + text.size()])) {
            text.push_back(static_cast<char>(m_codes[at + text.size()]));
            const Piece piece{.sounds = sounds.startingWith(text),
                              .fuzzySounds = sounds.fuzzyStartingWith(text),
                              .exact = sounds.number(text),
                              .initial = text.size() == 1 || text == "zh" || text == "ch" || text == "sh"};
            if (!piece.possible())
                break;
            m_pieces[at].push_back(piece);
        }
    }
}

} // namespace atrium::search::detail
