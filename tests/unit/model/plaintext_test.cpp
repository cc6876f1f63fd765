// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/plaintext.h"

#include <gtest/gtest.h>

#include <string>

namespace atrium::model {

TEST(PlainText, ofPeopleIsTaken) {
    for (const char* text :
         {"", "综合窗口", "Floor 2 – east", "𠮷野家", "e\xcc\x81tage", "👩‍💼 服务", "«שלום»"})
        EXPECT_TRUE(isPlainText(text, false)) << text;
}

TEST(PlainText, withControlsOrOverridesIsNot) {
    using namespace std::string_literals;
    for (const std::string& text :
         {"a\0b"s, "a\x01"s, "\x1b[2J"s, "\x7f"s, "\xc2\x85"s, "a\xe2\x80\xae b"s, "\xe2\x80\xaa"s,
          "\xe2\x81\xa6"s, "\xe2\x81\xa9"s, "\xe2\x80\xa8"s, "\r"s, "\xef\xbf\xbe"s}) {
        EXPECT_FALSE(isPlainText(text, false)) << ::testing::PrintToString(text);
        EXPECT_FALSE(isPlainText("号" + text, true)) << ::testing::PrintToString(text);
    }
}

TEST(PlainText, hasLinesOnlyWhereTheyAreAllowed) {
    EXPECT_FALSE(isPlainText("一\n二", false));
    EXPECT_FALSE(isPlainText("一\t二", false));
    EXPECT_TRUE(isPlainText("一\n\t二", true));
}

TEST(PlainText, isWellFormedUtf8) {
    for (const char* text :
         {"\x80", "\xc3", "\xc0\xaf", "\xe4\xb8", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xf4\x90\x80\x80"})
        EXPECT_FALSE(isPlainText(text, true)) << ::testing::PrintToString(text);
}

TEST(PlainText, ofBlanksOnlyIsBlank) {
    for (const char* text :
         {"", " ", "\t\n", "\xc2\xa0", "\xe3\x80\x80", "\xe2\x80\x8b\xef\xbb\xbf", " \xe3\x85\xa4"})
        EXPECT_TRUE(isBlank(text)) << ::testing::PrintToString(text);
    for (const char* text : {"a", " 厅 ", "0", "。"})
        EXPECT_FALSE(isBlank(text)) << text;
}

TEST(PlainText, isCountedInCharacters) {
    EXPECT_EQ(characterCount("政务 hall"), 7U);
    EXPECT_EQ(characterCount("𠮷"), 1U);
}

} // namespace atrium::model
