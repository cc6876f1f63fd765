// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/estimate/hallwait.h"

#include <algorithm>

namespace atrium::estimate {
namespace {

std::vector<OpenWindow> windowsFor(const Errand& errand, const OpenWindows& windowsOf) {
    auto windows = windowsOf(errand.itemId);
    if (!errand.onlyWindowId)
        return windows;
    const auto own = std::find_if(windows.begin(), windows.end(),
                                  [&](const auto& one) { return one.id == *errand.onlyWindowId; });
    // One whose window is away goes to the others in the end.
    return own == windows.end() ? windows : std::vector{*own};
}

/// How likely it is that one of `mine` calls somebody who may go to `theirs`.
double share(const std::vector<OpenWindow>& theirs, const std::vector<OpenWindow>& mine) {
    if (theirs.empty())
        return 0;
    const auto common = std::count_if(theirs.begin(), theirs.end(), [&](const auto& one) {
        return std::any_of(mine.begin(), mine.end(), [&](const auto& other) { return other.id == one.id; });
    });
    return static_cast<double>(common) / static_cast<double>(theirs.size());
}

} // namespace

bool isOpen(model::WindowState state) {
    using enum model::WindowState;
    return state == idle || state == calling || state == serving;
}

double serviceSeconds(const model::QueueDay* day, const model::Queue* queue) {
    if (day != nullptr && day->serviceSeconds > 0)
        return day->serviceSeconds;
    return queue == nullptr ? 0 : queue->serviceSeconds;
}

std::optional<Interval> wait(const Errand& own, const std::vector<Ahead>& ahead, int told,
                             const OpenWindows& windowsOf) {
    const auto mine = windowsFor(own, windowsOf);
    double people = 0;
    double work = 0;
    for (const auto& group : ahead) {
        const double counted = group.people * share(windowsFor(group.errand, windowsOf), mine);
        people += counted;
        work += counted * group.errand.serviceSeconds;
    }
    const bool isIdle = std::any_of(mine.begin(), mine.end(), [](const auto& one) { return one.isIdle; });
    const auto found =
        wait({.peopleAhead = people,
              .openWindows = static_cast<double>(mine.size()),
              .idleWindow = isIdle,
              .ewmaServiceSeconds = people > 0 && work > 0 ? work / people : own.serviceSeconds});
    return found == Interval{0, 0} && told > 0 ? Interval{0, 5} : found;
}

} // namespace atrium::estimate
