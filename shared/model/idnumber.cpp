// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/idnumber.h"

#include "shared/model/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace atrium::model {
namespace {

constexpr std::string_view kCreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::size_t kNumberLength = 18;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLetter(char c) {
    return c >= 'A' && c <= 'Z';
}
int digit(char c) {
    return c - '0';
}
bool allDigits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), isDigit);
}

int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits)
        value = value * 10 + digit(c);
    return value;
}

NumberCheck refuse(NumberFault fault) {
    return NumberCheck{.fault = fault, .number = {}, .birth = {}};
}

/// First two digits of GB/T 2260, with 81 to 83 as used by residence permits.
bool isProvince(int code) {
    constexpr std::array<std::pair<int, int>, 8> ranges{
        {{11, 15}, {21, 23}, {31, 37}, {41, 46}, {50, 54}, {61, 65}, {71, 71}, {81, 83}}};
    return std::any_of(ranges.begin(), ranges.end(),
                       [code](const auto& range) { return code >= range.first && code <= range.second; });
}

std::optional<std::chrono::year_month_day> dayOf(int year, int month, int day,
                                                 const std::optional<std::chrono::year_month_day>& today) {
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok() || year < 1850 || (today && date > *today))
        return std::nullopt;
    return date;
}

char citizenCheck(std::string_view text) {
    constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += digit(text[i]) * weights.at(i);
    return std::string_view("10X98765432")[static_cast<std::size_t>(sum % 11)];
}

/// The 2017 card: country, four digits of the region, yyMMdd, two more digits. The century is the later one
/// that lies not after today.
NumberCheck check2017(const std::string& text, const std::optional<std::chrono::year_month_day>& today) {
    const std::string_view view = text;
    if (!std::all_of(view.begin(), view.begin() + 3, isLetter) || !allDigits(view.substr(3)))
        return refuse(NumberFault::character);
    const int year = number(view.substr(7, 2));
    const int month = number(view.substr(9, 2));
    const int day = number(view.substr(11, 2));
    auto birth = dayOf(2000 + year, month, day, today);
    if (!birth)
        birth = dayOf(1900 + year, month, day, today);
    if (!birth)
        return refuse(NumberFault::birthDate);
    return {NumberFault::none, DocumentKind::foreignResidence2017, text, birth};
}

DocumentKind kindOf(std::string_view text) {
    if (text[0] == '9')
        return DocumentKind::foreignResidence;
    return text[0] == '8' ? DocumentKind::hkMacaoTaiwanResidence : DocumentKind::residentId;
}

char organisationCheck(std::string_view text) {
    constexpr std::array weights{3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += (isDigit(text[i]) ? digit(text[i]) : text[i] - 'A' + 10) * weights.at(i);
    const int rest = 11 - sum % 11;
    if (rest == 11)
        return '0';
    return rest == 10 ? 'X' : static_cast<char>('0' + rest);
}

bool isOrganisationBody(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return isDigit(c) || isLetter(c); });
}

char creditCheck(std::string_view text) {
    std::size_t sum = 0;
    std::size_t weight = 1;
    for (std::size_t i = 0; i + 1 < kNumberLength; ++i) {
        sum += kCreditAlphabet.find(text[i]) * weight;
        weight = weight * 3 % 31;
    }
    return kCreditAlphabet[(31 - sum % 31) % 31];
}

} // namespace

std::string canonicalNumber(std::string_view typed) {
    std::string result;
    while (!typed.empty()) {
        const std::string_view rest = typed;
        char32_t point = takeCodePoint(typed);
        if (point >= 0xFF01 && point <= 0xFF5E) // the full-width forms of ASCII
            point -= 0xFF01 - 0x21;
        if (point == ' ' || point == '-' || point == '\t' || point == '\r' || point == '\n')
            continue;
        if (point < 0x80)
            result += static_cast<char>(point >= 'a' && point <= 'z' ? point - 'a' + 'A' : point);
        else
            result += rest.substr(0, rest.size() - typed.size());
    }
    return result;
}

NumberCheck checkCitizenId(std::string_view typed, std::optional<std::chrono::year_month_day> today) {
    const std::string text = canonicalNumber(typed);
    if (text.empty())
        return refuse(NumberFault::empty);
    if (text.size() == 15)
        return allDigits(text) ? refuse(NumberFault::oldFifteen) : check2017(text, today);
    if (text.size() != kNumberLength)
        return refuse(NumberFault::length);
    const std::string_view view = text;
    if (!allDigits(view.substr(0, 17)) || !(isDigit(view[17]) || view[17] == 'X'))
        return refuse(NumberFault::character);
    if (view[0] != '9' && !isProvince(number(view.substr(0, 2))))
        return refuse(NumberFault::region);
    const auto birth =
        dayOf(number(view.substr(6, 4)), number(view.substr(10, 2)), number(view.substr(12, 2)), today);
    if (!birth)
        return refuse(NumberFault::birthDate);
    if (citizenCheck(view) != view[17])
        return refuse(NumberFault::checkCharacter);
    return {NumberFault::none, kindOf(view), text, birth};
}

NumberCheck checkCreditCode(std::string_view typed) {
    const std::string text = canonicalNumber(typed);
    if (text.empty())
        return refuse(NumberFault::empty);
    if (text.size() != kNumberLength)
        return refuse(NumberFault::length);
    const auto allowed = [](char c) { return kCreditAlphabet.find(c) != std::string_view::npos; };
    const std::string_view view = text;
    if (!std::all_of(view.begin(), view.end(), allowed) || !allDigits(view.substr(2, 6)))
        return refuse(NumberFault::character);
    if (creditCheck(view) != view[17] || organisationCheck(view.substr(8, 8)) != view[16])
        return refuse(NumberFault::checkCharacter);
    return {NumberFault::none, DocumentKind::creditCode, text, std::nullopt};
}

NumberCheck checkOrganisationCode(std::string_view typed) {
    const std::string text = canonicalNumber(typed);
    if (text.empty())
        return refuse(NumberFault::empty);
    if (text.size() != 9)
        return refuse(NumberFault::length);
    const std::string_view view = text;
    if (!isOrganisationBody(view.substr(0, 8)) || !(isDigit(view[8]) || view[8] == 'X'))
        return refuse(NumberFault::character);
    if (organisationCheck(view) != view[8])
        return refuse(NumberFault::checkCharacter);
    return {NumberFault::none, DocumentKind::organisationCode, text, std::nullopt};
}

NumberCheck checkAnyNumber(std::string_view typed, std::optional<std::chrono::year_month_day> today) {
    const NumberCheck citizen = checkCitizenId(typed, today);
    if (citizen.ok())
        return citizen;
    if (const NumberCheck credit = checkCreditCode(typed);
        credit.ok() || citizen.fault == NumberFault::character)
        return credit;
    return citizen;
}

} // namespace atrium::model
