// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/setup.h"
#include "shared/model/result.h"

namespace atrium::services {

/// Refuses what would part the people from their call: a window serves only items whose queue waits in the
/// window's own area, because boards and loudspeakers of an area say the calls of its windows. Looks at what
/// next changes against the present record (for a new one: at all of it), so that an older fault elsewhere
/// stops no other edit. Windows, queues and items are looked at; other kinds pass.
[[nodiscard]] model::Result<void> checkAreas(const store::AnyRecord& next, const Setup& setup);

/// The same for one window of a whole set-up; the path points into the window.
[[nodiscard]] model::Result<void> checkAreas(const model::Window& window, const Setup& setup);

} // namespace atrium::services
