// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/messages/parts.h"

#include <gtest/gtest.h>

#include <numeric>

namespace atrium::rules::messages {
namespace {

std::string times(std::string_view text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i)
        out += text;
    return out;
}

TEST(MessageParts, ChineseTakesSeventyAloneAndSixtySevenOfSeveral) {
    EXPECT_EQ(countParts(""), 1);
    EXPECT_EQ(countParts(times("号", 70)), 1);
    EXPECT_EQ(countParts(times("号", 71)), 2);
    EXPECT_EQ(countParts(times("号", 134)), 2);
    EXPECT_EQ(countParts(times("号", 135)), 3);
}

TEST(MessageParts, LatinTakesAHundredAndSixtyAloneAndLessOfSeveral) {
    EXPECT_EQ(countParts(times("a", 160)), 1);
    EXPECT_EQ(countParts(times("a", 161)), 2);
    EXPECT_EQ(countParts(times("a", 306)), 2);
    EXPECT_EQ(countParts(times("a", 307)), 3);
    EXPECT_EQ(countParts(times("[", 80)), 1) << "a character of the extension takes two septets";
    EXPECT_EQ(countParts(times("[", 81)), 2);
}

TEST(MessageParts, OneCharacterOutsideMakesTheWholeTextUcs2) {
    for (const auto* other : {"é", "€", "`", "中", "\t"})
        EXPECT_EQ(alphabetOf(times("a", 10) + other), Alphabet::ucs2) << other;
    EXPECT_EQ(countParts(times("a", 70) + "é"), 2);
    EXPECT_EQ(alphabetOf("A001 @ 12:30_[x]{}\\~|^ $"), Alphabet::latin);
}

TEST(MessageParts, NoCharacterIsCut) {
    const auto faces = splitParts(times("😀", 40)); // two units each: 33 in a part of 67
    ASSERT_EQ(faces.size(), 2U);
    EXPECT_EQ(faces[0], times("😀", 33));
    const auto brackets = splitParts("a" + times("[", 100)); // 1 + 76 * 2 = 153
    ASSERT_EQ(brackets.size(), 2U);
    EXPECT_EQ(brackets[0], "a" + times("[", 76));
    for (const auto& text : {times("号a😀", 60), times("[a", 200)}) {
        const auto parts = splitParts(text);
        EXPECT_EQ(std::accumulate(parts.begin(), parts.end(), std::string()), text);
        for (const auto& part : parts)
            EXPECT_EQ(fromUcs2(toUcs2(part)), part);
    }
}

TEST(MessageParts, Ucs2IsBigEndianWithSurrogates) {
    EXPECT_EQ(toUcs2("A中😀"), std::string("\x00\x41\x4E\x2D\xD8\x3D\xDE\x00", 8));
    EXPECT_EQ(toUcs2("\xFF"), "\xFF\xFD");
    EXPECT_EQ(fromUcs2(std::string("\xD8\x3D\x00\x41\x00", 5)), "\xEF\xBF\xBD"
                                                                "A");
}

} // namespace
} // namespace atrium::rules::messages
