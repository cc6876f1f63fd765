// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/api.h"
#include "shared/model/json.h"
#include "shared/model/records.h"
#include "shared/model/reflect.h"

#include <gtest/gtest.h>

using namespace atrium::model;

TEST(ModelJson, UnknownKeysAreIgnoredAndMissingOnesKeepTheirDefault) {
    const auto queue = fromJson<Queue>(R"({"id":"queue-tax","prefix":"B","fromTheFuture":{"a":[1]}})");
    ASSERT_TRUE(queue.has_value());
    EXPECT_EQ(queue->id.value, "queue-tax");
    EXPECT_EQ(queue->prefix, "B");
    EXPECT_EQ(queue->recallLimit, Queue{}.recallLimit);
}

TEST(ModelJson, AWrongTypeNamesThePlaceAndWhatWasExpected) {
    const auto queue = fromJson<Queue>(R"({"hours":[{"weekday":1},{"weekday":"Monday"}]})");
    ASSERT_FALSE(queue.has_value());
    EXPECT_EQ(queue.error().code, ErrorCode::invalid);
    EXPECT_EQ(queue.error().path, "/hours/1/weekday");
    EXPECT_EQ(queue.error().detail, "expected a whole number");
}

TEST(ModelJson, AnUnknownWordIsRefused) {
    const auto ticket = fromJson<Ticket>(R"({"state":"sleeping"})");
    ASSERT_FALSE(ticket.has_value());
    EXPECT_EQ(ticket.error().path, "/state");
}

TEST(ModelJson, ANumberOutOfRangeIsRefused) {
    const auto window = fromJson<Window>(R"({"number":4294967296})");
    ASSERT_FALSE(window.has_value());
    EXPECT_EQ(window.error().path, "/number");
}

TEST(ModelJson, AMistakeIsToldByItsPlaceInBothLanguages) {
    struct Case {
        std::string text;
        std::string line;
        std::string column;
    };
    const std::vector<Case> table{
        {"", "1", "1"},                                          // nothing at all
        {R"({"id":"x",})", "1", "11"},                           // a comma too many
        {"{\n  \"id\": \"x\",\n  \"name\" \"y\"\n}", "3", "10"}, // a colon too few
        {"{\"name\":\"中庭\" 1}", "1", "14"},                    // characters, not bytes
        {R"({"id":)", "1", "7"},                                 // it ends too early
        {"{}\n\nx", "3", "1"},                                   // something after it
        {std::string(100, '['), "1", "33"},                      // nested too deep
    };
    for (const auto& [text, line, column] : table) {
        const auto queue = fromJson<Queue>(text);
        ASSERT_FALSE(queue.has_value()) << text;
        EXPECT_EQ(queue.error().path, "/") << text;
        EXPECT_EQ(textOf(queue.error().saying, Language::en), "not proper JSON: there is a mistake at line " +
                                                                  line + ", character " + column +
                                                                  "; correct it and send it again");
        EXPECT_EQ(textOf(queue.error().saying, Language::zh),
                  "不是正确的 JSON：第" + line + "行第" + column + "个字符处有误，请改正后再发");
    }
}

TEST(ModelJson, NestingBombsAndBrokenTextAreRefused) {
    EXPECT_FALSE(fromJson<Queue>(std::string(10000, '[')).has_value());
    EXPECT_FALSE(fromJson<Queue>("{\"id\":").has_value());
    EXPECT_FALSE(fromJson<Queue>("").has_value());
    EXPECT_FALSE(fromJson<Queue>("{\"name\":\"\xff\xfe\"}").has_value());
    const auto huge = fromJson<Queue>(std::string(9U * 1024 * 1024, ' '));
    ASSERT_FALSE(huge.has_value());
    EXPECT_EQ(huge.error().code, ErrorCode::tooLarge);
}

TEST(ModelJson, NullClearsAnOptional) {
    const auto ticket = fromJson<Ticket>(R"({"personId":null,"calledAt":1763777040000})");
    ASSERT_TRUE(ticket.has_value());
    EXPECT_FALSE(ticket->personId.has_value());
    EXPECT_EQ(toMillis(ticket->calledAt.value()), 1763777040000);
}

TEST(ModelReflect, ColumnsAreTheMembersInSnakeCase) {
    EXPECT_EQ(snakeCase("hallId"), "hall_id");
    EXPECT_EQ(snakeCase("maxOpenPerIdentity"), "max_open_per_identity");
    EXPECT_EQ(snakeCase("id"), "id");
}
