// SPDX-License-Identifier: GPL-3.0-or-later
// A QR code on the screen.
#pragma once

#include <QImage>
#include <QQuickPaintedItem>

namespace atrium::ui {

/// GUI thread. Always dark modules on white with a quiet zone of four modules, whatever the theme: a phone
/// reads it.
class QrCode : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    Q_PROPERTY(bool valid READ valid NOTIFY textChanged FINAL)
public:
    explicit QrCode(QQuickItem* parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString& text);
    /// Whether the text could be encoded.
    bool valid() const { return !m_matrix.isNull(); }

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void textChanged(const QString& text);

private:
    QString m_text;
    QImage m_matrix;
};

} // namespace atrium::ui
