// SPDX-License-Identifier: GPL-3.0-or-later
// The look of the Widgets apps, made from the same tokens as the QML module.
//
// How an app uses it: link atrium_ui_widgets; after the QApplication call FontSetup::apply() and
// applyWidgetTheme(application, ThemeId::governmentBlue), again whenever the hall's theme changes.
// Marks that the style sheet knows, as dynamic properties (setKind does it): on QPushButton kind = "primary",
// "danger" or "tinted"; on QLabel kind = "title", "section", "hint", "figure", "good", "warning", "accent".
#pragma once

#include "shared/ui/tokens/tokens.h"

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

QT_BEGIN_NAMESPACE
class QApplication;
class QWidget;
QT_END_NAMESPACE

namespace atrium::ui {

/// Sets palette and style sheet of the whole application; may be called again at any time. `typeFactor` is 1,
/// or kLargeTypeFactor for large type. GUI thread.
void applyWidgetTheme(QApplication& application, ThemeId theme, double typeFactor = 1.0);

/// The theme applied last.
[[nodiscard]] ThemeId widgetTheme();

/// A token of the theme applied last: widgetColor(&Palette::primary).
[[nodiscard]] QColor widgetColor(Rgb Palette::*token);

[[nodiscard]] QString widgetStyleSheet(ThemeId theme, double typeFactor);
[[nodiscard]] QPalette widgetPalette(ThemeId theme);

/// An icon of the set, sharp at every size and screen factor; disabled it is drawn in ink3.
[[nodiscard]] QIcon lucideIcon(const QString& name, const QColor& color);

/// Marks a widget for the style sheet and has it drawn anew.
void setKind(QWidget& widget, const QString& kind);

} // namespace atrium::ui
