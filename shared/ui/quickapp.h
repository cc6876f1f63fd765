// SPDX-License-Identifier: GPL-3.0-or-later
// What every QML app does before its first page, in one place.
//
// How an app uses the module Atrium.Ui:
//   CMake:  target_link_libraries(app PRIVATE atrium_ui atrium_uiplugin)
//   C++:    #include <QtQml/qqmlextensionplugin.h>
//           Q_IMPORT_QML_PLUGIN(Atrium_UiPlugin)          // once per program, outside any namespace
//           #include "shared/ui/quickapp.h"
//           int main(int argc, char** argv) {
//               atrium::ui::QuickApp::prepare();          // before the application object
//               QGuiApplication application(argc, argv);
//               atrium::ui::QuickApp app({.catalogue = u"kiosk"_s});
//               app.engine().load(QUrl(u"qrc:/qt/qml/Atrium/Kiosk/Main.qml"_s));
//               app.follow(window);                       // the type's scale follows the window
//               return app.selfTestFailed() ? 1 : application.exec();
//           }
//   QML:    import Atrium.Ui    // Theme.ink, Theme.titleSize, AppButton {}, Icon { name: "ticket" } …
// A module of the app's own is made with atrium_qml_module() (cmake/AtriumQml.cmake), its plug-in imported
// alike. Tests with QUICK_TEST_MAIN_WITH_SETUP call QuickApp::setUp(engine) in qmlEngineAvailable().
#pragma once

#include "shared/ui/tokens/tokens.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

QT_BEGIN_NAMESPACE
class QQmlApplicationEngine;
class QQmlEngine;
class QWindow;
QT_END_NAMESPACE

namespace atrium::ui {

class LanguageSwitch;

struct QuickAppOptions {
    QString catalogue{}; ///< :/i18n/<catalogue>_en.qm, empty when the app has no texts of its own
    int referenceSide = kReferenceSide; ///< shorter side of the window at which the scale is 1
    bool selfTest = false;              ///< count every warning on the log; see selfTestFailed()
};

/// Owns the engine and the language switch of a QML app. GUI thread only; one per process.
class QuickApp : public QObject {
    Q_OBJECT
public:
    explicit QuickApp(const QuickAppOptions& options);
    ~QuickApp() override;

    /// Sets the style of Qt's own controls, and how to draw on a machine without a graphics processor. Before
    /// the application object.
    static void prepare();
    /// Import path and icons of an engine that somebody else made (tests, QQuickWidget).
    static void setUp(QQmlEngine& engine);

    QQmlApplicationEngine& engine() { return *m_engine; }
    LanguageSwitch& languages() { return *m_languages; }
    /// Keeps Theme::scale fitted to this window as it is resized.
    void follow(QWindow& window);

    /// With `selfTest`: the warnings and worse that were logged since the start, QML's among them.
    [[nodiscard]] static QStringList warnings();
    [[nodiscard]] static bool selfTestFailed() { return !warnings().isEmpty(); }

private:
    int m_referenceSide;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    std::unique_ptr<LanguageSwitch> m_languages;
};

} // namespace atrium::ui
