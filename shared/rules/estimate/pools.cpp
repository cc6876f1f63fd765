// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/estimate/pools.h"

#include <algorithm>
#include <map>

namespace atrium::estimate {
namespace {

bool shareWindow(const Pool& a, const Pool& b) {
    return std::find_first_of(a.windows.begin(), a.windows.end(), b.windows.begin(), b.windows.end()) !=
           a.windows.end();
}

} // namespace

Pools::Pools(const WindowsOfItem& windowsOfItem) {
    std::map<std::vector<model::WindowId>, std::size_t> known;
    for (const auto& [item, windows] : windowsOfItem) {
        const auto [pool, isNew] = known.emplace(windows, m_pools.size());
        if (isNew)
            m_pools.push_back({windows, {}, {}});
        m_pools[pool->second].items.push_back(item);
        m_ofItem.emplace(item, pool->second);
    }
    for (auto& pool : m_pools)
        for (std::size_t other = 0; other < m_pools.size(); ++other)
            if (shareWindow(pool, m_pools[other]))
                pool.near.push_back(other);
}

std::size_t Pools::indexOf(const model::ServiceItemId& item) const {
    const auto found = m_ofItem.find(item);
    return found == m_ofItem.end() ? kNone : found->second;
}

} // namespace atrium::estimate
