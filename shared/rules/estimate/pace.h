// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a queue moves: what its day has taught of services and of those who do not come.
#pragma once

#include "shared/rules/estimate/estimate.h"
#include "shared/rules/queueing/servicetimes.h"

namespace atrium::estimate {

/// A value.
struct Pace {
    rules::queueing::ServiceTimes services;
    double noShowShare = 0; ///< of those called, 0..1
};

/// Of a queue on its day; nullptr: not known. Without a queue and a day nothing is known: a mean of 0.
[[nodiscard]] Pace paceOf(const model::QueueDay* day, const model::Queue* queue);

/// What people of several queues take together. A value.
class Mixture {
public:
    /// So many people, a part of one too.
    void add(double people, const Pace& pace);
    [[nodiscard]] double people() const { return m_people; }
    /// Puts people and pace into the load.
    void describe(QueueLoad& load) const;

private:
    double m_people = 0;
    double m_seconds = 0;
    double m_squares = 0; ///< of seconds
    double m_unknown = 0; ///< seconds by which the means may be off, all in one direction
    double m_missing = 0; ///< people who will not come
};

} // namespace atrium::estimate
