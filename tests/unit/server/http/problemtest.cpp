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

TEST(Problem, saysWhatIsWrongAndWhereInBothLanguages) {
    Response response = problem(
        {model::ErrorCode::windowBusy, "/windowId", {model::Sentence::finishFirst, {{"number", "A0127"}}}});
    EXPECT_EQ(response.status, 409);
    EXPECT_EQ(response.headers.find("content-type"), "application/problem+json");
    auto body = model::fromJson<model::Problem>(response.body).value();
    EXPECT_EQ(body.type, "about:blank");
    EXPECT_EQ(body.code, model::ErrorCode::windowBusy);
    EXPECT_EQ(body.path, "/windowId");
    EXPECT_EQ(body.status, 409);
    EXPECT_EQ(body.title, "窗口正在办理");
    EXPECT_EQ(body.detail, "请先办结当前号码A0127");
    localise(response, model::Language::en);
    body = model::fromJson<model::Problem>(response.body).value();
    EXPECT_EQ(body.code, model::ErrorCode::windowBusy) << "what programs decide by has no language";
    EXPECT_EQ(body.title, "The window is busy");
    EXPECT_EQ(body.detail, "finish with ticket A0127 first");
}

TEST(Problem, keepsItsStatusAndTypeInEveryLanguage) {
    Response response = problem(410, {model::ErrorCode::gone, "", model::Sentence::tooOld}, "reset");
    localise(response, model::Language::en);
    const auto body = model::fromJson<model::Problem>(response.body).value();
    EXPECT_EQ(response.status, 410);
    EXPECT_EQ(body.status, 410);
    EXPECT_EQ(body.type, "reset");
    EXPECT_EQ(body.code, model::ErrorCode::gone);
    EXPECT_EQ(body.title, "No longer kept");
    EXPECT_EQ(problem({model::ErrorCode::gone, "", model::Sentence::tooOld}).status, 410);
    Response other = jsonResponse("{}");
    localise(other, model::Language::en);
    EXPECT_EQ(other.body, "{}");
}

TEST(Problem, tellsWhenToTryAgainAndHowToProveOneself) {
    EXPECT_TRUE(problem({model::ErrorCode::tooMany, "", ""}).headers.find("Retry-After"));
    EXPECT_TRUE(problem({model::ErrorCode::unavailable, "", ""}).headers.find("Retry-After"));
    EXPECT_TRUE(problem({model::ErrorCode::unauthenticated, "", ""}).headers.find("WWW-Authenticate"));
    EXPECT_FALSE(problem({model::ErrorCode::conflict, "", ""}).headers.find("Retry-After"));
    EXPECT_EQ(
        problem({model::ErrorCode::tooMany, "", ""}, std::chrono::seconds(42)).headers.find("Retry-After"),
        "42");
}
