// SPDX-License-Identifier: GPL-3.0-or-later
// The one reckoning of an expected wait: what a kiosk offers and what a ticket then says come of it.
#pragma once

#include "shared/model/ids.h"
#include "shared/model/queue.h"
#include "shared/rules/estimate/estimate.h"

#include <functional>
#include <optional>
#include <vector>

namespace atrium::estimate {

/// Somebody who wants a service item.
struct Errand {
    model::ServiceItemId itemId;
    std::optional<model::WindowId> onlyWindowId; ///< transferred to this window alone
    double serviceSeconds = 0;                   ///< of the queue; 0 while unknown
};

/// People who want the same and will be called before somebody.
struct Ahead {
    Errand errand;
    int people = 0;
};

/// A window that is open and serves an item.
struct OpenWindow {
    model::WindowId id;
    bool isIdle = false;
};
/// All of them for an item; read at once. Quickest where items that the same windows serve follow each other
/// and give the same object.
using OpenWindows = std::function<const std::vector<OpenWindow>&(const model::ServiceItemId&)>;

/// Whether somebody works there now. A paused window is not open: nobody knows when it returns.
[[nodiscard]] bool isOpen(model::WindowState state);

/// Seconds of a service: the day's own mean, or the planned value until there is one.
[[nodiscard]] double serviceSeconds(const model::QueueDay* day, const model::Queue* queue);

/// How long `own` waits behind those ahead, who may be of any queue. Of them count those whom the windows for
/// `own` will call: one who may as well go elsewhere counts in part. Nothing when no window for it is open.
/// `told` is the number of people ahead that stands beside the wait: while it is not 0, the wait is not
/// said to be none.
[[nodiscard]] std::optional<Interval> wait(const Errand& own, const std::vector<Ahead>& ahead, int told,
                                           const OpenWindows& windowsOf);

} // namespace atrium::estimate
