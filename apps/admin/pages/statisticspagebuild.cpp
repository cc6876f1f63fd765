// SPDX-License-Identifier: GPL-3.0-or-later
// How the statistics' page is put together and its table filled.
#include "apps/admin/account.h"
#include "apps/admin/dashboard/heatmap.h"
#include "apps/admin/pages/statisticspage.h"
#include "apps/admin/statistics/statisticschart.h"
#include "apps/admin/statistics/statisticswish.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/widgets/cardframe.h"
#include "shared/ui/widgets/emptystate.h"
#include "shared/ui/widgets/figuretile.h"
#include "shared/ui/widgets/undobar.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QHideEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kStatisticsMargin = 30;
constexpr int kStatisticsGap = 12;
constexpr int kTableShare = 3; // of the width, to the chart's
constexpr int kChartShare = 2;
constexpr int kNameColumnWidth = 190;

/// A cell that sorts by its number; what has none comes last however one sorts upwards.
class FigureCell : public QTableWidgetItem {
public:
    explicit FigureCell(const StatisticsValue& value) : QTableWidgetItem(value.text), m_number(value.number) {
        setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    bool operator<(const QTableWidgetItem& other) const override {
        const auto* figure = dynamic_cast<const FigureCell*>(&other);
        if (figure == nullptr)
            return QTableWidgetItem::operator<(other);
        return m_number.value_or(-1) < figure->m_number.value_or(-1);
    }

private:
    std::optional<double> m_number;
};

} // namespace

StatisticsPage::StatisticsPage(sync::HallClient& client, Account& account, QWidget* parent)
    : QWidget(parent), m_client(client), m_account(account), m_wish(new StatisticsWish(client, this)),
      m_note(new QLabel(this)), m_csv(new QPushButton(tr("导出 CSV"), this)),
      m_xlsx(new QPushButton(tr("导出 XLSX"), this)), m_print(new QPushButton(tr("打印"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kStatisticsMargin, kStatisticsGap, kStatisticsMargin, kStatisticsGap);
    column->setSpacing(kStatisticsGap);
    buildHead(*column);
    column->addWidget(m_wish);
    buildFigures(*column);
    buildBody(*column);
    m_message = new ui::UndoBar(this);
    column->addWidget(m_message);
    connect(m_wish, &StatisticsWish::changed, this, [this] {
        if (isVisible())
            fetch();
    });
    connect(&m_account, &Account::changed, this, [this] {
        m_statistics.reset();
        if (isVisible() && m_account.signedIn())
            fetch();
    });
    enter(State::loading);
}

void StatisticsPage::buildHead(QBoxLayout& column) {
    auto* head = new QHBoxLayout;
    auto* title = new QLabel(tr("统计"), this);
    ui::setKind(*title, u"title"_s);
    ui::setKind(*m_note, u"hint"_s);
    m_note->setObjectName(u"statistics-note"_s);
    head->addWidget(title);
    head->addSpacing(kStatisticsGap);
    head->addWidget(m_note, 0, Qt::AlignBottom);
    head->addStretch();
    const std::pair<QPushButton*, QString> buttons[] = {
        {m_csv, u"export-csv"_s}, {m_xlsx, u"export-xlsx"_s}, {m_print, u"print"_s}};
    for (const auto& [button, name] : buttons) {
        button->setObjectName(name);
        head->addWidget(button);
    }
    m_print->setShortcut(QKeySequence(QKeySequence::Print));
    connect(m_csv, &QPushButton::clicked, this, [this] { askWhere(u".csv"_s); });
    connect(m_xlsx, &QPushButton::clicked, this, [this] { askWhere(u".xlsx"_s); });
    connect(m_print, &QPushButton::clicked, this, &StatisticsPage::askPrinter);
    column.addLayout(head);
}

void StatisticsPage::buildFigures(QBoxLayout& column) {
    auto* row = new QHBoxLayout;
    row->setSpacing(kStatisticsGap);
    const auto add = [&](const QString& name, const QString& label) {
        auto* tile = new ui::FigureTile(label, this);
        tile->setObjectName(u"statistics-"_s + name);
        tile->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
        row->addWidget(tile, 1);
        return tile;
    };
    m_issued = add(u"issued"_s, tr("取号"));
    m_finished = add(u"finished"_s, tr("办结"));
    m_wait = add(u"wait"_s, tr("等候 p50 / p90"));
    m_level = add(u"level"_s, tr("15 分钟内"));
    m_handling = add(u"handling"_s, tr("平均办理"));
    m_occupancy = add(u"occupancy"_s, tr("占用率"));
    column.addLayout(row);
}

void StatisticsPage::buildBody(QBoxLayout& column) {
    m_body = new QWidget(this);
    m_table = new QTableWidget(m_body);
    m_table->setObjectName(u"statistics-table"_s);
    m_table->setAccessibleName(tr("统计表"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->setVisible(false);
    m_table->setTabKeyNavigation(false);
    m_chart = new StatisticsChart(m_body);
    m_heat = new HeatMap(m_body);
    auto* tableCard = new ui::CardFrame({}, {}, m_body);
    tableCard->body().addWidget(m_table);
    auto* chartCard = new ui::CardFrame(tr("号码与等候"), {}, m_body);
    chartCard->body().addWidget(m_chart);
    m_heatCard = new ui::CardFrame(tr("一周热力"), tr("每小时取号量"), m_body);
    m_heatCard->body().addWidget(m_heat);
    auto* grid = new QGridLayout(m_body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kStatisticsGap);
    grid->addWidget(tableCard, 0, 0, 2, 1);
    grid->addWidget(chartCard, 0, 1);
    grid->addWidget(m_heatCard, 1, 1);
    grid->setColumnStretch(0, kTableShare);
    grid->setColumnStretch(1, kChartShare);
    grid->setRowStretch(0, 3);
    grid->setRowStretch(1, 2);
    m_instead = new ui::EmptyState(u"chart-column"_s, {}, {}, this);
    connect(m_instead, &ui::EmptyState::action, this, &StatisticsPage::fetch);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_instead);
    m_stack->addWidget(m_body);
    column.addLayout(m_stack, 1);
}

void StatisticsPage::showTable() {
    m_table->setSortingEnabled(false);
    m_table->clear();
    m_table->setColumnCount(static_cast<int>(m_lines.titles.size()));
    m_table->setHorizontalHeaderLabels(m_lines.titles);
    for (int i = 0; i < m_lines.hints.size(); ++i)
        m_table->horizontalHeaderItem(i)->setToolTip(m_lines.hints[i]);
    m_table->setRowCount(static_cast<int>(m_lines.lines.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const StatisticsTable::Line& line = m_lines.lines[row];
        auto* name = new QTableWidgetItem(line.name);
        name->setToolTip(line.name);
        m_table->setItem(row, 0, name);
        for (int i = 0; i < line.values.size(); ++i)
            m_table->setItem(row, i + 1, new FigureCell(line.values[i]));
    }
    m_table->resizeColumnsToContents();
    m_table->setColumnWidth(0, std::min(kNameColumnWidth, m_table->columnWidth(0)));
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // the server's order at first
    m_table->setSortingEnabled(true);
}

void StatisticsPage::showPauses() {
    QStringList lines;
    for (const model::StatisticsPause& pause : m_statistics->pauses) {
        const QString reason = QString::fromStdString(pause.reason);
        lines.append(
            tr("%1 %2 分").arg(reason.isEmpty() ? tr("未说明原因") : reason).arg(qRound(pause.minutes)));
    }
    m_occupancy->setToolTip(lines.isEmpty() ? tr("没有暂停") : tr("暂停：%1").arg(lines.join(u"、"_s)));
}

void StatisticsPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        m_statistics.reset(); // the next look begins anew
}

} // namespace atrium::admin
