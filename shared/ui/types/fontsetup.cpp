// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/types/fontsetup.h"

#include "shared/ui/tokens/tokens.h"

#include <QFont>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLocale>

namespace atrium::ui {

bool FontSetup::apply() {
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::SimplifiedChineseScript, QLocale::China));
    const QString family = QString::fromUtf8(kFontFamily.data(), static_cast<qsizetype>(kFontFamily.size()));
    QFont font(family);
    font.setPixelSize(kMeasures.deskBody);
    font.setHintingPreference(QFont::PreferVerticalHinting);
    QGuiApplication::setFont(font);
    if (!QFontDatabase::hasFamily(family)) {
        qWarning("The font %s is not installed; install the package fonts-noto-cjk", qUtf8Printable(family));
        return false;
    }
    return true;
}

} // namespace atrium::ui
