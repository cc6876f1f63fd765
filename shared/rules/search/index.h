// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/pinyin/pinyin.h"

#include <bitset>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Finds a service, department or place by what a citizen types: characters, full pinyin, initials
/// or a mixture of them (zh国, shenfz).
namespace atrium::search {

namespace detail {
struct IndexData;
}

/// One name to be found. `id` is the caller's own and comes back in the hits; names are UTF-8.
struct Entry {
    std::uint32_t id = 0;
    std::string_view name;
    std::uint32_t weight = 0; ///< for example tickets taken; more stands higher in `Order::weight`
};

/// How a name was found, best first; hits stand in this order.
enum class MatchKind : std::uint8_t {
    prefix,    ///< the characters typed begin the name
    initials,  ///< first letters of its syllables: sfz
    full,      ///< whole syllables, the last may be unfinished: shenfenz
    mixed,     ///< characters, syllables and first letters together: shenfz, 身fz
    alternate, ///< another reading of a character: zhongqing for 重庆
    fuzzy,     ///< zh/z, ch/c, sh/s, n/l, ng/n, v/u taken as the same
    inner,     ///< not at the beginning of the name
};

struct Hit {
    std::uint32_t id = 0;
    MatchKind kind = MatchKind::prefix;
    bool operator==(const Hit&) const = default;
};

/// Within one kind: by weight (letter for equals) or by letter (H3.3-04).
enum class Order : std::uint8_t { weight, letter };

struct FindOptions {
    std::size_t limit = 50;
    Order order = Order::weight;
    bool fuzzy = true;
    bool inner = true;
};

/// Bits 0-25 are a-z, bits 26-35 are 0-9.
using Letters = std::bitset<36>;

/// Immutable after `build`; any thread may search it, several at once.
class Index {
public:
    Index();
    ~Index();
    Index(Index&&) noexcept;
    Index& operator=(Index&&) noexcept;

    /// Reads the names once; they need not outlive the call. Names longer than 255 characters are
    /// searched by their first 255. Under a second for 50,000 names.
    static Index build(std::span<const Entry> entries, const pinyin::Overrides& overrides = {});

    /// Hits by kind, then by order. An empty query gives every name. Spaces and marks in the query
    /// are skipped, an apostrophe parts syllables (xi'an), capitals are small letters, and only
    /// the first 63 characters count.
    std::vector<Hit> find(std::string_view query, const FindOptions& options = {}) const;

    /// The letters and digits that, typed after `query`, still find something: the others may be
    /// greyed on the keyboard of the page.
    Letters nextLetters(std::string_view query, const FindOptions& options = {}) const;

    std::size_t size() const;
    std::size_t memoryBytes() const;

private:
    std::unique_ptr<const detail::IndexData> m_data;
};

/// The letter a name stands under in a list: 'A'-'Z', or '#' for what begins with none.
char groupLetter(std::string_view name, const pinyin::Overrides& overrides = {});

} // namespace atrium::search
