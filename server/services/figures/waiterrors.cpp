// SPDX-License-Identifier: GPL-3.0-or-later
// How good the waits were that visitors were told today.
#include "server/services/figures/figures.h"
#include "server/services/figures/routes.h"
#include "shared/model/json.h"

#include <cmath>
#include <map>

namespace atrium::services {

namespace {

constexpr double kFewMinutes = 5;
constexpr double kAtOnce = 1; ///< who is told "no waiting" may still have to walk

struct Sum {
    int count = 0;
    double minutes = 0;
    int withinFive = 0;
    int inside = 0;

    void add(const store::WaitPrediction& told, double actual) {
        const double off = std::abs(actual - told.predictedMinutes);
        ++count;
        minutes += off;
        withinFive += off <= kFewMinutes ? 1 : 0;
        const bool isShort =
            told.highMinutes && actual > (*told.highMinutes > 0 ? *told.highMinutes : kAtOnce);
        inside += actual >= told.lowMinutes && !isShort ? 1 : 0;
    }
    [[nodiscard]] model::WaitError result() const {
        model::WaitError out;
        out.count = count;
        if (count > 0) {
            out.meanMinutes = minutes / count;
            out.withinFive = static_cast<double>(withinFive) / count;
            out.inside = static_cast<double>(inside) / count;
        }
        return out;
    }
};

} // namespace

model::WaitErrors waitErrors(const HallState& state) {
    Sum hall;
    std::map<model::QueueId, Sum> queues;
    for (const auto& [id, told] : state.predictions) {
        if (!told.actualMinutes)
            continue;
        hall.add(told, *told.actualMinutes);
        queues[told.queueId].add(told, *told.actualMinutes);
    }
    model::WaitErrors out;
    out.day = state.queue.day;
    out.hall = hall.result();
    for (const auto& [id, sum] : queues)
        out.queues.push_back({id, sum.result()});
    return out;
}

void addWaitErrorRoutes(http::RouteTable& routes, Services& services) {
    routes.add({.method = "GET",
                .pattern = api("/dashboard/wait-errors"),
                .summary = "How far today's waits were from what tickets told",
                .access = http::Access::staff(model::DeviceKind::admin),
                .responseType = "WaitErrors",
                .handler = http::answer([&services](const http::Request&) {
                    return http::jsonResponse(model::toJson(services.model.read(waitErrors)));
                })});
}

} // namespace atrium::services
