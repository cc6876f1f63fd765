// SPDX-License-Identifier: GPL-3.0-or-later
// A QR code as an image of one pixel per module; the screen item and the printed ticket scale it themselves.
#pragma once

#include <QImage>
#include <QString>

namespace atrium::ui {

/// Encodes the text (UTF-8, error level M) without a quiet zone. Dark modules are black in a
/// Format_Grayscale8 image. An empty text, or one too long for a QR code, gives a null image. Any thread.
[[nodiscard]] QImage qrMatrix(const QString& text);

} // namespace atrium::ui
