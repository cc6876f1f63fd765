// SPDX-License-Identifier: GPL-3.0-or-later
// A signage screen: the queue board of its areas, and their voice.
#include "apps/signage-player/announcer.h"
#include "apps/signage-player/boardmodel.h"
#include "shared/devices/drivers/deviceregistry.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/appoptions.h"
#include "shared/ui/appkit/enrolment.h"
#include "shared/ui/appkit/hallstate.h"
#include "shared/ui/inspect/inspector.h"
#include "shared/ui/quickapp.h"
#include "shared/ui/tokens/theme.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Atrium_UiPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_AppkitPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_SignagePlugin)

using namespace Qt::Literals::StringLiterals;

namespace {

QVariantList describeCalls(const atrium::ui::RecordListModel& calls) {
    QVariantList out;
    for (int row = 0; row < calls.count(); ++row)
        out.append(QVariantMap{{u"number"_s, calls.value(row, u"number"_s)},
                               {u"window"_s, calls.value(row, u"window"_s)},
                               {u"lit"_s, calls.value(row, u"lit"_s)}});
    return out;
}

} // namespace

int main(int argc, char** argv) {
    atrium::ui::QuickApp::prepare();
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(u"atrium-signage-player"_s);
    QGuiApplication::setApplicationVersion(QStringLiteral(ATRIUM_VERSION));
    QCommandLineParser parser;
    atrium::ui::addAppOptions(
        parser, u"Atrium signage player: the queue board of its waiting areas, shown and spoken."_s);
    parser.process(application);
    auto options = atrium::ui::readAppOptionsOrExit(parser);
    QTemporaryDir scratch;
    if (options.selfTest || options.demo)
        options.connection.dataDir = scratch.path();

    // Before the engine, so that QML never sees them gone.
    atrium::sync::HallClient client(options.connection);
    atrium::ui::HallState hall(client);
    atrium::ui::Enrolment enrolment(client, options.selfTest || options.demo);
    atrium::signage::BoardModel board(client);
    const bool speaks = options.speech && !options.selfTest;
    atrium::signage::Announcer announcer(
        client, board, std::move(atrium::devices::makeSpeaker(speaks ? u"speechd"_s : u"none"_s).device));
    atrium::ui::QuickApp quick({.catalogue = u"signage-player"_s, .selfTest = options.selfTest});
    atrium::ui::Theme::instance().setLanguage(options.language);

    quick.engine().setInitialProperties({{u"hall"_s, QVariant::fromValue(&hall)},
                                         {u"enrolment"_s, QVariant::fromValue(&enrolment)},
                                         {u"board"_s, QVariant::fromValue(&board)},
                                         {u"everyStyle"_s, options.selfTest}});
    quick.engine().load(QUrl(u"qrc:/qt/qml/Atrium/Signage/Main.qml"_s));
    if (quick.engine().rootObjects().isEmpty())
        return 1;
    auto* window = qobject_cast<QQuickWindow*>(quick.engine().rootObjects().constFirst());
    quick.follow(*window);
    announcer.watch(*window);
    atrium::ui::showAsAsked(*window, options);
    if (options.selfTest) {
        QObject::connect(window, &QQuickWindow::frameSwapped, &application, &QCoreApplication::quit);
        QGuiApplication::exec();
        return atrium::ui::QuickApp::selfTestFailed() ? 1 : 0;
    }

    atrium::ui::Inspector inspector([&] {
        return QVariantMap{{u"page"_s, enrolment.needed() ? u"enrolment"_s
                                       : board.known()    ? u"board"_s
                                                          : u"quiet"_s},
                           {u"online"_s, hall.online()},
                           {u"style"_s, board.style()},
                           {u"calls"_s, describeCalls(*board.calls())},
                           {u"passed"_s, board.passed()},
                           {u"speech"_s, announcer.speech()},
                           {u"speaking"_s, announcer.speaking()},
                           {u"announced"_s, announcer.announced()},
                           {u"lastSoundDelayMs"_s, announcer.lastSoundDelayMs()}};
    });
    if (!options.inspectPath.isEmpty() && !inspector.listen(options.inspectPath))
        return 2;
    client.start();
    return QGuiApplication::exec();
}
