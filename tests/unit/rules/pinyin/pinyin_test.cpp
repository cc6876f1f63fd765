// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/pinyin/pinyin.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace atrium::pinyin {
namespace {

std::string spoken(const std::vector<Syllable>& syllables) {
    std::string out;
    for (const Syllable& s : syllables)
        out += (out.empty() ? "" : " ") + (s.pinyin.empty() ? s.hanzi : s.pinyin);
    return out;
}

struct Word {
    const char* text;
    const char* pinyin;
};

class Words : public testing::TestWithParam<Word> {};
class Names : public testing::TestWithParam<Word> {};

TEST_P(Words, AreReadByPhrase) {
    EXPECT_EQ(spoken(reading(GetParam().text)), GetParam().pinyin);
}

INSTANTIATE_TEST_SUITE_P(
    Hall, Words,
    testing::Values(Word{"银行", "yin2 hang2"}, Word{"会计", "kuai4 ji4"}, Word{"长沙", "chang2 sha1"},
                    Word{"音乐", "yin1 yue4"}, Word{"重庆", "chong2 qing4"}, Word{"厦门", "xia4 men2"},
                    Word{"行政审批", "xing2 zheng4 shen3 pi1"}, Word{"还款", "huan2 kuan3"},
                    Word{"调解", "tiao2 jie3"}, Word{"人参", "ren2 shen1"}, Word{"单位", "dan1 wei4"},
                    Word{"住建局长期护理", "zhu4 jian4 ju2 chang2 qi1 hu4 li3"},
                    Word{"住建局局长", "zhu4 jian4 ju2 ju2 zhang3"}, Word{"税率", "shui4 lv4"},
                    Word{"种植许可", "zhong4 zhi2 xu3 ke3"},
                    Word{"权力清单县级", "quan2 li4 qing1 dan1 xian4 ji2"},
                    Word{"重新办理", "chong2 xin1 ban4 li3"}, Word{"调查处理", "diao4 cha2 chu3 li3"},
                    Word{"办事处", "ban4 shi4 chu4"}, Word{"更正登记", "geng1 zheng4 deng1 ji4"},
                    Word{"A1号", "A 1 hao4"}));

TEST_P(Names, AreReadBySurname) {
    EXPECT_EQ(spoken(nameReading(GetParam().text)), GetParam().pinyin);
}

INSTANTIATE_TEST_SUITE_P(Hall, Names,
                         testing::Values(Word{"单田芳", "shan4 tian2 fang1"}, Word{"仇英", "qiu2 ying1"},
                                         Word{"解缙", "xie4 jin4"}, Word{"曾国藩", "zeng1 guo2 fan1"},
                                         Word{"尉迟恭", "yu4 chi2 gong1"}, Word{"任长霞", "ren2 chang2 xia2"},
                                         Word{"单", "shan4"}, Word{"John", "J o h n"}, Word{"", ""}));

TEST(Overrides, WinOverPhrasesThatOverlapThem) {
    Overrides overrides;
    ASSERT_TRUE(overrides.add("乐街", "yue4 jie1"));
    EXPECT_EQ(spoken(reading("快乐街道", overrides)), "kuai4 yue4 jie1 dao4");
    ASSERT_TRUE(overrides.add("快乐街", "kuai4 le4 jie1"));
    EXPECT_EQ(spoken(reading("快乐街", overrides)), "kuai4 le4 jie1");
    ASSERT_TRUE(overrides.add("单雄", "dan1 xiong2"));
    EXPECT_EQ(spoken(nameReading("单雄信", overrides)), "dan1 xiong2 xin4");
}

TEST(Overrides, RefuseWhatDoesNotFit) {
    Overrides overrides;
    EXPECT_FALSE(overrides.add("还款", "huan2"));
    EXPECT_FALSE(overrides.add("还款", "huan2 kuan3 le5"));
    EXPECT_FALSE(overrides.add("还款", "huan kuan"));
    EXPECT_FALSE(overrides.add("还款", "huan2 kuxn3"));
    EXPECT_FALSE(overrides.add("A款", "ei1 kuan3"));
    EXPECT_FALSE(overrides.add("", ""));
    EXPECT_TRUE(overrides.empty());
}

TEST(Readings, GiveAllOfACharacterUsualFirst) {
    const auto xing = readings(U'行');
    ASSERT_GE(xing.size(), 3U);
    EXPECT_EQ(xing.front(), "xing2");
    EXPECT_NE(std::find(xing.begin(), xing.end(), "hang2"), xing.end());
    EXPECT_TRUE(readings(U'a').empty());
    EXPECT_EQ(commonReadings(U'份'), std::vector<std::string>{"fen4"});
    EXPECT_GE(commonReadings(U'行').size(), 2U);
    EXPECT_TRUE(commonReadings(U'a').empty());
    EXPECT_EQ(readings(U'绿').front(), "lv4");
}

TEST(Toneless, IsSortedAndPlain) {
    const auto& all = toneless();
    EXPECT_GT(all.size(), 400U);
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end()));
    for (const std::string& s : all)
        EXPECT_EQ(s.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), std::string::npos) << s;
}

TEST(Text, BrokenUtf8BecomesReplacements) {
    EXPECT_EQ(decode("\xE9\x93\xB6"), U"银");
    EXPECT_EQ(decode("\xE9\x93"), U"\uFFFD");
    EXPECT_EQ(decode("a\xFF\x80z"), U"a\uFFFD\uFFFDz");
    EXPECT_EQ(decode("\xC0\xAF"), U"\uFFFD\uFFFD");
    EXPECT_EQ(decode("\xED\xA0\x80"), U"\uFFFD");
    EXPECT_EQ(decode("\xF0\xA0\x80\x80"), U"\U00020000");
}

TEST(Text, AnyBytesAreRead) {
    EXPECT_TRUE(rc::check("reading gives one syllable for each code point of any bytes",
                          [](const std::string& bytes) {
                              RC_ASSERT(reading(bytes).size() == decode(bytes).size());
                              RC_ASSERT(decode(encode(decode(bytes))) == decode(bytes));
                          }));
}

} // namespace
} // namespace atrium::pinyin
