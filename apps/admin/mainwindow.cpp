// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/mainwindow.h"

#include "apps/admin/appointments/appointmentspage.h"
#include "apps/admin/editor/edithistory.h"
#include "apps/admin/pages/auditpage.h"
#include "apps/admin/pages/dashboardpage.h"
#include "apps/admin/pages/messagespage.h"
#include "apps/admin/pages/recordpage.h"
#include "apps/admin/pages/signinpage.h"
#include "apps/admin/pages/statisticspage.h"
#include "apps/admin/sidebar.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/hallstate.h"
#include "shared/ui/tokens/theme.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

MainWindow::MainWindow(sync::HallClient& client, ui::HallState& hall, QWidget* parent)
    : QWidget(parent), m_client(client), m_hall(hall), m_account(client),
      m_history(new EditHistory(client, this)), m_outer(new QStackedWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_outer);
    setMinimumSize(1280, 720);
    build();
    connect(&m_account, &Account::changed, this, [this] {
        if (!m_account.signedIn())
            m_history->clear();
        refresh();
    });
    connect(&m_hall, &ui::HallState::changed, this, &MainWindow::refresh);
    connect(&m_hall, &ui::HallState::connectionChanged, this, &MainWindow::refresh);
    // All texts are made anew in the other language; the switch is offered only while nothing is unsaved.
    connect(&ui::Theme::instance(), &ui::Theme::languageChanged, this, &MainWindow::build,
            Qt::QueuedConnection);
}

MainWindow::~MainWindow() = default;

QStringList MainWindow::pageNames() {
    return {u"dashboard"_s, u"appointments"_s, u"hall"_s,       u"areas"_s,   u"departments"_s,
            u"items"_s,     u"queues"_s,       u"calendar"_s,   u"windows"_s, u"staff"_s,
            u"devices"_s,   u"messages"_s,     u"statistics"_s, u"audit"_s};
}

void MainWindow::build() {
    const QString before = m_pages == nullptr ? u"dashboard"_s : page();
    QWidget* oldSignIn = m_signIn;
    QWidget* oldWorkspace = m_workspace;
    m_byName.clear();
    m_records.clear();
    m_signIn = new SignInPage(m_client, m_account, m_outer);
    m_workspace = new QWidget(m_outer);
    m_side = new SideBar(m_workspace);
    m_pages = new QStackedWidget(m_workspace);
    auto* row = new QHBoxLayout(m_workspace);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_side);
    row->addWidget(m_pages, 1);
    m_dashboard = new DashboardPage(m_client, m_hall, m_account, m_pages);
    m_byName.insert(u"dashboard"_s, m_dashboard);
    m_pages->addWidget(m_dashboard);
    m_side->addPage(u"dashboard"_s, u"layout-dashboard"_s, tr("大厅总览"));
    auto* appointments = new AppointmentsPage(m_client, m_account, m_pages);
    m_byName.insert(u"appointments"_s, appointments);
    m_pages->addWidget(appointments);
    m_side->addPage(u"appointments"_s, u"calendar-clock"_s, tr("预约"));
    addRecords(u"hall"_s, u"landmark"_s, tr("大厅"), {u"hall"_s, u"floor"_s, u"messageTemplate"_s});
    addRecords(u"areas"_s, u"armchair"_s, tr("等候区"), {u"area"_s});
    addRecords(u"departments"_s, u"building-2"_s, tr("部门"), {u"department"_s});
    addRecords(u"items"_s, u"file-text"_s, tr("事项"), {u"serviceItem"_s});
    addRecords(u"queues"_s, u"list-ordered"_s, tr("排队"), {u"queue"_s});
    addRecords(u"calendar"_s, u"calendar"_s, tr("日历"), {u"calendarDay"_s});
    addRecords(u"windows"_s, u"monitor"_s, tr("窗口"), {u"window"_s});
    addRecords(u"staff"_s, u"users"_s, tr("人员"), {u"staff"_s});
    addRecords(u"devices"_s, u"monitor-smartphone"_s, tr("设备"), {u"device"_s});
    auto* messages = new MessagesPage(m_client, m_pages);
    m_byName.insert(u"messages"_s, messages);
    m_pages->addWidget(messages);
    m_side->addPage(u"messages"_s, u"message-square"_s, tr("短信"));
    auto* statistics = new StatisticsPage(m_client, m_account, m_pages);
    m_byName.insert(u"statistics"_s, statistics);
    m_pages->addWidget(statistics);
    m_side->addPage(u"statistics"_s, u"chart-column"_s, tr("统计"));
    auto* audit = new AuditPage(m_client, m_account, m_pages);
    m_byName.insert(u"audit"_s, audit);
    m_pages->addWidget(audit);
    m_side->addPage(u"audit"_s, u"book-open"_s, tr("审计"));
    connect(m_side, &SideBar::pageWanted, this, &MainWindow::showPage);
    connect(m_side, &SideBar::languageWanted, this, &MainWindow::switchLanguage);
    connect(m_side, &SideBar::signOutWanted, this, [this] {
        RecordPage* open = m_records.value(page());
        if (open == nullptr || open->mayLeave([this] { m_account.signOut(); }))
            m_account.signOut();
    });
    connect(m_dashboard, &DashboardPage::windowWanted, this, [this](const QString& id) {
        if (showPage(u"windows"_s))
            m_records[u"windows"_s]->open(id);
    });
    m_outer->addWidget(m_signIn);
    m_outer->addWidget(m_workspace);
    for (QWidget* old : {oldSignIn, oldWorkspace}) {
        if (old == nullptr)
            continue;
        m_outer->removeWidget(old);
        old->hide();
        old->deleteLater();
    }
    refresh();
    if (before != u"signIn")
        showPage(before);
}

void MainWindow::addRecords(const QString& page, const QString& icon, const QString& title,
                            const QStringList& kinds) {
    auto* made = new RecordPage(title, kinds, m_client, m_account, *m_history, m_pages);
    m_byName.insert(page, made);
    m_records.insert(page, made);
    m_pages->addWidget(made);
    m_side->addPage(page, icon, title);
}

bool MainWindow::showPage(const QString& wanted) {
    QWidget* next = m_byName.value(wanted);
    if (next == nullptr)
        return false;
    RecordPage* present = m_records.value(page());
    if (present != nullptr && present != next && !present->mayLeave([this, wanted] { showPage(wanted); }))
        return false;
    m_pages->setCurrentWidget(next);
    m_side->setPage(wanted);
    return true;
}

QString MainWindow::page() const {
    return !m_client.enrolled()    ? u"enrolment"_s
           : !m_account.signedIn() ? u"signIn"_s
                                   : m_byName.key(m_pages->currentWidget());
}

void MainWindow::refresh() {
    setWindowTitle(m_hall.name().isEmpty() ? tr("Atrium 管理") : tr("Atrium 管理 · %1").arg(m_hall.name()));
    m_side->setHall(m_hall.name());
    if (const auto& session = m_account.session())
        m_side->setPerson(QString::fromStdString(session->staff.name));
    m_side->setOtherLanguage(ui::Theme::instance().language() == u"en" ? u"中文"_s : u"English"_s);
    m_side->setConnection(m_hall.online(), m_hall.online()       ? tr("服务器正常")
                                           : m_hall.connecting() ? tr("正在连接…")
                                                                 : tr("服务器没有回答"));
    QWidget* wanted = m_account.signedIn() ? m_workspace : m_signIn;
    if (m_outer->currentWidget() != wanted) {
        m_outer->setCurrentWidget(wanted);
        if (m_account.signedIn()) {
            showPage(u"dashboard"_s);
            m_side->takeFocus();
        }
    }
}

void MainWindow::switchLanguage() {
    RecordPage* open = m_records.value(page());
    if (open != nullptr && !open->mayLeave([this] { switchLanguage(); }))
        return;
    auto& theme = ui::Theme::instance();
    theme.setLanguage(theme.language() == u"en" ? u"zh_CN"_s : u"en"_s);
}

QVariantMap MainWindow::describe() const {
    QVariantMap out;
    if (const RecordPage* records = m_records.value(page()))
        out = records->describe();
    else if (page() == u"audit")
        out = qobject_cast<AuditPage*>(m_byName.value(u"audit"_s))->describe();
    else if (page() == u"appointments")
        out = qobject_cast<AppointmentsPage*>(m_byName.value(u"appointments"_s))->describe();
    else if (page() == u"messages")
        out = qobject_cast<MessagesPage*>(m_byName.value(u"messages"_s))->describe();
    else if (page() == u"statistics")
        out = qobject_cast<StatisticsPage*>(m_byName.value(u"statistics"_s))->describe();
    out.insert(u"page"_s, page());
    out.insert(u"online"_s, m_hall.online());
    out.insert(u"language"_s, ui::Theme::instance().language());
    out.insert(u"figures"_s, m_dashboard->describe());
    return out;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    RecordPage* open = m_records.value(page());
    if (open == nullptr || open->mayLeave([this] { close(); }))
        event->accept();
    else
        event->ignore();
}

} // namespace atrium::admin
