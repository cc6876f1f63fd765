// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal's window: pages, the line that says the server is lost, and what was done or refused.
#pragma once

#include "apps/window-terminal/desktop/bardock.h"
#include "apps/window-terminal/desktop/globalkeys.h"
#include "apps/window-terminal/view/answerwatch.h"
#include "apps/window-terminal/view/itemsearch.h"
#include "apps/window-terminal/view/queuelists.h"
#include "apps/window-terminal/view/servicedesk.h"
#include "apps/window-terminal/view/windowdesk.h"
#include "apps/window-terminal/view/windowsession.h"
#include "shared/devices/iface/barcodescanner.h"
#include "shared/ui/appkit/enrolment.h"

#include <QMainWindow>
#include <QVariantMap>

#include <memory>

QT_BEGIN_NAMESPACE
class QLabel;
class QStackedWidget;
QT_END_NAMESPACE

namespace atrium::sync {
class HallClient;
}
namespace atrium::ui {
class HallState;
}

namespace atrium::windowterminal {

class DeskPage;
class SignInPage;
class Toasts;
class WorkPage;

/// Devices of the terminal; none of them need be there ("none").
struct TerminalDevices {
    devices::TicketPrinter& printer;
    devices::CardReader& reader;
    devices::BarcodeScanner& scanner;
};

/// GUI thread. Client, hall and devices must outlive it.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(sync::HallClient& client, ui::HallState& hall, const TerminalDevices& devices,
               QWidget* parent = nullptr);

    /// Takes up the last session, if it holds.
    void begin();
    /// While somebody works at the window, these with 2 to 9 and 0 do what F2 to F10 do, whatever program has
    /// the focus; none: no such keys.
    void setGlobalKeys(Qt::KeyboardModifiers modifiers);

    WindowSession& session() { return m_session; }
    WindowDesk& desk() { return m_desk; }
    WorkPage& work() { return *m_work; }
    /// "enrolment", "signIn", "work" or "desk".
    [[nodiscard]] QString pageName() const;
    [[nodiscard]] QVariantMap describe() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// A code came from the scanner: goes to the page that is open.
    void codeScanned(const QString& text);
    void scanFailed();
    void follow();
    void followConnection();
    [[nodiscard]] QWidget* pageOfSession() const;
    void tick();
    void commandDone(Action action);
    void say(const QString& sentence);
    void place();
    void fitBar();
    void setCompact(bool compact);
    void holdGlobalKeys();
    void globalKey(Action action);

    sync::HallClient& m_client;
    ui::HallState& m_hall;
    ui::Enrolment m_enrolment;
    AnswerWatch m_watch;
    WindowSession m_session;
    WindowDesk m_desk;
    ServiceDesk m_serviceDesk;
    ItemSearch m_search;
    QueueLists m_lists;
    QLabel* m_banner;
    QStackedWidget* m_pages;
    QWidget* m_enrolmentPage;
    SignInPage* m_signIn;
    WorkPage* m_work;
    DeskPage* m_deskPage;
    Toasts* m_toasts;
    std::unique_ptr<DesktopLink> m_desktop;
    GlobalKeys m_keys;
    BarDock m_dock;
    bool m_wasSignedIn = false;
};

} // namespace atrium::windowterminal
