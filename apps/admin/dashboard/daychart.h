// SPDX-License-Identifier: GPL-3.0-or-later
// People waiting and calls over the day, with last week's same day dashed behind.
#pragma once

#include "shared/model/api.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAreaSeries;
class QChartView;
class QDateTimeAxis;
class QLineSeries;
class QStackedLayout;
class QTimeZone;
class QValueAxis;
QT_END_NAMESPACE

namespace atrium::ui {
class EmptyState;
}

namespace atrium::admin {

/// GUI thread.
class DayChart : public QWidget {
    Q_OBJECT
public:
    explicit DayChart(QWidget* parent = nullptr);
    /// Times are drawn in the hall's zone.
    void setFigures(const model::Dashboard& figures, const QTimeZone& zone);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColours();

    QLineSeries* m_waiting;
    QLineSeries* m_ground;
    QAreaSeries* m_area;
    QLineSeries* m_called;
    QLineSeries* m_before;
    QLineSeries* m_now;
    QDateTimeAxis* m_time;
    QValueAxis* m_count;
    QChartView* m_view;
    ui::EmptyState* m_empty;
    QStackedLayout* m_stack;
};

} // namespace atrium::admin
