// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/messages/template.h"

#include "shared/rules/messages/parts.h"

#include <gtest/gtest.h>

namespace atrium::rules::messages {
namespace {

const Values kValues{"A007", "不动产登记", 3, "10-15", 12};

TEST(MessageTemplate, FillsEveryPlace) {
    EXPECT_EQ(
        fillTemplate("{number}：{item}，前面{ahead}人，约{minutes}分钟", MessageKind::nearTurn, kValues),
        "A007：不动产登记，前面3人，约10-15分钟");
    EXPECT_EQ(fillTemplate("请{number}到{window}号窗口", MessageKind::called, kValues), "请A007到12号窗口");
    EXPECT_EQ(fillTemplate("{number}{number}", MessageKind::nextPerson, kValues), "A007A007");
}

TEST(MessageTemplate, ValuesAreNotReadForPlaces) {
    auto values = kValues;
    values.item = "{number}";
    EXPECT_EQ(fillTemplate("{item}!", MessageKind::called, values), "{number}!");
}

TEST(MessageTemplate, RefusesAndNamesTheFault) {
    const auto check = [](std::string_view text, MessageKind kind = MessageKind::nearTurn) {
        return checkTemplate(text, kind);
    };
    const auto error = [](TemplateFault fault, std::string place, std::size_t at) {
        return std::optional(TemplateError{fault, std::move(place), at});
    };
    EXPECT_EQ(check("{number} {ahead} {minutes} {item}"), std::nullopt);
    EXPECT_EQ(check("a {phone}"), error(TemplateFault::unknownPlace, "phone", 2));
    EXPECT_EQ(check("{}"), error(TemplateFault::unknownPlace, "", 0));
    EXPECT_EQ(check("{window}"), error(TemplateFault::notForKind, "window", 0));
    EXPECT_EQ(check("{minutes}", MessageKind::called), error(TemplateFault::notForKind, "minutes", 0));
    EXPECT_EQ(check("ab{number"), error(TemplateFault::openBrace, "", 2));
    EXPECT_EQ(check("{a{number}"), error(TemplateFault::openBrace, "", 0));
    EXPECT_EQ(check("number}"), error(TemplateFault::strayBrace, "", 6));
    EXPECT_EQ(check(" \n"), error(TemplateFault::empty, "", 0));
    EXPECT_EQ(check("a\xFFz"), error(TemplateFault::malformed, "", 1));
    EXPECT_EQ(check(std::string_view("a\0", 2)), error(TemplateFault::malformed, "", 1));
}

TEST(MessageTemplate, NoTextMayPassThreePartsWithItsLongestValues) {
    std::string text = "{item}{number}";
    while (!checkTemplate(text, MessageKind::called))
        text += "号";
    EXPECT_EQ(checkTemplate(text, MessageKind::called)->fault, TemplateFault::tooLong);
    text.resize(text.size() - std::string("号").size());
    EXPECT_EQ(checkTemplate(text, MessageKind::called), std::nullopt);
    ASSERT_TRUE(checkTemplate(text, MessageKind::called, "【政务大厅】")) << "the signature counts";
    auto values = kValues;
    for (int i = 0; i < 100; ++i)
        values.item += "长名";
    EXPECT_LE(countParts(fillTemplate(text, MessageKind::called, values)), kMostParts);
}

TEST(MessageTemplate, LongItemNamesEndInAnEllipsis) {
    auto values = kValues;
    values.item.clear();
    for (int i = 0; i < kItemCharacters; ++i)
        values.item += "事";
    EXPECT_EQ(fillTemplate("{item}", MessageKind::called, values), values.item);
    const auto cut = values.item.substr(0, values.item.size() - 3) + "…";
    values.item += "事";
    EXPECT_EQ(fillTemplate("{item}", MessageKind::called, values), cut);
}

} // namespace
} // namespace atrium::rules::messages
