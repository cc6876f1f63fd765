// SPDX-License-Identifier: GPL-3.0-or-later
// The outer screen of a window: staff card, the number being served, the rating.
#include "apps/dual-screen/outerscreen.h"
#include "shared/ui/appkit/screen/screenapp.h"
#include "shared/ui/tokens/theme.h"

#include <QGuiApplication>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Atrium_UiPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_AppkitPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_DualScreenPlugin)

using namespace Qt::Literals::StringLiterals;
using namespace atrium;

int main(int argc, char** argv) {
    ui::withoutDisplayForHelp(argc, argv);
    ui::QuickApp::prepare();
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(u"atrium-dual-screen"_s);
    QGuiApplication::setApplicationVersion(QStringLiteral(ATRIUM_VERSION));
    // A window's outer screen is read from a chair: the design is drawn for 1280×800.
    ui::ScreenApp app({.description = u"Atrium outer screen: shows who serves and asks for a rating."_s,
                       .catalogue = u"dual-screen"_s,
                       .kind = model::DeviceKind::dualScreen,
                       .referenceSide = 800,
                       .mainFile = QUrl(u"qrc:/qt/qml/Atrium/DualScreen/Main.qml"_s),
                       .pagesSwitch = u"everyPage"_s});
    dualscreen::OuterScreen screen(app.client());
    QObject::connect(&screen, &dualscreen::OuterScreen::visitEnded, &application, [&app] {
        ui::Theme::instance().setLanguage(app.options().language);
        ui::Theme::instance().setLargeType(false);
    });
    return app.run({{u"screenModel"_s, QVariant::fromValue(&screen)}}, [&screen] {
        return QVariantMap{{u"page"_s, screen.pageName()},
                           {u"staff"_s, screen.staffName()},
                           {u"number"_s, screen.ticketNumber()},
                           {u"window"_s, screen.windowNumber()},
                           {u"language"_s, ui::Theme::instance().language()},
                           {u"largeType"_s, ui::Theme::instance().largeType()}};
    });
}
