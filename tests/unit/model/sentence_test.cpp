// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/reflect.h"
#include "shared/model/result.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

using namespace atrium::model;

namespace {

/// The {names} in it.
std::set<std::string> placeholders(std::string_view text) {
    std::set<std::string> out;
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1))
        if (const std::size_t close = text.find('}', open); close != std::string_view::npos)
            out.insert(std::string(text.substr(open + 1, close - open - 1)));
    return out;
}

bool hasHan(std::string_view text) { // U+4E00 to U+9FFF begin with these bytes in UTF-8
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xe4 && byte <= 0xe9;
    });
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

} // namespace

TEST(Sentences, everyCodeHasATitleInBothLanguages) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<ErrorCode>>([](auto enumerator) {
        EXPECT_TRUE(hasHan(titleOf(enumerator.value, Language::zh))) << enumerator.name;
        const auto english = titleOf(enumerator.value, Language::en);
        EXPECT_TRUE(!english.empty() && isAscii(english)) << enumerator.name;
    });
    EXPECT_TRUE(titleOf(static_cast<ErrorCode>(999), Language::zh).empty());
}

TEST(Sentences, everySentenceIsThereInBothLanguagesWithTheSameValues) {
    ASSERT_GT(allSentences().size(), 100U);
    for (const auto& [sentence, name] : allSentences()) {
        const auto chinese = textOf(sentence, Language::zh);
        const auto english = textOf(sentence, Language::en);
        EXPECT_TRUE(hasHan(chinese)) << name;
        EXPECT_TRUE(!english.empty() && isAscii(english)) << name;
        EXPECT_EQ(placeholders(chinese), placeholders(english)) << name;
        EXPECT_FALSE(chinese.ends_with("。") || english.ends_with(".")) << name << " may stand in another";
    }
    EXPECT_TRUE(textOf(Sentence::none, Language::zh).empty());
    EXPECT_TRUE(textOf(static_cast<Sentence>(9999), Language::en).empty());
}

TEST(Sentences, valuesStandWhereTheirNamesWere) {
    const Error error{
        ErrorCode::conflict, "/ticketId", {Sentence::heldElsewhere, {{"number", "A0127"}, {"window", "3"}}}};
    EXPECT_EQ(error.detail, "ticket A0127 is held at window 3");
    EXPECT_EQ(textOf(error.saying, Language::zh), "号码A0127挂起在3号窗口");
    // A value is not read again, and one that nobody gave is seen.
    EXPECT_EQ(textOf(Saying(Sentence::finishFirst, {{"number", "{number}"}}), Language::en),
              "finish with ticket {number} first");
    EXPECT_EQ(textOf(Saying(Sentence::finishFirst), Language::en), "finish with ticket {number} first");
}

TEST(Sentences, theLanguageIsTheOneTheRequestWantsMost) {
    const auto zh = Language::zh;
    const auto en = Language::en;
    for (const auto& [field, wanted] : std::vector<std::pair<const char*, Language>>{
             {"", zh},
             {"en", en},
             {"en-GB", en},
             {"EN-us", en},
             {"zh-CN", zh},
             {"zh-Hans-CN,zh;q=0.9,en;q=0.8", zh},
             {"en-US,en;q=0.9,zh-CN;q=0.8", en},
             {"zh;q=0.4, en;q=0.6", en},
             {"zh;q=0.5,en;q=0.5", zh},
             {"en;q=0.5,zh;q=0.5", en},
             {"fr,de;q=0.7", zh},
             {"fr,en;q=0.001", en},
             {"en;q=0", zh},
             {"en;q=0.1234", zh},
             {"en;q=2", zh},
             {"en;q=x,,;;,zh;q=", zh},
             {"english", zh},
             {"*", zh},
             {"en ; q=0.3 , zh;q=0.2", en},
         })
        EXPECT_EQ(languageOf(field), wanted) << field;
}
