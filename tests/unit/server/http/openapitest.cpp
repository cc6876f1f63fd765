// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/openapi.h"
#include "server/http/schema.h"

#include "shared/model/api.h"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <Poco/String.h>

using namespace atrium::http;
using namespace atrium;

namespace {

Route route(std::string method, std::string pattern, Access access) {
    Route made;
    made.method = std::move(method);
    made.pattern = std::move(pattern);
    made.summary = "summary";
    made.access = std::move(access);
    made.handler = [](const Request&, const Responder&) {};
    return made;
}

RouteTable table() {
    RouteTable routes;
    Route issue =
        route("POST", "/api/v1/tickets", Access::kinds({model::DeviceKind::kiosk}) | Access::desk());
    issue.requestType = "IssueRequest";
    issue.responseType = "TicketView";
    issue.successStatus = 201;
    issue.needsKey = true;
    routes.add(std::move(issue));
    Route view = route("GET", "/api/v1/tickets/{id}", Access::devices());
    view.responseType = "TicketView";
    view.parameters = {{.name = "limit", .summary = "1 to 500", .number = true},
                       {.where = Parameter::Where::header, .name = "If-Match", .summary = "version"}};
    view.otherStatuses = {201, 404};
    routes.add(std::move(view));
    routes.add(route("GET", "/t/{id}.{kid}.{mac}", Access::everybody()));
    Route media = route("POST", "/api/v1/media", Access::staff(model::DeviceKind::admin));
    media.requestMedia = "image/png|image/jpeg";
    routes.add(std::move(media));
    return routes;
}

SchemaRegistry schemas() {
    SchemaRegistry registry;
    addModelSchemas(registry);
    return registry;
}

/// Every "$ref" below leads somewhere inside root.
void expectReferences(const boost::json::value& node, const boost::json::value& root, int& count) {
    if (node.is_array())
        for (const auto& element : node.get_array())
            expectReferences(element, root, count);
    if (!node.is_object())
        return;
    for (const auto& [key, value] : node.get_object()) {
        if (key != "$ref") {
            expectReferences(value, root, count);
            continue;
        }
        ++count;
        const std::string target(value.get_string());
        ASSERT_EQ(target.rfind("#/", 0), 0U) << target;
        boost::system::error_code missing;
        EXPECT_NE(root.find_pointer(target.substr(1), missing), nullptr) << target;
    }
}

} // namespace

TEST(OpenApi, holdsEveryRouteAndEveryReferenceResolves) {
    const RouteTable routes = table();
    const auto root = boost::json::parse(openApi(routes, schemas(), "1.2.3"));
    EXPECT_EQ(root.at("openapi").as_string(), "3.1.0");
    EXPECT_EQ(root.at("info").at("version").as_string(), "1.2.3");
    for (const Route& made : routes.routes()) {
        const auto& operation = root.at("paths").at(made.pattern).at(Poco::toLower(made.method));
        EXPECT_TRUE(operation.at("responses").at("default").is_object());
        EXPECT_TRUE(operation.at("responses").as_object().contains(std::to_string(made.successStatus)));
    }
    int references = 0;
    expectReferences(root, root, references);
    EXPECT_GT(references, 20);
}

TEST(OpenApi, listsWhatTheServerItselfAnswers) {
    const auto root = boost::json::parse(openApi(table(), schemas(), "1"));
    const auto& issue = root.at("paths").at("/api/v1/tickets").at("post").at("responses").as_object();
    for (const char* status :
         {"400", "401", "403", "405", "408", "413", "417", "429", "431", "500", "503", "505"})
        EXPECT_TRUE(issue.contains(status)) << status;
    EXPECT_EQ(root.at("components").at("responses").at("431").at("description").as_string(),
              "Request Header Fields Too Large");
    const auto& page = root.at("paths").at("/t/{id}.{kid}.{mac}").at("get").at("responses").as_object();
    EXPECT_FALSE(page.contains("401")) << "it is open";
    EXPECT_TRUE(page.contains("405"));
}

TEST(OpenApi, tellsParametersKeysAndWhoMayAsk) {
    const auto root = boost::json::parse(openApi(table(), schemas(), "1"));
    const auto& page = root.at("paths").at("/t/{id}.{kid}.{mac}").at("get");
    EXPECT_EQ(page.at("parameters").as_array().size(), 3U);
    EXPECT_TRUE(page.at("security").as_array().empty());
    const auto& issue = root.at("paths").at("/api/v1/tickets").at("post");
    EXPECT_EQ(issue.at("parameters").as_array().front().at("name").as_string(), "Idempotency-Key");
    EXPECT_EQ(issue.at("security").as_array().size(), 2U);
    EXPECT_EQ(issue.at("description").as_string(),
              "Who: kiosk; windowTerminal with clerk of the service desk");
    const auto& view = root.at("paths").at("/api/v1/tickets/{id}").at("get");
    const auto& reads = view.at("parameters").as_array();
    ASSERT_EQ(reads.size(), 3U);
    EXPECT_EQ(reads[1].at("in").as_string(), "query");
    EXPECT_EQ(reads[1].at("schema").at("type").as_string(), "integer");
    EXPECT_EQ(reads[2].at("in").as_string(), "header");
    EXPECT_EQ(view.at("responses").at("404").at("$ref").as_string(), "#/components/responses/404");
    EXPECT_EQ(view.at("responses").at("201"), view.at("responses").at("200"));
    const auto& media = root.at("paths").at("/api/v1/media").at("post");
    EXPECT_TRUE(media.at("requestBody").at("content").as_object().contains("image/jpeg"));
}

TEST(OpenApi, describesTypesByTheirDescription) {
    const auto root = boost::json::parse(openApi(table(), schemas(), "1"));
    const auto& all = root.at("components").at("schemas");
    const auto& properties = all.at("IssueRequest").at("properties");
    EXPECT_EQ(properties.at("itemId").at("maxLength").as_int64(), 64);
    EXPECT_EQ(properties.at("identity").at("oneOf").as_array().front().at("$ref").as_string(),
              "#/components/schemas/Identity");
    EXPECT_EQ(properties.at("paper").at("type").as_string(), "boolean");
    EXPECT_EQ(all.at("TicketView").at("properties").at("ticket").at("$ref").as_string(),
              "#/components/schemas/Ticket");
    EXPECT_EQ(all.at("PrintReport").at("properties").at("outcome").at("enum").as_array().size(), 4U);
    // One property per described member.
    std::size_t members = 0;
    model::forEachMember<model::Dashboard>([&](auto, auto) { ++members; });
    EXPECT_EQ(all.at("Dashboard").at("properties").as_object().size(), members);
}

TEST(OpenApi, knowsWhichStatusesItNames) {
    const RouteTable routes = table();
    const Route& view = routes.routes()[1];
    for (const int named : {200, 201, 400, 401, 404, 503})
        EXPECT_TRUE(describesStatus(view, named)) << named;
    for (const int unnamed : {202, 204, 409, 410})
        EXPECT_FALSE(describesStatus(view, unnamed)) << unnamed;
    EXPECT_FALSE(describesStatus(routes.routes()[2], 401)) << "it is open";
}

TEST(OpenApi, refusesARouteWhoseSchemaIsUnknown) {
    RouteTable routes;
    Route wrong = route("GET", "/x", Access::everybody());
    wrong.responseType = "Nothing";
    routes.add(std::move(wrong));
    EXPECT_THROW((void)openApi(routes, schemas(), "1"), std::logic_error);
}
