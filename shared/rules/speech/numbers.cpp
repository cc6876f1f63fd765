// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/speech/segments.h"

#include <algorithm>
#include <array>

namespace atrium::speech {
namespace {

constexpr std::array<const char*, 10> kDigits{"ling2", "yi1",  "er4", "san1", "si4",
                                              "wu3",   "liu4", "qi1", "ba1",  "jiu3"};
constexpr std::uint64_t kTooGreat = 1'000'000'000'000;

void append(std::string& out, std::string_view word) {
    if (!out.empty())
        out.push_back(' ');
    out.append(word);
}

/// Up to 9999. `leading` is false when a greater group stands before: 一十 instead of 十 there.
void group(unsigned number, bool leading, std::string& out) {
    static constexpr std::array<const char*, 4> kUnits{"qian1", "bai3", "shi2", ""};
    bool zero = false;
    bool any = !leading;
    unsigned divisor = 1000;
    for (std::size_t place = 0; place < 4; ++place, divisor /= 10) {
        const unsigned value = number / divisor % 10;
        if (value == 0) {
            zero = any;
            continue;
        }
        if (zero)
            append(out, kDigits[0]);
        zero = false;
        const bool bareTen = place == 2 && value == 1 && !any;
        const bool two = value == 2 && (place == 0 || place == 1);
        if (!bareTen)
            append(out, two ? "liang3" : kDigits[value]);
        if (place < 3)
            append(out, kUnits[place]);
        any = true;
    }
}

} // namespace

std::string digit(char c, bool oneAsYao) {
    if (c < '0' || c > '9')
        return {};
    return c == '1' && oneAsYao ? "yao1" : kDigits[static_cast<std::size_t>(c - '0')];
}

std::string cardinal(std::uint64_t number) {
    std::string out;
    if (number == 0)
        return kDigits[0];
    if (number >= kTooGreat) {
        for (const char c : std::to_string(number))
            append(out, digit(c));
        return out;
    }
    static constexpr std::array<const char*, 3> kGroups{"yi4", "wan4", ""};
    std::uint64_t divisor = 100'000'000;
    bool gap = false;
    for (std::size_t i = 0; i < kGroups.size(); ++i, divisor /= 10'000) {
        const auto part = static_cast<unsigned>(number / divisor % 10'000);
        if (part == 0) {
            gap = !out.empty();
            continue;
        }
        const bool leading = out.empty();
        if (gap && part >= 1000)
            append(out, kDigits[0]);
        if (part == 2 && i < 2 && leading)
            append(out, "liang3");
        else
            group(part, leading, out);
        append(out, kGroups[i]);
        gap = false;
    }
    while (out.ends_with(' '))
        out.pop_back();
    return out;
}

namespace detail {
namespace {

/// 12345 is a telephone number unless something is counted: longer ones are read as amounts only then.
constexpr std::size_t kMostCardinal = 4;

std::string withoutCommas(std::string_view written) {
    std::string out(written);
    std::erase(out, ',');
    return out;
}

bool isAmount(char32_t next) {
    constexpr std::u32string_view kCounted = U"元人件份个万亿张米吨块名次户平页套辆多余";
    return kCounted.find(next) != kCounted.npos;
}

void whole(std::string_view digits, char32_t next, const Options& options, Segments& out) {
    const bool year = digits.size() == 4 && next == U'年';
    const bool asWritten = digits.size() > 1 && digits.front() == '0';
    const bool longNumber = digits.size() > kMostCardinal && !(isAmount(next) && digits.size() <= 12);
    if (year || asWritten || longNumber)
        out.digits(digits, Language::zh, options.oneAsYao && !year);
    else
        out.chinese(cardinal(std::stoull(std::string(digits))));
}

void chineseNumber(std::string_view written, char32_t next, const Options& options, Segments& out) {
    if (const std::size_t colon = written.find(':'); colon != written.npos) {
        whole(withoutCommas(written.substr(0, colon)), U'人', options, out);
        out.chinese("dian3");
        const std::string_view minutes = written.substr(colon + 1);
        if (minutes.size() == 2 && minutes.front() == '0' && minutes != "00")
            out.digits(minutes, Language::zh, false);
        else if (minutes != "00")
            whole(minutes, U'人', options, out);
        if (minutes != "00")
            out.chinese("fen1");
        return;
    }
    if (next == U'%' || next == U'‰')
        out.chinese(next == U'%' ? "bai3 fen1 zhi1" : "qian1 fen1 zhi1");
    const std::size_t point = written.find('.');
    const std::string before = withoutCommas(written.substr(0, point));
    const bool amount = point != written.npos || before.size() < written.size(); // 12,000
    whole(before, amount ? U'人' : next, options, out);
    if (point != written.npos) {
        out.chinese("dian3");
        out.digits(written.substr(point + 1), Language::zh, false);
    }
}

} // namespace

void speakNumber(std::string_view written, char32_t next, Language language, const Options& options,
                 Segments& out) {
    if (language == Language::zh) {
        chineseNumber(written, next, options, out);
        return;
    }
    const std::string plain = withoutCommas(written);
    const bool onlyDigits = plain.find_first_not_of("0123456789") == plain.npos;
    if (onlyDigits && plain.size() > 1 && (plain.front() == '0' || plain.size() > kMostCardinal))
        out.digits(plain, Language::en, false);
    else
        out.english(plain);
    if (next == U'%')
        out.english("percent");
}

} // namespace detail
} // namespace atrium::speech
