// SPDX-License-Identifier: GPL-3.0-or-later
// Which service items compete for the same windows.
#pragma once

#include "shared/model/ids.h"

#include <cstddef>
#include <unordered_map>
#include <vector>

namespace atrium::estimate {

/// Items served by exactly the same windows, open or not.
struct Pool {
    std::vector<model::WindowId> windows;
    std::vector<model::ServiceItemId> items;
    std::vector<std::size_t> near; ///< indexes of pools that share a window with it, its own among them
};

/// All pools of a set-up; made once for each set-up, for it looks at every pair of pools.
class Pools {
public:
    using WindowsOfItem = std::unordered_map<model::ServiceItemId, std::vector<model::WindowId>>;

    Pools() = default;
    /// The windows of each item in the same order.
    explicit Pools(const WindowsOfItem& windowsOfItem);

    /// indexOf an item that no window serves.
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    [[nodiscard]] std::size_t indexOf(const model::ServiceItemId& item) const;
    [[nodiscard]] const Pool& at(std::size_t index) const { return m_pools[index]; }
    [[nodiscard]] std::size_t size() const { return m_pools.size(); }

private:
    std::vector<Pool> m_pools;
    std::unordered_map<model::ServiceItemId, std::size_t> m_ofItem;
};

} // namespace atrium::estimate
