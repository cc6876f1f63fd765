// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/estimate/staffing.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace atrium::estimate {
namespace {

/// The step that holds at `now`; of a plan that is not empty.
std::size_t stepAt(const StaffingPlan& plan, model::MinuteOfDay now) {
    const auto later =
        std::find_if(plan.begin(), plan.end(), [&](const auto& step) { return step.from > now; });
    return later == plan.begin() ? 0 : static_cast<std::size_t>(later - plan.begin()) - 1;
}

/// Whether windows above the plan are finishing a service they began before it stepped down.
bool areLeaving(const StaffingPlan& plan, std::size_t current, const Staff& staff) {
    return current > 0 && plan[current].windows < plan[current - 1].windows &&
           staff.now.value - plan[current].from.value < staff.serviceMinutes;
}

} // namespace

bool isUsable(const StaffingPlan& plan) {
    const bool known = std::all_of(plan.begin(), plan.end(), [](const auto& step) {
        return step.windows >= 0 && std::isfinite(step.windows);
    });
    return known && std::adjacent_find(plan.begin(), plan.end(), [](const auto& one, const auto& next) {
                        return one.from >= next.from;
                    }) == plan.end();
}

StaffingPlan planOf(StaffingPlan shares, double windows) {
    for (auto& step : shares)
        step.windows *= windows;
    return shares;
}

Outlook::Outlook(const StaffingPlan& plan, const Staff& staff)
    : m_now(staff.now.value), m_windows(staff.openWindows) {
    if (plan.empty()) {
        m_past.push_back({0, staff.openWindows, 0});
        m_coming.push_back({m_now, staff.openWindows, 0});
        return;
    }
    const std::size_t current = stepAt(plan, staff.now);
    const double planned = plan[current].windows;
    const double proportion = planned > staff.openWindows ? staff.openWindows / planned : 1;
    m_windows = std::min(staff.openWindows, planned);
    m_coming.push_back({m_now, areLeaving(plan, current, staff) ? m_windows : staff.openWindows, 0});
    double before = planned;
    for (std::size_t i = current + 1; i < plan.size(); ++i) {
        // By the plan alone: windows open beyond it must not make the wait longer by not opening later.
        const double opening = std::max(0.0, plan[i].windows - before) * proportion;
        m_coming.push_back({static_cast<double>(plan[i].from.value), plan[i].windows * proportion, opening});
        before = plan[i].windows;
    }
    for (std::size_t i = 0; i <= current; ++i)
        m_past.push_back({static_cast<double>(plan[i].from.value), plan[i].windows * proportion, 0});
}

std::optional<double> Outlook::minutesFor(double work, double headStart) const {
    double left = work;
    for (std::size_t i = 0; i < m_coming.size(); ++i) {
        const auto& stretch = m_coming[i];
        left -= stretch.opening * headStart;
        if (left <= 0)
            return stretch.from - m_now;
        const bool isLast = i + 1 == m_coming.size();
        const double done = isLast ? 0 : stretch.windows * (m_coming[i + 1].from - stretch.from);
        if (stretch.windows > 0 && (isLast || left <= done))
            return stretch.from - m_now + left / stretch.windows;
        left -= done;
    }
    return std::nullopt;
}

double Outlook::workBefore(double minutes) const {
    double work = 0;
    const double from = m_now - minutes;
    for (std::size_t i = 0; i < m_past.size(); ++i) {
        const double begin = i == 0 ? from : std::max(from, m_past[i].from);
        const double end = i + 1 == m_past.size() ? m_now : m_past[i + 1].from;
        work += m_past[i].windows * std::max(0.0, end - begin);
    }
    return work;
}

} // namespace atrium::estimate
