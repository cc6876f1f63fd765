// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/appkit/localtext.h"

#include "shared/ui/tokens/theme.h"

namespace atrium::ui {

bool isEnglish() {
    return Theme::instance().language() == QStringLiteral("en");
}

QString inLanguage(const std::string& chinese, const std::string& english) {
    return QString::fromStdString(isEnglish() && !english.empty() ? english : chinese);
}

} // namespace atrium::ui
