// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/types/qrcode.h"

#include "shared/ui/types/qrmatrix.h"

#include <QPainter>

#include <cmath>

namespace atrium::ui {
namespace {

constexpr int kQuietZone = 4;

} // namespace

QrCode::QrCode(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setOpaquePainting(true);
}

void QrCode::setText(const QString& text) {
    if (m_text == text) {
        return;
    }
    m_text = text;
    m_matrix = qrMatrix(text);
    Q_EMIT textChanged(text);
    update();
}

void QrCode::paint(QPainter* painter) {
    painter->fillRect(boundingRect(), Qt::white);
    if (m_matrix.isNull()) {
        return;
    }
    // Whole pixels per module keep the edges sharp; what is left over widens the quiet zone.
    const double modules = m_matrix.width() + 2 * kQuietZone;
    const double room = std::min(width(), height());
    const double module = room >= modules ? std::floor(room / modules) : room / modules;
    const double side = module * m_matrix.width();
    const QRectF target(std::floor((width() - side) / 2), std::floor((height() - side) / 2), side, side);
    painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter->drawImage(target, m_matrix);
}

} // namespace atrium::ui
