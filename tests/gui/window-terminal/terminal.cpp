// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window-terminal/terminal.h"

#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/hallstate.h"
#include "shared/ui/types/fontsetup.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

namespace atrium::test {

using namespace Qt::Literals::StringLiterals;

Terminal::Terminal(bool atWindow, bool withPrinter, const QString& folder)
    : m_path(folder.isEmpty() ? m_folder.path() : folder) {
    ui::FontSetup::apply();
    if (qApp->styleSheet().isEmpty())
        ui::applyWidgetTheme(*qApp, ui::ThemeId::governmentBlue);
    auto transport = std::make_unique<FakeServer>();
    server = transport.get();
    hall = std::make_unique<FakeWindow>(*server);
    hall->atWindow = atWindow;
    hall->publishHall();
    sync::Connection connection;
    connection.token = "device-token";
    connection.dataDir = m_path;
    sync::SyncTiming timing;
    timing.backoff = {.shortest = std::chrono::milliseconds(10),
                      .base = std::chrono::milliseconds(20),
                      .longest = std::chrono::milliseconds(50)};
    client = std::make_unique<sync::HallClient>(connection, std::move(transport), nullptr, timing);
    hallState = std::make_unique<ui::HallState>(*client);
    if (withPrinter)
        printer.start();
    window = std::make_unique<windowterminal::MainWindow>(
        *client, *hallState,
        windowterminal::TerminalDevices{.printer = printer, .reader = reader, .scanner = scanner});
    window->resize(1600, 900);
    window->show();
    window->begin();
    client->start();
}

Terminal::~Terminal() = default;

bool Terminal::signIn() {
    if (!QTest::qWaitForWindowActive(window.get()) ||
        !QTest::qWaitFor([this] { return hallState->online() && client->self().has_value(); }))
        return false;
    QTest::keyClicks(find<QLineEdit>("account"), u"c1003"_s);
    QTest::keyClicks(find<QLineEdit>("password"), u"right"_s);
    key(Qt::Key_Return);
    const QString page = hall->atWindow ? u"work"_s : u"desk"_s;
    return QTest::qWaitFor([&] {
        return window->pageName() == page && (!hall->atWindow || window->desk().situation().waiting == 3);
    });
}

void Terminal::key(int key, Qt::KeyboardModifiers modifiers) {
    QWidget* focus = window->focusWidget();
    QTest::keyClick(focus == nullptr ? static_cast<QWidget*>(window.get()) : focus, static_cast<Qt::Key>(key),
                    modifiers);
}

QString Terminal::state() const {
    return window->describe().value(u"state"_s).toString();
}

QString Terminal::toast() const {
    const auto* message = window->findChild<QWidget*>(u"message-toast"_s);
    return message->isVisible() ? message->accessibleName() : QString();
}

} // namespace atrium::test
