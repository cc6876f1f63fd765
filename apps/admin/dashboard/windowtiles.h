// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/admin/dashboard/windowgrid.h"
#include "shared/model/instant.h"

namespace atrium::sync {
class Replica;
}

namespace atrium::admin {

/// Every active window of the replica as a tile, in order of its number; now tells how long a pause lasts.
[[nodiscard]] QList<WindowTile> windowTiles(const sync::Replica& replica, model::Instant now);

} // namespace atrium::admin
