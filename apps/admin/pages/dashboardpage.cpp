// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/pages/dashboardpage.h"

#include "apps/admin/dashboard/alarmlist.h"
#include "apps/admin/dashboard/daychart.h"
#include "apps/admin/dashboard/heatmap.h"
#include "apps/admin/dashboard/waiterrorline.h"
#include "apps/admin/dashboard/windowgrid.h"
#include "apps/admin/dashboard/windowtiles.h"
#include "apps/admin/records/words.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/hallstate.h"
#include "shared/ui/widgets/cardframe.h"
#include "shared/ui/widgets/figuretile.h"
#include "shared/ui/widgets/undobar.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTimeZone>
#include <QVBoxLayout>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;
using Tone = ui::FigureTile::Tone;

namespace {

constexpr int kDashboardMargin = 30;
constexpr int kDashboardGap = 16;
constexpr std::chrono::seconds kClock{20};
constexpr double kGoodSatisfaction = 0.9;

QString minutes(const std::optional<double>& value) {
    return value ? QString::number(qRound(*value)) : u"–"_s;
}

} // namespace

DashboardPage::DashboardPage(sync::HallClient& client, ui::HallState& hall, Account& account, QWidget* parent)
    : QWidget(parent), m_client(client), m_hall(hall), m_feed(client), m_head(new QLabel(this)),
      m_notice(new QLabel(this)), m_chart(new DayChart(this)),
      m_waitError(new WaitErrorLine(client.replica(), this)), m_heat(new HeatMap(this)),
      m_grid(new WindowGrid(this)), m_alarms(new AlarmList(client, account, this)),
      m_alarmCard(new ui::CardFrame(tr("告警"), {}, this)), m_message(new ui::UndoBar(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kDashboardMargin, kDashboardGap, kDashboardMargin, kDashboardGap);
    column->setSpacing(kDashboardGap);
    auto* head = new QHBoxLayout;
    auto* title = new QLabel(tr("大厅总览"), this);
    ui::setKind(*title, u"title"_s);
    ui::setKind(*m_head, u"hint"_s);
    ui::setKind(*m_notice, u"warning"_s);
    m_notice->setObjectName(u"dashboard-notice"_s);
    head->addWidget(title);
    head->addSpacing(kDashboardGap);
    head->addWidget(m_head, 0, Qt::AlignBottom);
    head->addSpacing(kDashboardGap);
    head->addWidget(m_waitError, 0, Qt::AlignBottom);
    head->addStretch();
    head->addWidget(m_notice);
    column->addLayout(head);

    auto* figures = new QHBoxLayout;
    figures->setSpacing(kDashboardGap);
    m_waiting = addFigure(u"waiting"_s, tr("等候人数"), *figures);
    m_served = addFigure(u"served"_s, tr("今日已办"), *figures);
    m_wait = addFigure(u"wait"_s, tr("等候 p50 / p90"), *figures);
    m_satisfaction = addFigure(u"satisfaction"_s, tr("满意率"), *figures);
    m_windows = addFigure(u"windows"_s, tr("窗口"), *figures);
    m_devices = addFigure(u"devices"_s, tr("设备"), *figures);
    column->addLayout(figures);

    auto* chart = new ui::CardFrame(tr("等候与叫号"), tr("全天 · 今日与上周同日"), this);
    chart->body().addWidget(m_chart);
    m_alarmCard->body().addWidget(m_alarms);
    auto* windows = new ui::CardFrame(tr("窗口"), tr("点开看详情"), this);
    windows->body().addWidget(m_grid);
    auto* heat = new ui::CardFrame(tr("一周热力"), tr("每小时取号量"), this);
    heat->body().addWidget(m_heat);
    auto* grid = new QGridLayout;
    grid->setSpacing(kDashboardGap);
    grid->addWidget(chart, 0, 0);
    grid->addWidget(m_alarmCard, 0, 1);
    grid->addWidget(windows, 1, 0);
    grid->addWidget(heat, 1, 1);
    constexpr int kLeftColumn = 7; // the left column to the right one
    constexpr int kRightColumn = 3;
    grid->setColumnStretch(0, kLeftColumn);
    grid->setColumnStretch(1, kRightColumn);
    grid->setRowStretch(0, 1);
    grid->setRowStretch(1, 1);
    column->addLayout(grid, 1);
    column->addWidget(m_message);

    m_clock.setInterval(kClock);
    connect(&m_clock, &QTimer::timeout, this, &DashboardPage::showHead);
    connect(&m_clock, &QTimer::timeout, this, &DashboardPage::showWindows);
    connect(&m_feed, &DashboardFeed::changed, this, &DashboardPage::showFigures);
    connect(&m_hall, &ui::HallState::connectionChanged, this, &DashboardPage::showHead);
    connect(&m_client.replica(), &sync::Replica::changed, this, [this](const QString& kind) {
        if (sync::Replica::isKind<model::WindowStatus>(kind) || sync::Replica::isKind<model::Window>(kind))
            showWindows();
    });
    connect(m_alarms, &AlarmList::changed, this,
            [this] { m_alarmCard->setHint(tr("%n 条未处理", nullptr, m_alarms->open())); });
    connect(m_alarms, &AlarmList::failed, this, [this](const QString& why) { m_message->showMessage(why); });
    connect(m_grid, &WindowGrid::opened, this, &DashboardPage::windowWanted);
    m_alarms->refresh();
    showWindows();
    showFigures();
}

ui::FigureTile* DashboardPage::addFigure(const QString& name, const QString& label, QHBoxLayout& row) {
    auto* tile = new ui::FigureTile(label, this);
    tile->setObjectName(u"figure-"_s + name);
    tile->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum); // all of one size
    row.addWidget(tile, 1);
    return tile;
}

void DashboardPage::showFigures() {
    showHead();
    const auto& known = m_feed.figures();
    if (!known)
        return;
    const model::Dashboard& figures = *known;
    m_waiting->setFigure(QString::number(figures.waiting), tr("人"));
    m_waiting->setHint(tr("正在办理 %1").arg(figures.serving));
    m_served->setFigure(QString::number(figures.served), tr("件"));
    m_served->setHint(tr("取号 %1 · 过号 %2").arg(figures.issued).arg(figures.noShows));
    showTimes(figures);
    const int closed = figures.windowsTotal - figures.windowsOpen;
    m_windows->setFigure(u"%1 / %2"_s.arg(figures.windowsOpen).arg(figures.windowsTotal), tr("开放"));
    m_windows->setHint(figures.windowsPaused > 0
                           ? tr("%1 暂停 · %2 未开").arg(figures.windowsPaused).arg(closed)
                           : tr("%1 未开").arg(closed),
                       figures.windowsPaused > 0 ? Tone::warning : Tone::plain);
    const int silent = figures.devicesTotal - figures.devicesOnline;
    m_devices->setFigure(u"%1 / %2"_s.arg(figures.devicesOnline).arg(figures.devicesTotal), tr("在线"));
    m_devices->setHint(silent > 0 ? tr("%1 离线").arg(silent) : tr("全部在线"),
                       silent > 0 ? Tone::warning : Tone::good);
    const auto tiles = {m_waiting, m_served, m_wait, m_satisfaction, m_windows, m_devices};
    for (ui::FigureTile* tile : tiles)
        tile->setProperty("text", tile->figure());
    m_chart->setFigures(figures, m_hall.now().timeZone());
    m_heat->setCells(figures.week);
    m_waitError->setErrors(m_feed.waitErrors());
}

void DashboardPage::showTimes(const model::Dashboard& figures) {
    m_wait->setFigure(minutes(figures.waitP50Minutes) + u" / "_s + minutes(figures.waitP90Minutes), tr("分"));
    m_wait->setHint(figures.waitP50Minutes ? tr("一半和九成的人等候不超过") : tr("还没有叫号"));
    if (!figures.satisfaction) {
        m_satisfaction->setFigure(u"–"_s);
        m_satisfaction->setHint(tr("还没有评价"));
        return;
    }
    constexpr double kPercent = 100.0;
    m_satisfaction->setFigure(QString::number(*figures.satisfaction * kPercent, 'f', 1), u"%"_s);
    m_satisfaction->setHint(tr("%n 次评价", nullptr, figures.ratings),
                            *figures.satisfaction >= kGoodSatisfaction ? Tone::good : Tone::warning);
}

void DashboardPage::showWindows() {
    m_grid->setTiles(windowTiles(m_client.replica(), m_client.sync().serverNow()));
}

void DashboardPage::showHead() {
    const QLocale locale =
        tr("中文") == u"中文" ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English);
    m_head->setText(locale.toString(m_hall.now(), tr("M月d日 dddd H:mm")) + u" · "_s + tr("随事件即时刷新"));
    const auto& figures = m_feed.figures();
    if (m_hall.online() && !m_feed.stale() && figures && !figures->storeTrouble.empty())
        m_notice->setText(tr("%1：现在的操作都没有保存，请立即处理")
                              .arg(enumWord(QString::fromStdString(figures->storeTrouble))));
    else if (m_hall.online() && !m_feed.stale())
        m_notice->clear();
    else if (m_hall.connecting())
        m_notice->setText(tr("正在连接服务器…"));
    else if (m_feed.figures())
        m_notice->setText(tr("服务器没有回答，以下是 %1 的数据；连接恢复后自动更新")
                              .arg(QDateTime::fromMSecsSinceEpoch(model::toMillis(m_feed.figures()->at),
                                                                  m_hall.now().timeZone())
                                       .toString(u"H:mm"_s)));
    else
        m_notice->setText(tr("服务器没有回答；连接恢复后自动更新"));
    m_waitError->setVisible(m_notice->text().isEmpty()); // the notice needs the room
}

void DashboardPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_feed.setActive(true);
    m_clock.start();
}

void DashboardPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_feed.setActive(false);
    m_clock.stop();
}

QVariantMap DashboardPage::describe() const {
    const auto& figures = m_feed.figures();
    if (!figures)
        return {};
    return {{u"waiting"_s, figures->waiting},
            {u"serving"_s, figures->serving},
            {u"served"_s, figures->served},
            {u"issued"_s, figures->issued},
            {u"noShows"_s, figures->noShows},
            {u"waitP50"_s, figures->waitP50Minutes.value_or(-1)},
            {u"waitP90"_s, figures->waitP90Minutes.value_or(-1)},
            {u"satisfaction"_s, figures->satisfaction.value_or(-1)},
            {u"ratings"_s, figures->ratings},
            {u"windowsOpen"_s, figures->windowsOpen},
            {u"windowsTotal"_s, figures->windowsTotal},
            {u"devicesOnline"_s, figures->devicesOnline},
            {u"devicesTotal"_s, figures->devicesTotal},
            {u"alarms"_s, m_alarms->open()}};
}

} // namespace atrium::admin
