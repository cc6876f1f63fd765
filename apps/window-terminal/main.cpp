// SPDX-License-Identifier: GPL-3.0-or-later
// The window terminal: the staff's bar and queue, and the service desk.
#include "apps/window-terminal/demo/demoserver.h"
#include "apps/window-terminal/demo/selftest.h"
#include "apps/window-terminal/mainwindow.h"
#include "shared/devices/drivers/deviceregistry.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/appoptions.h"
#include "shared/ui/appkit/hallstate.h"
#include "shared/ui/inspect/inspector.h"
#include "shared/ui/tokens/theme.h"
#include "shared/ui/types/fontsetup.h"
#include "shared/ui/types/languageswitch.h"
#include "shared/ui/types/scratchfolder.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QKeySequence>

#include <cstdio>
#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace atrium;

namespace {

void addDeviceOptions(QCommandLineParser& parser) {
    parser.addOptions({
        {u"scanner"_s, u"Bar code scanner, for example scanner:/dev/ttyACM0, or none."_s, u"config"_s,
         u"none"_s},
        {u"reader"_s, u"Card reader of the service desk, for example sdt:/dev/ttyUSB0, or none."_s,
         u"config"_s, u"none"_s},
        {u"printer"_s,
         u"Ticket printer of the service desk, for example escpos:/dev/ttyUSB1?width=80, or none."_s,
         u"config"_s, u"none"_s},
        {u"global-keys"_s,
         u"Modifiers that, with 2 to 9 and 0, do what F2 to F10 do while another program has the focus, for "
         u"example Ctrl+Alt (default) or Meta; off: none."_s,
         u"modifiers"_s, u"Ctrl+Alt"_s},
        {u"desk"_s, u"With --demo or --self-test: a service desk instead of a window."_s},
    });
}

template <class T> std::unique_ptr<T> madeOrExit(devices::Made<T> made, const char* option) {
    if (made.device == nullptr) {
        std::fprintf(stderr, "%s: %s (see --help)\n", option, qUtf8Printable(made.error));
        std::exit(2);
    }
    return std::move(made.device);
}

/// "Ctrl+Alt" as people write it; ends the program when it is not that.
Qt::KeyboardModifiers modifiersOrExit(const QString& text) {
    if (text == u"off"_s)
        return Qt::NoModifier;
    const QKeySequence key(text + u"+0"_s);
    const auto modifiers = key.count() == 1 ? key[0].keyboardModifiers() : Qt::NoModifier;
    if (modifiers == Qt::NoModifier || key[0].key() != Qt::Key_0) {
        std::fprintf(stderr, "--global-keys: write modifiers, for example Ctrl+Alt, or off (see --help)\n");
        std::exit(2);
    }
    return modifiers;
}

std::unique_ptr<sync::HallClient> makeClient(ui::AppOptions& options, bool pretend, bool atWindow) {
    if (!pretend)
        return std::make_unique<sync::HallClient>(options.connection);
    options.connection.token = "demonstration";
    auto server = std::make_unique<windowterminal::DemoServer>(atWindow);
    auto& demo = *server;
    auto client = std::make_unique<sync::HallClient>(options.connection, std::move(server));
    demo.attach(client->replica());
    return client;
}

// The log handler is a plain function, hence these two; the self-test alone uses them.
int warnings = 0;
QtMessageHandler previousHandler = nullptr;

void countWarnings(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    if (type == QtWarningMsg || type == QtCriticalMsg)
        ++warnings;
    previousHandler(type, context, message);
}

void showAsAsked(QMainWindow& window, const ui::AppOptions& options) {
    if (options.geometry.isNull())
        return window.showMaximized();
    window.setWindowFlag(Qt::FramelessWindowHint, !options.framed);
    window.setGeometry(options.geometry);
    window.show();
}

} // namespace

int main(int argc, char** argv) {
    ui::withoutDisplayForHelp(argc, argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"atrium-window-terminal"_s);
    QApplication::setApplicationVersion(QStringLiteral(ATRIUM_VERSION));
    QCommandLineParser parser;
    ui::addAppOptions(parser,
                      u"Atrium window terminal: call, serve and finish; issue at the service desk."_s);
    addDeviceOptions(parser);
    parser.process(application);
    auto options = ui::readAppOptionsOrExit(parser);
    options.connection.kind = model::DeviceKind::windowTerminal;
    std::optional<ui::ScratchFolder> scratch;
    if (options.selfTest || options.demo)
        options.connection.dataDir = scratch.emplace().path();
    auto scanner = madeOrExit(devices::makeBarcodeScanner(parser.value(u"scanner"_s)), "--scanner");
    auto printer = madeOrExit(devices::makeTicketPrinter(parser.value(u"printer"_s)), "--printer");
    auto reader = madeOrExit(devices::makeCardReader(parser.value(u"reader"_s)), "--reader");

    ui::FontSetup::apply();
    ui::Theme::instance().setLanguage(options.language);
    ui::LanguageSwitch languages;
    languages.addCatalogue(u"window-terminal"_s);
    const auto applyTheme = [&application] {
        const auto theme = static_cast<ui::ThemeId>(ui::Theme::instance().theme());
        if (application.styleSheet().isEmpty() || theme != ui::widgetTheme())
            ui::applyWidgetTheme(application, theme);
    };
    applyTheme();
    QObject::connect(&ui::Theme::instance(), &ui::Theme::changed, &application, applyTheme);

    const bool pretend = options.demo || options.selfTest;
    const bool atWindow = !parser.isSet(u"desk"_s);
    auto client = makeClient(options, pretend, atWindow);
    ui::HallState hall(*client);
    windowterminal::MainWindow window(*client, hall,
                                      {.printer = *printer, .reader = *reader, .scanner = *scanner});
    window.setGlobalKeys(modifiersOrExit(parser.value(u"global-keys"_s)));
    showAsAsked(window, options);

    ui::Inspector inspector([&window] { return window.describe(); });
    if (!options.inspectPath.isEmpty() && !inspector.listen(options.inspectPath))
        return 2;
    window.begin();
    client->start();
    scanner->start();
    printer->start();
    reader->start();
    windowterminal::SelfTest selfTest(window, atWindow);
    if (options.selfTest) {
        previousHandler = qInstallMessageHandler(countWarnings);
        QObject::connect(&selfTest, &windowterminal::SelfTest::finished, &application,
                         [](bool passed) { QCoreApplication::exit(passed && warnings == 0 ? 0 : 1); });
        selfTest.start();
    }
    return QApplication::exec();
}
