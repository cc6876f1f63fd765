// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/search/index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace atrium::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// An index over names whose ids are their places in the list; later names weigh more.
Index indexOf(const std::vector<std::string>& names, const pinyin::Overrides& overrides = {}) {
    std::vector<Entry> entries;
    for (std::uint32_t i = 0; i < names.size(); ++i)
        entries.push_back({.id = i, .name = names[i], .weight = i});
    return Index::build(entries, overrides);
}

Hit hit(std::uint32_t id, MatchKind kind) {
    return {id, kind};
}

std::string letters(const Letters& found) {
    std::string out;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i])
            out.push_back(static_cast<char>(i < 26 ? 'a' + i : '0' + (i - 26)));
    }
    return out;
}

TEST(Search, FindsByCharactersPinyinInitialsAndMixtures) {
    const Index index = indexOf({"身份证办理", "中国银行开户"});
    EXPECT_THAT(index.find("身份"), ElementsAre(hit(0, MatchKind::prefix)));
    EXPECT_THAT(index.find("sfz"), ElementsAre(hit(0, MatchKind::initials)));
    EXPECT_THAT(index.find("shfzh"), ElementsAre(hit(0, MatchKind::initials)));
    EXPECT_THAT(index.find("shenfenzh"), ElementsAre(hit(0, MatchKind::full)));
    EXPECT_THAT(index.find("shenfz"), ElementsAre(hit(0, MatchKind::mixed)));
    EXPECT_THAT(index.find("zh国"), ElementsAre(hit(1, MatchKind::mixed)));
    EXPECT_THAT(index.find("中guo"), ElementsAre(hit(1, MatchKind::mixed)));
    EXPECT_THAT(index.find("zhongguoyinhangkaihu"), ElementsAre(hit(1, MatchKind::full)));
    EXPECT_THAT(index.find("身份证明"), IsEmpty());
}

TEST(Search, FindsOtherReadingsAfterTheRightOne) {
    const Index index = indexOf({"重庆大厦", "终庆礼"});
    EXPECT_THAT(index.find("chongqing"), ElementsAre(hit(0, MatchKind::full)));
    EXPECT_THAT(index.find("zhongqing"), ElementsAre(hit(1, MatchKind::full), hit(0, MatchKind::alternate)));
    EXPECT_THAT(index.find("cqds"), ElementsAre(hit(0, MatchKind::initials)));
    EXPECT_THAT(index.find("zqds"), ElementsAre(hit(0, MatchKind::alternate)));
}

TEST(Search, ForgivesNeighbouringSounds) {
    const Index index = indexOf({"南宁市政府", "张家港"});
    EXPECT_THAT(index.find("lanlin"), ElementsAre(hit(0, MatchKind::fuzzy)));
    EXPECT_THAT(index.find("zanjia"), ElementsAre(hit(1, MatchKind::fuzzy)));
    EXPECT_THAT(index.find("zanjia", {.fuzzy = false}), IsEmpty());
}

TEST(Search, LvIsTypedWithVOrU) {
    const Index index = indexOf({"旅行社"});
    EXPECT_THAT(index.find("lvxing"), ElementsAre(hit(0, MatchKind::full)));
    EXPECT_THAT(index.find("lüxing"), ElementsAre(hit(0, MatchKind::full)));
    EXPECT_THAT(index.find("luxing"), ElementsAre(hit(0, MatchKind::fuzzy)));
}

TEST(Search, FindsInsideNamesLast) {
    const Index index = indexOf({"企业银行开户", "银行开户"});
    EXPECT_THAT(index.find("yinhang"), ElementsAre(hit(1, MatchKind::full), hit(0, MatchKind::inner)));
    EXPECT_THAT(index.find("银行"), ElementsAre(hit(1, MatchKind::prefix), hit(0, MatchKind::inner)));
    EXPECT_THAT(index.find("yhkh"), ElementsAre(hit(1, MatchKind::initials), hit(0, MatchKind::inner)));
    EXPECT_THAT(index.find("yinhang", {.inner = false}), ElementsAre(hit(1, MatchKind::full)));
}

TEST(Search, OrdersKindsBeforeWeight) {
    // 0 begins with the letters as initials, 1 as a syllable, 2 with a careless one, 3 holds it inside.
    const Index index = indexOf({"西安东路", "先安排", "县"});
    EXPECT_THAT(index.find("xian"),
                ElementsAre(hit(2, MatchKind::full), hit(1, MatchKind::full), hit(0, MatchKind::full)));
    EXPECT_THAT(index.find("xi'an"), ElementsAre(hit(0, MatchKind::full), hit(1, MatchKind::mixed)));
    EXPECT_THAT(index.find("xa"), ElementsAre(hit(1, MatchKind::initials), hit(0, MatchKind::initials)));
}

TEST(Search, OrdersByWeightOrByLetter) {
    const std::vector<Entry> entries{
        {1, "税务登记", 5}, {2, "社保登记", 9}, {3, "商标注册", 5}, {4, "身份证", 0}};
    const Index index = Index::build(entries);
    const auto ids = [&](Order order) {
        std::vector<std::uint32_t> out;
        for (const Hit& found : index.find("s", {.order = order}))
            out.push_back(found.id);
        return out;
    };
    EXPECT_THAT(ids(Order::weight), ElementsAre(2, 3, 1, 4));
    EXPECT_THAT(ids(Order::letter), ElementsAre(3, 2, 4, 1));
    EXPECT_EQ(index.find("", {.order = Order::letter}).front().id, 3U);
    EXPECT_EQ(index.find("", {.limit = 2}).size(), 2U);
}

TEST(Search, LatinLettersAndDigitsStandForThemselves) {
    const Index index = indexOf({"ETC办理", "12345热线", "儿童体检（Ｃ类）"});
    EXPECT_THAT(index.find("etc"), ElementsAre(hit(0, MatchKind::prefix)));
    EXPECT_THAT(index.find("ETCbl"), ElementsAre(hit(0, MatchKind::initials)));
    EXPECT_THAT(index.find("123"), ElementsAre(hit(1, MatchKind::prefix)));
    EXPECT_THAT(index.find("12345rex"), ElementsAre(hit(1, MatchKind::full)));
    EXPECT_THAT(index.find("ettjc"), ElementsAre(hit(2, MatchKind::initials)));
    EXPECT_THAT(index.find("6"), IsEmpty());
}

TEST(Search, MarksAndSpacesDoNotMatter) {
    const Index index = indexOf({"户口 迁移（省内）"});
    EXPECT_THAT(index.find("户口迁移省"), ElementsAre(hit(0, MatchKind::prefix)));
    EXPECT_THAT(index.find(" hu kou（qian"), ElementsAre(hit(0, MatchKind::full)));
    EXPECT_THAT(index.find("hkqysn"), ElementsAre(hit(0, MatchKind::initials)));
}

TEST(Search, TellsTheLettersThatLeadOn) {
    const Index index = indexOf({"身份证", "税务", "ETC"});
    EXPECT_EQ(letters(index.nextLetters("", {.fuzzy = false, .inner = false})), "es");
    EXPECT_EQ(letters(index.nextLetters("s", {.fuzzy = false, .inner = false})), "fhw");
    EXPECT_EQ(letters(index.nextLetters("sh", {.fuzzy = false, .inner = false})), "efuw");
    EXPECT_EQ(letters(index.nextLetters("身", {.fuzzy = false, .inner = false})), "f");
    EXPECT_EQ(letters(index.nextLetters("xyz")), "");
}

TEST(Search, OverridesOfTheHallDecide) {
    pinyin::Overrides overrides;
    ASSERT_TRUE(overrides.add("行知", "hang2 zhi1"));
    const Index index = indexOf({"行知学校"}, overrides);
    EXPECT_THAT(index.find("hangzhi"), ElementsAre(hit(0, MatchKind::full)));
    EXPECT_THAT(index.find("xingzhi"), ElementsAre(hit(0, MatchKind::alternate)));
}

TEST(Search, SurvivesEmptyAndBrokenInput) {
    EXPECT_THAT(Index().find("a"), IsEmpty());
    EXPECT_TRUE(Index().nextLetters("").none());
    const Index index = indexOf({"", "\xFF\xFE", "，。", "\xE9\x93", std::string(5000, 'a'), "ок"});
    EXPECT_EQ(index.find("").size(), 6U);
    EXPECT_THAT(index.find(std::string(5000, 'a')), ElementsAre(hit(4, MatchKind::prefix)));
    EXPECT_THAT(index.find("ок"), ElementsAre(hit(5, MatchKind::prefix)));
    EXPECT_EQ(index.find("\xFF\xFE").size(), 6U); // nothing typed
    EXPECT_THAT(index.find("a", {.limit = 0}), IsEmpty());
}

TEST(Search, GroupsByLetter) {
    EXPECT_EQ(groupLetter("重庆"), 'C');
    EXPECT_EQ(groupLetter("（银行）"), 'Y');
    EXPECT_EQ(groupLetter("etc"), 'E');
    EXPECT_EQ(groupLetter("12345"), '#');
    EXPECT_EQ(groupLetter(""), '#');
}

} // namespace
} // namespace atrium::search
