// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/pages/deskpage.h"

#include "apps/window-terminal/pages/deskfindpanel.h"
#include "apps/window-terminal/pages/deskissuepanel.h"
#include "apps/window-terminal/pages/elidedlabel.h"
#include "apps/window-terminal/view/servicedesk.h"
#include "apps/window-terminal/view/windowsession.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDeskMargin = 20;

} // namespace

DeskPage::DeskPage(ServiceDesk& desk, WindowSession& session, ItemSearch& search, sync::Replica& replica,
                   QWidget* parent)
    : QWidget(parent), m_desk(desk), m_session(session), m_name(new ElidedLabel(u"section"_s)),
      m_online(new QLabel), m_printer(new QLabel), m_signOut(new QPushButton(tr("退出登录"))),
      m_issue(new DeskIssuePanel(desk, search, replica)), m_find(new DeskFindPanel(desk, replica)) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(kDeskMargin, kDeskMargin / 2, kDeskMargin, kDeskMargin);
    rows->setSpacing(kDeskMargin);
    rows->addWidget(makeBar());
    auto* columns = new QHBoxLayout;
    columns->setSpacing(kDeskMargin);
    columns->addWidget(m_issue, 1);
    columns->addWidget(m_find, 1);
    rows->addLayout(columns, 1);
    connect(m_signOut, &QPushButton::clicked, this, &DeskPage::signOut);
    connect(&desk, &ServiceDesk::changed, this, &DeskPage::follow);
    connect(&session, &WindowSession::changed, this, &DeskPage::follow);
    follow();
}

QWidget* DeskPage::makeBar() {
    auto* bar = new QFrame;
    ui::setKind(*bar, u"card"_s);
    m_signOut->setObjectName(u"desk-sign-out"_s);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(18, 10, 18, 10);
    row->setSpacing(20);
    auto* place = new QLabel(tr("服务台"));
    ui::setKind(*place, u"title"_s);
    row->addWidget(place);
    row->addWidget(m_name, 1);
    row->addWidget(m_printer);
    row->addWidget(m_online);
    row->addWidget(m_signOut);
    return bar;
}

void DeskPage::begin() {
    m_desk.clear();
    m_issue->begin();
}

void DeskPage::follow() {
    m_name->setFullText(m_session.staffName());
    const bool waits = m_desk.online() && m_desk.isWaiting();
    m_online->setText(waits ? tr("正在等服务器答复…") : m_desk.online() ? tr("在线") : tr("离线"));
    ui::setKind(*m_online, waits ? u"warning"_s : m_desk.online() ? u"good"_s : u"accent"_s);
    const auto status = m_desk.printer().status();
    m_printer->setText(tr("打印机：%1").arg(DeskPrinter::statusWords(status)));
    ui::setKind(*m_printer, status.usable() ? u"good"_s : u"warning"_s);
}

QString DeskPage::number() const {
    return m_find->number();
}

} // namespace atrium::windowterminal
