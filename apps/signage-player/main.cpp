// SPDX-License-Identifier: GPL-3.0-or-later
// A signage screen: the queue board of its areas, and their voice.
#include "apps/signage-player/announcer.h"
#include "apps/signage-player/boardmodel.h"
#include "shared/devices/drivers/deviceregistry.h"
#include "shared/ui/appkit/screen/screenapp.h"

#include <QGuiApplication>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Atrium_UiPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_AppkitPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_SignagePlugin)

using namespace Qt::Literals::StringLiterals;
using namespace atrium;

namespace {

QVariantList describeCalls(const ui::RecordListModel& calls) {
    QVariantList out;
    for (int row = 0; row < calls.count(); ++row)
        out.append(QVariantMap{{u"number"_s, calls.value(row, u"number"_s)},
                               {u"window"_s, calls.value(row, u"window"_s)},
                               {u"lit"_s, calls.value(row, u"lit"_s)}});
    return out;
}

} // namespace

int main(int argc, char** argv) {
    ui::withoutDisplayForHelp(argc, argv);
    ui::QuickApp::prepare();
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(u"atrium-signage-player"_s);
    QGuiApplication::setApplicationVersion(QStringLiteral(ATRIUM_VERSION));
    ui::ScreenApp app(
        {.description = u"Atrium signage player: the queue board of its waiting areas, shown and spoken."_s,
         .catalogue = u"signage-player"_s,
         .kind = model::DeviceKind::signagePlayer,
         .mainFile = QUrl(u"qrc:/qt/qml/Atrium/Signage/Main.qml"_s),
         .pagesSwitch = u"everyStyle"_s});
    signage::BoardModel board(app.client());
    const bool speaks = app.options().speech && !app.options().selfTest;
    signage::Announcer announcer(app.client(), board,
                                 std::move(devices::makeSpeaker(speaks ? u"speechd"_s : u"none"_s).device));
    return app.run(
        {{u"board"_s, QVariant::fromValue(&board)}},
        [&] {
            return QVariantMap{{u"page"_s, board.known() ? u"board"_s : u"quiet"_s},
                               {u"style"_s, board.style()},
                               {u"calls"_s, describeCalls(*board.calls())},
                               {u"passed"_s, board.passed()},
                               {u"speech"_s, announcer.speech()},
                               {u"speaking"_s, announcer.speaking()},
                               {u"announced"_s, announcer.announced()},
                               {u"lastSoundDelayMs"_s, announcer.lastSoundDelayMs()}};
        },
        [&announcer](QQuickWindow& window) { announcer.watch(window); });
}
