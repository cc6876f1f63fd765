// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"

#include <string>

namespace atrium::http {

class SchemaRegistry;

/// OpenAPI 3.1 as JSON text. Throws std::logic_error when a route names a schema that is not registered, or
/// the schema Problem is missing.
[[nodiscard]] std::string openApi(const RouteTable& routes, const SchemaRegistry& schemas,
                                  const std::string& version);

/// Whether the description names that status for the route.
[[nodiscard]] bool describesStatus(const Route& route, int status);

/// "kiosk; windowTerminal with desk": who may use a route, in words.
[[nodiscard]] std::string describeAccess(const Access& access);

} // namespace atrium::http
