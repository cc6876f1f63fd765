// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/adminapp.h"

#include "apps/admin/demohall.h"
#include "apps/admin/mainwindow.h"
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
#include <QWindow>

#include <atomic>
#include <cstdio>
#include <memory>
#include <optional>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

std::atomic<int> warnings{0}; // counted during the self-test

void countWarning(QtMsgType type, const QMessageLogContext& /*where*/, const QString& text) {
    std::fprintf(stderr, "%s\n", qUtf8Printable(text));
    if (type != QtDebugMsg && type != QtInfoMsg)
        ++warnings;
}

void followTheme(QApplication& application) {
    const auto apply = [&application] {
        const auto wanted = static_cast<ui::ThemeId>(ui::Theme::instance().theme());
        if (ui::widgetTheme() != wanted)
            ui::applyWidgetTheme(application, wanted);
    };
    QObject::connect(&ui::Theme::instance(), &ui::Theme::changed, &application, apply);
}

/// Every page with the demonstration's data, drawn once; 0 when nothing complained.
int selfTest(MainWindow& window) {
    const QSize wall(1920, 1080);
    window.resize(wall);
    window.show();
    bool drawn = true;
    for (const QString& language : {u"zh_CN"_s, u"en"_s}) {
        ui::Theme::instance().setLanguage(language);
        QCoreApplication::processEvents();
        for (const QString& page : MainWindow::pageNames()) {
            drawn = window.showPage(page) && window.page() == page && drawn;
            QCoreApplication::processEvents();
            drawn = !window.grab().isNull() && drawn;
        }
    }
    return drawn && warnings == 0 ? 0 : 1;
}

} // namespace

int runAdmin(int argc, char** argv) {
    ui::withoutDisplayForHelp(argc, argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"atrium-admin"_s);
    QApplication::setApplicationVersion(QStringLiteral(ATRIUM_VERSION));
    QCommandLineParser parser;
    ui::addAppOptions(parser, u"Atrium administration: the hall at a glance, and its set-up."_s);
    parser.process(application);
    auto options = ui::readAppOptionsOrExit(parser);
    options.connection.kind = model::DeviceKind::admin;
    std::optional<ui::ScratchFolder> scratch;
    const bool demonstration = options.selfTest || options.demo;
    if (demonstration)
        options.connection.dataDir = scratch.emplace().path();
    if (options.selfTest)
        qInstallMessageHandler(countWarning);

    ui::FontSetup::apply();
    ui::LanguageSwitch languages;
    languages.addCatalogue(u"admin"_s);
    ui::Theme::instance().setLanguage(options.language);
    ui::applyWidgetTheme(application, ui::ThemeId::governmentBlue);
    followTheme(application);

    auto client = demonstration ? demoClient(options.connection)
                                : std::make_unique<sync::HallClient>(options.connection);
    ui::HallState hall(*client);
    MainWindow window(*client, hall);
    if (demonstration)
        window.account().signIn(u"admin"_s, u"demonstration"_s);
    client->start();
    if (options.selfTest) {
        while (!window.account().signedIn() || !hall.known())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return selfTest(window);
    }
    if (!options.geometry.isNull()) {
        window.setWindowFlag(Qt::FramelessWindowHint, !options.framed);
        window.setGeometry(options.geometry);
        window.show();
    } else {
        window.showMaximized();
    }
    ui::Inspector inspector([&window] { return window.describe(); });
    if (!options.inspectPath.isEmpty() && !inspector.listen(options.inspectPath))
        return 2;
    return QApplication::exec();
}

} // namespace atrium::admin
