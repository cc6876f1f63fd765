// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/import/historyplan.h"

#include "shared/model/codec/walker.h"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <sstream>

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

namespace {

/// Every number of a plan within what the generator can reckon with; the first that is not is named.
class Checker {
public:
    explicit Checker(const Plan& plan) : m_plan(plan) {}

    model::Result<void> check() {
        range("/days", m_plan.days, 1, 366);
        range("/tickets", m_plan.tickets, 1, 1'000'000);
        each("/weekdayWeights", m_plan.weekdayWeights, [this](const std::string& at, const auto& one) {
            range(at + "/weekday", one.weekday, 1, 7);
            range(at + "/weight", one.weight, 0, kHeaviest);
        });
        each("/arrivalPeaks", m_plan.arrivalPeaks, [this](const std::string& at, const auto& one) {
            range(at + "/minute", one.minute, 0, kDay);
            range(at + "/spreadMinutes", one.spreadMinutes, 1, kDay);
            range(at + "/weight", one.weight, 0, kHeaviest);
        });
        range("/arrivalFloor", m_plan.arrivalFloor, 0, kHeaviest);
        range("/lunch/from", m_plan.lunch.from, 0, kDay);
        range("/lunch/to", m_plan.lunch.to, 0, kDay);
        range("/lunch/weight", m_plan.lunch.weight, 0, kHeaviest);
        each("/queues", m_plan.queues, [this](const std::string& at, const auto& one) {
            range(at + "/weight", one.weight, 0, kHeaviest);
            range(at + "/serviceMeanSeconds", one.serviceMeanSeconds, 1, kDay * 60);
            range(at + "/serviceSpread", one.serviceSpread, 0.01, 3);
            range(at + "/noShowShare", one.noShowShare, 0, 1);
        });
        range("/cancelledShare", m_plan.cancelledShare, 0, 1);
        range("/kioskShare", m_plan.kioskShare, 0, 1);
        range("/priorityShare", m_plan.priorityShare, 0, 1);
        range("/rating/answeredShare", m_plan.rating.answeredShare, 0, 1);
        each("/rating/grades", m_plan.rating.grades, [this](const std::string& at, const auto& one) {
            range(at + "/grade", one.grade, 1, 5);
            range(at + "/weight", one.weight, 0, kHeaviest);
        });
        // A choice among things none of which weighs anything is none.
        if (!m_plan.rating.grades.empty() &&
            std::all_of(m_plan.rating.grades.begin(), m_plan.rating.grades.end(),
                        [](const GradeWeight& one) { return one.weight <= 0; }))
            fault("/rating/grades", "at least one needs a weight above 0");
        if (m_fault.empty()) {
            const auto curve = arrivalCurve(m_plan);
            if (std::accumulate(curve.begin(), curve.end(), 0.0) <= 0)
                fault("/arrivalPeaks", "with these weights nobody ever comes");
        }
        if (m_fault.empty())
            return {};
        return model::Error{model::ErrorCode::invalid, "history.json#" + m_where, m_fault};
    }

private:
    static constexpr int kDay = 1440;
    static constexpr double kHeaviest = 1e6;

    void fault(const std::string& where, const std::string& what) {
        if (!m_fault.empty())
            return;
        m_where = where;
        m_fault = what;
    }
    void range(const std::string& where, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            std::ostringstream text;
            text << "must be from " << low << " to " << high;
            fault(where, text.str());
        }
    }
    template <class List, class Use> static void each(const std::string& where, const List& list, Use use) {
        for (std::size_t i = 0; i < list.size(); ++i)
            use(where + "/" + std::to_string(i), list[i]);
    }

    const Plan& m_plan;
    std::string m_where;
    std::string m_fault;
};

} // namespace

model::Result<Plan> readPlan(const std::string& json) {
    auto plan = model::codec::read<Plan>(json);
    if (!plan)
        return model::Error{plan.error().code, "history.json#" + plan.error().path, plan.error().detail};
    if (auto good = Checker(*plan).check(); !good)
        return good.error();
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
