// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/search/index.h"

#include "shared/rules/search/build.h"
#include "shared/rules/search/match.h"
#include "shared/rules/search/narrow.h"

#include <algorithm>
#include <array>
#include <string>

namespace atrium::search {

using detail::IndexData;
using detail::Place;
using detail::Query;

namespace {

constexpr std::size_t kKinds = static_cast<std::size_t>(MatchKind::inner) + 1;

/// One search: collects names by kind, each name once, and knows when it has enough.
class Search {
public:
    Search(const IndexData& data, const Query& query, const FindOptions& options)
        : m_data(data), m_query(query), m_options(options), m_seen(data.size(), false) {}

    /// Runs until `limit` names of the better kinds are sure; `limit` may be 1 to ask if there is any.
    void run() {
        if (m_query.code(0) > 0x7F) {
            fromCharacter();
            return;
        }
        from(m_data.beginnings, false, false);
        if (m_options.fuzzy && !enough())
            from(m_data.beginnings, true, false);
        if (m_options.inner && !enough())
            from(m_data.insides, false, true);
    }

    bool any() const {
        return std::any_of(m_found.begin(), m_found.end(), [](const auto& names) { return !names.empty(); });
    }

    std::vector<Hit> hits() {
        std::vector<Hit> out;
        for (std::size_t kind = 0; kind < kKinds && out.size() < m_options.limit; ++kind) {
            auto& ranks = m_found[kind];
            const std::size_t wanted = std::min(ranks.size(), m_options.limit - out.size());
            const auto end = ranks.begin() + static_cast<std::ptrdiff_t>(wanted);
            if (wanted < ranks.size())
                std::nth_element(ranks.begin(), end, ranks.end());
            std::sort(ranks.begin(), end);
            for (std::size_t i = 0; i < wanted; ++i) {
                const std::uint32_t name =
                    m_options.order == Order::weight ? m_data.byWeight[ranks[i]] : ranks[i];
                out.push_back({m_data.ids[name], static_cast<MatchKind>(kind)});
            }
        }
        return out;
    }

    /// Stop at the first name found: for `nextLetters`.
    void stopAtFirst() { m_first = true; }

private:
    std::uint32_t rank(std::uint32_t name) const {
        return m_options.order == Order::weight ? m_data.weightRank[name] : name;
    }

    bool enough() const {
        std::size_t count = 0;
        for (const auto& names : m_found)
            count += names.size();
        return count >= (m_first ? 1 : m_options.limit);
    }

    /// Compares the name at this place; true when the whole search may stop.
    bool look(Place place, bool inside) {
        if (m_seen[place.name()])
            return false;
        const auto kind = detail::match(m_data, m_query, place);
        if (!kind || (*kind == MatchKind::fuzzy && (inside || !m_options.fuzzy)))
            return false;
        m_seen[place.name()] = true;
        m_found[static_cast<std::size_t>(inside ? MatchKind::inner : *kind)].push_back(rank(place.name()));
        return m_first;
    }

    /// The same for a place whose key already told the kind. A name that begins with a letter may be
    /// found by its characters, which is better, so it is compared all the same.
    bool take(Place place, bool letterFirst, bool inside, MatchKind sure) {
        const std::uint32_t name = place.name();
        if (m_seen[name])
            return false;
        if (!inside && (letterFirst || (place.alternate() && !reads(name, sure))))
            return look(place, inside);
        m_seen[name] = true;
        m_found[static_cast<std::size_t>(inside ? MatchKind::inner : sure)].push_back(rank(name));
        return m_first;
    }

    /// The name as it is read is of that kind: where its key has another reading, that is further on.
    bool reads(std::uint32_t name, MatchKind sure) const {
        const std::uint32_t begin = m_data.starts[name];
        if (m_query.longestPiece(0) >= m_query.size()) {
            const detail::Piece& whole = m_query.piece(0, m_query.size());
            if (whole.initial == (sure == MatchKind::initials) && whole.sounds.has(m_data.soundsAt[begin]))
                return true;
        }
        if (sure != MatchKind::initials || m_data.starts[name + 1] - begin < m_query.size())
            return false;
        const detail::Sounds& sounds = detail::Sounds::table();
        for (std::uint32_t i = 0; i < m_query.size(); ++i) {
            if (sounds.letter(m_data.soundsAt[begin + i]) != detail::letterNumber(m_query.code(i)))
                return false;
        }
        return true;
    }

    void from(const detail::SortedPlaces& places, bool fuzzy, bool inside) {
        std::vector<detail::Candidates> candidates =
            detail::Narrow(m_data, places, m_query, fuzzy).candidates();
        // Those to be compared first: comparing finds the best kind of a name that both hold.
        std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
            return a.sure.has_value() != b.sure.has_value() ? b.sure.has_value() : a.range.low < b.range.low;
        });
        const std::string typed(1, static_cast<char>(m_query.code(0)));
        const std::uint16_t single = detail::Sounds::table().number(typed);
        std::uint32_t at = 0;
        bool sure = false;
        for (const detail::Candidates& some : candidates) {
            if (some.sure && !sure)
                at = 0;
            sure = some.sure.has_value();
            for (at = std::max(at, some.range.low); at < some.range.high; ++at) {
                const Place place = places.places[at];
                const bool letterFirst = places.keys[at] >> detail::SortedPlaces::kFirstShift == single;
                if (sure ? take(place, letterFirst, inside, *some.sure) : look(place, inside))
                    return;
            }
        }
    }

    void fromCharacter() {
        const auto known = m_data.symbolNumbers.find(m_query.code(0));
        if (known == m_data.symbolNumbers.end())
            return;
        std::uint32_t at = m_data.postingStarts[known->second];
        const std::uint32_t end = m_data.postingStarts[known->second + 1U];
        for (; at < end && m_data.postings[at].offset() == 0; ++at) {
            if (look(m_data.postings[at], false))
                return;
        }
        if (!m_options.inner || enough())
            return;
        for (; at < end; ++at) {
            if (look(m_data.postings[at], true))
                return;
        }
    }

    const IndexData& m_data;
    const Query& m_query;
    const FindOptions& m_options;
    std::vector<bool> m_seen;
    std::array<std::vector<std::uint32_t>, kKinds> m_found; ///< ranks, by kind
    bool m_first = false;
};

/// Every name, in order: what an empty query gives.
std::vector<Hit> everything(const IndexData& data, const FindOptions& options) {
    std::vector<Hit> out;
    for (std::uint32_t i = 0; i < data.size() && i < options.limit; ++i) {
        const std::uint32_t name = options.order == Order::weight ? data.byWeight[i] : i;
        out.push_back({data.ids[name], MatchKind::prefix});
    }
    return out;
}

} // namespace

Index::Index() : m_data(std::make_unique<IndexData>()) {}
Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

Index Index::build(std::span<const Entry> entries, const pinyin::Overrides& overrides) {
    Index index;
    index.m_data = detail::build(entries, overrides);
    return index;
}

std::vector<Hit> Index::find(std::string_view query, const FindOptions& options) const {
    if (options.limit == 0 || size() == 0)
        return {};
    const Query typed(query);
    if (typed.size() == 0)
        return everything(*m_data, options);
    Search search(*m_data, typed, options);
    search.run();
    return search.hits();
}

Letters Index::nextLetters(std::string_view query, const FindOptions& options) const {
    Letters letters;
    const Query typed(query);
    if (size() == 0 || typed.size() == Query::kMost)
        return letters;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const Query longer = typed.with(static_cast<char>(i < 26 ? 'a' + i : '0' + (i - 26)));
        Search search(*m_data, longer, options);
        search.stopAtFirst();
        search.run();
        letters.set(i, search.any());
    }
    return letters;
}

std::size_t Index::size() const {
    return m_data->size();
}

std::size_t Index::memoryBytes() const {
    const auto bytes = [](const auto& list) { return list.capacity() * sizeof(list[0]); };
    const IndexData& d = *m_data;
    return bytes(d.ids) + bytes(d.weightRank) + bytes(d.byWeight) + bytes(d.starts) + bytes(d.symbolsAt) +
           bytes(d.soundsAt) + bytes(d.symbols) + bytes(d.postingStarts) + bytes(d.postings) +
           bytes(d.beginnings.keys) + bytes(d.beginnings.places) + bytes(d.insides.keys) +
           bytes(d.insides.places) + d.symbolNumbers.size() * 4 * sizeof(void*);
}

char groupLetter(std::string_view name, const pinyin::Overrides& overrides) {
    for (const pinyin::Syllable& syllable : pinyin::reading(name, overrides)) {
        const char32_t code = detail::folded(pinyin::decode(syllable.hanzi).front());
        if (code == 0)
            continue;
        const char first =
            !syllable.pinyin.empty() ? syllable.pinyin.front() : static_cast<char>(code < 0x80 ? code : 0);
        return first >= 'a' && first <= 'z' ? static_cast<char>(first - 'a' + 'A') : '#';
    }
    return '#';
}

} // namespace atrium::search
