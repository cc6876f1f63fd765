// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in place of content that is not there: what happened, what still works, what to do.
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace atrium::ui {

/// GUI thread.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& iconName, const QString& happened, const QString& whatToDo = {},
               QWidget* parent = nullptr);

    void setTexts(const QString& iconName, const QString& happened, const QString& whatToDo);
    /// Adds a button below; an empty word takes it away.
    void setAction(const QString& action);

Q_SIGNALS:
    void action();

private:
    QLabel* m_icon;
    QLabel* m_happened;
    QLabel* m_whatToDo;
    QPushButton* m_action;
};

} // namespace atrium::ui
