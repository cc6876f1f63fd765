// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/statistics/routes.h"

#include "server/services/statistics/answer.h"
#include "shared/model/json.h"
#include "shared/model/reflect.h"

#include <boost/describe/enumerators.hpp>

#include <algorithm>
#include <chrono>

namespace atrium::services {

using http::Access;
using model::ErrorCode;
using model::Result;
using model::Role;

namespace {

constexpr std::int64_t kEarliest = 20000101;
constexpr std::int64_t kLatest = 20991231;

bool isDay(std::int64_t value) {
    return std::chrono::year_month_day(std::chrono::year(static_cast<int>(value / 10000)),
                                       std::chrono::month(static_cast<unsigned>(value / 100 % 100)),
                                       std::chrono::day(static_cast<unsigned>(value % 100)))
        .ok();
}

model::Error noPeriod(const std::string& name) {
    return {ErrorCode::invalid,
            "/" + name,
            {model::Sentence::periodForm, {{"days", std::to_string(model::kLongestStatistics)}}}};
}

Result<model::Day> dayOf(const http::Request& request, const std::string& name, model::Day fallback) {
    const auto number = request.queryNumber(name, fallback.value, kEarliest, kLatest);
    if (!number || !isDay(*number))
        return noPeriod(name);
    return model::Day{static_cast<int>(*number)};
}

std::string groupings() {
    std::string out;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<model::StatisticsBy>>(
        [&](auto by) { out += (out.empty() ? "" : ", ") + std::string(by.name); });
    return out;
}

/// The department and those that are part of it.
std::vector<std::string> withParts(const Setup& setup, const std::string& id) {
    std::vector<std::string> out{id};
    for (std::size_t i = 0; i < out.size(); ++i)
        for (const auto& [part, department] : setup.departments)
            if (department.parentId && department.parentId->value == out[i] &&
                std::find(out.begin(), out.end(), part.value) == out.end())
                out.push_back(part.value);
    return out;
}

Result<StatisticsWish> wishOf(const http::Request& request, const Setup& setup, model::Day today) {
    StatisticsWish out;
    const auto to = dayOf(request, "to", today);
    if (!to)
        return to.error();
    const auto from = dayOf(request, "from", *to);
    if (!from)
        return from.error();
    out.from = *from;
    out.to = *to;
    if (out.from > out.to || out.from < addDays(out.to, 1 - model::kLongestStatistics))
        return noPeriod("from");
    const std::string by(request.queryValue("by").value_or("queue"));
    if (!model::enumFromName(by, out.by))
        return model::Error{ErrorCode::invalid,
                            "/by",
                            {model::Sentence::groupingForm, {{"name", by}, {"names", groupings()}}}};
    out.queueId = request.queryValue("queue").value_or("");
    if (const std::string department(request.queryValue("department").value_or("")); !department.empty())
        out.departmentIds = withParts(setup, department);
    return out;
}

} // namespace

void addStatisticsRoutes(http::RouteTable& routes, Services& services) {
    routes.add(
        {.method = "GET",
         .pattern = api("/statistics"),
         .summary = "The hall's figures over days, one side of them, and the heat map of the week",
         .access = Access::staff(model::DeviceKind::admin,
                                 {Role::administrator, Role::supervisor, Role::inspector}),
         .responseType = "Statistics",
         .parameters = {{.name = "from", .summary = "first day, yyyymmdd; the day of to", .number = true},
                        {.name = "to", .summary = "last day, yyyymmdd; today", .number = true},
                        {.name = "by",
                         .summary = "queue, item, department, window, staff, hour, weekday, recognition or "
                                    "day; queue"},
                        {.name = "queue", .summary = "only this queue's tickets; all"},
                        {.name = "department", .summary = "only this department, with its parts; all"}},
         .handler = http::answer([&services](const http::Request& request) {
             const auto setup = services.model.setup();
             const auto wish = wishOf(request, *setup, services.now().local.day);
             if (!wish)
                 return http::problem(wish.error());
             const auto found = statisticsOf(services.store, *wish);
             if (!found)
                 return http::problem(found.error());
             return http::jsonResponse(model::toJson(*found));
         })});
}

} // namespace atrium::services
