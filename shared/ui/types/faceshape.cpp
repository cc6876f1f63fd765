// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/types/faceshape.h"

#include <QPainter>
#include <QPainterPath>

namespace atrium::ui {
namespace {

// Mouths in a square of 100, from grade 1 to grade 5.
QPainterPath mouth(int grade) {
    QPainterPath path;
    switch (grade) {
    case 5: // open laugh
        path.moveTo(27, 56);
        path.lineTo(73, 56);
        path.cubicTo(70, 84, 30, 84, 27, 56);
        path.closeSubpath();
        break;
    case 4: // smile
        path.moveTo(29, 60);
        path.cubicTo(38, 76, 62, 76, 71, 60);
        break;
    case 3: // straight
        path.moveTo(31, 66);
        path.lineTo(69, 66);
        break;
    case 2: // frown
        path.moveTo(33, 72);
        path.cubicTo(41, 62, 59, 62, 67, 72);
        break;
    default: // deep frown
        path.moveTo(27, 77);
        path.cubicTo(36, 54, 64, 54, 73, 77);
        break;
    }
    return path;
}

} // namespace

FaceShape::FaceShape(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAntialiasing(true);
}

void FaceShape::setGrade(int grade) {
    if (m_grade == grade) {
        return;
    }
    m_grade = grade;
    Q_EMIT changed();
    update();
}

void FaceShape::setColor(const QColor& color) {
    if (m_color == color) {
        return;
    }
    m_color = color;
    Q_EMIT changed();
    update();
}

void FaceShape::paint(QPainter* painter) {
    const double side = std::min(width(), height());
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate((width() - side) / 2, (height() - side) / 2);
    painter->scale(side / 100, side / 100);
    painter->setPen(QPen(m_color, 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawEllipse(QPointF(50, 50), 46, 46);
    if (m_grade == 5) {
        painter->setBrush(m_color);
    }
    painter->drawPath(mouth(m_grade));
    painter->setBrush(Qt::NoBrush);
    painter->drawLine(QPointF(36, 35), QPointF(36, 41));
    painter->drawLine(QPointF(64, 35), QPointF(64, 41));
    if (m_grade == 1) { // brows drawn together
        painter->drawLine(QPointF(26, 24), QPointF(38, 28));
        painter->drawLine(QPointF(74, 24), QPointF(62, 28));
    }
}

} // namespace atrium::ui
