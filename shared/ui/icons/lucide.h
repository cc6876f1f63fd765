// SPDX-License-Identifier: GPL-3.0-or-later
// The one icon set (Lucide, ISC), tinted and drawn at the size asked for. Needs Qt Gui and Qt Svg only, so
// the Widgets apps and the QML image provider draw the same pictures.
#pragma once

#include <QColor>
#include <QImage>
#include <QSize>
#include <QString>

namespace atrium::ui {

/// Draws an icon of the set. `name` is Lucide's name ("ticket", "calendar-check"); `size` is in device
/// pixels; `filled` also fills the outline, for rated stars. An unknown name gives a null image. Any thread.
[[nodiscard]] QImage drawLucide(const QString& name, const QColor& color, QSize size, bool filled = false);

/// Whether the icon is in the resources of this build.
[[nodiscard]] bool hasLucide(const QString& name);

} // namespace atrium::ui
