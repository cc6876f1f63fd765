// SPDX-License-Identifier: GPL-3.0-or-later
// A QML app's real window in a test: looked at and touched by what stands on it.
#pragma once

#include "shared/ui/quickapp.h"

#include <QRectF>
#include <QSize>
#include <QString>
#include <QStringList>
#include <QVariantMap>

#include <memory>

QT_BEGIN_NAMESPACE
class QQuickItem;
class QQuickWindow;
QT_END_NAMESPACE

namespace atrium::test {

/// Loads the page given and shows it at exactly this size in pixels. The program imports the plug-ins of the
/// modules itself (Q_IMPORT_QML_PLUGIN). Every warning that QML logs is counted by ui::QuickApp. GUI thread.
class Scene {
public:
    Scene(const ui::QuickAppOptions& options, const QString& page, const QVariantMap& properties, QSize size);
    ~Scene();

    [[nodiscard]] QQuickWindow& window() const { return *m_window; }
    void resize(QSize size);
    /// The first item of that objectName that can be seen, null when there is none.
    [[nodiscard]] QQuickItem* item(const QString& name) const;
    /// Text of the item of that objectName; null when it cannot be seen.
    [[nodiscard]] QString text(const QString& name) const;
    /// Whether some text on the screen contains this.
    [[nodiscard]] bool shows(const QString& text) const;
    /// Presses the middle of the item as a finger does; false when it cannot be seen or is disabled.
    [[nodiscard]] bool touch(const QString& name) const;
    /// What a person would call broken: text over text, text beyond the window, a clipping frame or the
    /// button it names, text wider than its place. What only scrolling hides is well; items whose objectName
    /// is in `moving` and what is in them are left out. With a part, that lies over the rest, only what is in
    /// it. Empty when all is well.
    [[nodiscard]] QStringList faults(const QStringList& moving = {}, QQuickItem* part = nullptr) const;
    /// Texts that end in an ellipsis, of the part or of all.
    [[nodiscard]] QStringList elided(QQuickItem* part = nullptr) const;
    /// The buttons that can be pressed and whose middle stands above this line, by their objectName and text.
    [[nodiscard]] QStringList buttonsAbove(qreal line) const;
    /// The picture, also written to <ATRIUM_PICTURES>/<name>.png when that variable is set.
    QImage picture(const QString& name) const;

private:
    void settle() const;

    std::unique_ptr<ui::QuickApp> m_app;
    QQuickWindow* m_window = nullptr; ///< of the engine
};

} // namespace atrium::test
