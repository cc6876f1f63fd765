// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/pages/deskfindpanel.h"

#include "apps/window-terminal/pages/elidedlabel.h"
#include "apps/window-terminal/pages/reasonpanel.h"
#include "apps/window-terminal/view/servicedesk.h"
#include "apps/window-terminal/view/words.h"
#include "shared/sync/qt/replica.h"
#include "shared/ui/types/qrmatrix.h"
#include "shared/ui/widgets/emptystate.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;
using model::TicketState;

namespace {

constexpr int kCodeSide = 220;
constexpr int kTableHeight = 200;

} // namespace

DeskFindPanel::DeskFindPanel(ServiceDesk& desk, sync::Replica& replica, QWidget* parent)
    : CardFrame({}, {}, parent), m_desk(desk), m_replica(replica),
      m_rows({u"number"_s, u"item"_s, u"state"_s}), m_find(new QLineEdit), m_table(makeTable()),
      m_stack(new QStackedWidget),
      m_empty(new ui::EmptyState(u"search"_s, tr("还没有查找"),
                                 tr("输入号码或证件号、扫描号单，或在左侧取号。"))),
      m_number(new QLabel), m_item(new ElidedLabel), m_facts(new QLabel), m_print(new QLabel),
      m_code(new QLabel), m_reprint(new QPushButton(tr("重打号单"))),
      m_requeue(new QPushButton(tr("重新排队"))), m_cancel(new QPushButton(tr("取消号码"))) {
    setTitle(tr("查找号码"));
    setHint(tr("Ctrl+F；放身份证即查"));
    m_find->setObjectName(u"desk-find"_s);
    m_find->setPlaceholderText(tr("号码（A0127）、证件号，或扫描号单"));
    m_find->setAccessibleName(tr("查找号码"));
    m_find->setMaxLength(512);
    m_find->setClearButtonEnabled(true);
    connect(m_find, &QLineEdit::returnPressed, this, [this] {
        m_desk.find(m_find->text());
        m_find->selectAll();
    });
    auto* go = new QShortcut(QKeySequence(u"Ctrl+F"_s), this);
    connect(go, &QShortcut::activated, m_find, qOverload<>(&QWidget::setFocus));
    m_stack->setStyleSheet(u"QStackedWidget { background: transparent; }"_s); // the card is the ground
    m_details = makeDetails();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_details);
    body().setSpacing(12);
    body().addWidget(m_find);
    body().addWidget(m_table);
    body().addWidget(m_stack, 1);
    connect(&desk, &ServiceDesk::changed, this, &DeskFindPanel::follow);
    follow();
}

QTableView* DeskFindPanel::makeTable() {
    m_rows.setColumns({{u"number"_s, tr("号码")}, {u"item"_s, tr("事项")}, {u"state"_s, tr("状态")}});
    auto* table = new QTableView;
    table->setObjectName(u"desk-list"_s);
    table->setAccessibleName(tr("找到的号码"));
    table->setModel(&m_rows);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setMaximumHeight(kTableHeight);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& at) {
                if (at.isValid())
                    m_desk.show(model::TicketId(m_rows.keyAt(at.row()).toStdString()));
            });
    return table;
}

QWidget* DeskFindPanel::makeDetails() {
    ui::setKind(*m_number, u"figure"_s);
    m_number->setObjectName(u"desk-number"_s);
    m_print->setObjectName(u"desk-print-state"_s);
    m_reprint->setObjectName(u"desk-reprint"_s);
    m_requeue->setObjectName(u"desk-requeue"_s);
    m_cancel->setObjectName(u"desk-cancel"_s);
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_print->setWordWrap(true);
    ui::setKind(*m_print, u"warning"_s);
    m_code->setAccessibleName(tr("号单二维码"));
    auto* words = new QVBoxLayout;
    words->setSpacing(8);
    words->addWidget(m_number);
    words->addWidget(m_item);
    words->addWidget(m_facts);
    words->addWidget(m_print);
    words->addStretch();
    auto* top = new QHBoxLayout;
    top->addLayout(words, 1);
    top->addWidget(m_code, 0, Qt::AlignTop);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(12);
    for (auto* button : {m_reprint, m_requeue, m_cancel})
        acts->addWidget(button);
    acts->addStretch();
    connect(m_reprint, &QPushButton::clicked, &m_desk, &ServiceDesk::reprint);
    connect(m_requeue, &QPushButton::clicked, &m_desk, &ServiceDesk::requeue);
    connect(m_cancel, &QPushButton::clicked, this, &DeskFindPanel::askCancel);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 8, 0, 0);
    column->addLayout(top, 1);
    column->addLayout(acts);
    return page;
}

void DeskFindPanel::follow() {
    QList<ui::RecordRow> rows;
    for (const auto& view : m_desk.tickets()) {
        const auto* item = m_replica.peek<model::ServiceItem>(view.ticket.itemId);
        rows.append(
            {text(view.ticket.id.value),
             {text(view.ticket.number), item == nullptr ? QString() : inLanguage(item->name, item->nameEn),
              Words::ticketState(view.ticket.state)}});
    }
    m_rows.update(rows);
    m_table->setVisible(rows.size() > 1);
    const auto* shown = m_desk.shown();
    if (shown == nullptr) {
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_table->selectRow(m_rows.indexOf(text(shown->ticket.id.value)));
    showDetails();
    const bool open = shown->ticket.state == TicketState::waiting ||
                      shown->ticket.state == TicketState::reserved ||
                      shown->ticket.state == TicketState::held || shown->ticket.state == TicketState::noShow;
    const bool asking = m_cancelPanel != nullptr && m_stack->currentWidget() == m_cancelPanel && open;
    if (!asking)
        m_stack->setCurrentWidget(m_details);
    const bool free = m_desk.online() && !m_desk.busy();
    m_cancel->setEnabled(free && open);
    m_requeue->setEnabled(free && shown->ticket.state == TicketState::noShow);
    m_reprint->setEnabled(free && open && !shown->qrText.empty());
    m_requeue->setToolTip(m_requeue->isEnabled() ? QString() : tr("只有过号的号码可以重新排队"));
    m_cancel->setToolTip(open ? QString() : tr("该号码已结束"));
}

void DeskFindPanel::showDetails() {
    const auto& view = *m_desk.shown();
    const auto* item = m_replica.peek<model::ServiceItem>(view.ticket.itemId);
    m_number->setText(text(view.ticket.number));
    m_item->setFullText(item == nullptr ? QString() : inLanguage(item->name, item->nameEn));
    QStringList windows;
    for (const int number : view.windowNumbers)
        windows.append(QString::number(number));
    QStringList facts{tr("状态：%1").arg(Words::ticketState(view.ticket.state))};
    facts.append(view.holderName.empty() && view.holderNumber.empty()
                     ? tr("办事人：未登记证件")
                     : tr("办事人：%1").arg(text(view.holderName) + u"  "_s + text(view.holderNumber)));
    facts.append(tr("取号时间：%1").arg(hallTime(view.ticket.issuedAt, m_replica)));
    if (view.ticket.state == TicketState::waiting)
        facts.append(tr("前面 %n 人", nullptr, view.peopleAhead));
    if (!windows.isEmpty())
        facts.append(tr("办理窗口：%1").arg(windows.join(tr("、"))));
    if (view.ticket.printState == model::PrintState::unconfirmed)
        facts.append(tr("上次打印没有得到打印机确认"));
    m_facts->setText(facts.join(u'\n'));
    m_print->setText(m_desk.printSentence());
    if (const QString code = text(view.qrText); code != m_codeText) {
        m_codeText = code;
        const QImage modules = ui::qrMatrix(code);
        m_code->setPixmap(modules.isNull() ? QPixmap()
                                           : QPixmap::fromImage(modules.scaled(kCodeSide, kCodeSide)));
    }
}

void DeskFindPanel::askCancel() {
    if (m_cancelPanel != nullptr)
        m_cancelPanel->deleteLater();
    m_cancelPanel = new ReasonPanel(Reasons::cancelTicket(number()));
    m_stack->addWidget(m_cancelPanel);
    const auto back = [this] {
        m_stack->setCurrentWidget(m_details);
        m_cancel->setFocus();
    };
    connect(m_cancelPanel, &ReasonPanel::closed, this, back);
    connect(m_cancelPanel, &ReasonPanel::given, this, [this, back](const QString& reason) {
        back();
        m_desk.cancel(reason);
    });
    m_stack->setCurrentWidget(m_cancelPanel);
    m_cancelPanel->begin();
}

QString DeskFindPanel::number() const {
    const auto* shown = m_desk.shown();
    return shown == nullptr ? QString() : text(shown->ticket.number);
}

} // namespace atrium::windowterminal
