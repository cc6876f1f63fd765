// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/openapi.h"

#include "server/http/problem.h"
#include "server/http/schema.h"

#include <boost/json/serialize.hpp>

#include <Poco/String.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>

namespace atrium::http {

namespace {

using boost::json::array;
using boost::json::object;

object reference(const Route& route, const std::string& schema, const SchemaRegistry& schemas) {
    if (!schemas.contains(schema))
        throw std::logic_error("route " + route.method + " " + route.pattern + ": no schema " + schema);
    return {{"$ref", "#/components/schemas/" + schema}};
}

object content(const std::string& media, object schema) {
    object types;
    std::size_t from = 0;
    while (from < media.size()) { // "image/png|image/jpeg"
        const std::size_t bar = media.find('|', from);
        types.emplace(media.substr(from, bar == std::string::npos ? bar : bar - from),
                      object{{"schema", schema}});
        from = bar == std::string::npos ? media.size() : bar + 1;
    }
    return types;
}

object stringParameter(const std::string& name, const char* where) {
    return {{"name", name}, {"in", where}, {"required", true}, {"schema", object{{"type", "string"}}}};
}

array parameters(const Route& route) {
    array list;
    for (std::size_t open = route.pattern.find('{'); open != std::string::npos;
         open = route.pattern.find('{', open + 1))
        list.push_back(stringParameter(
            route.pattern.substr(open + 1, route.pattern.find('}', open) - open - 1), "path"));
    if (route.needsKey) {
        auto key = stringParameter("Idempotency-Key", "header");
        key["schema"].as_object().emplace("pattern", "^[A-Za-z0-9_-]{1,64}$");
        list.push_back(std::move(key));
    }
    for (const Parameter& read : route.parameters)
        list.push_back(object{{"name", read.name},
                              {"in", read.where == Parameter::Where::header ? "header" : "query"},
                              {"required", false},
                              {"description", read.summary},
                              {"schema", object{{"type", read.number ? "integer" : "string"}}}});
    return list;
}

/// "POST /api/v1/tickets/{id}/print" becomes "postApiV1TicketsIdPrint".
std::string operationId(const Route& route) {
    std::string id = Poco::toLower(route.method);
    bool upper = true;
    for (const char c : route.pattern) {
        if (std::isalnum(static_cast<unsigned char>(c)) == 0) {
            upper = true;
            continue;
        }
        id += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
        upper = false;
    }
    return id;
}

array security(const Access& access) {
    if (access.open)
        return {};
    bool without = access.anyDevice;
    bool with = false;
    for (const Grant& grant : access.grants)
        (grant.session ? with : without) = true;
    array alternatives;
    if (without)
        alternatives.push_back(object{{"device", array{}}});
    if (with)
        alternatives.push_back(object{{"device", array{}}, {"session", array{}}});
    return alternatives;
}

/// What the server itself answers, before any handler: [RFC 9110, RFC 6585].
constexpr std::array kRefusals{400, 401, 403, 405, 408, 413, 417, 429, 431, 500, 503, 505};
/// What routes name themselves.
constexpr std::array kOwnRefusals{404, 409, 410};

object refusalOf(int status) {
    return {{"$ref", "#/components/responses/" + std::to_string(status)}};
}

object operation(const Route& route, const SchemaRegistry& schemas) {
    const object bytes{{"type", "string"}};
    object success{{"description", reasonPhrase(route.successStatus)}};
    if (!route.responseType.empty())
        success.emplace("content",
                        content(route.responseMedia, reference(route, route.responseType, schemas)));
    else if (route.responseMedia != "application/json")
        success.emplace("content", content(route.responseMedia, bytes));

    object out{{"operationId", operationId(route)},
               {"summary", route.summary},
               {"description", "Who: " + describeAccess(route.access)},
               {"security", security(route.access)}};
    if (auto list = parameters(route); !list.empty())
        out.emplace("parameters", std::move(list));
    if (!route.requestType.empty())
        out.emplace(
            "requestBody",
            object{{"required", true},
                   {"content", content(route.requestMedia, reference(route, route.requestType, schemas))}});
    else if (route.requestMedia != "application/json")
        out.emplace("requestBody",
                    object{{"required", true}, {"content", content(route.requestMedia, bytes)}});
    object responses{{std::to_string(route.successStatus), success},
                     {"default", object{{"description", "Problem details (RFC 9457)"},
                                        {"content", content("application/problem+json",
                                                            reference(route, "Problem", schemas))}}}};
    for (const int status : kRefusals)
        if (status != 401 || !route.access.open)
            responses.emplace(std::to_string(status), refusalOf(status));
    for (const int status : route.otherStatuses)
        responses.emplace(std::to_string(status), status < 300 ? success : refusalOf(status));
    out.emplace("responses", std::move(responses));
    return out;
}

} // namespace

bool describesStatus(const Route& route, int status) {
    const auto isIn = [status](const auto& list) {
        return std::find(list.begin(), list.end(), status) != list.end();
    };
    return status == route.successStatus || isIn(route.otherStatuses) ||
           (isIn(kRefusals) && (status != 401 || !route.access.open));
}

std::string describeAccess(const Access& access) {
    if (access.open)
        return "everybody";
    if (access.anyDevice)
        return "every enrolled device";
    std::string text;
    for (const Grant& grant : access.grants) {
        text += (text.empty() ? "" : "; ") + std::string(model::enumName(grant.kind));
        if (!grant.session)
            continue;
        std::string roles;
        for (const auto role : grant.roles)
            roles += (roles.empty() ? "" : ", ") + std::string(model::enumName(role));
        text += grant.desk ? " with clerk of the service desk" : " with " + (roles.empty() ? "staff" : roles);
    }
    return text.empty() ? "nobody" : text;
}

std::string openApi(const RouteTable& routes, const SchemaRegistry& schemas, const std::string& version) {
    object paths;
    for (const Route& route : routes.routes()) {
        auto& path = paths[route.pattern];
        if (!path.is_object())
            path.emplace_object();
        path.as_object().emplace(Poco::toLower(route.method), operation(route, schemas));
    }
    object components;
    for (const auto& [name, schema] : schemas.all())
        components.emplace(name, schema);
    object refusals;
    const auto describe = [&refusals](int status) {
        refusals.emplace(std::to_string(status),
                         object{{"description", reasonPhrase(status)},
                                {"content", content("application/problem+json",
                                                    object{{"$ref", "#/components/schemas/Problem"}})}});
    };
    std::for_each(kRefusals.begin(), kRefusals.end(), describe);
    std::for_each(kOwnRefusals.begin(), kOwnRefusals.end(), describe);
    const object description{
        {"openapi", "3.1.0"},
        {"info",
         object{{"title", "Atrium"},
                {"version", version},
                {"license", object{{"name", "GPL-3.0-or-later"}, {"identifier", "GPL-3.0-or-later"}}}}},
        {"paths", std::move(paths)},
        {"components",
         object{{"schemas", std::move(components)},
                {"responses", std::move(refusals)},
                {"securitySchemes",
                 object{{"device", object{{"type", "http"}, {"scheme", "bearer"}}},
                        {"session",
                         object{{"type", "apiKey"}, {"in", "header"}, {"name", "Atrium-Session"}}}}}}}};
    return boost::json::serialize(description);
}

} // namespace atrium::http
