// SPDX-License-Identifier: GPL-3.0-or-later
// What the kiosk is measured against: the same pages filled from constants, or with --empty a window with
// nothing.
#include "shared/ui/quickapp.h"
#include "shared/ui/tokens/theme.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Atrium_UiPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_BenchKioskPlugin)

using namespace Qt::Literals::StringLiterals;

namespace {

int run(QQmlApplicationEngine& engine, const QString& page, atrium::ui::QuickApp* quick) {
    engine.load(QUrl(u"qrc:/qt/qml/Atrium/BenchKiosk/"_s + page));
    if (engine.rootObjects().isEmpty())
        return 1;
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    if (quick != nullptr)
        quick->follow(*window);
    window->setFlag(Qt::FramelessWindowHint);
    window->setGeometry(0, 0, 1080, 1920);
    window->show();
    return QGuiApplication::exec();
}

} // namespace

int main(int argc, char** argv) {
    atrium::ui::QuickApp::prepare();
    QGuiApplication application(argc, argv);
    if (QGuiApplication::arguments().contains(u"--empty"_s)) {
        QQmlApplicationEngine engine;
        engine.addImportPath(u"qrc:/qt/qml"_s);
        return run(engine, u"Empty.qml"_s, nullptr);
    }
    atrium::ui::QuickApp quick({.catalogue = {}});
    atrium::ui::Theme::instance().setLanguage(u"zh_CN"_s);
    return run(quick.engine(), u"Constants.qml"_s, &quick);
}
