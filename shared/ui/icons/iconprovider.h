// SPDX-License-Identifier: GPL-3.0-or-later
// Gives QML the icons as image://icon/NAME/RRGGBB[/fill] and card shadows as
// image://icon/shadow/RADIUS/RRGGBB.
#pragma once

#include <QQuickImageProvider>

namespace atrium::ui {

/// Thread-safe: Qt Quick may ask from its loader thread.
class IconProvider : public QQuickImageProvider {
public:
    IconProvider();

    QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;

    /// "image://icon/"
    static QString urlBase();
    /// Adds the provider to an engine that does not have it yet.
    static void addTo(QQmlEngine& engine);
};

} // namespace atrium::ui
