// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/search/data.h"
#include "shared/rules/search/index.h"
#include "shared/rules/search/query.h"

#include <optional>
#include <vector>

namespace atrium::search::detail {

/// A stretch of sorted places.
struct Candidates {
    Range range;
    /// What the names are that stand there by their own readings and do not begin with a letter:
    /// the key has said it all. Nothing: they must be compared.
    std::optional<MatchKind> sure;
};

/// Follows every way to cut a query that begins with a letter or digit into syllables through the
/// sorted places, dropping a way as soon as no name goes it. What remains are candidates: sounds
/// after the first are compared by their first letter only.
class Narrow {
public:
    Narrow(const IndexData& data, const SortedPlaces& places, const Query& query, bool fuzzy);

    /// They may overlap.
    const std::vector<Candidates>& candidates() const { return m_candidates; }

private:
    /// One way through the keys: what is cut off, and whether all of it were first letters.
    struct Way {
        std::uint64_t key = 0;
        std::size_t depth = 0;
        std::size_t at = 0;
        bool initials = false;
    };

    void first();
    void firstSound(std::uint16_t low, std::uint16_t high, std::size_t length);
    void deeper(Range range, Way way);
    void byLetter(Range range, Way way, std::uint8_t letter);
    void keep(Range range, std::optional<MatchKind> sure = std::nullopt);
    std::vector<std::uint8_t> lettersAt(std::size_t at) const;

    const IndexData& m_data;
    const SortedPlaces& m_places;
    const Query& m_query;
    bool m_fuzzy;
    std::vector<std::vector<std::uint8_t>> m_letters; ///< acceptable first letters at each place
    std::vector<Candidates> m_candidates;
};

} // namespace atrium::search::detail
