// SPDX-License-Identifier: GPL-3.0-or-later
// The face of a rating grade, drawn as vector lines so that it is sharp at any size and on any renderer.
#pragma once

#include <QColor>
#include <QQuickPaintedItem>

namespace atrium::ui {

/// GUI thread. Grade 5 非常满意 … 1 非常不满意: the five mouths differ in shape, so that colour is not
/// needed.
class FaceShape : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int grade READ grade WRITE setGrade NOTIFY changed FINAL)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY changed FINAL)
public:
    explicit FaceShape(QQuickItem* parent = nullptr);

    int grade() const { return m_grade; }
    void setGrade(int grade);
    QColor color() const { return m_color; }
    void setColor(const QColor& color);

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void changed();

private:
    int m_grade = 5;
    QColor m_color;
};

} // namespace atrium::ui
