// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/interface.h"

#include "server/services/appointments/routes.h"
#include "server/services/auth/routes.h"
#include "server/services/events/routes.h"
#include "server/services/figures/routes.h"
#include "server/services/people/routes.h"
#include "server/services/queueing/routes.h"
#include "server/services/records/routes.h"
#include "server/services/statistics/routes.h"
#include "server/services/web/ticketpage.h"
#include "shared/rules/queueing/preview.h"

#include <utility>

namespace atrium::app {

using namespace services;

void addAllRoutes(http::RouteTable& routes, Services& services, const ReportDoor& reports) {
    addDeviceRoutes(routes, services);
    addSessionRoutes(routes, services);
    addPasswordRoutes(routes, services);
    addEventRoutes(routes, services);
    addRecordRoutes(routes, services);
    addMediaRoutes(routes, services);
    addAuditRoutes(routes, services);
    addPersonRoutes(routes, services);
    addTicketRoutes(routes, services);
    addTicketDeskRoutes(routes, services);
    addPreviewRoutes(routes, services);
    addReportRoutes(routes, services);
    addSlotRoutes(routes, services);
    addAppointmentRoutes(routes, services);
    addTakingUpRoutes(routes, services);
    addWindowRoutes(routes, services);
    addRatingRoutes(routes, services);
    addDashboardRoutes(routes, services);
    addWaitErrorRoutes(routes, services);
    addAlarmRoutes(routes, services);
    addMessageReportRoutes(routes, reports);
    addStatisticsRoutes(routes, services);
    addTicketPage(routes, services);
}

namespace {

boost::json::object objectOf(boost::json::object properties) {
    return {{"type", "object"}, {"properties", std::move(properties)}};
}

} // namespace

void addAllSchemas(http::SchemaRegistry& schemas) {
    http::addModelSchemas(schemas);
    schemas.add<rules::queueing::PreviewRow>("PreviewRow");
    schemas.add<rules::queueing::CallPreview>("CallPreview");
    namespace json = boost::json;
    const json::object text{{"type", "string"}};
    const json::object number{{"type", "integer"}, {"format", "int64"}};
    const auto listOf = [](json::object item) {
        return json::object{{"type", "array"}, {"items", std::move(item)}};
    };
    const json::object any{{"type", "object"}};
    schemas.addRaw("Record", any);
    schemas.addRaw("RecordList", objectOf({{"records", listOf(any)}}));
    schemas.addRaw(
        "Changes",
        objectOf({{"events", listOf(any)}, {"seq", number}, {"tag", text}, {"more", {{"type", "boolean"}}}}));
}

void addWriterMetrics(http::Metrics& metrics, Writer& writer) {
    metrics.counterFunction("atrium_writer_jobs", "Writes decided since the start",
                            [&writer] { return static_cast<double>(writer.figures().jobs); });
    metrics.counterFunction("atrium_writer_groups", "Transactions since the start",
                            [&writer] { return static_cast<double>(writer.figures().groups); });
    metrics.counterFunction("atrium_writer_failed_groups", "Transactions that failed since the start",
                            [&writer] { return static_cast<double>(writer.figures().failedGroups); });
    metrics.counterFunction("atrium_writer_deciding_seconds", "Time spent on decisions since the start",
                            [&writer] { return writer.figures().deciding; });
    metrics.counterFunction("atrium_writer_committing_seconds", "Time spent in transactions since the start",
                            [&writer] { return writer.figures().committing; });
}

} // namespace atrium::app
