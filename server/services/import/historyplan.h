// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/ids.h"
#include "shared/model/result.h"

#include <string>
#include <vector>

namespace atrium::services::history {

/// Minutes of the day between which people come.
inline constexpr int kOpens = 9 * 60;
inline constexpr int kCloses = 17 * 60;

/// One queue's share of the tickets and how long its services take.
struct QueuePlan {
    model::QueueId queueId;
    double weight = 0;
    double serviceMeanSeconds = 600;
    double serviceSpread = 0.4;
    double noShowShare = 0.05;
};

struct WeekdayWeight {
    int weekday = 1;
    double weight = 1;
};

struct Peak {
    int minute = 600;
    double spreadMinutes = 40;
    double weight = 1;
};

struct Lunch {
    int from = 720;
    int to = 810;
    double weight = 0.05;
};

struct GradeWeight {
    int grade = 5;
    double weight = 1;
};

struct RatingPlan {
    double answeredShare = 0.4;
    std::vector<GradeWeight> grades;
};

/// history.json of a hall package; unknown members are ignored.
struct Plan {
    int seed = 1;
    int days = 14;
    int tickets = 12000;
    std::vector<WeekdayWeight> weekdayWeights;
    std::vector<Peak> arrivalPeaks;
    double arrivalFloor = 0.05;
    Lunch lunch;
    std::vector<QueuePlan> queues;
    double cancelledShare = 0.01;
    double kioskShare = 0.9;
    double priorityShare = 0.05;
    RatingPlan rating;
};

/// ErrorCode::invalid says where in history.json something is wrong.
[[nodiscard]] model::Result<Plan> readPlan(const std::string& json);

/// Weight of each of the day's 1440 minutes for somebody to come.
[[nodiscard]] std::vector<double> arrivalCurve(const Plan& plan);

} // namespace atrium::services::history
