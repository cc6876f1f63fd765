// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/search/data.h"
#include "shared/rules/search/query.h"

#include <vector>

namespace atrium::search::detail {

/// Follows every way to cut a query that begins with a letter or digit into syllables through the
/// sorted places, dropping a way as soon as no name goes it. What remains are candidates: sounds
/// after the first are compared by their first letter only.
class Narrow {
public:
    Narrow(const IndexData& data, const SortedPlaces& places, const Query& query, bool fuzzy);

    /// Ranges of `places`; they may overlap.
    const std::vector<Range>& ranges() const { return m_ranges; }

private:
    void first();
    void firstSound(std::uint16_t low, std::uint16_t high, std::size_t length);
    void deeper(Range range, std::uint64_t key, std::size_t depth, std::size_t at);
    void byLetter(Range range, std::uint64_t key, std::size_t depth, std::size_t at, std::uint8_t letter);
    std::vector<std::uint8_t> lettersAt(std::size_t at) const;

    const IndexData& m_data;
    const SortedPlaces& m_places;
    const Query& m_query;
    bool m_fuzzy;
    std::vector<std::vector<std::uint8_t>> m_letters; ///< acceptable first letters at each place
    std::vector<Range> m_ranges;
};

} // namespace atrium::search::detail
