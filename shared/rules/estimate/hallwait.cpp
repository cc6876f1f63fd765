// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/estimate/hallwait.h"

#include <algorithm>
#include <cmath>

namespace atrium::estimate {
namespace {

const OpenWindow* find(const std::vector<OpenWindow>& windows, const model::WindowId& id) {
    const auto found =
        std::find_if(windows.begin(), windows.end(), [&](const auto& one) { return one.id == id; });
    return found == windows.end() ? nullptr : &*found;
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

WorkAhead::WorkAhead(const std::vector<OpenWindow>& windows, const model::WindowId* only)
    : m_windows(windows), m_only(only == nullptr ? nullptr : find(windows, *only)) {}

bool WorkAhead::isMine(const model::WindowId& id) const {
    return m_only != nullptr ? m_only->id == id : find(m_windows, id) != nullptr;
}

/// How likely it is that one of these windows calls somebody who may go to any of those.
double WorkAhead::shareOf(const std::vector<OpenWindow>& theirs) {
    if (m_last != &theirs) {
        m_last = &theirs;
        const auto common =
            std::count_if(theirs.begin(), theirs.end(), [this](const auto& one) { return isMine(one.id); });
        m_share = theirs.empty() ? 0 : static_cast<double>(common) / static_cast<double>(theirs.size());
    }
    return m_share;
}

void WorkAhead::add(int people, double seconds, const std::vector<OpenWindow>& windows,
                    const model::WindowId* only) {
    const bool isBound = only != nullptr && find(windows, *only) != nullptr;
    const double counted = people * (isBound ? (isMine(*only) ? 1.0 : 0.0) : shareOf(windows));
    m_people += counted;
    m_seconds += counted * seconds;
}

int WorkAhead::people() const {
    constexpr double kOfSumming = 1e-6; // three thirds are one
    return static_cast<int>(std::ceil(m_people - kOfSumming));
}

std::optional<Interval> WorkAhead::wait(double ownSeconds, int told) const {
    const auto isIdle = [](const auto& one) { return one.isIdle; };
    const bool hasIdle =
        m_only != nullptr ? m_only->isIdle : std::any_of(m_windows.begin(), m_windows.end(), isIdle);
    const auto found = estimate::wait(
        {.peopleAhead = m_people,
         .openWindows = m_only != nullptr ? 1.0 : static_cast<double>(m_windows.size()),
         .idleWindow = hasIdle,
         .ewmaServiceSeconds = m_people > 0 && m_seconds > 0 ? m_seconds / m_people : ownSeconds});
    return found == Interval{0, 0} && told > 0 ? Interval{0, 5} : found;
}

} // namespace atrium::estimate
