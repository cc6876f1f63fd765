// SPDX-License-Identifier: GPL-3.0-or-later
// A button of the staff's bar: icon and caption, with the key that does the same below.
#pragma once

#include <QAbstractButton>

namespace atrium::ui {

/// GUI thread. The key itself is the app's matter (QShortcut or a global key); this only shows it.
class BarButton : public QAbstractButton {
    Q_OBJECT
public:
    enum class Kind { plain, primary, good, urgent };

    BarButton(const QString& iconName, const QString& caption, const QString& keyHint,
              QWidget* parent = nullptr);

    void setKind(Kind kind);
    void setKeyHint(const QString& keyHint);
    void setIconName(const QString& iconName);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_iconName;
    QString m_keyHint;
    Kind m_kind = Kind::plain;
};

} // namespace atrium::ui
