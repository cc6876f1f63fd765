// SPDX-License-Identifier: GPL-3.0-or-later
// The outer screen of a window: staff card, the number being served, the rating.
#include "apps/dual-screen/outerscreen.h"
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
Q_IMPORT_QML_PLUGIN(Atrium_DualScreenPlugin)

using namespace Qt::Literals::StringLiterals;

int main(int argc, char** argv) {
    atrium::ui::QuickApp::prepare();
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(u"atrium-dual-screen"_s);
    QGuiApplication::setApplicationVersion(QStringLiteral(ATRIUM_VERSION));
    QCommandLineParser parser;
    atrium::ui::addAppOptions(parser, u"Atrium outer screen: shows who serves and asks for a rating."_s);
    parser.process(application);
    auto options = atrium::ui::readAppOptionsOrExit(parser);
    QTemporaryDir scratch;
    if (options.selfTest || options.demo)
        options.connection.dataDir = scratch.path();

    // Before the engine, so that QML never sees them gone.
    atrium::sync::HallClient client(options.connection);
    atrium::ui::HallState hall(client);
    atrium::ui::Enrolment enrolment(client, options.selfTest || options.demo);
    atrium::dualscreen::OuterScreen screen(client);

    // A window's outer screen is read from a chair: the design is drawn for 1280×800.
    atrium::ui::QuickApp quick(
        {.catalogue = u"dual-screen"_s, .referenceSide = 800, .selfTest = options.selfTest});
    atrium::ui::Theme::instance().setLanguage(options.language);
    QObject::connect(&screen, &atrium::dualscreen::OuterScreen::visitEnded, &application, [&options] {
        atrium::ui::Theme::instance().setLanguage(options.language);
        atrium::ui::Theme::instance().setLargeType(false);
    });

    quick.engine().setInitialProperties({{u"hall"_s, QVariant::fromValue(&hall)},
                                         {u"enrolment"_s, QVariant::fromValue(&enrolment)},
                                         {u"screenModel"_s, QVariant::fromValue(&screen)},
                                         {u"everyPage"_s, options.selfTest}});
    quick.engine().load(QUrl(u"qrc:/qt/qml/Atrium/DualScreen/Main.qml"_s));
    if (quick.engine().rootObjects().isEmpty())
        return 1;
    auto* window = qobject_cast<QQuickWindow*>(quick.engine().rootObjects().constFirst());
    quick.follow(*window);
    atrium::ui::showAsAsked(*window, options);
    if (options.selfTest) {
        QObject::connect(window, &QQuickWindow::frameSwapped, &application, &QCoreApplication::quit);
        QGuiApplication::exec();
        return atrium::ui::QuickApp::selfTestFailed() ? 1 : 0;
    }

    atrium::ui::Inspector inspector([&] {
        return QVariantMap{{u"page"_s, enrolment.needed() ? u"enrolment"_s : screen.pageName()},
                           {u"online"_s, hall.online()},
                           {u"staff"_s, screen.staffName()},
                           {u"number"_s, screen.ticketNumber()},
                           {u"window"_s, screen.windowNumber()},
                           {u"language"_s, atrium::ui::Theme::instance().language()}};
    });
    if (!options.inspectPath.isEmpty() && !inspector.listen(options.inspectPath))
        return 2;
    client.start();
    return QGuiApplication::exec();
}
