// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/pages/workpage.h"

#include "apps/window-terminal/pages/directpanel.h"
#include "apps/window-terminal/pages/queuepanel.h"
#include "apps/window-terminal/pages/reasonpanel.h"
#include "apps/window-terminal/pages/scanpanel.h"
#include "apps/window-terminal/pages/staffbar.h"
#include "apps/window-terminal/pages/ticketpanel.h"
#include "apps/window-terminal/pages/transferpanel.h"
#include "apps/window-terminal/view/queuelists.h"
#include "apps/window-terminal/view/windowdesk.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWorkMargin = 20;
constexpr int kCompactMargin = 6;
constexpr int kPanelHeight = 560; ///< what a panel needs below the bar

} // namespace

WorkPage::WorkPage(WindowDesk& desk, WindowSession& session, QueueLists& lists, sync::Replica& replica,
                   ItemSearch& search, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_lists(lists), m_bar(new StaffBar(desk, session)),
      m_ticket(new TicketPanel(desk, replica)), m_queue(new QueuePanel(lists)), m_columns(new QHBoxLayout) {
    m_rows = new QVBoxLayout(this);
    m_rows->setContentsMargins(kWorkMargin, kWorkMargin / 2, kWorkMargin, kWorkMargin);
    m_rows->setSpacing(kWorkMargin);
    m_rows->addWidget(m_bar);
    m_columns->setSpacing(kWorkMargin);
    m_columns->addWidget(m_ticket, 2);
    m_columns->addWidget(m_queue, 1);
    m_rows->addLayout(m_columns, 1);
    m_rows->addStretch(0); // what is left while only the bar is there
    makePanels(replica, search);
    makeKeys();

    connect(m_bar, &StaffBar::pressed, this, &WorkPage::press);
    connect(m_bar, &StaffBar::signOut, this, &WorkPage::signOut);
    connect(m_bar, &StaffBar::compactWanted, this, &WorkPage::compactWanted);
    connect(m_bar, &StaffBar::edgeWanted, this, &WorkPage::edgeWanted);
    connect(m_ticket, &TicketPanel::panelChanged, this, [this] {
        setCompact(m_compact, m_bar->atBottom());
        Q_EMIT panelChanged();
    });
    connect(m_queue, &QueuePanel::callWanted, this, &WorkPage::askOrder);
    connect(m_queue, &QueuePanel::returnWanted, &desk, &WindowDesk::returnHeld);
    connect(m_queue, &QueuePanel::requeueWanted, &desk, &WindowDesk::requeue);
    connect(m_queue, &QueuePanel::scanWanted, &desk, &WindowDesk::scan);
    connect(&desk, &WindowDesk::changed, this, &WorkPage::follow);
    connect(&desk, &WindowDesk::done, this, &WorkPage::commandDone);
    connect(&desk, &WindowDesk::scanned, this, [this](const model::TicketView& view) {
        m_scan->show(view);
        m_ticket->openPanel(*m_scan);
    });
    follow();
}

void WorkPage::makeKeys() {
    for (const BarKey& key : Actions::bar()) {
        auto* shortcut = new QShortcut(QKeySequence(QLatin1StringView(key.key)), this);
        shortcut->setAutoRepeat(false); // a key that rests must not call twice
        const Action action = key.action;
        connect(shortcut, &QShortcut::activated, this, [this, action] { press(action); });
    }
    auto* direct = new QShortcut(QKeySequence(u"Ctrl+D"_s), this);
    direct->setAutoRepeat(false);
    connect(direct, &QShortcut::activated, this, &WorkPage::askDirect);
}

void WorkPage::makePanels(sync::Replica& replica, ItemSearch& search) {
    m_transfer = new TransferPanel(m_desk, replica, search);
    m_pause = new ReasonPanel(Reasons::pause());
    m_hold = new ReasonPanel(Reasons::hold());
    m_scan = new ScanPanel(replica);
    m_direct = new DirectPanel(m_desk, replica, search);
    for (QWidget* panel : std::initializer_list<QWidget*>{m_transfer, m_pause, m_hold, m_scan, m_direct})
        m_ticket->addPanel(*panel);
    connect(m_ticket, &TicketPanel::directWanted, this, &WorkPage::askDirect);
    connect(m_direct, &DirectPanel::given, &m_desk, &WindowDesk::serveDirectly);
    connect(m_direct, &DirectPanel::closed, this, &WorkPage::closePanel);
    connect(m_transfer, &TransferPanel::given, &m_desk, &WindowDesk::transfer);
    connect(m_transfer, &TransferPanel::closed, this, &WorkPage::closePanel);
    connect(m_pause, &ReasonPanel::given, &m_desk, &WindowDesk::pause);
    connect(m_pause, &ReasonPanel::closed, this, &WorkPage::closePanel);
    connect(m_hold, &ReasonPanel::given, &m_desk, &WindowDesk::hold);
    connect(m_hold, &ReasonPanel::closed, this, &WorkPage::closePanel);
    connect(m_scan, &ScanPanel::closed, this, &WorkPage::closePanel);
}

void WorkPage::press(Action action) {
    const Availability allowed = m_desk.availability(action);
    if (!allowed.enabled)
        return Q_EMIT refused(allowed.why);
    Q_EMIT this->allowed();
    switch (action) {
    case Action::call:
        return m_desk.call();
    case Action::recall:
        return m_desk.recall();
    case Action::start:
        return m_desk.start();
    case Action::finish:
        return m_desk.finish();
    case Action::noShow:
        return m_desk.noShow();
    case Action::show:
        return m_desk.show();
    case Action::rating:
        return m_desk.promptRating();
    case Action::undo:
        return m_desk.undo();
    case Action::transfer:
        m_ticket->openPanel(*m_transfer);
        return m_transfer->begin();
    case Action::hold:
        m_ticket->openPanel(*m_hold);
        return m_hold->begin();
    case Action::pause:
        if (m_desk.state() == model::WindowState::paused)
            return m_desk.resume();
        m_ticket->openPanel(*m_pause);
        return m_pause->begin();
    }
}

void WorkPage::askOrder(const model::TicketId& ticket, const QString& number) {
    const Availability allowed = m_desk.availability(Action::call);
    if (!allowed.enabled)
        return Q_EMIT refused(allowed.why);
    if (m_order != nullptr)
        m_order->deleteLater();
    m_orderTicket = ticket;
    m_order = new ReasonPanel(Reasons::callOutOfOrder(number));
    m_ticket->addPanel(*m_order);
    connect(m_order, &ReasonPanel::given, this,
            [this](const QString& reason) { m_desk.callOutOfOrder(m_orderTicket, reason); });
    connect(m_order, &ReasonPanel::closed, this, &WorkPage::closePanel);
    m_ticket->openPanel(*m_order);
    m_order->begin();
}

void WorkPage::askDirect() {
    const Availability allowed = m_desk.canTake();
    if (!allowed.enabled)
        return Q_EMIT refused(allowed.why);
    Q_EMIT this->allowed();
    m_ticket->openPanel(*m_direct);
    m_direct->begin();
}

void WorkPage::closePanel() {
    m_ticket->closePanel();
    m_bar->setFocus();
}

void WorkPage::setAnywhere(const QMap<Action, QString>& keys) {
    m_bar->setAnywhere(keys);
}

void WorkPage::setCompact(bool compact, bool atBottom) {
    m_compact = compact;
    m_bar->setCompact(compact, atBottom);
    m_queue->setVisible(!compact);
    m_ticket->setVisible(!compact || m_ticket->panel() != nullptr);
    const int edge = compact ? kCompactMargin : kWorkMargin;
    m_rows->setContentsMargins(edge, compact ? edge : kWorkMargin / 2, edge, edge);
    m_rows->setSpacing(edge);
    // At the lower edge the bar stays where it is, and what it asks opens above it.
    m_rows->setDirection(compact && atBottom ? QBoxLayout::BottomToTop : QBoxLayout::TopToBottom);
}

int WorkPage::barHeight() const {
    return m_bar->sizeHint().height() + 2 * kCompactMargin;
}

int WorkPage::compactHeight() const {
    return barHeight() + (m_ticket->panel() == nullptr ? 0 : kPanelHeight);
}

QString WorkPage::panelName() const {
    const QWidget* panel = m_ticket->panel();
    if (panel == nullptr)
        return {};
    return panel == m_transfer ? u"transfer"_s
           : panel == m_pause  ? u"pause"_s
           : panel == m_hold   ? u"hold"_s
           : panel == m_scan   ? u"scan"_s
           : panel == m_direct ? u"direct"_s
                               : u"order"_s;
}

void WorkPage::follow() {
    m_lists.update(m_desk.queue(), m_desk.now());
    m_queue->follow();
    // A question about a ticket that is no longer there would be answered for another.
    const bool present =
        m_desk.availability(Action::transfer).enabled || m_desk.situation().busy || !m_desk.online();
    if (!present && (m_ticket->panel() == m_transfer || m_ticket->panel() == m_hold))
        closePanel();
    if (m_ticket->panel() == m_direct && m_desk.online() && !m_desk.situation().busy &&
        m_desk.situation().known && !m_desk.canTake().enabled)
        closePanel();
}

void WorkPage::commandDone(Action action) {
    if (m_ticket->panel() != nullptr && action != Action::show) // one may show while one asks
        closePanel();
}

void WorkPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // The queue's five columns need their width on a narrow screen.
    m_columns->setStretch(0, width() < 1500 ? 10 : 18);
    m_columns->setStretch(1, width() < 1500 ? 9 : 10);
}

} // namespace atrium::windowterminal
