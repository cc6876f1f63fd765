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
constexpr int kLeastLine = 24;
constexpr int kNarrowest = 40;
constexpr int kTightPad = 5;
constexpr int kMostHeight = 84;
constexpr int kGridPad = 10;

} // namespace

WindowGrid::WindowGrid(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true);
}

void WindowGrid::setTiles(const QList<WindowTile>& tiles) {
    m_tiles = tiles;
    m_layout.reset();
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
    return {kTileWidth * kUsualColumns / 2, std::max(2, rows) * (kLeastLine + kGridGap)};
}

QFont WindowGrid::numberFont(bool oneLine) const {
    QFont number = font();
    number.setPixelSize(oneLine ? ui::kMeasures.deskHint : ui::kMeasures.deskSection);
    number.setBold(true);
    return number;
}

QFont WindowGrid::wordsFont() const {
    QFont words = font();
    words.setPixelSize(ui::kMeasures.deskHint);
    return words;
}

WindowGrid::Layout WindowGrid::fitted(int across, bool oneLine) const {
    Layout out;
    out.oneLine = oneLine;
    out.gap = oneLine ? kGridGap / 2 : kGridGap;
    const int count = std::max(1, static_cast<int>(m_tiles.size()));
    out.across = std::clamp(across, 1, std::max(1, (width() + out.gap) / (kNarrowest + out.gap)));
    const int rows = (count + out.across - 1) / out.across;
    out.width = (width() + out.gap) / out.across - out.gap;
    out.height = std::min((height() + out.gap) / rows - out.gap, kMostHeight);
    return out;
}

const WindowGrid::Layout& WindowGrid::layoutNow() const {
    if (!m_layout)
        m_layout = measured();
    return *m_layout;
}

WindowGrid::Layout WindowGrid::measured() const {
    int words = 0;
    int numbers = 0;
    for (const WindowTile& tile : m_tiles) {
        words = std::max(words, QFontMetrics(wordsFont()).horizontalAdvance(tile.words));
        numbers =
            std::max(numbers, QFontMetrics(numberFont(true)).horizontalAdvance(QString::number(tile.number)));
    }
    const int wide = std::max(kTileWidth, words + 2 * kGridPad);
    if (const Layout two = fitted((width() + kGridGap) / (wide + kGridGap), false);
        two.height >= kLeastHeight)
        return two;
    const int beside = numbers + words + 3 * kTightPad;
    if (const Layout one = fitted((width() + kGridGap / 2) / (beside + kGridGap / 2), true);
        one.height >= kLeastLine)
        return one;
    // So many windows that words are shortened before a tile is.
    const int rows = std::max(1, (height() + kGridGap / 2) / (kLeastLine + kGridGap / 2));
    return fitted((static_cast<int>(m_tiles.size()) + rows - 1) / rows, true);
}

QRect WindowGrid::place(int index) const {
    const Layout& now = layoutNow();
    return {(index % now.across) * (now.width + now.gap), (index / now.across) * (now.height + now.gap),
            now.width, now.height};
}

QString WindowGrid::shownWords(int index) const {
    const Layout& now = layoutNow();
    const WindowTile& tile = m_tiles[index];
    int room = now.width - 3 * kGridPad / 2;
    if (now.oneLine)
        room = now.width - 3 * kTightPad -
               QFontMetrics(numberFont(true)).horizontalAdvance(QString::number(tile.number));
    const QFontMetrics metrics(wordsFont());
    // The ticket's number says more than the word before it.
    const bool whole = metrics.horizontalAdvance(tile.words) <= room;
    return metrics.elidedText(whole || tile.brief.isEmpty() ? tile.words : tile.brief, Qt::ElideRight, room);
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
    const bool oneLine = layoutNow().oneLine;
    for (int index = 0; index < m_tiles.size(); ++index) {
        const WindowTile& tile = m_tiles[index];
        const QRect rect = place(index);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ui::widgetColor(tile.ground));
        painter.drawRoundedRect(rect, ui::kMeasures.deskRadiusButton, ui::kMeasures.deskRadiusButton);
        painter.setPen(ui::widgetColor(tile.ink));
        const QRect inner = oneLine ? rect.adjusted(kTightPad, 0, -kTightPad, 0)
                                    : rect.adjusted(kGridPad, kGridPad / 2, -kGridPad / 2, -kGridPad / 2);
        painter.setFont(numberFont(oneLine));
        painter.drawText(inner, (oneLine ? Qt::AlignVCenter : Qt::AlignTop) | Qt::AlignLeft,
                         QString::number(tile.number));
        painter.setFont(wordsFont());
        painter.drawText(inner, oneLine ? Qt::AlignVCenter | Qt::AlignRight : Qt::AlignBottom | Qt::AlignLeft,
                         shownWords(index));
    }
}

void WindowGrid::resizeEvent(QResizeEvent* event) {
    m_layout.reset();
    QWidget::resizeEvent(event);
}

void WindowGrid::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_layout.reset();
    QWidget::changeEvent(event);
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
