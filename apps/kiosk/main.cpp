// SPDX-License-Identifier: GPL-3.0-or-later
// The hall's kiosk: finds a business, gives a number on paper, looks numbers up and takes them back.
#include "apps/kiosk/demo/demotransport.h"
#include "apps/kiosk/kiosk.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/sync/qt/httptransport.h"
#include "shared/ui/appkit/appoptions.h"
#include "shared/ui/appkit/enrolment.h"
#include "shared/ui/appkit/hallstate.h"
#include "shared/ui/appkit/touchpause.h"
#include "shared/ui/inspect/inspector.h"
#include "shared/ui/quickapp.h"
#include "shared/ui/tokens/theme.h"
#include "shared/ui/types/scratchfolder.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>
#include <QtQml/qqmlextensionplugin.h>

#include <cstdio>
#include <optional>

Q_IMPORT_QML_PLUGIN(Atrium_UiPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_AppkitPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_KioskPlugin)

using namespace Qt::Literals::StringLiterals;
using namespace atrium;

namespace {
constexpr int kFirstTouchMs = 250;
} // namespace

int main(int argc, char** argv) {
    ui::withoutDisplayForHelp(argc, argv);
    ui::QuickApp::prepare();
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(u"atrium-kiosk"_s);
    QGuiApplication::setApplicationVersion(QStringLiteral(ATRIUM_VERSION));
    QCommandLineParser parser;
    ui::addAppOptions(parser, u"Atrium kiosk: gives, finds and takes back numbers."_s);
    parser.addOptions(
        {{u"reader"_s, u"Card reader, e.g. sdt:/dev/ttyS1; none by default."_s, u"device"_s},
         {u"printer"_s, u"Ticket printer, e.g. escpos:/dev/ttyS2?width=80; none by default."_s, u"device"_s},
         {u"scanner"_s, u"Code scanner, e.g. scanner:/dev/ttyS3; none by default."_s, u"device"_s}});
    parser.process(application);
    auto options = ui::readAppOptionsOrExit(parser);
    options.connection.kind = model::DeviceKind::kiosk;
    std::optional<ui::ScratchFolder> scratch;
    const bool isDemo = options.selfTest || options.demo;
    if (isDemo)
        options.connection = kiosk::demoConnection(scratch.emplace().path());

    std::unique_ptr<sync::Transport> transport;
    if (isDemo)
        transport = std::make_unique<kiosk::DemoTransport>();
    else
        transport = std::make_unique<sync::HttpTransport>(options.connection);
    sync::HallClient client(options.connection, std::move(transport));
    client.replica().readSingly<model::ServiceItem>();
    // Before the engine, so that QML never sees them gone.
    ui::HallState hall(client);
    ui::Enrolment enrolment(client, isDemo);
    kiosk::Kiosk kiosk(client, hall);
    kiosk.setHomeLanguage(options.language);
    const QString wrong = kiosk.devices()->configure(
        {parser.value(u"reader"_s), parser.value(u"printer"_s), parser.value(u"scanner"_s)});
    if (!wrong.isEmpty()) {
        std::fprintf(stderr, "%s (see --help)\n", qPrintable(wrong));
        return 2;
    }

    ui::QuickApp quick({.catalogue = u"kiosk"_s, .selfTest = options.selfTest});
    ui::Theme::instance().setLanguage(options.language);
    quick.engine().setInitialProperties({{u"kiosk"_s, QVariant::fromValue(&kiosk)},
                                         {u"enrolment"_s, QVariant::fromValue(&enrolment)},
                                         {u"everyPage"_s, options.selfTest}});
    quick.engine().load(QUrl(u"qrc:/qt/qml/Atrium/Kiosk/Main.qml"_s));
    if (quick.engine().rootObjects().isEmpty())
        return 1;
    auto* window = qobject_cast<QQuickWindow*>(quick.engine().rootObjects().constFirst());
    quick.follow(*window);
    ui::showAsAsked(*window, options);
    if (options.selfTest)
        QObject::connect(&hall, &ui::HallState::changed, window, [window] {
            QObject::connect(window, &QQuickWindow::frameSwapped, qApp, &QCoreApplication::quit);
            window->update();
        });

    ui::Inspector inspector([&] {
        auto state = kiosk.describe();
        if (enrolment.needed())
            state[u"page"_s] = u"enrolment"_s;
        const auto* pause = window->findChild<ui::TouchPause*>();
        state[u"settled"_s] = pause == nullptr || !pause->active();
        return state;
    });
    if (!options.inspectPath.isEmpty() && !inspector.listen(options.inspectPath))
        return 2;
    // What costs seconds begins when the first picture is there and a first touch has been answered.
    const QString speaker = options.speech && !options.selfTest ? u"speechd"_s : u"none"_s;
    if (speaker != u"none"_s)
        kiosk.readAloud()->expect();
    const auto startRest = [&] {
        kiosk.start(speaker);
        client.start();
    };
    QObject::connect(
        window, &QQuickWindow::frameSwapped, &kiosk,
        [&] { QTimer::singleShot(options.selfTest ? 0 : kFirstTouchMs, &kiosk, startRest); },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    const int result = QGuiApplication::exec();
    return options.selfTest && ui::QuickApp::selfTestFailed() ? 1 : result;
}
