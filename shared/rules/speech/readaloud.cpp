// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/speech/segments.h"

#include <algorithm>

namespace atrium::speech {
namespace detail {
namespace {

bool isDigit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

bool isLetter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

bool isHyphen(char32_t c) {
    return c == U'-' || c == U'~' || c == 0x2013 || c == 0xFF5E;
}

bool isCapital(char32_t c) {
    return c >= U'A' && c <= U'Z';
}

/// The pause a mark stands for; 0 for none.
int pauseOf(char32_t c) {
    constexpr std::u32string_view kCommas = U",，、:：;；（）()《》—";
    constexpr std::u32string_view kStops = U".。!！?？…";
    if (c == U'\n')
        return kParagraphMs;
    if (kStops.find(c) != kStops.npos)
        return kStopMs;
    return kCommas.find(c) != kCommas.npos ? kCommaMs : 0;
}

/// Full-width letters, digits and signs are the plain ones to a listener.
std::u32string plain(std::string_view text) {
    std::u32string points = pinyin::decode(text);
    for (char32_t& c : points) {
        const bool mark = pauseOf(c) > 0;
        if (!mark && c >= 0xFF01 && c <= 0xFF5E)
            c -= 0xFEE0;
    }
    return points;
}

/// Walks over a text once and says what it meets.
class Reader {
public:
    Reader(std::u32string_view text, Language numbers, const Options& options, Segments& out)
        : m_text(text), m_numbers(numbers), m_options(options), m_out(out) {
        const pinyin::Overrides none;
        for (pinyin::Syllable& s :
             pinyin::reading(pinyin::encode(text), options.overrides ? *options.overrides : none))
            m_syllables.push_back(std::move(s.pinyin));
        applySandhi(text, m_syllables);
    }

    void run() {
        while (m_at < m_text.size()) {
            if (isLetter(m_text[m_at]))
                word();
            else if (isDigit(m_text[m_at]))
                number();
            else
                other();
        }
    }

private:
    char32_t peek(std::size_t ahead) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : 0; }

    std::size_t runOf(bool (*belongs)(char32_t)) const {
        std::size_t length = 0;
        while (m_at + length < m_text.size() && belongs(m_text[m_at + length]))
            ++length;
        return length;
    }

    void word() {
        std::size_t length = runOf([](char32_t c) { return isLetter(c) || c == U'\'' || c == 0x2019; });
        const std::u32string_view text = m_text.substr(m_at, length);
        const bool capitals = std::all_of(text.begin(), text.end(), isCapital);
        const bool code = isDigit(peek(length)) ||
                          (length > 1 && length <= (m_numbers == Language::zh ? 4U : 3U)) ||
                          (length == 1 && m_numbers == Language::zh);
        if (capitals && code)
            m_out.spell(text);
        else
            m_out.english(pinyin::encode(text));
        m_at += length;
        // A number that hangs on letters is a code (A0121) and is read digit by digit.
        if (isDigit(peek(0))) {
            length = runOf(isDigit);
            m_out.digits(pinyin::encode(m_text.substr(m_at, length)), m_numbers, m_options.oneAsYao);
            m_at += length;
        }
    }

    void number() {
        if (joined())
            return;
        std::size_t length = runOf(isDigit);
        const std::size_t whole = length;
        const bool joint =
            peek(length) == U'.' || peek(length) == U':' || peek(length) == U'：' || peek(length) == U',';
        if (joint && isDigit(peek(length + 1))) {
            const std::size_t start = m_at;
            const char32_t sign = peek(length);
            m_at += length + 1;
            const std::size_t more = runOf(isDigit);
            m_at = start;
            const bool time = (sign == U':' || sign == U'：') && whole <= 2 && more == 2;
            const bool thousands = sign == U',' && whole <= 3 && more == 3;
            if (sign == U'.' || time || thousands)
                length += 1 + more;
        }
        std::string written = pinyin::encode(m_text.substr(m_at, length));
        if (const std::size_t wide = written.find("："); wide != written.npos)
            written.replace(wide, std::string_view("：").size(), ":");
        const char32_t next = peek(length);
        speakNumber(written, next, m_numbers, m_options, m_out);
        m_at += length + (next == U'%' || next == U'‰' ? 1 : 0);
        span();
    }

    /// Numbers joined by hyphens: a date, a span (3-5), or the parts of a telephone number.
    bool joined() {
        std::vector<std::string> parts;
        std::size_t at = m_at;
        while (true) {
            std::size_t end = at;
            while (end < m_text.size() && isDigit(m_text[end]))
                ++end;
            if (end == at)
                break;
            parts.push_back(pinyin::encode(m_text.substr(at, end - at)));
            at = end;
            if (at + 1 >= m_text.size() || !isHyphen(m_text[at]) || !isDigit(m_text[at + 1]))
                break;
            ++at;
        }
        const bool span =
            parts.size() == 2 && parts[1].size() <= 3 && parts[0][0] != '0' && parts[1][0] != '0';
        if (parts.size() < 2 || span)
            return false;
        const bool date =
            parts.size() == 3 && parts[0].size() == 4 && parts[1].size() <= 2 && parts[2].size() <= 2;
        if (date && m_numbers == Language::zh)
            speakDate(parts);
        else
            speakParts(parts);
        m_at = at;
        return true;
    }

    void speakDate(const std::vector<std::string>& parts) {
        m_out.digits(parts[0], m_numbers, false);
        m_out.chinese("nian2");
        m_out.chinese(cardinal(std::stoull(parts[1])));
        m_out.chinese("yue4");
        m_out.chinese(cardinal(std::stoull(parts[2])));
        m_out.chinese("ri4");
    }

    void speakParts(const std::vector<std::string>& parts) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i > 0)
                m_out.pause(kCommaMs);
            m_out.digits(parts[i], m_numbers, m_options.oneAsYao);
        }
    }

    /// 3-5 and 9:00-12:00 are "3 to 5".
    void span() {
        if (!isHyphen(peek(0)) || !isDigit(peek(1)))
            return;
        ++m_at;
        if (m_numbers == Language::zh)
            m_out.chinese("dao4");
        else
            m_out.english("to");
    }

    void other() {
        const char32_t c = m_text[m_at];
        if (!m_syllables[m_at].empty())
            m_out.chinese(m_syllables[m_at]);
        else if (c == 0x2103)
            m_numbers == Language::zh ? m_out.chinese("she4 shi4 du4") : m_out.english("degrees Celsius");
        else if (const int pause = pauseOf(c); pause > 0)
            m_out.pause(pause);
        ++m_at;
    }

    std::u32string_view m_text;
    Language m_numbers;
    const Options& m_options;
    Segments& m_out;
    std::vector<std::string> m_syllables;
    std::size_t m_at = 0;
};

} // namespace

void speakText(std::string_view text, Language numbers, const Options& options, Segments& out) {
    const std::u32string points = plain(text);
    Reader(points, numbers, options, out).run();
}

} // namespace detail

std::vector<Segment> readAloud(std::string_view text, const Options& options) {
    const std::u32string points = pinyin::decode(text);
    const bool chinese = std::any_of(points.begin(), points.end(), pinyin::isHan);
    const bool letters = std::any_of(points.begin(), points.end(), detail::isLetter);
    detail::Segments out(options.ratePercent);
    detail::speakText(text, chinese || !letters ? Language::zh : Language::en, options, out);
    return out.take();
}

} // namespace atrium::speech
