// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/search/build.h"
#include "shared/rules/search/index.h"
#include "shared/rules/search/match.h"
#include "tests/support/servicenames.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

namespace atrium::search {
namespace {

constexpr std::size_t kAll = 1'000'000;

struct Catalogue {
    std::vector<std::string> names = tests::serviceNames(3000, 7);
    Index index;
    std::unique_ptr<detail::IndexData> data; ///< the same, to be compared name by name

    Catalogue() {
        std::vector<Entry> entries;
        for (std::uint32_t i = 0; i < names.size(); ++i)
            entries.push_back({.id = i, .name = names[i], .weight = i % 97});
        index = Index::build(entries);
        data = detail::build(entries, {});
    }
};

const Catalogue& catalogue() {
    static const Catalogue made;
    return made;
}

/// What is typed for a name: whole syllables, or their first letters.
std::string typed(const std::string& name, bool initials) {
    std::string out;
    for (const auto& s : pinyin::reading(name)) {
        if (!s.pinyin.empty())
            out += initials ? s.pinyin.substr(0, 1) : std::string(pinyin::withoutTone(s.pinyin));
        else if (s.hanzi.size() == 1)
            out += s.hanzi;
    }
    return out;
}

std::set<std::uint32_t> found(std::string_view query, MatchKind worst) {
    std::set<std::uint32_t> ids;
    for (const Hit& hit : catalogue().index.find(query, {.limit = kAll})) {
        if (hit.kind <= worst)
            ids.insert(hit.id);
    }
    return ids;
}

std::uint32_t anyName() {
    return *rc::gen::inRange<std::uint32_t>(0, static_cast<std::uint32_t>(catalogue().names.size()));
}

/// Something a citizen may type for this name, each character in a way of its own.
std::string anyTyping(const std::string& name) {
    std::string out;
    for (const auto& s : pinyin::reading(name)) {
        const std::string syllable(pinyin::withoutTone(s.pinyin));
        switch (*rc::gen::inRange(0, 4)) {
        case 0:
            out += s.hanzi;
            break;
        case 1:
            out += syllable.empty() ? s.hanzi : syllable.substr(0, 1);
            break;
        default:
            out += syllable.empty() ? s.hanzi : syllable;
        }
    }
    return out;
}

TEST(SearchProperties, EveryNameIsFoundByItsPinyinAndInitialsAndAllTheirPrefixes) {
    EXPECT_TRUE(rc::check("found by prefixes", [] {
        const std::uint32_t id = anyName();
        const std::string& name = catalogue().names[id];
        for (const bool initials : {true, false}) {
            const std::string all = typed(name, initials).substr(0, 63);
            for (std::size_t n = 1; n <= all.size(); ++n) {
                const MatchKind worst = initials ? MatchKind::initials : MatchKind::full;
                RC_ASSERT(found(std::string_view(all).substr(0, n), worst).contains(id));
            }
        }
    }));
}

TEST(SearchProperties, EveryNameIsFoundByAnyMixture) {
    EXPECT_TRUE(rc::check("found by mixtures", [] {
        const std::uint32_t id = anyName();
        const std::string query = anyTyping(catalogue().names[id]);
        RC_ASSERT(found(query, MatchKind::mixed).contains(id));
    }));
}

TEST(SearchProperties, EveryNameIsFoundFromEachCharacterOn) {
    EXPECT_TRUE(rc::check("found inside", [] {
        const std::uint32_t id = anyName();
        const std::string& name = catalogue().names[id];
        const std::string all = typed(name, false);
        const std::string full = all.substr(0, 63);
        // Characters from the middle on, as they are written.
        const std::u32string points = pinyin::decode(name);
        const std::string rest = pinyin::encode(
            std::u32string_view(points).substr(*rc::gen::inRange<std::size_t>(0, points.size() - 1)));
        RC_ASSERT(found(rest, MatchKind::inner).contains(id) || rest.empty());
        RC_ASSERT(found(full, MatchKind::inner).contains(id));
    }));
}

TEST(SearchProperties, TypingOnNeverFindsMore) {
    EXPECT_TRUE(rc::check("a longer query's names are among the shorter's", [] {
        const std::u32string all = pinyin::decode(anyTyping(catalogue().names[anyName()]));
        const std::size_t n = *rc::gen::inRange<std::size_t>(1, all.size() + 1);
        const std::u32string_view longer = std::u32string_view(all).substr(0, n);
        const auto more = found(pinyin::encode(longer), MatchKind::alternate);
        const auto less = found(pinyin::encode(longer.substr(0, n - 1)), MatchKind::alternate);
        RC_LOG() << "typed: " << pinyin::encode(longer) << '\n';
        RC_ASSERT(std::includes(less.begin(), less.end(), more.begin(), more.end()));
    }));
}

/// What comparing every place of every name finds, with no key to narrow them down.
std::map<std::uint32_t, MatchKind> compared(std::string_view text) {
    const detail::IndexData& data = *catalogue().data;
    const detail::Query query(text);
    std::map<std::uint32_t, MatchKind> kinds;
    for (std::uint32_t name = 0; name < data.size(); ++name) {
        if (const auto kind = detail::match(data, query, detail::Place::of(name, 0)))
            kinds[data.ids[name]] = *kind;
        const std::uint32_t length = data.starts[name + 1] - data.starts[name];
        for (std::uint32_t at = 1; at < length && !kinds.contains(data.ids[name]); ++at) {
            const auto kind = detail::match(data, query, detail::Place::of(name, at));
            if (kind && *kind != MatchKind::fuzzy)
                kinds[data.ids[name]] = MatchKind::inner;
        }
    }
    return kinds;
}

/// The beginning of a name's typing with a character of another name in it.
std::string anySlip() {
    std::u32string typing = pinyin::decode(anyTyping(catalogue().names[anyName()]));
    typing.resize(*rc::gen::inRange<std::size_t>(1, std::min<std::size_t>(typing.size(), 12) + 1));
    if (*rc::gen::arbitrary<bool>()) {
        const std::u32string other = pinyin::decode(catalogue().names[anyName()]);
        typing[*rc::gen::inRange<std::size_t>(0, typing.size())] =
            other[*rc::gen::inRange<std::size_t>(0, other.size())];
    }
    return pinyin::encode(typing);
}

TEST(SearchProperties, FindsWhatComparingEveryNameFinds) {
    EXPECT_TRUE(rc::check("hits are true, and none as the name is read is missing", [] {
        const std::string query = anySlip();
        RC_LOG() << "typed: " << query << '\n';
        RC_PRE(detail::Query(query).size() > 0); // marks alone are no query
        std::map<std::uint32_t, MatchKind> all = compared(query);
        std::map<std::uint32_t, MatchKind> hits;
        for (const Hit& hit : catalogue().index.find(query, {.limit = kAll})) {
            hits[hit.id] = hit.kind;
            if (!all.contains(hit.id) || all[hit.id] != hit.kind)
                RC_FAIL("not so: " + catalogue().names[hit.id]);
        }
        for (const auto& [id, kind] : all) {
            if (kind <= MatchKind::mixed && !hits.contains(id))
                RC_FAIL("missing: " + catalogue().names[id]);
        }
    }));
}

TEST(SearchProperties, HitsAreOncePerNameAndInOrder) {
    EXPECT_TRUE(rc::check("kinds rise, names are not repeated, the limit only cuts", [] {
        const std::string all = anyTyping(catalogue().names[anyName()]);
        const std::string query =
            pinyin::encode(pinyin::decode(all).substr(0, *rc::gen::inRange<std::size_t>(1, 8)));
        const auto hits = catalogue().index.find(query, {.limit = kAll});
        RC_ASSERT(std::is_sorted(hits.begin(), hits.end(),
                                 [](const Hit& a, const Hit& b) { return a.kind < b.kind; }));
        std::set<std::uint32_t> ids;
        for (const Hit& hit : hits)
            RC_ASSERT(ids.insert(hit.id).second);
        const std::size_t limit = *rc::gen::inRange<std::size_t>(1, 60);
        const auto few = catalogue().index.find(query, {.limit = limit});
        RC_ASSERT(few.size() == std::min(limit, hits.size()));
        RC_ASSERT(std::equal(few.begin(), few.end(), hits.begin()));
    }));
}

TEST(SearchProperties, NextLettersAreThoseThatFindSomething) {
    EXPECT_TRUE(rc::check("greyed keys are dead, the others are not", [] {
        const std::string query = typed(catalogue().names[anyName()], *rc::gen::arbitrary<bool>())
                                      .substr(0, *rc::gen::inRange<std::size_t>(0, 10));
        const Letters letters = catalogue().index.nextLetters(query);
        for (std::size_t i = 0; i < letters.size(); ++i) {
            const std::string longer = query + static_cast<char>(i < 26 ? 'a' + i : '0' + (i - 26));
            RC_ASSERT(letters[i] == !catalogue().index.find(longer, {.limit = 1}).empty());
        }
    }));
}

TEST(SearchProperties, AnyBytesAreAnswered) {
    EXPECT_TRUE(rc::check("no query breaks it", [](const std::string& bytes) {
        const auto hits = catalogue().index.find(bytes);
        RC_ASSERT(hits.size() <= 50U);
        catalogue().index.nextLetters(bytes);
    }));
}

} // namespace
} // namespace atrium::search
