// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/estimate/hallwait.h"

#include <algorithm>

namespace atrium::estimate {
namespace {

const OpenWindow* find(const std::vector<OpenWindow>& windows, const model::WindowId& id) {
    const auto found =
        std::find_if(windows.begin(), windows.end(), [&](const auto& one) { return one.id == id; });
    return found == windows.end() ? nullptr : &*found;
}

/// How likely it is that one of `mine` calls somebody who goes somewhere else perhaps.
class Shares {
public:
    explicit Shares(const std::vector<OpenWindow>& mine) : m_mine(mine) {}

    double of(const Errand& errand, const std::vector<OpenWindow>& theirs) {
        // One whose window is away goes to the others in the end.
        if (errand.onlyWindowId && find(theirs, *errand.onlyWindowId) != nullptr)
            return find(m_mine, *errand.onlyWindowId) != nullptr ? 1 : 0;
        if (m_last != &theirs) {
            m_last = &theirs;
            const auto common = std::count_if(theirs.begin(), theirs.end(), [&](const auto& one) {
                return find(m_mine, one.id) != nullptr;
            });
            m_share = theirs.empty() ? 0 : static_cast<double>(common) / static_cast<double>(theirs.size());
        }
        return m_share;
    }

private:
    const std::vector<OpenWindow>& m_mine;
    const std::vector<OpenWindow>* m_last = nullptr;
    double m_share = 0;
};

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
    const auto& all = windowsOf(own.itemId);
    const auto* only = own.onlyWindowId ? find(all, *own.onlyWindowId) : nullptr;
    const auto mine = only != nullptr ? std::vector{*only} : all;
    if (mine.empty())
        return std::nullopt;
    Shares shares(mine);
    double people = 0;
    double work = 0;
    for (const auto& group : ahead) {
        const double counted = group.people * shares.of(group.errand, windowsOf(group.errand.itemId));
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
