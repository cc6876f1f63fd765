// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/statistics/statisticschart.h"

#include "shared/ui/widgets/widgettheme.h"

#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <QEvent>
#include <QGraphicsLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;
using model::StatisticsBy;

namespace {

constexpr int kMostBars = 8;
constexpr int kTicks = 3;
constexpr int kLongestDays = 31;
constexpr int kLongestName = 4; // characters under a bar

bool hasOrder(StatisticsBy by) {
    return by == StatisticsBy::hour || by == StatisticsBy::weekday || by == StatisticsBy::day;
}

struct Bar {
    QString name;
    std::int64_t count = 0;
    std::optional<double> wait;
};

std::vector<Bar> barsOf(const model::Statistics& statistics, const StatisticsTable& table) {
    const bool ofWindows = statistics.by == StatisticsBy::window || statistics.by == StatisticsBy::staff;
    std::vector<Bar> out;
    for (const model::StatisticsRow& row : statistics.rows) {
        const QString key = QString::fromStdString(row.key);
        const auto line = std::find_if(table.lines.begin(), table.lines.end(),
                                       [&](const auto& one) { return one.key == key; });
        if (!key.isEmpty() && line != table.lines.end())
            out.push_back({line->name, ofWindows ? row.figures.services : row.figures.issued,
                           row.figures.waitMeanMinutes});
    }
    if (hasOrder(statistics.by)) {
        if (out.size() > kLongestDays)
            out.erase(out.begin(), out.end() - kLongestDays);
        return out;
    }
    std::stable_sort(out.begin(), out.end(), [](const Bar& a, const Bar& b) { return a.count > b.count; });
    if (out.size() > kMostBars)
        out.resize(kMostBars);
    return out;
}

/// Two bars must not have one name, or they would share a place.
QString shortName(const QString& name, const QStringList& taken, StatisticsBy by) {
    QString out = name.section(u" · "_s, 0, 0); // of a queue its letter, of a window its number
    if (by == StatisticsBy::day)
        out = name.mid(8); // of the month
    else if (by == StatisticsBy::hour)
        out = name.section(u':', 0, 0);
    if (out.size() > kLongestName)
        out = out.left(kLongestName - 1) + u'…';
    while (taken.contains(out))
        out += u'\u200B'; // a space of no width
    return out;
}

} // namespace

StatisticsChart::StatisticsChart(QWidget* parent)
    : QWidget(parent), m_count(new QBarSet(tr("号码"))), m_bars(new QBarSeries(this)),
      m_wait(new QLineSeries(this)), m_names(new QBarCategoryAxis(this)), m_counts(new QValueAxis(this)),
      m_minutes(new QValueAxis(this)), m_view(new QChartView(this)) {
    m_bars->append(m_count);
    m_wait->setName(tr("平均等候（分，右）"));
    m_wait->setPointsVisible(true);
    m_counts->setLabelFormat(u"%d"_s);
    m_minutes->setLabelFormat(u"%.0f"_s);
    QChart* chart = m_view->chart();
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->addSeries(m_bars);
    chart->addSeries(m_wait);
    chart->addAxis(m_names, Qt::AlignBottom);
    chart->addAxis(m_counts, Qt::AlignLeft);
    chart->addAxis(m_minutes, Qt::AlignRight);
    m_bars->attachAxis(m_names);
    m_bars->attachAxis(m_counts);
    m_wait->attachAxis(m_names);
    m_wait->attachAxis(m_minutes);
    chart->legend()->setAlignment(Qt::AlignTop);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    applyColours();
}

void StatisticsChart::setStatistics(const model::Statistics& statistics, const StatisticsTable& table) {
    const auto bars = barsOf(statistics, table);
    m_count->remove(0, m_count->count());
    m_names->clear();
    QStringList names;
    QList<QPointF> waits;
    double most = 1;
    double longest = 1;
    for (const Bar& bar : bars) {
        if (bar.wait)
            waits.append({static_cast<qreal>(names.size()), *bar.wait});
        names.append(shortName(bar.name, names, statistics.by));
        m_count->append(static_cast<qreal>(bar.count));
        most = std::max(most, static_cast<double>(bar.count));
        longest = std::max(longest, bar.wait.value_or(0));
    }
    m_names->append(names);
    m_wait->replace(waits);
    for (QValueAxis* axis : {m_counts, m_minutes})
        axis->setTickCount(kTicks); // more have no room on a small screen
    m_counts->setRange(0, most * 1.1);
    m_minutes->setRange(0, longest * 1.1);
    m_counts->applyNiceNumbers();
    m_minutes->applyNiceNumbers();
}

QStringList StatisticsChart::names() const {
    return m_names->categories();
}

void StatisticsChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        applyColours();
}

void StatisticsChart::applyColours() {
    m_count->setColor(ui::widgetColor(&ui::Palette::primary));
    m_count->setBorderColor(Qt::transparent);
    m_wait->setPen(QPen(ui::widgetColor(&ui::Palette::warning), 2));
    QFont small = font();
    small.setPixelSize(ui::kMeasures.deskHint);
    const QColor ink = ui::widgetColor(&ui::Palette::ink2);
    for (QAbstractAxis* axis : std::initializer_list<QAbstractAxis*>{m_names, m_counts, m_minutes}) {
        axis->setLabelsFont(small);
        axis->setLabelsColor(ink);
        axis->setLinePenColor(ui::widgetColor(&ui::Palette::line));
        axis->setGridLineColor(ui::widgetColor(&ui::Palette::line));
    }
    m_names->setGridLineVisible(false);
    m_minutes->setGridLineVisible(false);
    QChart* chart = m_view->chart();
    chart->setBackgroundVisible(false);
    chart->legend()->setFont(small);
    chart->legend()->setLabelColor(ink);
    m_view->setStyleSheet(u"background: transparent; border: none;"_s);
}

} // namespace atrium::admin
