// SPDX-License-Identifier: GPL-3.0-or-later
// The hall at a glance; everything moves by itself as events arrive.
#pragma once

#include "apps/admin/dashboard/dashboardfeed.h"

#include <QVariantMap>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
QT_END_NAMESPACE

namespace atrium::ui {
class CardFrame;
class FigureTile;
class HallState;
class UndoBar;
} // namespace atrium::ui

namespace atrium::admin {

class Account;
class AlarmList;
class DayChart;
class HeatMap;
class WaitErrorLine;
class WindowGrid;

/// GUI thread.
class DashboardPage : public QWidget {
    Q_OBJECT
public:
    DashboardPage(sync::HallClient& client, ui::HallState& hall, Account& account, QWidget* parent = nullptr);

    /// The figures as shown, for tests.
    [[nodiscard]] QVariantMap describe() const;

Q_SIGNALS:
    void windowWanted(const QString& windowId);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    ui::FigureTile* addFigure(const QString& name, const QString& label, QHBoxLayout& row);
    void showFigures();
    void showTimes(const model::Dashboard& figures);
    void showWindows();
    void showHead();

    sync::HallClient& m_client;
    ui::HallState& m_hall;
    DashboardFeed m_feed;
    QTimer m_clock;
    QLabel* m_head;
    QLabel* m_notice;
    ui::FigureTile* m_waiting = nullptr;
    ui::FigureTile* m_served = nullptr;
    ui::FigureTile* m_wait = nullptr;
    ui::FigureTile* m_satisfaction = nullptr;
    ui::FigureTile* m_windows = nullptr;
    ui::FigureTile* m_devices = nullptr;
    DayChart* m_chart;
    WaitErrorLine* m_waitError;
    HeatMap* m_heat;
    WindowGrid* m_grid;
    AlarmList* m_alarms;
    ui::CardFrame* m_alarmCard;
    ui::UndoBar* m_message;
};

} // namespace atrium::admin
