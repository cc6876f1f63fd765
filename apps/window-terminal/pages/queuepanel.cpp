// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/pages/queuepanel.h"

#include "apps/window-terminal/pages/queuedelegate.h"
#include "apps/window-terminal/view/queuelists.h"
#include "shared/ui/widgets/emptystate.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

QueuePanel::QueuePanel(QueueLists& lists, QWidget* parent)
    : CardFrame({}, {}, parent), m_lists(lists), m_scan(new QLineEdit), m_tabs(new QTabBar),
      m_stack(new QStackedWidget) {
    setTitle(tr("我的队列"));
    setHint(tr("系统按规则排序，悬停可看原因"));
    m_scan->setObjectName(u"scan-field"_s);
    m_scan->setPlaceholderText(tr("扫描号单二维码核对身份（Ctrl+F）"));
    m_scan->setAccessibleName(tr("扫描号单二维码"));
    m_scan->setMaxLength(512);
    m_scan->setClearButtonEnabled(true);
    m_stack->setStyleSheet(u"QStackedWidget { background: transparent; }"_s); // the card is the ground
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("队列"));
    const std::array<ui::RecordListModel*, count> rows{&lists.waiting(), &lists.held(), &lists.passed()};
    const std::array<QString, count> names{u"queue-list"_s, u"held-list"_s, u"passed-list"_s};
    const std::array<QString, count> empty{tr("没有人在等候"), tr("没有挂起的号码"),
                                           tr("没有可以返回的过号")};
    const std::array<QString, count> hints{tr("有人取号后自动出现。"), tr("F11 挂起当前号码。"),
                                           tr("过号后可返回的号码列在这里。")};
    for (std::size_t i = 0; i < count; ++i) {
        m_tabs->addTab({});
        m_tables.at(i) = makeTable(*rows.at(i), names.at(i));
        m_pages.at(i) = new QStackedWidget;
        m_pages.at(i)->addWidget(new ui::EmptyState(u"inbox"_s, empty.at(i), hints.at(i)));
        m_pages.at(i)->addWidget(m_tables.at(i));
        m_stack->addWidget(m_pages.at(i));
        // Enter and double click alike; `activated` would follow the desktop's single-click setting.
        connect(m_tables.at(i), &QTableView::doubleClicked, this,
                [this, i](const QModelIndex& index) { chosen(static_cast<List>(i), index.row()); });
        for (const auto enter : {Qt::Key_Return, Qt::Key_Enter}) {
            auto* choose = new QShortcut(QKeySequence(enter), m_tables.at(i));
            choose->setContext(Qt::WidgetShortcut);
            connect(choose, &QShortcut::activated, this,
                    [this, i] { chosen(static_cast<List>(i), m_tables.at(i)->currentIndex().row()); });
        }
        auto* key = new QShortcut(QKeySequence(u"Ctrl+%1"_s.arg(i + 1)), this);
        connect(key, &QShortcut::activated, this, [this, i] { goTo(static_cast<List>(i)); });
    }
    body().setSpacing(8);
    body().addWidget(m_scan);
    body().addWidget(m_tabs);
    body().addWidget(m_stack, 1);

    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_scan, &QLineEdit::returnPressed, this, [this] {
        const QString text = m_scan->text().trimmed();
        m_scan->clear();
        if (!text.isEmpty())
            Q_EMIT scanWanted(text);
    });
    auto* find = new QShortcut(QKeySequence(u"Ctrl+F"_s), this);
    connect(find, &QShortcut::activated, m_scan, qOverload<>(&QWidget::setFocus));
    follow();
}

QTableView* QueuePanel::makeTable(ui::RecordListModel& rows, const QString& name) {
    auto* table = new QTableView;
    table->setObjectName(name);
    table->setModel(&rows);
    table->setItemDelegate(new QueueDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(46);
    auto* header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(48);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(1, QHeaderView::Stretch);
    const std::array<int, 5> widths{84, 0, 92, 106, 108};
    for (int column = 0; column < 5; ++column)
        if (column != 1)
            header->resizeSection(column, widths.at(static_cast<std::size_t>(column)));
    return table;
}

void QueuePanel::follow() {
    const std::array<int, count> counts{m_lists.waiting().count(), m_lists.held().count(),
                                        m_lists.passed().count()};
    const std::array<QString, count> words{tr("等候 %1"), tr("挂起 %1"), tr("过号 %1")};
    const std::array<QString, count> names{tr("等候的号码"), tr("挂起的号码"), tr("过号的号码")};
    for (std::size_t i = 0; i < count; ++i) {
        m_tabs->setTabText(static_cast<int>(i), words.at(i).arg(counts.at(i)));
        m_tables.at(i)->setAccessibleName(names.at(i));
        m_pages.at(i)->setCurrentIndex(counts.at(i) > 0 ? 1 : 0);
    }
}

void QueuePanel::goTo(List list) {
    m_tabs->setCurrentIndex(list);
    auto* table = m_tables.at(list);
    if (!table->currentIndex().isValid() && table->model()->rowCount() > 0)
        table->selectRow(0);
    table->setFocus();
}

void QueuePanel::chosen(List list, int row) {
    const std::array<ui::RecordListModel*, count> rows{&m_lists.waiting(), &m_lists.held(),
                                                       &m_lists.passed()};
    const auto& records = *rows.at(list);
    const model::TicketId ticket(records.keyAt(row).toStdString());
    if (ticket.empty())
        return;
    if (list == waiting)
        Q_EMIT callWanted(ticket, records.value(row, u"number"_s).toString());
    else if (list == held)
        Q_EMIT returnWanted(ticket);
    else
        Q_EMIT requeueWanted(ticket);
}

} // namespace atrium::windowterminal
