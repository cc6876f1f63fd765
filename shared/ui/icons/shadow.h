// SPDX-License-Identifier: GPL-3.0-or-later
// A soft card shadow as a nine-patch picture: it draws the same on every renderer, the software one included.
#pragma once

#include <QColor>
#include <QImage>

namespace atrium::ui {

/// How far the blur reaches beyond the card, in pixels of the design.
inline constexpr int kShadowReach = 24;

/// The shadow of a rounded rectangle whose corners have this radius (0…200 pixels). Each corner patch of the
/// picture is radius + 2·kShadowReach wide; the middle is 2 pixels. Any thread.
[[nodiscard]] QImage drawShadow(int radius, const QColor& color);

} // namespace atrium::ui
