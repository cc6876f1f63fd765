// SPDX-License-Identifier: GPL-3.0-or-later
// The one reckoning of an expected wait: what a kiosk offers and what a ticket then says come of it.
#pragma once

#include "shared/model/ids.h"
#include "shared/model/queue.h"
#include "shared/rules/estimate/pace.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace atrium::estimate {

/// A window that is open and serves an item.
struct OpenWindow {
    model::WindowId id;
    bool isIdle = false;
    double busySeconds = 0; ///< since it called or began to serve whom it has now; 0 while idle
};

/// Whether somebody works there now. A paused window is not open: nobody knows when it returns.
[[nodiscard]] bool isOpen(model::WindowState state);

/// The window's status as it counts here; of one that is open.
[[nodiscard]] OpenWindow openWindow(const model::WindowStatus& status, model::Instant now);

/// People who will be called before somebody.
struct PeopleAhead {
    int people = 0;
    const Pace& pace;                       ///< of their queue
    const std::vector<OpenWindow>& windows; ///< all that are open for what they want
    const model::WindowId* only = nullptr;  ///< the one that will call them, when it is one
};

/// The work that comes before somebody, of any queue. Of it counts what the windows for that somebody will
/// do: people who may as well go elsewhere count in part. Refers to what it is given.
class WorkAhead {
public:
    /// windows: all that are open for what is wanted. only: the one that will call, when it is one; while it
    /// is away the others do in the end.
    WorkAhead(const std::vector<OpenWindow>& windows, const model::WindowId* only);

    /// Quickest where the same object comes for the same windows, one after the other. Gives whether they
    /// wait for all these windows: then their first may be the head of the line.
    bool add(const PeopleAhead& group);

    /// How many of them the windows for that somebody will call before: what a citizen is told, so that
    /// people and minutes come of one reckoning. Parts of people count as one: nobody is promised too few.
    [[nodiscard]] int people() const;

    /// So long the first of such people has been waiting, who was not called before. The longest counts.
    void headWaited(double seconds) { m_headWaited = std::max(m_headWaited, seconds); }
    [[nodiscard]] double longestWaited() const { return m_headWaited; } ///< 0: nothing known

    /// Nothing when no window is open. own: of the somebody's queue, for when nobody is ahead.
    [[nodiscard]] std::optional<Expected> expected(const Pace& own) const;

private:
    [[nodiscard]] bool isMine(const model::WindowId& id) const;
    [[nodiscard]] double shareOf(const std::vector<OpenWindow>& theirs);
    [[nodiscard]] std::optional<double> workedSince() const;

    const std::vector<OpenWindow>& m_windows;
    const OpenWindow* m_only;
    const std::vector<OpenWindow>* m_last = nullptr; ///< whose share is known
    double m_share = 0;
    Mixture m_ahead;
    double m_headWaited = 0;
};

/// As shown beside `told` people ahead: while that is not 0, the wait is not said to be none.
[[nodiscard]] std::optional<Interval> shownBeside(const std::optional<Expected>& expected, int told);

} // namespace atrium::estimate
