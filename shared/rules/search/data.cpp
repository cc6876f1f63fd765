// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/search/data.h"

#include <algorithm>
#include <numeric>

namespace atrium::search::detail {

void Symbol::add(std::uint16_t sound) {
    const auto known = all();
    if (soundCount < kMostSounds && std::find(known.begin(), known.end(), sound) == known.end())
        sounds[soundCount++] = sound;
}

void SortedPlaces::sort() {
    std::vector<std::uint32_t> order(keys.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
        return keys[a] != keys[b] ? keys[a] < keys[b] : places[a].packed < places[b].packed;
    });
    std::vector<std::uint64_t> sortedKeys;
    std::vector<Place> sortedPlaces;
    sortedKeys.reserve(order.size());
    sortedPlaces.reserve(order.size());
    for (const std::uint32_t i : order) {
        sortedKeys.push_back(keys[i]);
        sortedPlaces.push_back(places[i]);
    }
    keys = std::move(sortedKeys);
    places = std::move(sortedPlaces);
}

Range SortedPlaces::between(Range within, std::uint64_t low, std::uint64_t high) const {
    const auto begin = keys.begin() + static_cast<std::ptrdiff_t>(within.low);
    const auto end = keys.begin() + static_cast<std::ptrdiff_t>(within.high);
    const auto from = std::lower_bound(begin, end, low);
    const auto to = high == 0 ? end : std::lower_bound(from, end, high);
    return {static_cast<std::uint32_t>(from - keys.begin()), static_cast<std::uint32_t>(to - keys.begin())};
}

} // namespace atrium::search::detail
