// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/import/historyplan.h"

#include "shared/model/codec/walker.h"

#include <boost/describe/class.hpp>

#include <cmath>

namespace atrium::services::history {

BOOST_DESCRIBE_STRUCT(QueuePlan, (), (queueId, weight, serviceMeanSeconds, serviceSpread, noShowShare))
BOOST_DESCRIBE_STRUCT(WeekdayWeight, (), (weekday, weight))
BOOST_DESCRIBE_STRUCT(Peak, (), (minute, spreadMinutes, weight))
BOOST_DESCRIBE_STRUCT(Lunch, (), (from, to, weight))
BOOST_DESCRIBE_STRUCT(GradeWeight, (), (grade, weight))
BOOST_DESCRIBE_STRUCT(RatingPlan, (), (answeredShare, grades))
BOOST_DESCRIBE_STRUCT(Plan, (),
                      (seed, days, tickets, weekdayWeights, arrivalPeaks, arrivalFloor, lunch, queues,
                       cancelledShare, kioskShare, priorityShare, rating))

model::Result<Plan> readPlan(const std::string& json) {
    auto plan = model::codec::read<Plan>(json);
    if (!plan)
        return model::Error{plan.error().code, "history.json#" + plan.error().path, plan.error().detail};
    if (plan->days < 1 || plan->days > 366 || plan->tickets < 1 || plan->tickets > 1'000'000)
        return model::Error{model::ErrorCode::invalid, "history.json#/days",
                            "1 to 366 days, up to a million tickets"};
    return plan;
}

std::vector<double> arrivalCurve(const Plan& plan) {
    std::vector<double> out(1440, 0.0);
    for (int minute = kOpens; minute < kCloses; ++minute) {
        double weight = plan.arrivalFloor / (kCloses - kOpens);
        for (const Peak& peak : plan.arrivalPeaks) {
            const double distance = (minute - peak.minute) / peak.spreadMinutes;
            weight += peak.weight * std::exp(-0.5 * distance * distance) / peak.spreadMinutes;
        }
        if (minute >= plan.lunch.from && minute < plan.lunch.to)
            weight *= plan.lunch.weight;
        out[static_cast<std::size_t>(minute)] = weight;
    }
    return out;
}

} // namespace atrium::services::history
