// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the server answers to, put together.
#pragma once

#include "server/http/metrics.h"
#include "server/http/route.h"
#include "server/http/schema.h"
#include "server/services/core/services.h"
#include "server/services/messages/reports.h"

namespace atrium::app {

/// reports outlives the routes.
void addAllRoutes(http::RouteTable& routes, services::Services& services,
                  const services::ReportDoor& reports);
/// The model's types, and bodies that are no described type.
void addAllSchemas(http::SchemaRegistry& schemas);
void addWriterMetrics(http::Metrics& metrics, services::Writer& writer);

} // namespace atrium::app
