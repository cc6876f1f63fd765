// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/windowstrip/windowstrip.h"

#include <algorithm>

namespace atrium::rules::windowstrip {
namespace {

using model::WindowState;

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() || name.empty() ? "" : "、") + name;
    return text;
}

/// The last three digits; letters before them belong to the text of better strips.
std::optional<int> endOf(const std::string& number) {
    const auto tail = number.size() > 3 ? number.substr(number.size() - 3) : number;
    const bool isDigits = !tail.empty() && tail.find_first_not_of("0123456789") == std::string::npos;
    return isDigits ? std::optional(std::stoi(tail)) : std::nullopt;
}

/// What the window does, when that is more than to wait.
std::string doing(const Facts& facts) {
    switch (facts.state) {
    case WindowState::closed:
        return "未开放";
    case WindowState::paused:
        return "暂停服务";
    case WindowState::calling:
        return facts.number.empty() ? std::string() : "请" + facts.number + "号";
    case WindowState::serving:
        return facts.number.empty() ? std::string() : facts.number + "号办理中";
    case WindowState::idle:
        break;
    }
    return {};
}

} // namespace

Sign signFor(const Facts& facts, int lineCount) {
    const std::string place = facts.department + (facts.window.empty() ? "" : facts.window + "号窗口");
    const std::string now = doing(facts);
    const std::string queues = joined(facts.queues);
    std::vector<std::string> lines{place, now.empty() ? queues : now, now.empty() ? std::string() : queues};
    if (lineCount == 1 && !now.empty())
        std::swap(lines[0], lines[1]);
    std::erase(lines, std::string());
    lines.resize(std::min(lines.size(), static_cast<std::size_t>(std::max(lineCount, 1))));
    return {std::move(lines), endOf(facts.number)};
}

} // namespace atrium::rules::windowstrip
