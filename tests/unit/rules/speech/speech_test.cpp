// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/speech/speech.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace atrium::speech {
namespace {

constexpr const char* kChinese = "请 {number} 号到 {window} 号窗口";
constexpr const char* kEnglish = "Ticket {number}, please go to window {window}";

/// "zh:qing3 | en:A | zh:…", a pause as /200.
std::string shown(const std::vector<Segment>& segments) {
    std::string out;
    for (const Segment& s : segments) {
        out += out.empty() ? "" : " | ";
        out += (s.language == Language::zh ? "zh:" : "en:") + s.text;
        if (s.pauseAfterMs > 0)
            out += "/" + std::to_string(s.pauseAfterMs);
    }
    return out;
}

std::string called(Language language, const char* pattern, const char* number, const char* window,
                   Options options = {}) {
    return shown(announcement(language, pattern, {{"number", number}, {"window", window}}, options));
}

TEST(Announcement, ReadsNumbersByDigitAndWindowsAsCardinals) {
    EXPECT_EQ(called(Language::zh, kChinese, "A0121", "3"),
              "zh:qing3 | en:A | zh:ling2 yi1 er4 yi1 hao4 dao4 san1 hao4 chuang1 kou3");
    EXPECT_EQ(called(Language::zh, kChinese, "AK3007", "12"),
              "zh:qing3 | en:A-K | zh:san1 ling2 ling2 qi1 hao4 dao4 shi2 er4 hao4 chuang1 kou3");
    EXPECT_EQ(called(Language::zh, kChinese, "101", "A3", {.oneAsYao = true}),
              "zh:qing3 yao1 ling2 yao1 hao4 dao4 | en:A | zh:san1 hao4 chuang1 kou3");
    EXPECT_EQ(called(Language::zh, "请{number}到{window}", "b7", "综合窗口"),
              "zh:qing3 | en:B | zh:qi1 dao4 zong1 he2 chuang1 kou3");
}

TEST(Announcement, SpeaksEnglish) {
    EXPECT_EQ(called(Language::en, kEnglish, "A0121", "3"),
              "en:Ticket A-0 1 2 1/200 | en:please go to window 3");
    EXPECT_EQ(called(Language::en, kEnglish, "B012", "12"),
              "en:Ticket B 0 1 2/200 | en:please go to window 12");
    EXPECT_EQ(called(Language::en, kEnglish, "K-A12", "3"),
              "en:Ticket K A-1 2/200 | en:please go to window 3");
}

TEST(Announcement, ReadsNamesBySurnameAndObeysOverrides) {
    EXPECT_EQ(shown(announcement(Language::zh, "请{name}先生", {{"name", "单田芳"}})),
              "zh:qing3 shan4 tian2 fang1 xian1 sheng5");
    pinyin::Overrides overrides;
    ASSERT_TRUE(overrides.add("单田", "dan1 tian2"));
    EXPECT_EQ(shown(announcement(Language::zh, "{name}", {{"name", "单田芳"}}, {.overrides = &overrides})),
              "zh:dan1 tian2 fang1");
    EXPECT_EQ(shown(announcement(Language::en, "Mr. {name}", {{"name", "解缙"}})),
              "en:Mr/450 | zh:xie4 jin4");
}

TEST(Announcement, LeavesOutUnknownBracesAndKeepsTheRest) {
    EXPECT_EQ(shown(announcement(Language::zh, "请{what}到{", {})), "zh:qing3 dao4");
    EXPECT_EQ(shown(announcement(Language::zh, "", {})), "");
    EXPECT_EQ(called(Language::zh, "{window}", "", "12345678901234567890"),
              "zh:yi1 er4 san1 si4 wu3 liu4 qi1 ba1 jiu3 ling2 yi1 er4 san1 si4 wu3 liu4 qi1 ba1 jiu3 ling2");
}

TEST(Announcement, PassesTheRateToEverySegmentAndShortensPauses) {
    for (const Segment& s :
         announcement(Language::en, kEnglish, {{"number", "A1"}, {"window", "2"}}, {.ratePercent = 200})) {
        EXPECT_EQ(s.ratePercent, 200);
        EXPECT_TRUE(s.pauseAfterMs == 0 || s.pauseAfterMs == 100);
    }
    EXPECT_EQ(readAloud("好", {.ratePercent = 0}).front().ratePercent, 25);
    EXPECT_EQ(readAloud("好", {.ratePercent = 9999}).front().ratePercent, 400);
}

TEST(Cardinal, CountsInChinese) {
    EXPECT_EQ(cardinal(0), "ling2");
    EXPECT_EQ(cardinal(10), "shi2");
    EXPECT_EQ(cardinal(12), "shi2 er4");
    EXPECT_EQ(cardinal(20), "er4 shi2");
    EXPECT_EQ(cardinal(110), "yi1 bai3 yi1 shi2");
    EXPECT_EQ(cardinal(205), "liang3 bai3 ling2 wu3");
    EXPECT_EQ(cardinal(1010), "yi1 qian1 ling2 yi1 shi2");
    EXPECT_EQ(cardinal(20'000), "liang3 wan4");
    EXPECT_EQ(cardinal(100'001), "shi2 wan4 ling2 yi1");
    EXPECT_EQ(cardinal(11'001'000), "yi1 qian1 yi1 bai3 wan4 yi1 qian1");
    EXPECT_EQ(cardinal(200'000'002), "liang3 yi4 ling2 er4");
}

TEST(Cardinal, DiffersForDifferentNumbers) {
    EXPECT_TRUE(rc::check("two numbers never sound alike", [] {
        const auto a = *rc::gen::inRange<std::uint64_t>(0, 300'000'000);
        const auto b = *rc::gen::inRange<std::uint64_t>(0, 300'000'000);
        RC_ASSERT((cardinal(a) == cardinal(b)) == (a == b));
        RC_ASSERT(a < 10 || cardinal(a) != cardinal(a / 10));
    }));
}

TEST(ReadAloud, SplitsByLanguageAndPauses) {
    EXPECT_EQ(
        shown(readAloud("请携带身份证（原件），到3楼ETC窗口办理。")),
        "zh:qing3 xie2 dai4 shen1 fen4 zheng4/200 | zh:yuan2 jian4/200 | zh:dao4 san1 lou2 | en:E T C | "
        "zh:chuang1 kou3 ban4 li3/450");
    EXPECT_EQ(shown(readAloud("Please ask the staff. Call 12345.")),
              "en:Please ask the staff/450 | en:Call 1 2 3 4 5/450");
    EXPECT_EQ(shown(readAloud("银行 help")), "zh:yin2 hang2 | en:help");
}

TEST(ReadAloud, ReadsNumbersAsTheyAreMeant) {
    EXPECT_EQ(shown(readAloud("12345热线")), "zh:yi1 er4 san1 si4 wu3 re4 xian4");
    EXPECT_EQ(shown(readAloud("共12,000元")), "zh:gong4 yi1 wan4 liang3 qian1 yuan2");
    EXPECT_EQ(shown(readAloud("12000元")), "zh:yi1 wan4 liang3 qian1 yuan2");
    EXPECT_EQ(shown(readAloud("3.50元")), "zh:san1 dian3 wu3 ling2 yuan2");
    EXPECT_EQ(shown(readAloud("优惠30%")), "zh:you1 hui4 bai3 fen1 zhi1 san1 shi2");
    EXPECT_EQ(shown(readAloud("2024年5月")), "zh:er4 ling2 er4 si4 nian2 wu3 yue4");
    EXPECT_EQ(shown(readAloud("于2024-05-01")), "zh:yu2 er4 ling2 er4 si4 nian2 wu3 yue4 yi1 ri4");
    EXPECT_EQ(shown(readAloud("9:00-17:05")), "zh:jiu3 dian3 dao4 shi2 qi1 dian3 ling2 wu3 fen1");
    EXPECT_EQ(shown(readAloud("3-5个")), "zh:san1 dao4 wu3 ge4");
    EXPECT_EQ(shown(readAloud("拨010-6668")), "zh:bo1 ling2 yi1 ling2/200 | zh:liu4 liu4 liu4 ba1");
    EXPECT_EQ(shown(readAloud("Ａ０１２号")), "en:A | zh:ling2 yi1 er4 hao4");
}

TEST(ReadAloud, ChangesTheTonesOfYiAndBu) {
    EXPECT_EQ(shown(readAloud("不是一件事")), "zh:bu2 shi4 yi2 jian4 shi4");
    EXPECT_EQ(shown(readAloud("一般不行")), "zh:yi4 ban1 bu4 xing2");
    EXPECT_EQ(shown(readAloud("第一名在一号楼")), "zh:di4 yi1 ming2 zai4 yi1 hao4 lou2");
}

TEST(ReadAloud, AnyBytesGiveSpeakableSegments) {
    EXPECT_TRUE(rc::check("nothing empty, Chinese is numbered pinyin only", [] {
        std::string text;
        for (const auto& part : *rc::gen::container<std::vector<std::string>>(
                 rc::gen::oneOf(rc::gen::arbitrary<std::string>(),
                                rc::gen::element<std::string>("办理", "A0", "12", ",", "-", ":", ".", "%",
                                                              "3,000", "\xE9\x93", "\n", "一", "元"))))
            text += part;
        for (const Segment& s : readAloud(text)) {
            RC_ASSERT(!s.text.empty());
            RC_ASSERT(pinyin::encode(pinyin::decode(s.text)) == s.text);
            if (s.language == Language::zh)
                RC_ASSERT(s.text.find_first_not_of("abcdefghijklmnopqrstuvwxyz12345 ") == std::string::npos);
        }
    }));
}

} // namespace
} // namespace atrium::speech
