// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/mainwindow.h"

#include "apps/window-terminal/pages/deskpage.h"
#include "apps/window-terminal/pages/panelkeys.h"
#include "apps/window-terminal/pages/signinpage.h"
#include "apps/window-terminal/pages/toasts.h"
#include "apps/window-terminal/pages/workpage.h"
#include "shared/model/reflect.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/hallstate.h"
#include "shared/ui/appkit/widgets/enrolmentcard.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QLabel>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

namespace {

QWidget* centred(QWidget* card) {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->addWidget(card, 0, Qt::AlignCenter);
    return page;
}

} // namespace

MainWindow::MainWindow(sync::HallClient& client, ui::HallState& hall, const TerminalDevices& devices,
                       QWidget* parent)
    : QMainWindow(parent), m_client(client), m_hall(hall), m_enrolment(client), m_watch(client.api()),
      m_session(client, m_watch), m_desk(client, m_watch),
      m_serviceDesk(client, m_watch, devices.printer, devices.reader), m_search(client.replica()),
      m_lists(client.replica()), m_banner(new QLabel), m_pages(new QStackedWidget),
      m_enrolmentPage(centred(new ui::EnrolmentCard(m_enrolment))), m_signIn(new SignInPage(m_session)),
      m_work(new WorkPage(m_desk, m_session, m_lists, client.replica(), m_search)),
      m_deskPage(new DeskPage(m_serviceDesk, m_session, m_search, client.replica())),
      m_toasts(new Toasts(*this)), m_desktop(DesktopLink::make()), m_keys(*m_desktop),
      m_dock(*this, *m_desktop, client.connection().dataDir + u"/terminal.ini"_s) {
    setWindowTitle(tr("窗口终端"));
    setMinimumSize(1024, 640);
    m_banner->setObjectName(u"offline-banner"_s);
    m_banner->setAlignment(Qt::AlignCenter);
    m_banner->setWordWrap(true);
    m_banner->setContentsMargins(16, 8, 16, 8);
    // A bar is lower than the pages that are not shown.
    m_pages->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_pages->addWidget(m_enrolmentPage);
    m_pages->addWidget(m_signIn);
    m_pages->addWidget(m_work);
    m_pages->addWidget(m_deskPage);
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    setCentralWidget(centre);

    connect(&m_session, &WindowSession::changed, this, &MainWindow::follow);
    connect(&m_session, &WindowSession::refused, this, [this](const QString& why) {
        if (m_session.signedIn())
            say(why);
    });
    connect(&m_desk, &WindowDesk::refused, this, &MainWindow::say);
    connect(&m_desk, &WindowDesk::changed, this, &MainWindow::tick);
    connect(&m_desk, &WindowDesk::done, this, &MainWindow::commandDone);
    connect(&m_desk, &WindowDesk::began, m_toasts, &Toasts::withdrawMessage);
    connect(&m_serviceDesk, &ServiceDesk::began, m_toasts, &Toasts::withdrawMessage);
    connect(m_work, &WorkPage::refused, this, &MainWindow::say);
    connect(m_work, &WorkPage::compactWanted, this, [this](bool compact) {
        m_dock.choose(compact);
        setCompact(compact);
    });
    connect(m_work, &WorkPage::edgeWanted, this, [this](bool bottom) {
        m_dock.setAtBottom(bottom);
        m_work->setCompact(m_dock.compact(), bottom);
        place();
    });
    connect(m_work, &WorkPage::panelChanged, this, &MainWindow::fitBar);
    connect(m_work, &WorkPage::allowed, m_toasts, &Toasts::withdrawMessage);
    connect(m_toasts, &Toasts::dismissed, this, &MainWindow::fitBar);
    connect(&m_keys, &GlobalKeys::pressed, this, &MainWindow::globalKey);
    connect(m_work, &WorkPage::signOut, &m_session, &WindowSession::signOut);
    connect(m_deskPage, &DeskPage::signOut, &m_session, &WindowSession::signOut);
    connect(&m_serviceDesk, &ServiceDesk::refused, this, &MainWindow::say);
    connect(&devices.scanner, &devices::BarcodeScanner::scanned, this, &MainWindow::codeScanned);
    connect(&devices.scanner, &devices::BarcodeScanner::scanRefused, this, &MainWindow::scanFailed);
    connect(m_toasts, &Toasts::undo, &m_desk, &WindowDesk::undo);
    connect(&m_enrolment, &ui::Enrolment::neededChanged, this, &MainWindow::follow);
    connect(&m_enrolment, &ui::Enrolment::neededChanged, this, &MainWindow::followConnection);
    connect(&hall, &ui::HallState::changed, this, &MainWindow::follow);
    connect(&hall, &ui::HallState::connectionChanged, this, &MainWindow::followConnection);
    connect(&m_watch, &AnswerWatch::changed, this, &MainWindow::followConnection);
    auto* second = new QTimer(this);
    connect(second, &QTimer::timeout, this, &MainWindow::tick);
    second->start(std::chrono::seconds(1));
    follow();
    followConnection();
    m_signIn->reset();
}

void MainWindow::begin() {
    m_serviceDesk.settle();
    m_session.resume();
    if (!m_session.signedIn())
        m_signIn->reset(); // says why not
}

void MainWindow::codeScanned(const QString& text) {
    if (m_pages->currentWidget() == m_work)
        m_desk.scan(text);
    else if (m_pages->currentWidget() == m_deskPage)
        m_serviceDesk.find(text);
}

void MainWindow::scanFailed() {
    if (m_pages->currentWidget() == m_work || m_pages->currentWidget() == m_deskPage)
        say(tr("没有扫出内容，请再扫一次，或改为输入号码"));
}

QString MainWindow::pageName() const {
    const QWidget* page = m_pages->currentWidget();
    return page == m_enrolmentPage ? u"enrolment"_s
           : page == m_signIn      ? u"signIn"_s
           : page == m_work        ? u"work"_s
                                   : u"desk"_s;
}

QVariantMap MainWindow::describe() const {
    const auto* window = m_desk.window();
    const auto state = model::enumName(m_desk.state());
    return {{u"page"_s, pageName()},
            {u"online"_s, m_hall.online()},
            {u"window"_s, window == nullptr ? 0 : window->number},
            {u"state"_s, QString::fromUtf8(state.data(), static_cast<qsizetype>(state.size()))},
            {u"number"_s, m_pages->currentWidget() == m_deskPage ? m_deskPage->number() : m_desk.number()},
            {u"waiting"_s, m_desk.situation().waiting},
            {u"panel"_s, m_work->panelName()},
            {u"compact"_s, m_dock.compact()},
            {u"globalKeys"_s, m_keys.held()}};
}

void MainWindow::follow() {
    const bool signedIn = m_session.signedIn();
    const auto windowId = m_session.windowId();
    m_desk.follow(signedIn ? windowId : std::nullopt);
    const auto* window = windowId ? m_client.replica().peek<model::Window>(*windowId) : nullptr;
    m_signIn->setPlace(m_hall.name(),
                       window == nullptr ? tr("未绑定窗口的终端") : tr("%1 号窗口").arg(window->number));
    QWidget* page = pageOfSession();
    if (signedIn == m_wasSignedIn && m_pages->currentWidget() == page)
        return;
    m_wasSignedIn = signedIn;
    m_toasts->dismiss();
    m_work->closePanel();
    m_pages->setCurrentWidget(page);
    // A bar has the keys of a window at work; every other page needs its room.
    setCompact(page == m_work && m_dock.remembered());
    holdGlobalKeys();
    if (page == m_signIn)
        m_signIn->reset();
    else if (page == m_deskPage)
        m_deskPage->begin();
}

// A terminal without a window is a service desk's; who has not that duty is told by the refusals of what they
// try.
QWidget* MainWindow::pageOfSession() const {
    if (m_enrolment.needed())
        return m_enrolmentPage;
    if (!m_session.signedIn())
        return m_signIn;
    return m_session.windowId() ? static_cast<QWidget*>(m_work) : m_deskPage;
}

void MainWindow::followConnection() {
    const bool silent = m_hall.online() && m_watch.isSilent();
    const bool lost = !m_hall.online() || silent;
    const QString since =
        m_hall.offlineSince().isValid() ? m_hall.offlineSince().toString(u"HH:mm"_s) : QString();
    m_banner->setVisible(lost && m_client.enrolled());
    m_banner->setText(
        silent ? tr("服务器没有答复，正在继续询问。屏幕上可能是先前的内容，暂时不能叫号和办理；恢复后请先看当"
                    "前状态。")
        : m_hall.connecting() || since.isEmpty()
            ? tr("正在连接服务器…")
            : tr("与服务器的连接于 %1 中断，正在自动重连。屏幕上是中断前的内容，暂时不能叫号和办理。")
                  .arg(since));
    m_banner->setStyleSheet(u"background: %1; color: %2;"_s.arg(
        ui::widgetColor(&ui::Palette::warningLight).name(), ui::widgetColor(&ui::Palette::warning).name()));
    place(); // the bar is as high as what it shows
}

void MainWindow::tick() {
    const int left = m_desk.undoSecondsLeft();
    const QString number = m_desk.undoNumber();
    // The bar has a button for it; a toast of two minutes would cover the work below.
    const bool offer =
        left > 0 && !m_dock.compact() && m_session.signedIn() && m_desk.availability(Action::undo).enabled;
    if (!offer)
        return m_toasts->withdrawUndo();
    const QString what =
        m_desk.undoesNoShow() ? tr("%1 已过号。%2 秒内可以撤销。") : tr("%1 已结束。%2 秒内可以撤销。");
    m_toasts->offerUndo(what.arg(number).arg(left), left);
    place();
}

// What leaves the page empty is said; what can be undone says so itself.
void MainWindow::commandDone(Action action) {
    if (action == Action::transfer)
        say(tr("%1 已转走。").arg(m_desk.actedOn()));
    else if (action == Action::hold)
        say(tr("%1 已挂起，可在挂起的号码里取回。").arg(m_desk.actedOn()));
}

void MainWindow::say(const QString& sentence) {
    m_toasts->say(sentence);
    place();
}

void MainWindow::setCompact(bool compact) {
    m_work->setCompact(compact, m_dock.atBottom());
    m_dock.setCompact(compact);
    fitBar();
    place();
}

void MainWindow::fitBar() {
    if (!m_dock.compact())
        return;
    const int bar = m_work->barHeight();
    int whole = m_work->compactHeight();
    if (!m_banner->isHidden())
        whole += m_banner->heightForWidth(width());
    m_dock.fit(whole + m_toasts->heightInBar(), bar);
}

void MainWindow::setGlobalKeys(Qt::KeyboardModifiers modifiers) {
    m_keys.setModifiers(modifiers);
    holdGlobalKeys();
}

void MainWindow::holdGlobalKeys() {
    m_work->setAnywhere(m_keys.hold(m_pages->currentWidget() == m_work));
}

void MainWindow::globalKey(Action action) {
    if (m_pages->currentWidget() != m_work)
        return;
    m_work->press(action);
    if (m_work->panelName().isEmpty())
        return;
    // It asks something: the keyboard is needed here.
    raise();
    activateWindow();
}

void MainWindow::place() {
    fitBar();
    if (m_dock.compact())
        m_toasts->place(m_dock.atBottom() ? ToastPlace::barFoot : ToastPlace::bar);
    else // the desk's keys stand at the foot; its head has room
        m_toasts->place(m_pages->currentWidget() == m_deskPage ? ToastPlace::head : ToastPlace::foot);
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (!pressFocused(*event, *this))
        QMainWindow::keyPressEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    place();
}

} // namespace atrium::windowterminal
