// SPDX-License-Identifier: GPL-3.0-or-later
// The one reckoning of an expected wait: what a kiosk offers and what a ticket then says come of it.
#pragma once

#include "shared/model/ids.h"
#include "shared/model/queue.h"
#include "shared/rules/estimate/estimate.h"

#include <optional>
#include <vector>

namespace atrium::estimate {

/// A window that is open and serves an item.
struct OpenWindow {
    model::WindowId id;
    bool isIdle = false;
};

/// Whether somebody works there now. A paused window is not open: nobody knows when it returns.
[[nodiscard]] bool isOpen(model::WindowState state);

/// Seconds of a service: the day's own mean, or the planned value until there is one.
[[nodiscard]] double serviceSeconds(const model::QueueDay* day, const model::Queue* queue);

/// The work that comes before somebody, of any queue. Of it counts what the windows for that somebody will
/// do: people who may as well go elsewhere count in part. Refers to what it is given.
class WorkAhead {
public:
    /// windows: all that are open for what is wanted. only: the one that will call, when it is one; while it
    /// is away the others do in the end.
    WorkAhead(const std::vector<OpenWindow>& windows, const model::WindowId* only);

    /// People who will be called before, what each takes, and the same of their windows. Quickest where the
    /// same object comes for the same windows, one after the other.
    void add(int people, double seconds, const std::vector<OpenWindow>& windows, const model::WindowId* only);

    /// How many of them the windows for that somebody will call before: what a citizen is told, so that
    /// people and minutes come of one reckoning. Parts of people count as one: nobody is promised too few.
    [[nodiscard]] int people() const;

    /// Nothing when no window is open. told: the number of people ahead that stands beside the wait; while it
    /// is not 0, the wait is not said to be none.
    [[nodiscard]] std::optional<Interval> wait(double ownSeconds, int told) const;

private:
    [[nodiscard]] bool isMine(const model::WindowId& id) const;
    [[nodiscard]] double shareOf(const std::vector<OpenWindow>& theirs);

    const std::vector<OpenWindow>& m_windows;
    const OpenWindow* m_only;
    const std::vector<OpenWindow>* m_last = nullptr; ///< whose share is known
    double m_share = 0;
    double m_people = 0;
    double m_seconds = 0;
};

} // namespace atrium::estimate
