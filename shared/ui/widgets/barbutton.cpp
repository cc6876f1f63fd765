// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/widgets/barbutton.h"

#include "shared/ui/icons/lucide.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QKeyEvent>
#include <QPainter>

namespace atrium::ui {
namespace {

constexpr int kIcon = 28;
constexpr int kGap = 6;
constexpr int kPadding = 12;

struct Tints {
    QColor ground, front, hint;
};

Tints tintsOf(BarButton::Kind kind, bool enabled) {
    if (!enabled) {
        return {widgetColor(&Palette::well), widgetColor(&Palette::ink3), widgetColor(&Palette::ink3)};
    }
    switch (kind) {
    case BarButton::Kind::primary:
        return {widgetColor(&Palette::primary), widgetColor(&Palette::onPrimary),
                widgetColor(&Palette::onPrimary)};
    case BarButton::Kind::good:
        return {widgetColor(&Palette::goodLight), widgetColor(&Palette::good), widgetColor(&Palette::ink2)};
    case BarButton::Kind::urgent:
        return {widgetColor(&Palette::accentLight), widgetColor(&Palette::accent),
                widgetColor(&Palette::ink2)};
    case BarButton::Kind::plain:
        break;
    }
    return {widgetColor(&Palette::well), widgetColor(&Palette::ink), widgetColor(&Palette::ink2)};
}

QFont captionFont(const QFont& base) {
    QFont font = base;
    font.setBold(true);
    return font;
}

QFont hintFont(const QFont& base) {
    QFont font = base;
    font.setPixelSize(qMax(12, base.pixelSize() * 14 / 17));
    return font;
}

} // namespace

BarButton::BarButton(const QString& iconName, const QString& caption, const QString& keyHint, QWidget* parent)
    : QAbstractButton(parent), m_iconName(iconName) {
    setText(caption);
    setKeyHint(keyHint);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

void BarButton::setKind(Kind kind) {
    m_kind = kind;
    update();
}

void BarButton::setKeyHint(const QString& keyHint) {
    m_keyHint = keyHint;
    setAccessibleName(text());
    setAccessibleDescription(keyHint);
    updateGeometry();
    update();
}

void BarButton::setIconName(const QString& iconName) {
    m_iconName = iconName;
    update();
}

QSize BarButton::sizeHint() const {
    const QFontMetrics caption(captionFont(font()));
    const QFontMetrics hint(hintFont(font()));
    const int top = kIcon + kGap + caption.horizontalAdvance(text());
    return {qMax(top, hint.horizontalAdvance(m_keyHint)) + 2 * kPadding,
            qMax(kIcon, caption.height()) + hint.height() + kPadding + kGap};
}

void BarButton::paintEvent(QPaintEvent* /*event*/) {
    const Tints tints = tintsOf(m_kind, isEnabled());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    const bool pressed = isDown() || (underMouse() && isEnabled());
    painter.setBrush(pressed ? tints.ground.darker(widgetTheme() == ThemeId::night ? 85 : 106)
                             : tints.ground);
    painter.setPen(
        hasFocus()
            ? QPen(m_kind == Kind::primary ? widgetColor(&Palette::ink) : widgetColor(&Palette::focus), 3)
        : widgetTheme() == ThemeId::highContrast ? QPen(widgetColor(&Palette::outline), 1)
                                                 : QPen(Qt::NoPen));
    painter.drawRoundedRect(frame, kMeasures.deskRadiusButton, kMeasures.deskRadiusButton);

    const QFont caption = captionFont(font());
    const QFontMetrics metrics(caption);
    const int lineHeight = qMax(kIcon, metrics.height());
    const QFont small = hintFont(font());
    const int total = lineHeight + (m_keyHint.isEmpty() ? 0 : QFontMetrics(small).height());
    const int top = (height() - total) / 2;
    const int wide = kIcon + kGap + metrics.horizontalAdvance(text());
    const int left = (width() - wide) / 2;
    const qreal factor = devicePixelRatioF();
    QImage icon = drawLucide(m_iconName, tints.front, (QSizeF(kIcon, kIcon) * factor).toSize());
    icon.setDevicePixelRatio(factor);
    painter.drawImage(QPointF(left, top + (lineHeight - kIcon) / 2.0), icon);
    painter.setPen(tints.front);
    painter.setFont(caption);
    painter.drawText(QRect(left + kIcon + kGap, top, width(), lineHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     text());
    painter.setFont(small);
    painter.setPen(tints.hint);
    painter.drawText(QRect(0, top + lineHeight, width(), height() - top - lineHeight),
                     Qt::AlignHCenter | Qt::AlignTop, m_keyHint);
}

void BarButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace atrium::ui
