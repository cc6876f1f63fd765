// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator is shown of a queue's rules before they are saved.
#include "server/store/db.h"
#include "tests/integration/server/services/setuprecords.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include <csignal>

namespace atrium::test {
namespace {

namespace json = boost::json;

const std::string kApi = "/api/v1";
const std::string kQueue = "queue-company";
const std::string kOrdinary = "item-company-formation-registration"; // of that queue, at kWindow and others
const std::string kPath = kApi + "/queues/" + kQueue + "/preview";

struct Shown {
    std::vector<std::string> numbers;
    std::vector<std::string> reasons;
};

/// The preview of the queue with these two of its settings.
Shown shown(RunningServer& server, const std::string& admin, int ageing, int finallyCallBy) {
    auto draft = recordOf(server, admin, "queue", kQueue);
    draft["ageingMinutes"] = ageing;
    draft["finallyCallByMinutes"] = finallyCallBy;
    const Reply answer = server.post(kPath, kTool, json::serialize(draft), admin);
    EXPECT_EQ(answer.status, 200) << answer.text;
    Shown out;
    if (answer.at("/rows").is_array())
        for (const auto& row : answer.at("/rows").get_array()) {
            out.numbers.emplace_back(row.at("number").as_string());
            out.reasons.emplace_back(row.at("reason").as_string());
            EXPECT_EQ(row.at("limitMinutes").as_int64(), finallyCallBy);
        }
    return out;
}

using Words = std::vector<std::string>;

} // namespace

TEST(PreviewRoute, otherSettingsGiveAnotherOrderAndChangeNothing) {
    RunningServer server;
    const std::string plain = R"({"itemId":")" + kOrdinary + R"(","paper":false})";
    for (int i = 0; i < 2; ++i)
        ASSERT_EQ(server.post(kApi + "/tickets", kKiosk, plain).status, 201);
    ASSERT_EQ(server.stop(SIGTERM), 0);
    {
        // Both came 45 minutes ago. A start takes what happened within the last minutes from the log again.
        const auto db = store::openSqlite(server.folder() + "/data/hall.db");
        EXPECT_EQ(db->exec(R"(UPDATE "ticket" SET "arrived_at" = "arrived_at" - 45 * 60000)"), 2);
        EXPECT_GE(db->exec(R"(UPDATE "event_log" SET "at" = "at" - 45 * 60000)"), 2);
    }
    server.start();
    ASSERT_EQ(server
                  .post(kApi + "/tickets", kKiosk,
                        R"({"itemId":")" + kOrdinary +
                            R"(","paper":false,"recognition":"idCard","identity":)"
                            R"({"kind":"citizenId","number":"110105194912310038"}})")
                  .at("/ticket/priorityClass")
                  .as_int64(),
              1);
    const std::string admin = server.signIn(kTool, "admin");
    const std::string before = server.get(kApi + "/snapshot", kTool, admin).text;
    EXPECT_NE(before.find("A0003"), std::string::npos);
    const std::string trail = server.get(kApi + "/audit", kTool, admin).text;

    const auto byClass = shown(server, admin, 0, 90);
    EXPECT_EQ(byClass.numbers, (Words{"A0003", "A0001", "A0002"}));
    EXPECT_EQ(byClass.reasons, (Words{"priority", "arrival", "arrival"}));
    const auto byAgeing = shown(server, admin, 20, 90);
    EXPECT_EQ(byAgeing.numbers, (Words{"A0001", "A0002", "A0003"}));
    EXPECT_EQ(byAgeing.reasons, (Words{"aged", "aged", "arrival"}));
    const auto byBound = shown(server, admin, 0, 40);
    EXPECT_EQ(byBound.numbers, (Words{"A0001", "A0002", "A0003"}));
    EXPECT_EQ(byBound.reasons, (Words{"finallyCallBy", "finallyCallBy", "arrival"}));

    EXPECT_EQ(server.get(kApi + "/snapshot", kTool, admin).text, before) << "records, tickets and position";
    EXPECT_EQ(server.get(kApi + "/audit", kTool, admin).text, trail);

    // What was shown is what is done: by the stored settings the clerk's window calls the first of its list.
    auto queue = recordOf(server, admin, "queue", kQueue);
    queue["ageingMinutes"] = 0;
    queue["finallyCallByMinutes"] = 40;
    ASSERT_EQ(change(server, admin, "PUT", "queue", queue).status, 200);
    const std::string clerk = server.signIn(kTerminal, kClerk);
    const Reply called = server.post(kApi + "/windows/" + kWindow + "/call", kTerminal, "{}", clerk);
    EXPECT_EQ(called.string("/current/ticket/number"), byBound.numbers.at(0)) << called.text;
}

TEST(PreviewRoute, saysWhichWindowsCallAndWhenNoneIsOpen) {
    RunningServer server;
    const std::string admin = server.signIn(kTool, "admin");
    const auto ask = [&] {
        const auto draft = recordOf(server, admin, "queue", kQueue);
        return server.post(kPath, kTool, json::serialize(draft), admin);
    };
    const Reply empty = ask();
    EXPECT_EQ(empty.at("/waiting").as_int64(), 0) << empty.text;
    EXPECT_TRUE(empty.at("/rows").get_array().empty());
    ASSERT_EQ(
        server.post(kApi + "/tickets", kKiosk, R"({"itemId":")" + kOrdinary + R"(","paper":false})").status,
        201);
    const Reply closed = ask();
    EXPECT_TRUE(closed.at("/isAssumedOpen").as_bool()) << closed.text;
    EXPECT_EQ(closed.at("/rows").get_array().size(), 1U);
    const std::string clerk = server.signIn(kTerminal, kClerk);
    const Reply open = ask();
    EXPECT_FALSE(open.at("/isAssumedOpen").as_bool()) << open.text;
    EXPECT_EQ(open.at("/windows/0").as_int64(), 1) << open.text;
    EXPECT_EQ(open.at("/rows/0/windowNumber").as_int64(), 1);
}

TEST(PreviewRoute, refusesWhatThePutRefusesAndWhoMayNotSetRules) {
    RunningServer server;
    const std::string admin = server.signIn(kTool, "admin");
    ASSERT_EQ(
        server.post(kApi + "/tickets", kKiosk, R"({"itemId":")" + kOrdinary + R"(","paper":false})").status,
        201);
    const auto good = recordOf(server, admin, "queue", kQueue);
    const auto refusedAlike = [&](const std::string& member, const json::value& value) {
        auto draft = good;
        draft[member] = value;
        const Reply asked = server.post(kPath, kTool, json::serialize(draft), admin);
        const Reply put = change(server, admin, "PUT", "queue", draft);
        EXPECT_GE(asked.status, 400) << member << asked.text;
        for (const char* part : {"/status", "/code", "/path", "/detail"})
            EXPECT_EQ(asked.at(part), put.at(part)) << member << asked.text << put.text;
    };
    refusedAlike("finallyCallByMinutes", 0);
    refusedAlike("ageingMinutes", 1441);
    refusedAlike("ageingMinutes", "twenty");
    refusedAlike("name", " ");
    refusedAlike("areaId", "area-nowhere");
    refusedAlike("prefix", "ZZ"); // numbers of today bear the old one
    refusedAlike("passedRule", "sometimes");
    EXPECT_EQ(server.post(kApi + "/queues/queue-other/preview", kTool, json::serialize(good), admin)
                  .string("/path"),
              "/id");
    EXPECT_EQ(server.post(kPath, kTool, "{", admin).status, 400);
    EXPECT_EQ(server.post(kPath, kTool, json::serialize(good)).status, 401) << "nobody is signed in";
    EXPECT_EQ(server.post(kPath, kKiosk, json::serialize(good)).status, 403);
}

TEST(PreviewRoute, isDescribed) {
    auto& server = sharedServer();
    const Reply described = server.get("/api/openapi.json");
    const auto& post = described.at("/paths/~1api~1v1~1queues~1{id}~1preview/post");
    ASSERT_TRUE(post.is_object());
    EXPECT_EQ(post.at("requestBody").at("content").at("application/json").at("schema").at("$ref").as_string(),
              "#/components/schemas/Queue");
    EXPECT_EQ(described.at("/components/schemas/CallPreview/properties/rows/items/$ref").as_string(),
              "#/components/schemas/PreviewRow");
}

} // namespace atrium::test
