// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/appkit/localtext.h"

#include "shared/ui/tokens/theme.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace atrium::ui {

namespace {

struct Word {
    std::string_view chinese;
    std::string_view english;
};
constexpr std::array<Word, 4> kUsual{
    {{"原件", "original"}, {"复印件", "copy"}, {"电子件", "electronic file"}, {"不收费", "free of charge"}}};

} // namespace

bool isEnglish() {
    return Theme::instance().language() == QStringLiteral("en");
}

QString inLanguage(const std::string& chinese, const std::string& english) {
    return QString::fromStdString(isEnglish() && !english.empty() ? english : chinese);
}

QString usualWord(const std::string& chinese) {
    const auto* const known =
        std::find_if(kUsual.begin(), kUsual.end(), [&](const Word& word) { return word.chinese == chinese; });
    return inLanguage(chinese, known == kUsual.end() ? std::string() : std::string(known->english));
}

} // namespace atrium::ui
