// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QLocalServer>
#include <QObject>
#include <QString>
#include <QVariantMap>

#include <functional>

class QLocalSocket;

namespace atrium::ui {

/// Tells a test where things stand on the screen, so that it can touch them as a person would: with input
/// events at a place. It only reads; there is no command that clicks, types or opens anything.
///
/// A private local socket (the user alone may connect) takes one JSON object a line and answers one a line:
///   {"find": "takeNumberTile"}  → {"found": true, "x": …, "y": …, "width": …, "height": …, "enabled": true,
///                                  "text": "现场取号"}  in pixels of the desktop; {"found": false} when no
///                                  visible item or widget of that objectName lies at least half inside its
///                                  window and what its ancestors clip
///   {"list": "department-"}     → {"names": [visible objectNames beginning so, top to bottom],
///                                  "tops": [their y]}
///   {"state": true}             → {"page": "home", …} whatever the app's describe function gives
/// An answer waits until a frame has been presented since it was asked for: it tells what a person can see,
/// not what is about to be drawn. Started only with --inspect PATH. GUI thread.
class Inspector : public QObject {
    Q_OBJECT
public:
    using Describe = std::function<QVariantMap()>;

    explicit Inspector(Describe describe, QObject* parent = nullptr);
    /// False when the socket cannot be made; an older socket at the same path is replaced.
    [[nodiscard]] bool listen(const QString& path);

private:
    void serve(QLocalSocket* socket) const;
    /// Runs act once every exposed Quick window has presented a frame, or a second has passed without one.
    void afterFrame(const std::function<void()>& act) const;
    [[nodiscard]] QJsonObject answer(const QJsonObject& request) const;

    Describe m_describe;
    QLocalServer m_server;
};

} // namespace atrium::ui
