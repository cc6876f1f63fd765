// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/dashboard/heatmap.h"

#include "apps/admin/records/words.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace atrium::admin {

namespace {

constexpr int kLeft = 52;   // the weekdays
constexpr int kBottom = 26; // the hours
constexpr int kHeatGap = 3;
constexpr int kHourGap = 6;
constexpr int kWorkdays = 5;

QColor between(const QColor& from, const QColor& to, double share) {
    const auto mix = [share](int a, int b) { return a + qRound((b - a) * share); };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

} // namespace

HeatMap::HeatMap(QWidget* parent) : QWidget(parent) {
    setMinimumHeight(160);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void HeatMap::setCells(const std::vector<model::HeatCell>& cells) {
    m_cells.clear();
    m_most = 1;
    m_firstHour = 9;
    m_lastHour = 16;
    for (const model::HeatCell& cell : cells) {
        if (cell.issued <= 0)
            continue;
        m_cells.push_back(cell);
        m_most = std::max(m_most, cell.issued);
        m_firstHour = std::min(m_firstHour, cell.hour);
        m_lastHour = std::max(m_lastHour, cell.hour);
    }
    update();
}

int HeatMap::lastWeekday() const {
    int last = kWorkdays;
    for (const model::HeatCell& cell : m_cells)
        last = std::max(last, cell.weekday);
    return last;
}

QRect HeatMap::place(const model::HeatCell& cell) const {
    const int across = m_lastHour - m_firstHour + 1;
    const int down = lastWeekday();
    const double cellWidth = static_cast<double>(width() - kLeft) / across;
    const double cellHeight = static_cast<double>(height() - kBottom) / down;
    return QRectF(kLeft + (cell.hour - m_firstHour) * cellWidth, (cell.weekday - 1) * cellHeight,
                  cellWidth - kHeatGap, cellHeight - kHeatGap)
        .toRect();
}

void HeatMap::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor none = ui::widgetColor(&ui::Palette::well);
    const QColor few = ui::widgetColor(&ui::Palette::primaryLight);
    const QColor most = ui::widgetColor(&ui::Palette::primary);
    painter.setPen(Qt::NoPen);
    for (int day = 1; day <= lastWeekday(); ++day) {
        for (int hour = m_firstHour; hour <= m_lastHour; ++hour) {
            painter.setBrush(none);
            painter.drawRoundedRect(place({day, hour, 0}), 6, 6);
        }
    }
    for (const model::HeatCell& cell : m_cells) {
        painter.setBrush(between(few, most, static_cast<double>(cell.issued) / m_most));
        painter.drawRoundedRect(place(cell), 6, 6);
    }
    QFont small = font();
    small.setPixelSize(ui::kMeasures.deskHint);
    painter.setFont(small);
    painter.setPen(ui::widgetColor(&ui::Palette::ink2));
    for (int day = 1; day <= lastWeekday(); ++day) {
        const QRect row = place({day, m_firstHour, 0});
        painter.drawText(QRect(0, row.top(), kLeft, row.height()), Qt::AlignVCenter, weekdayWord(day));
    }
    // As many hours as stand apart.
    const int wanted = painter.fontMetrics().horizontalAdvance(tr("%1时").arg(22)) + kHourGap;
    const int every = std::max(1, (wanted + place({1, m_firstHour, 0}).width() + kHeatGap - 1) /
                                      std::max(1, place({1, m_firstHour, 0}).width() + kHeatGap));
    for (int hour = m_firstHour; hour <= m_lastHour; hour += every) {
        const QRect column = place({1, hour, 0});
        painter.drawText(QRect(column.center().x() - wanted / 2, height() - kBottom + kHeatGap, wanted,
                               kBottom - kHeatGap),
                         Qt::AlignCenter, tr("%1时").arg(hour));
    }
}

bool HeatMap::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (const model::HeatCell& cell : m_cells) {
        if (place(cell).contains(help->pos())) {
            QToolTip::showText(
                help->globalPos(),
                tr("%1 %2 时：取号 %3 张").arg(weekdayWord(cell.weekday)).arg(cell.hour).arg(cell.issued),
                this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace atrium::admin
