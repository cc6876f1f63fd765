// SPDX-License-Identifier: GPL-3.0-or-later
// The busiest rows of the statistics as bars, with their waits as a line.
#pragma once

#include "apps/admin/statistics/statisticstable.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBarCategoryAxis;
class QBarSeries;
class QBarSet;
class QChartView;
class QLineSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace atrium::admin {

/// GUI thread.
class StatisticsChart : public QWidget {
    Q_OBJECT
public:
    explicit StatisticsChart(QWidget* parent = nullptr);

    /// Hours, weekdays and days keep their order; of others the busiest are shown, busiest first.
    void setStatistics(const model::Statistics& statistics, const StatisticsTable& table);
    /// The names under the bars, for tests.
    [[nodiscard]] QStringList names() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColours();

    QBarSet* m_count;
    QBarSeries* m_bars;
    QLineSeries* m_wait;
    QBarCategoryAxis* m_names;
    QValueAxis* m_counts;
    QValueAxis* m_minutes;
    QChartView* m_view;
};

} // namespace atrium::admin
