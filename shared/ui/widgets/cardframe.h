// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet of a Widgets page, with an optional heading.
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace atrium::ui {

/// Put content into body(). GUI thread.
class CardFrame : public QFrame {
    Q_OBJECT
public:
    explicit CardFrame(const QString& title = {}, const QString& hint = {}, QWidget* parent = nullptr);

    QVBoxLayout& body() { return *m_body; }
    void setTitle(const QString& title);
    void setHint(const QString& hint);

private:
    QLabel* m_title;
    QLabel* m_hint;
    QVBoxLayout* m_body;
};

} // namespace atrium::ui
