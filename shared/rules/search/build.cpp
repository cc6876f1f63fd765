// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/search/build.h"

#include <algorithm>
#include <numeric>

namespace atrium::search::detail {
namespace {

constexpr std::size_t kLongestName = 255;
/// Readings of one name's beginning that get places of their own; the rest is found by comparing.
constexpr std::size_t kMostReadings = 8;

/// One name while the index is laid down: characters and their sounds.
struct Read {
    std::uint32_t entry = 0;
    std::u32string codes;
    std::vector<std::uint16_t> sounds;
};

std::uint16_t soundOf(char32_t code, std::string_view syllable) {
    if (letterNumber(code) != 0)
        return Sounds::table().number(std::string(1, static_cast<char>(code)));
    return syllable.empty() ? Sounds::kNone : Sounds::table().number(pinyin::withoutTone(syllable));
}

Read readName(std::uint32_t entry, std::string_view name, const pinyin::Overrides& overrides) {
    Read read{.entry = entry, .codes = {}, .sounds = {}};
    for (const pinyin::Syllable& syllable : pinyin::reading(name, overrides)) {
        const char32_t code = folded(pinyin::decode(syllable.hanzi).front());
        if (code == 0)
            continue;
        read.codes.push_back(code);
        read.sounds.push_back(soundOf(code, syllable.pinyin));
        if (read.codes.size() == kLongestName)
            break;
    }
    return read;
}

std::uint16_t symbolNumber(IndexData& data, char32_t code) {
    const auto next = static_cast<std::uint16_t>(data.symbols.size());
    const auto [found, isNew] = data.symbolNumbers.try_emplace(code, next);
    if (isNew) {
        Symbol symbol{.code = code, .isLetter = letterNumber(code) != 0};
        if (symbol.isLetter)
            symbol.add(soundOf(code, {}));
        for (const std::string& reading : pinyin::commonReadings(code))
            symbol.add(Sounds::table().number(pinyin::withoutTone(reading)));
        data.symbols.push_back(symbol);
    }
    return found->second;
}

void append(IndexData& data, const Read& read) {
    for (std::size_t i = 0; i < read.codes.size(); ++i) {
        const std::uint16_t number = symbolNumber(data, read.codes[i]);
        if (read.sounds[i] != Sounds::kNone)
            data.symbols[number].add(read.sounds[i]);
        data.symbolsAt.push_back(number);
        data.soundsAt.push_back(read.sounds[i]);
    }
    data.starts.push_back(static_cast<std::uint32_t>(data.symbolsAt.size()));
}

std::uint64_t letterBits(std::uint16_t sound, std::size_t depth) {
    return std::uint64_t{Sounds::table().letter(sound)}
           << (SortedPlaces::kFirstShift - SortedPlaces::kLetterBits * depth);
}

std::uint64_t keyOf(const IndexData& data, std::uint32_t name, std::uint32_t offset) {
    const std::uint32_t begin = data.starts[name] + offset;
    const std::uint32_t end = std::min<std::uint32_t>(data.starts[name + 1], begin + SortedPlaces::kDepth);
    std::uint64_t key = std::uint64_t{data.soundsAt[begin]} << SortedPlaces::kFirstShift;
    for (std::uint32_t i = begin + 1; i < end; ++i)
        key |= letterBits(data.soundsAt[i], i - begin);
    return key;
}

/// The keys of a place: as the name is read, and with other readings of characters that have some.
/// `depth` characters are varied.
std::vector<std::uint64_t> keysOf(const IndexData& data, std::uint32_t name, std::uint32_t offset,
                                  std::size_t depth) {
    std::vector<std::uint64_t> keys{keyOf(data, name, offset)};
    const std::uint32_t begin = data.starts[name] + offset;
    const std::size_t length = std::min<std::size_t>(data.starts[name + 1] - begin, depth);
    for (std::size_t d = 0; d < length; ++d) {
        const std::uint16_t own = data.soundsAt[begin + d];
        const auto part = [d](std::uint16_t sound) {
            return d == 0 ? std::uint64_t{sound} << SortedPlaces::kFirstShift : letterBits(sound, d);
        };
        const std::size_t before = keys.size();
        for (const std::uint16_t other : data.symbols[data.symbolsAt[begin + d]].all()) {
            if (part(other) == part(own))
                continue;
            for (std::size_t i = 0; i < before && keys.size() < kMostReadings; ++i)
                keys.push_back(keys[i] - part(own) + part(other));
        }
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

void placeKeys(IndexData& data) {
    const auto names = static_cast<std::uint32_t>(data.size());
    data.insides.keys.reserve(data.symbolsAt.size() * 3 / 2);
    data.insides.places.reserve(data.symbolsAt.size() * 3 / 2);
    for (std::uint32_t name = 0; name < names; ++name) {
        const std::uint32_t length = data.starts[name + 1] - data.starts[name];
        for (std::uint32_t offset = 0; offset < length; ++offset) {
            SortedPlaces& places = offset == 0 ? data.beginnings : data.insides;
            const std::uint64_t own = keyOf(data, name, offset);
            for (const std::uint64_t key :
                 keysOf(data, name, offset, offset == 0 ? SortedPlaces::kDepth : 1)) {
                places.keys.push_back(key);
                places.places.push_back(Place::of(name, offset, key != own));
            }
        }
    }
    data.beginnings.sort();
    data.insides.sort();
}

/// Counting sort of all places by symbol, the beginnings of names before the others.
void placePostings(IndexData& data) {
    std::vector<std::uint32_t>& starts = data.postingStarts;
    starts.assign(data.symbols.size() + 1, 0);
    for (const std::uint16_t symbol : data.symbolsAt)
        ++starts[symbol + 1U];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
    data.postings.resize(data.symbolsAt.size());
    const auto names = static_cast<std::uint32_t>(data.size());
    for (const bool beginning : {true, false}) {
        for (std::uint32_t name = 0; name < names; ++name) {
            const std::uint32_t length = data.starts[name + 1] - data.starts[name];
            const std::uint32_t last = beginning ? std::min(length, 1U) : length;
            for (std::uint32_t offset = beginning ? 0 : 1; offset < last; ++offset)
                data.postings[next[data.symbolsAt[data.starts[name] + offset]]++] = Place::of(name, offset);
        }
    }
}

void rankByWeight(IndexData& data, const std::vector<std::uint32_t>& weights) {
    data.byWeight.resize(weights.size());
    std::iota(data.byWeight.begin(), data.byWeight.end(), 0U);
    std::stable_sort(data.byWeight.begin(), data.byWeight.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return weights[a] > weights[b]; });
    data.weightRank.resize(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i)
        data.weightRank[data.byWeight[i]] = static_cast<std::uint32_t>(i);
}

} // namespace

std::unique_ptr<IndexData> build(std::span<const Entry> entries, const pinyin::Overrides& overrides) {
    std::vector<Read> names;
    names.reserve(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i)
        names.push_back(readName(static_cast<std::uint32_t>(i), entries[i].name, overrides));
    std::sort(names.begin(), names.end(), [&](const Read& a, const Read& b) {
        if (a.sounds != b.sounds)
            return a.sounds < b.sounds;
        return a.codes != b.codes ? a.codes < b.codes : entries[a.entry].id < entries[b.entry].id;
    });

    auto data = std::make_unique<IndexData>();
    data->starts.push_back(0);
    std::vector<std::uint32_t> weights;
    for (const Read& read : names) {
        append(*data, read);
        data->ids.push_back(entries[read.entry].id);
        weights.push_back(entries[read.entry].weight);
    }
    data->symbolsAt.shrink_to_fit();
    data->soundsAt.shrink_to_fit();
    rankByWeight(*data, weights);
    placeKeys(*data);
    placePostings(*data);
    return data;
}

} // namespace atrium::search::detail
