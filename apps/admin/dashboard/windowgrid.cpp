// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/dashboard/windowgrid.h"

#include "shared/ui/widgets/widgettheme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kTileWidth = 80;
constexpr int kGridGap = 8;
constexpr int kLeastHeight = 52;
constexpr int kMostHeight = 84;
constexpr int kGridPad = 10;

} // namespace

WindowGrid::WindowGrid(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true);
}

void WindowGrid::setTiles(const QList<WindowTile>& tiles) {
    m_tiles = tiles;
    QStringList spoken;
    for (const WindowTile& tile : tiles)
        spoken.append(tr("%1 号窗口 %2").arg(tile.number).arg(tile.words));
    setAccessibleDescription(spoken.join(u", "_s));
    updateGeometry();
    update();
}

QSize WindowGrid::minimumSizeHint() const {
    // Of its usual width: before the first layout the real one says nothing.
    constexpr int kUsualColumns = 12;
    const int rows = static_cast<int>((m_tiles.size() + kUsualColumns - 1) / kUsualColumns);
    return {kTileWidth * kUsualColumns / 2, std::max(1, rows) * (kLeastHeight + kGridGap)};
}

int WindowGrid::columns() const {
    return std::max(1, (width() + kGridGap) / (kTileWidth + kGridGap));
}

QRect WindowGrid::place(int index) const {
    const int across = columns();
    const int rows = std::max(1, static_cast<int>((m_tiles.size() + across - 1) / across));
    const int tileWidth = (width() + kGridGap) / across - kGridGap;
    const int tileHeight = std::clamp((height() + kGridGap) / rows - kGridGap, kLeastHeight, kMostHeight);
    return {(index % across) * (tileWidth + kGridGap), (index / across) * (tileHeight + kGridGap), tileWidth,
            tileHeight};
}

int WindowGrid::at(const QPoint& point) const {
    for (int index = 0; index < m_tiles.size(); ++index) {
        if (place(index).contains(point))
            return index;
    }
    return -1;
}

void WindowGrid::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont number = font();
    number.setPixelSize(ui::kMeasures.deskSection);
    number.setBold(true);
    QFont words = font();
    words.setPixelSize(ui::kMeasures.deskHint);
    for (int index = 0; index < m_tiles.size(); ++index) {
        const WindowTile& tile = m_tiles[index];
        const QRect rect = place(index);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ui::widgetColor(tile.ground));
        painter.drawRoundedRect(rect, ui::kMeasures.deskRadiusButton, ui::kMeasures.deskRadiusButton);
        painter.setPen(ui::widgetColor(tile.ink));
        const QRect inner = rect.adjusted(kGridPad, kGridPad / 2, -kGridPad / 2, -kGridPad / 2);
        painter.setFont(number);
        painter.drawText(inner, Qt::AlignTop | Qt::AlignLeft, QString::number(tile.number));
        painter.setFont(words);
        painter.drawText(inner, Qt::AlignBottom | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(tile.words, Qt::ElideRight, inner.width()));
    }
}

void WindowGrid::mouseReleaseEvent(QMouseEvent* event) {
    const int index = at(event->pos());
    if (index >= 0)
        Q_EMIT opened(m_tiles[index].id);
}

bool WindowGrid::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int index = at(help->pos());
    if (index < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), m_tiles[index].more, this);
    return true;
}

} // namespace atrium::admin
