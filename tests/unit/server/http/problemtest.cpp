// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/problem.h"

#include "shared/model/api.h"
#include "shared/model/json.h"
#include "shared/model/reflect.h"

#include <gtest/gtest.h>

using namespace atrium;
using namespace atrium::http;

TEST(Problem, hasAStatusForEveryCode) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<model::ErrorCode>>([](auto enumerator) {
        const int status = statusOf(enumerator.value);
        EXPECT_GE(status, 400) << enumerator.name;
        EXPECT_NE(status, 500) << enumerator.name;
    });
    EXPECT_EQ(statusOf(model::ErrorCode::quotaReached), 409);
    EXPECT_EQ(statusOf(static_cast<model::ErrorCode>(999)), 500);
}

TEST(Problem, saysWhatIsWrongAndWhere) {
    const Response response = problem({model::ErrorCode::invalid, "/itemId", "no such item"});
    EXPECT_EQ(response.status, 400);
    EXPECT_EQ(response.headers.find("content-type"), "application/problem+json");
    const auto body = model::fromJson<model::Problem>(response.body).value();
    EXPECT_EQ(body.code, model::ErrorCode::invalid);
    EXPECT_EQ(body.path, "/itemId");
    EXPECT_EQ(body.detail, "no such item");
    EXPECT_EQ(body.title, "Bad Request");
    EXPECT_EQ(body.status, 400);
}

TEST(Problem, tellsWhenToTryAgainAndHowToProveOneself) {
    EXPECT_TRUE(problem({model::ErrorCode::tooMany, "", ""}).headers.find("Retry-After"));
    EXPECT_TRUE(problem({model::ErrorCode::unavailable, "", ""}).headers.find("Retry-After"));
    EXPECT_TRUE(problem({model::ErrorCode::unauthenticated, "", ""}).headers.find("WWW-Authenticate"));
    EXPECT_FALSE(problem({model::ErrorCode::conflict, "", ""}).headers.find("Retry-After"));
}
