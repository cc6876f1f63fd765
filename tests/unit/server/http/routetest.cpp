// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/route.h"

#include <gtest/gtest.h>

using namespace atrium::http;

namespace {

Route route(std::string method, std::string pattern) {
    Route made;
    made.method = std::move(method);
    made.pattern = std::move(pattern);
    made.handler = [](const Request&, const Responder&) {};
    return made;
}

RouteTable table() {
    RouteTable routes;
    for (const auto& [method, pattern] :
         std::vector<std::pair<const char*, const char*>>{{"GET", "/api/v1/tickets/{id}"},
                                                          {"POST", "/api/v1/tickets/{id}/print"},
                                                          {"POST", "/api/v1/tickets/lookup"},
                                                          {"POST", "/api/v1/tickets/{id}"},
                                                          {"PUT", "/api/v1/records/{kind}/{id}"},
                                                          {"GET", "/t/{id}.{kid}.{mac}"},
                                                          {"GET", "/"}})
        routes.add(route(method, pattern));
    return routes;
}

} // namespace

TEST(RouteTable, findsRoutesAndTheirParameters) {
    const RouteTable routes = table();
    const Match match = routes.match("PUT", "/api/v1/records/queue/a%20%E5%8F%B7");
    ASSERT_NE(match.route, nullptr);
    EXPECT_EQ(match.route->pattern, "/api/v1/records/{kind}/{id}");
    EXPECT_EQ(match.params.at(0), (std::pair<std::string, std::string>("kind", "queue")));
    EXPECT_EQ(match.params.at(1).second, "a 号");
    EXPECT_NE(routes.match("GET", "/").route, nullptr);
}

TEST(RouteTable, prefersALiteralSegment) {
    EXPECT_EQ(table().match("POST", "/api/v1/tickets/lookup").route->pattern, "/api/v1/tickets/lookup");
    EXPECT_EQ(table().match("POST", "/api/v1/tickets/other").route->pattern, "/api/v1/tickets/{id}");
    EXPECT_EQ(table().match("GET", "/api/v1/tickets/lookup").route->pattern, "/api/v1/tickets/{id}");
}

TEST(RouteTable, splitsASegmentIntoSeveralParameters) {
    const Match match = table().match("GET", "/t/00ff.k1.abc");
    ASSERT_NE(match.route, nullptr);
    EXPECT_EQ(match.params.at(0).second, "00ff");
    EXPECT_EQ(match.params.at(1).second, "k1");
    EXPECT_EQ(match.params.at(2).second, "abc");
    for (const char* path : {"/t/00ff.k1", "/t/00ff..abc", "/t/.k1.abc", "/t/00ff.k1."})
        EXPECT_EQ(table().match("GET", path).route, nullptr) << path;
}

TEST(RouteTable, tellsUnknownPathsFromUnknownMethods) {
    const RouteTable routes = table();
    for (const char* path : {"/api/v1/ticket/1", "/api/v1/tickets", "/api/v1/tickets/", "/api/v1/tickets/1/",
                             "/api//v1/tickets/1", "/api/v1/tickets/%zz", "/api/v1/tickets/%00", ""}) {
        EXPECT_EQ(routes.match("GET", path).route, nullptr) << path;
    }
    EXPECT_EQ(routes.match("DELETE", "/nowhere").allow, "");
    EXPECT_EQ(routes.match("DELETE", "/api/v1/tickets/1").allow, "GET, HEAD, POST");
    EXPECT_NE(routes.match("HEAD", "/api/v1/tickets/1").route, nullptr);
    EXPECT_EQ(routes.match("HEAD", "/api/v1/tickets/1/print").allow, "POST");
}

TEST(RouteTable, refusesWrongRoutesAtTheStart) {
    RouteTable routes = table();
    EXPECT_THROW(routes.add(route("GET", "/api/v1/tickets/{id}")), std::logic_error);
    EXPECT_THROW(routes.add(route("GET", "/api/v1/tickets/{other}")), std::logic_error);
    EXPECT_THROW(routes.add(route("DELETE", "/api/v1/tickets/{other}")), std::logic_error);
    EXPECT_THROW(routes.add(route("FETCH", "/x")), std::logic_error);
    EXPECT_THROW(routes.add(route("GET", "x")), std::logic_error);
    EXPECT_THROW(routes.add(route("GET", "/{x")), std::logic_error);
    EXPECT_THROW(routes.add(route("GET", "/{a}{b}")), std::logic_error);
    Route empty = route("GET", "/x");
    empty.handler = nullptr;
    EXPECT_THROW(routes.add(std::move(empty)), std::logic_error);
    EXPECT_NO_THROW(routes.add(route("DELETE", "/api/v1/tickets/{id}")));
}

TEST(Query, isDecodedAndCheckedForUtf8) {
    const auto pairs = parseQuery("a=1&b=%E5%8F%B7+x&&c&a=2");
    ASSERT_TRUE(pairs);
    ASSERT_EQ(pairs->size(), 4U);
    EXPECT_EQ(pairs->at(1).second, "号 x");
    EXPECT_EQ(pairs->at(2).first, "c");
    for (const char* wrong :
         {"a=%", "a=%1", "a=%g0", "a=%00", "a=%ff", "a=%C0%AF", "a=%E5%8F", "%ED%A0%80=1"})
        EXPECT_FALSE(parseQuery(wrong)) << wrong;
}
