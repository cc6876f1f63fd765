// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/pages/statisticspage.h"

#include "apps/admin/account.h"
#include "apps/admin/dashboard/heatmap.h"
#include "apps/admin/records/words.h"
#include "apps/admin/statistics/statisticschart.h"
#include "apps/admin/statistics/statisticswish.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/halltime.h"
#include "shared/ui/widgets/emptystate.h"
#include "shared/ui/widgets/figuretile.h"
#include "shared/ui/widgets/undobar.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QFileDialog>
#include <QLabel>
#include <QPageLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedLayout>
#include <QTableWidget>
#include <QTextDocument>

#include <utility>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

QString savedName(const QString& title, const DateSpan& span, const QString& suffix) {
    return title + u' ' + span.from.toString(u"yyyyMMdd"_s) + u'-' + span.to.toString(u"yyyyMMdd"_s) + suffix;
}

bool writeBytes(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

} // namespace

void StatisticsPage::fetch() {
    if (std::exchange(m_again, m_asking) || m_asking)
        return;
    if (!m_account.readsStatistics()) {
        enter(State::failed, tr("只有管理员、主管和巡查员可以看统计。"));
        return;
    }
    m_asking = true;
    if (!m_statistics)
        enter(State::loading);
    else
        m_note->setText(tr("正在更新…"));
    sync::CallOptions options;
    options.retries = 0;
    m_client.api().get<model::Statistics>(
        m_wish->path(), this,
        [this](const model::Result<model::Statistics>& answer) {
            m_asking = false;
            if (std::exchange(m_again, false))
                fetch(); // something else is wanted by now
            else
                taken(answer);
        },
        options);
}

void StatisticsPage::taken(const model::Result<model::Statistics>& answer) {
    if (!answer) {
        m_statistics.reset();
        enter(State::failed, errorWord(answer.error()));
        return;
    }
    m_statistics = *answer;
    m_lines = statisticsTable(*answer, m_client.replica());
    showTotals();
    showTable();
    showPauses();
    m_chart->setStatistics(*answer, m_lines);
    std::vector<model::HeatCell> cells;
    for (const model::StatisticsCell& cell : answer->week)
        cells.push_back({cell.weekday, cell.hour, static_cast<int>(cell.issued)});
    m_heat->setCells(cells);
    enter(answer->rows.empty() ? State::empty : State::ready);
}

void StatisticsPage::enter(State state, const QString& why) {
    m_state = state;
    const bool isReady = state == State::ready;
    for (QPushButton* button : {m_csv, m_xlsx, m_print})
        button->setEnabled(isReady);
    m_note->setText(isReady ? m_wish->words() : QString());
    m_stack->setCurrentWidget(isReady ? m_body : m_instead);
    if (state == State::loading)
        m_instead->setTexts(u"chart-column"_s, tr("正在统计…"), {});
    else if (state == State::empty)
        m_instead->setTexts(u"chart-column"_s, tr("这段时间没有数据"), tr("请换一个期间，或放宽筛选。"));
    else if (state == State::failed)
        m_instead->setTexts(u"circle-alert"_s, tr("统计没有取到"), why);
    m_instead->setAction(state == State::failed ? tr("再试一次") : QString());
    if (!isReady)
        for (ui::FigureTile* tile : {m_issued, m_finished, m_wait, m_level, m_handling, m_occupancy}) {
            tile->setFigure(u"–"_s);
            tile->setHint({});
        }
}

void StatisticsPage::showTotals() {
    const model::StatisticsFigures& all = m_statistics->totals;
    m_issued->setFigure(QString::number(all.issued), tr("张"));
    m_issued->setHint(all.appointments > 0 ? tr("预约 %1").arg(all.appointments)
                                           : tr("重呼 %1").arg(all.recalls));
    m_finished->setFigure(QString::number(all.finished), tr("件"));
    m_finished->setHint(tr("未办离开 %1").arg(all.abandoned));
    m_wait->setFigure(minutesText(all.waitP50Minutes) + u" / "_s + minutesText(all.waitP90Minutes), tr("分"));
    m_wait->setHint(tr("平均 %1 分").arg(minutesText(all.waitMeanMinutes)));
    m_level->setFigure(shareText(all.serviceLevel));
    m_level->setHint(tr("估时误差 %1 分").arg(minutesText(all.toldErrorMinutes)));
    m_handling->setFigure(minutesText(all.handlingMeanMinutes), tr("分"));
    m_handling->setHint(tr("九成 %1 分内").arg(minutesText(all.handlingP90Minutes)));
    m_occupancy->setFigure(shareText(all.occupancy));
    m_occupancy->setHint(tr("有人空闲 %1 分").arg(minutesText(all.idleAwaitedMinutes)));
}

bool StatisticsPage::save(const QString& path) {
    if (m_state != State::ready)
        return false;
    const bool done = path.endsWith(u".csv"_s, Qt::CaseInsensitive)
                          ? writeBytes(path, statisticsCsv(m_lines))
                          : writeStatisticsXlsx(path, head(), m_lines, *m_statistics);
    m_message->showMessage(done ? tr("已保存：%1").arg(path)
                                : tr("没有保存：%1 不能写入，请换一个位置").arg(path));
    return done;
}

void StatisticsPage::askWhere(const QString& suffix) {
    auto* dialog = new QFileDialog(this, tr("导出统计"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix.mid(1));
    dialog->setNameFilter(u'*' + suffix);
    dialog->selectFile(savedName(tr("统计"), m_wish->span(), suffix));
    connect(dialog, &QFileDialog::fileSelected, this, &StatisticsPage::save);
    dialog->open();
}

void StatisticsPage::askPrinter() {
    auto* printer = new QPrinter(QPrinter::HighResolution); // the dialog's, which goes when it is closed
    auto* dialog = new QPrintDialog(printer, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<>(&QDialog::accepted), this, [this, printer] { print(*printer); });
    connect(dialog, &QObject::destroyed, this, [printer] { delete printer; });
    dialog->open();
}

void StatisticsPage::print(QPrinter& printer) const {
    constexpr double kPrintSize = 7; // points; nineteen columns go on a sheet
    printer.setPageOrientation(QPageLayout::Landscape);
    QTextDocument page;
    QFont small = font();
    small.setPointSizeF(kPrintSize);
    page.setDefaultFont(small);
    page.setHtml(statisticsHtml(head(), m_lines));
    page.print(&printer);
}

StatisticsHead StatisticsPage::head() const {
    const auto& hall = m_client.replica().all<model::Hall>();
    return {hall.empty() ? QString() : QString::fromStdString(hall.front().name),
            tr("大厅统计 · 按%1").arg(statisticsByWord(m_statistics->by)), m_wish->words(),
            tr("%1 制表").arg(ui::hallNow(m_client).toString(u"yyyy-MM-dd HH:mm"_s))};
}

void StatisticsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fetch();
}

QVariantMap StatisticsPage::describe() const {
    constexpr const char* kStates[] = {"loading", "failed", "empty", "ready"};
    return {{u"state"_s, QString::fromLatin1(kStates[static_cast<int>(m_state)])},
            {u"rows"_s, static_cast<int>(m_lines.lines.size())},
            {u"path"_s, QString::fromStdString(m_wish->path())}};
}

} // namespace atrium::admin
