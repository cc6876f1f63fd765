// SPDX-License-Identifier: GPL-3.0-or-later
// What espeak-ng makes of our segments: its phonemes, as text. Calls that differ in one digit, letter
// or window must differ there too, and the phonemes of known calls must stay as they are.
#include "shared/rules/speech/speech.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>
#include <set>

namespace atrium::speech {
namespace {

std::string run(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::string out;
    std::array<char, 512> part{};
    while (pipe && std::fgets(part.data(), static_cast<int>(part.size()), pipe.get()) != nullptr)
        out += part.data();
    for (char& c : out)
        c = c == '\n' ? ' ' : c;
    while (out.ends_with(' '))
        out.pop_back();
    return out.substr(std::min(out.find_first_not_of(' '), out.size()));
}

/// The texts hold letters, digits, spaces, commas and hyphens only, so quotes are safe.
std::string phonemes(const std::vector<Segment>& segments) {
    std::string out;
    for (const Segment& s : segments) {
        const char* voice = s.language == Language::zh ? "cmn-latn-pinyin" : "en";
        out += out.empty() ? "" : " / ";
        out += run(std::string(ATRIUM_ESPEAK) + " -v " + voice + " -x -q '" + s.text + "'");
    }
    return out;
}

std::vector<Segment> call(Language language, const std::string& number, const std::string& window) {
    return announcement(language,
                        language == Language::zh ? "请 {number} 号到 {window} 号窗口"
                                                 : "Ticket {number}, please go to window {window}",
                        {{"number", number}, {"window", window}});
}

struct Golden {
    Language language;
    const char* number;
    const char* window;
    const char* phonemes;
};

class Phonemes : public testing::TestWithParam<Golden> {};

TEST_P(Phonemes, OfCallsStayTheSame) {
    const Golden& golden = GetParam();
    EXPECT_EQ(phonemes(call(golden.language, golden.number, golden.window)), golden.phonemes);
}

INSTANTIATE_TEST_SUITE_P(
    Calls, Phonemes,
    testing::Values(
        Golden{
            Language::zh, "A0121", "3",
            R"(tS;h'i214N_| / 'eI / l'i35N_| j'i55_| '@r51_| j'i55_| X'Au51_| t'Au51_| s'a55n_| X'Au51_| ts.hw'A55N_| kh'ou214_|)"},
        Golden{
            Language::zh, "A012", "4",
            R"(tS;h'i214N_| / 'eI / l'i35N_| j'i55_| '@r51_| X'Au51_| t'Au51_| s'i[51_| X'Au51_| ts.hw'A55N_| kh'ou214_|)"},
        Golden{
            Language::zh, "B1007", "13",
            R"(tS;h'i214N_| / b'i: / j'i55_| l'i35N_| l'i35N_| tS;h'i55_| X'Au51_| t'Au51_| s.'i.35_| s'a55n_| X'Au51_| ts.hw'A55N_| kh'ou214_|)"},
        Golden{
            Language::zh, "AK3007", "12",
            R"(tS;h'i214N_| / 'eIk'eI / s'a55n_| l'i35N_| l'i35N_| tS;h'i55_| X'Au51_| t'Au51_| s.'i.35_| '@r51_| X'Au51_| ts.hw'A55N_| kh'ou214_|)"},
        Golden{Language::en, "A0121", "3",
               R"(t'IkI2t 'eI _ z'i@roU w'0n t'u: w'0n / pl'i:z g,oU t@ w'IndoU Tr'i:)"},
        Golden{Language::en, "KA12", "14",
               R"(t'IkI2t k'eI 'eI _ w'0n t'u: / pl'i:z g,oU t@ w'IndoU f'o@ti:n)"}));

TEST(Phonemes, NearCallsAreHeardApart) {
    const std::array<std::pair<const char*, const char*>, 20> calls{
        {{"A012", "3"},  {"A021", "3"},  {"A012", "4"}, {"A012", "13"},  {"A012", "14"},
         {"A012", "30"}, {"A012", "40"}, {"B012", "3"}, {"E012", "3"},   {"AB12", "3"},
         {"A0121", "3"}, {"A0127", "3"}, {"A1", "3"},   {"A7", "3"},     {"A4", "3"},
         {"A10", "3"},   {"A44", "4"},   {"A110", "3"}, {"A012", "103"}, {"A012", "10"}}};
    for (const Language language : {Language::zh, Language::en}) {
        std::set<std::string> heard;
        for (const auto& [number, window] : calls)
            EXPECT_TRUE(heard.insert(phonemes(call(language, number, window))).second)
                << number << " " << window;
    }
}

TEST(Phonemes, WordsAreReadByOurTable) {
    EXPECT_EQ(phonemes(readAloud("银行")), run(ATRIUM_ESPEAK " -v cmn-latn-pinyin -x -q 'yin2 hang2'"));
    EXPECT_NE(phonemes(readAloud("重庆")), run(ATRIUM_ESPEAK " -v cmn-latn-pinyin -x -q 重庆"));
}

/// A syllable the voice does not know comes out as English letters or as nothing.
TEST(Phonemes, TheVoiceKnowsEverySyllableOfTheHall) {
    for (const char* text : {"绿女旅率略虐", "尉迟重庆", "儿二耳", "嗯", "窗口双床装", "群军选女捐"}) {
        for (const pinyin::Syllable& s : pinyin::reading(text)) {
            const std::string said =
                run(std::string(ATRIUM_ESPEAK) + " -v cmn-latn-pinyin -x -q '" + s.pinyin + "'");
            EXPECT_FALSE(said.empty()) << s.pinyin;
            EXPECT_EQ(said.find(' '), std::string::npos) << s.pinyin << " " << said;
        }
    }
}

} // namespace
} // namespace atrium::speech
