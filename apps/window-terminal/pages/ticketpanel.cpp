// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/pages/ticketpanel.h"

#include "apps/window-terminal/pages/elidedlabel.h"
#include "apps/window-terminal/pages/guideview.h"
#include "apps/window-terminal/view/queuelists.h"
#include "apps/window-terminal/view/windowdesk.h"
#include "apps/window-terminal/view/words.h"
#include "shared/sync/qt/replica.h"
#include "shared/ui/widgets/emptystate.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;
using model::WindowState;

TicketPanel::TicketPanel(WindowDesk& desk, sync::Replica& replica, QWidget* parent)
    : CardFrame({}, {}, parent), m_desk(desk), m_replica(replica), m_title(new ElidedLabel(u"title"_s)),
      m_person(new ElidedLabel), m_marks(new ElidedLabel(u"warning"_s)), m_stack(new QStackedWidget),
      m_empty(new ui::EmptyState(u"ticket"_s, {})), m_guide(new GuideView) {
    m_title->setObjectName(u"ticket-title"_s);
    m_person->setObjectName(u"ticket-person"_s);
    m_stack->setStyleSheet(u"QStackedWidget { background: transparent; }"_s); // the card is the ground
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_guide);
    body().setSpacing(6);
    body().addWidget(m_title);
    body().addWidget(m_person);
    body().addWidget(m_marks);
    body().addSpacing(10);
    body().addWidget(m_stack, 1);
    connect(m_stack, &QStackedWidget::currentChanged, this, &TicketPanel::panelChanged);
    connect(&desk, &WindowDesk::changed, this, &TicketPanel::follow);
    connect(m_empty, &ui::EmptyState::action, this, &TicketPanel::directWanted);
    m_seconds.setInterval(std::chrono::seconds(1));
    connect(&m_seconds, &QTimer::timeout, this, &TicketPanel::follow);
    follow();
}

void TicketPanel::addPanel(QWidget& panel) {
    m_stack->addWidget(&panel);
}

void TicketPanel::openPanel(QWidget& panel) {
    m_stack->setCurrentWidget(&panel);
}

QWidget* TicketPanel::panel() const {
    QWidget* now = m_stack->currentWidget();
    return now == m_empty || now == m_guide ? nullptr : now;
}

void TicketPanel::closePanel() {
    m_stack->setCurrentWidget(m_empty);
    follow();
}

void TicketPanel::follow() {
    const auto& current = m_desk.queue().current;
    const WindowState state = m_desk.state();
    const bool present = current && (state == WindowState::calling || state == WindowState::serving);
    if (present)
        showTicket(*current);
    else
        showIdle();
    if (present)
        m_seconds.stop();
    m_title->setVisible(present);
    m_person->setVisible(present);
    m_marks->setVisible(present);
    if (panel() == nullptr)
        m_stack->setCurrentWidget(present ? static_cast<QWidget*>(m_guide) : m_empty);
}

void TicketPanel::showIdle() {
    const Situation now = m_desk.situation();
    const bool isFree = now.known && now.state == WindowState::idle && !now.switchedOff;
    m_empty->setAction(isFree ? tr("直接办理（没有取号，Ctrl+D）") : QString());
    const auto ownCall = isFree ? m_desk.secondsToOwnCall() : std::nullopt;
    if (ownCall && !m_seconds.isActive())
        m_seconds.start(); // a second hand
    else if (!ownCall)
        m_seconds.stop();
    if (ownCall)
        return m_empty->setTexts(u"clock"_s,
                                 *ownCall > 0 ? tr("%1 秒后自动叫号").arg(*ownCall) : tr("正在自动叫号"),
                                 tr("按 F2 现在就叫下一位；暂时离开请按 F8 暂停。"));
    if (!now.known)
        return m_empty->setTexts(u"clock"_s, tr("正在读取窗口状态"),
                                 now.online ? QString() : tr("与服务器断开，恢复连接后自动继续。"));
    switch (now.state) {
    case WindowState::paused:
        return m_empty->setTexts(u"circle-pause"_s, tr("暂停服务：%1").arg(m_desk.pauseReason()),
                                 tr("按 F8 恢复服务。"));
    case WindowState::closed:
        return m_empty->setTexts(u"lock"_s, tr("窗口没有开启"), tr("请退出后重新登录，窗口随登录开启。"));
    default:
        if (now.switchedOff)
            return m_empty->setTexts(u"lock"_s, tr("本窗口已停用"),
                                     tr("管理员停用了本窗口，不能再叫号。请退出登录，或请管理员恢复。"));
        return now.waiting > 0
                   ? m_empty->setTexts(u"bell"_s, tr("可以叫号"), tr("按 F2 呼叫下一位。"))
                   : m_empty->setTexts(u"inbox"_s, tr("没有人在等候"), tr("有人取号后，右侧会列出。"));
    }
}

void TicketPanel::showTicket(const model::QueueEntry& entry) {
    const auto& ticket = entry.ticket;
    const auto* item = m_replica.peek<model::ServiceItem>(ticket.itemId);
    const QString name = item == nullptr ? QString() : inLanguage(item->name, item->nameEn);
    m_title->setFullText(text(ticket.number) + u" · "_s + name);

    QStringList facts;
    if (entry.holderName.empty())
        facts.append(tr("未登记证件"));
    else
        facts << text(entry.holderName) << text(m_desk.queue().holderNumber);
    facts.append(tr("到厅 %1").arg(hallTime(ticket.arrivedAt, m_replica)));
    if (ticket.calledAt) {
        const auto waited =
            std::chrono::floor<std::chrono::minutes>(*ticket.calledAt - ticket.arrivedAt).count();
        facts.append(tr("等候 %1").arg(Words::minutes(static_cast<int>(std::max<std::int64_t>(0, waited)))));
    }
    if (!ticket.moreItemIds.empty())
        facts.append(tr("接着还要办 %n 项", "", static_cast<int>(ticket.moreItemIds.size())));
    if (ticket.calls > 0)
        facts.append(tr("第 %1 次呼叫").arg(ticket.calls));
    m_person->setFullText(facts.join(u"    "_s));

    QStringList marks = QueueLists::marks(entry);
    if (ticket.language == model::Language::en)
        marks.append(tr("英文服务"));
    if (!ticket.note.empty())
        marks.append(tr("备注：%1").arg(text(ticket.note)));
    m_marks->setFullText(marks.join(u" · "_s));
    m_guide->show(item);
}

} // namespace atrium::windowterminal
