// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the tst_*.qml files of this folder against the module Atrium.Ui.
#include "shared/ui/quickapp.h"
#include "shared/ui/types/fontsetup.h"

#include <QQmlEngine>
#include <QtQml/qqmlextensionplugin.h>
#include <QtQuickTest/quicktest.h>

Q_IMPORT_QML_PLUGIN(Atrium_UiPlugin)

class Setup : public QObject {
    Q_OBJECT
public Q_SLOTS:
    static void applicationAvailable() {
        atrium::ui::QuickApp::prepare();
        atrium::ui::FontSetup::apply();
    }
    static void qmlEngineAvailable(QQmlEngine* engine) { atrium::ui::QuickApp::setUp(*engine); }
};

QUICK_TEST_MAIN_WITH_SETUP(ui_controls, Setup)

#include "controlstest.moc"
