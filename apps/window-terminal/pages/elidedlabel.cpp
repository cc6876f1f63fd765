// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/pages/elidedlabel.h"

#include "shared/ui/widgets/widgettheme.h"

#include <QEvent>

namespace atrium::windowterminal {

ElidedLabel::ElidedLabel(const QString& kind, QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    if (!kind.isEmpty())
        ui::setKind(*this, kind);
}

void ElidedLabel::setFullText(const QString& text) {
    if (m_full == text)
        return;
    m_full = text;
    setAccessibleName(text);
    updateGeometry();
    fit();
}

QSize ElidedLabel::sizeHint() const {
    return {fontMetrics().horizontalAdvance(m_full) + 4, QLabel::sizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    fit();
}

void ElidedLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void ElidedLabel::fit() {
    const QString shown = fontMetrics().elidedText(m_full, Qt::ElideRight, width());
    if (shown != QLabel::text())
        setText(shown);
    setToolTip(shown == m_full ? QString() : m_full);
}

} // namespace atrium::windowterminal
