// SPDX-License-Identifier: GPL-3.0-or-later
// Says what was done and offers to undo it for a while, instead of asking before.
#pragma once

#include <QFrame>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace atrium::ui {

/// Hidden until something is shown. GUI thread.
class UndoBar : public QFrame {
    Q_OBJECT
public:
    explicit UndoBar(QWidget* parent = nullptr);

    /// Shows the message for so many milliseconds (0: until dismissed). `action` is the word on the button,
    /// empty for a message that offers nothing; a further message takes the place of the present one.
    void showMessage(const QString& message, const QString& action = {}, int milliseconds = 6000);
    void dismiss();

Q_SIGNALS:
    void undo();
    void dismissed();

private:
    QLabel* m_text;
    QPushButton* m_action;
    QTimer m_timer;
};

} // namespace atrium::ui
