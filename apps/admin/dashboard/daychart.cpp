// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/dashboard/daychart.h"

#include "shared/ui/widgets/emptystate.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QDateTimeAxis>
#include <QtCharts/QLegend>
#include <QtCharts/QLegendMarker>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <QDateTime>
#include <QEvent>
#include <QGraphicsLayout>
#include <QStackedLayout>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kOpens = 8; // the axis shows at least so much of the day
constexpr int kCloses = 18;
constexpr int kDay = 24;
constexpr int kMostLabels = 11;
constexpr int kLeastCount = 5;
constexpr int kLine = 3;
constexpr int kStepSeconds = 600;

/// The hall's wall clock, as if it were this machine's: the axis draws local times only.
QDateTime wallClock(model::Instant at, const QTimeZone& zone) {
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(model::toMillis(at), zone);
    return {there.date(), there.time()};
}

} // namespace

DayChart::DayChart(QWidget* parent)
    : QWidget(parent), m_waiting(new QLineSeries(this)), m_ground(new QLineSeries(this)),
      m_area(new QAreaSeries(m_waiting, m_ground)), m_called(new QLineSeries(this)),
      m_before(new QLineSeries(this)), m_now(new QLineSeries(this)), m_time(new QDateTimeAxis(this)),
      m_count(new QValueAxis(this)), m_view(new QChartView(this)),
      m_empty(new ui::EmptyState(u"chart-column"_s, tr("今天还没有取号"),
                                 tr("第一张号单发出后，这里开始画线。"), this)),
      m_stack(new QStackedLayout(this)) {
    m_area->setName(tr("等候"));
    m_called->setName(tr("叫号（每十分钟）"));
    m_before->setName(tr("上周同日等候"));
    m_time->setFormat(u"H:mm"_s);
    m_time->setTickCount(kCloses - kOpens + 1);
    m_count->setLabelFormat(u"%d"_s);
    m_count->setMin(0);
    QChart* chart = m_view->chart();
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->addAxis(m_time, Qt::AlignBottom);
    chart->addAxis(m_count, Qt::AlignLeft);
    for (QAbstractSeries* series :
         std::initializer_list<QAbstractSeries*>{m_area, m_before, m_called, m_now}) {
        chart->addSeries(series);
        series->attachAxis(m_time);
        series->attachAxis(m_count);
    }
    chart->legend()->setAlignment(Qt::AlignTop);
    for (QLegendMarker* marker : chart->legend()->markers(m_now))
        marker->setVisible(false);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    applyColours();
}

void DayChart::setFigures(const model::Dashboard& figures, const QTimeZone& zone) {
    const QDateTime now = wallClock(figures.at, zone);
    QDateTime begin(now.date(), QTime(kOpens, 0));
    QDateTime end(now.date(), QTime(kCloses, 0));
    int most = kLeastCount;
    QList<QPointF> waiting;
    QList<QPointF> ground;
    QList<QPointF> called;
    QList<QPointF> before;
    for (const model::TimePoint& point : figures.today) {
        const QDateTime at = wallClock(point.at, zone);
        const bool quiet = point.waiting == 0 && point.called == 0 && point.issued == 0;
        // The point of the ten minutes that are running lies a little ahead.
        if (at > now.addSecs(kStepSeconds) || (quiet && (at < begin || at > end)))
            continue;
        begin = std::min(begin, at);
        end = std::max(end, at);
        const auto x = static_cast<qreal>(at.toMSecsSinceEpoch());
        waiting.append({x, static_cast<qreal>(point.waiting)});
        ground.append({x, 0.0});
        called.append({x, static_cast<qreal>(point.called)});
        most = std::max({most, point.waiting, point.called});
    }
    for (const model::TimePoint& point : figures.lastWeek) {
        const QDateTime at(now.date(), wallClock(point.at, zone).time());
        if (at < begin || at > end)
            continue;
        before.append({static_cast<qreal>(at.toMSecsSinceEpoch()), static_cast<qreal>(point.waiting)});
        most = std::max(most, point.waiting);
    }
    m_waiting->replace(waiting);
    m_ground->replace(ground);
    m_called->replace(called);
    m_before->replace(before);
    // Full hours at both ends and at every label, also when the hall is open in the evening.
    const int from = begin.time().hour();
    const int to = end.date() > now.date() ? kDay : end.time().hour() + (end.time().minute() > 0 ? 1 : 0);
    const int step = (to - from + kMostLabels - 1) / kMostLabels;
    const int steps = (to - from + step - 1) / step;
    begin = QDateTime(now.date(), QTime(from, 0));
    end = begin.addSecs(qint64{3600} * step * steps);
    m_time->setTickCount(steps + 1);
    m_time->setRange(begin, end);
    m_count->setMax(most + most / 10 + 1);
    m_count->applyNiceNumbers();
    const auto mark = static_cast<qreal>(now.toMSecsSinceEpoch());
    if (now >= begin && now <= end)
        m_now->replace(QList<QPointF>{{mark, 0.0}, {mark, m_count->max()}});
    else
        m_now->clear();
    const bool something = figures.issued > 0 || !before.isEmpty();
    m_stack->setCurrentWidget(something ? static_cast<QWidget*>(m_view) : m_empty);
}

void DayChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        applyColours();
}

void DayChart::applyColours() {
    const QColor primary = ui::widgetColor(&ui::Palette::primary);
    QColor soft = primary;
    soft.setAlphaF(0.13F);
    m_area->setPen(QPen(primary, kLine));
    m_area->setBrush(soft);
    m_called->setPen(QPen(ui::widgetColor(&ui::Palette::good), 2));
    m_before->setPen(QPen(ui::widgetColor(&ui::Palette::ink2), 2, Qt::DashLine));
    m_now->setPen(QPen(ui::widgetColor(&ui::Palette::accent), 2));
    QFont small = font();
    small.setPixelSize(ui::kMeasures.deskHint);
    const QColor ink = ui::widgetColor(&ui::Palette::ink2);
    for (QAbstractAxis* axis : std::initializer_list<QAbstractAxis*>{m_time, m_count}) {
        axis->setLabelsFont(small);
        axis->setLabelsColor(ink);
        axis->setLinePenColor(ui::widgetColor(&ui::Palette::line));
        axis->setGridLineColor(ui::widgetColor(&ui::Palette::line));
    }
    m_time->setGridLineVisible(false);
    QChart* chart = m_view->chart();
    chart->setBackgroundVisible(false);
    chart->legend()->setFont(small);
    chart->legend()->setLabelColor(ink);
    m_view->setStyleSheet(u"background: transparent; border: none;"_s);
}

} // namespace atrium::admin
