// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/estimate/hallwait.h"

#include <algorithm>
#include <chrono>
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

OpenWindow openWindow(const model::WindowStatus& status, model::Instant now) {
    const bool isIdle = status.state == model::WindowState::idle;
    const double busy = std::chrono::duration<double>(now - status.since).count();
    return {status.windowId, isIdle, isIdle ? 0 : std::max(0.0, busy)};
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

bool WorkAhead::add(const PeopleAhead& group) {
    const bool isBound = group.only != nullptr && find(group.windows, *group.only) != nullptr;
    const double share = isBound ? (isMine(*group.only) ? 1.0 : 0.0) : shareOf(group.windows);
    if (group.people <= 0 || share <= 0)
        return false;
    m_ahead.add(group.people * share, group.pace);
    // Of one window's own people it says nothing about the others: they may stand still at that one alone.
    return share >= 1 && (!isBound || m_only != nullptr);
}

int WorkAhead::people() const {
    constexpr double kOfSumming = 1e-6; // three thirds are one
    return static_cast<int>(std::ceil(m_ahead.people() - kOfSumming));
}

/// The head of the line came when windows may not have been open yet. What is sure is that they worked since
/// they took whom they have now.
std::optional<double> WorkAhead::workedSince() const {
    if (m_headWaited <= 0)
        return std::nullopt;
    double worked = 0;
    for (const auto& window : m_windows)
        if (m_only == nullptr || m_only == &window)
            worked += std::clamp(window.busySeconds, 0.0, m_headWaited);
    return worked / (m_only != nullptr ? 1.0 : static_cast<double>(m_windows.size()));
}

std::optional<Expected> WorkAhead::expected(const Pace& own) const {
    if (m_windows.empty())
        return std::nullopt;
    const auto isIdle = [](const auto& one) { return one.isIdle; };
    QueueLoad load;
    Mixture alone;
    alone.add(1, own);
    alone.describe(load);
    m_ahead.describe(load);
    load.openWindows = m_only != nullptr ? 1.0 : static_cast<double>(m_windows.size());
    load.idleWindow =
        m_only != nullptr ? m_only->isIdle : std::any_of(m_windows.begin(), m_windows.end(), isIdle);
    load.headWaitedSeconds = workedSince();
    return estimate::expected(load);
}

std::optional<Interval> shownBeside(const std::optional<Expected>& expected, int told) {
    if (!expected)
        return std::nullopt;
    const auto found = shown(*expected);
    return found == Interval{0, 0} && told > 0 ? Interval{0, 5} : found;
}

} // namespace atrium::estimate
