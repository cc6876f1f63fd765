// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/estimate/pace.h"

#include <algorithm>
#include <cmath>

namespace atrium::estimate {
namespace {

constexpr int kCalledBefore = 20; ///< and all came: the first calls of a day say little
constexpr double kNoShowHolds = 60;

} // namespace

Pace paceOf(const model::QueueDay* day, const model::Queue* queue) {
    Pace pace{rules::queueing::timesOf(day, queue), 0};
    if (day != nullptr) {
        const int called = std::max(day->called, 0);
        const int missing = std::clamp(day->noShows, 0, called);
        pace.noShowShare = static_cast<double>(missing) / (called + kCalledBefore);
    }
    return pace;
}

void Mixture::add(double people, const Pace& pace) {
    const double mean = pace.services.meanSeconds;
    const double deviation = pace.services.variation() * mean;
    m_people += people;
    m_seconds += people * mean;
    m_squares += people * (mean * mean + deviation * deviation);
    m_unknown += people * mean * pace.services.meanError();
    m_missing += people * pace.noShowShare;
}

void Mixture::describe(QueueLoad& load) const {
    load.peopleAhead = m_people;
    if (!(m_people > 0 && m_seconds > 0))
        return;
    const double mean = m_seconds / m_people;
    load.ewmaServiceSeconds = mean;
    load.variation = std::sqrt(std::max(0.0, m_squares / m_people - mean * mean)) / mean;
    load.meanError = m_unknown / m_seconds;
    load.noShows = {std::min(1.0, m_missing / m_people), kNoShowHolds};
}

} // namespace atrium::estimate
