// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/masking.h"

#include "shared/model/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace atrium::model {
namespace {

/// The compound surnames of the Hundred Family Surnames that are still borne.
constexpr std::array<std::string_view, 40> kCompoundSurnames{
    "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容",
    "司徒", "司空", "夏侯", "端木", "轩辕", "宇文", "长孙", "呼延", "南宫", "西门",
    "独孤", "百里", "东郭", "南郭", "闻人", "澹台", "公冶", "宗政", "濮阳", "淳于",
    "单于", "太叔", "申屠", "仲孙", "钟离", "鲜于", "闾丘", "亓官", "公羊", "赫连"};

/// Endings that tell an organisation from a person.
constexpr std::array<std::string_view, 14> kOrganisationEndings{
    "公司",   "集团",   "中心",   "医院", "学校",   "大学",   "银行",
    "事务所", "合作社", "委员会", "协会", "基金会", "工作室", "经营部"};

std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::string_view rest = text;
        static_cast<void>(takeCodePoint(text));
        out.push_back(rest.substr(0, rest.size() - text.size()));
    }
    return out;
}

bool isLatin(std::string_view character) {
    return character.size() == 1 ||
           (character.size() == 2 && static_cast<unsigned char>(character[0]) < 0xCD);
}

std::string stars(std::size_t count) {
    return std::string(count, '*');
}

/// Keeps the first character of every part; parts are parted by blanks, hyphens and middle dots.
std::string maskParts(const std::vector<std::string_view>& text) {
    std::string out;
    bool first = true;
    for (const std::string_view c : text) {
        const bool gap = c == " " || c == "-" || c == "." || c == "·" || c == "•" || c == "・";
        if (gap || first)
            out += c;
        else
            out += '*';
        first = gap;
    }
    return out;
}

bool isOrganisation(std::string_view name, std::size_t length) {
    return length > 4 && std::any_of(kOrganisationEndings.begin(), kOrganisationEndings.end(),
                                     [&](std::string_view ending) { return name.ends_with(ending); });
}

std::string keepEnds(const std::vector<std::string_view>& text, std::size_t head, std::size_t tail) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i < head || i + tail >= text.size())
            out += text[i];
        else
            out += '*';
    }
    return out;
}

} // namespace

std::string maskName(std::string_view name) {
    const auto text = characters(name);
    if (text.empty())
        return {};
    if (isOrganisation(name, text.size()))
        return keepEnds(text, 2, text.size() >= 8 ? 4 : 0);
    const bool dotted = std::any_of(text.begin(), text.end(),
                                    [](std::string_view c) { return c == "·" || c == "•" || c == "・"; });
    if (dotted || isLatin(text[0]))
        return maskParts(text);
    const bool compound =
        text.size() > 2 && std::any_of(kCompoundSurnames.begin(), kCompoundSurnames.end(),
                                       [&](std::string_view surname) { return name.starts_with(surname); });
    const std::size_t head = compound ? 2 : 1;
    if (text.size() == 1)
        return stars(1);
    return keepEnds(text, head, 0);
}

std::string maskNumber(std::string_view number) {
    const auto text = characters(number);
    if (text.size() >= 12)
        return keepEnds(text, 4, 4);
    return keepEnds(text, 0, std::min<std::size_t>(2, text.size() / 2));
}

} // namespace atrium::model
