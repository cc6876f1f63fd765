// SPDX-License-Identifier: GPL-3.0-or-later
// A walk through all controls of Atrium.Ui, to be looked at in each theme; with --self-test it fails on any
// warning.
#include "shared/ui/quickapp.h"
#include "shared/ui/tokens/theme.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Atrium_UiPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_Ui_GalleryPlugin)

using namespace Qt::Literals::StringLiterals;
using atrium::ui::Theme;

namespace {

constexpr int kPages = 4;

void readOptions(QCommandLineParser& parser) {
    parser.addHelpOption();
    parser.addOptions({{u"theme"_s, u"Theme 0 to 3."_s, u"number"_s, u"0"_s},
                       {u"page"_s, u"Page 0 to 3."_s, u"number"_s, u"0"_s},
                       {u"size"_s, u"Size of the window."_s, u"WxH"_s, u"1080x1920"_s},
                       {u"language"_s, u"zh_CN or en."_s, u"code"_s, u"zh_CN"_s},
                       {u"reference"_s, u"Shorter side at scale 1."_s, u"pixels"_s, u"1080"_s},
                       {u"picture"_s, u"Save a picture there and end."_s, u"file"_s},
                       {u"large"_s, u"Large type."_s},
                       {u"low"_s, u"Low reach."_s},
                       {u"self-test"_s, u"Show every page, fail on any warning."_s}});
    parser.process(*QCoreApplication::instance());
}

} // namespace

int main(int argc, char** argv) {
    atrium::ui::QuickApp::prepare();
    const QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    readOptions(parser);
    const bool selfTest = parser.isSet(u"self-test"_s);

    atrium::ui::QuickApp app({.referenceSide = parser.value(u"reference"_s).toInt(), .selfTest = selfTest});
    Theme& theme = Theme::instance();
    theme.setTheme(static_cast<Theme::Name>(parser.value(u"theme"_s).toInt()));
    theme.setLargeType(parser.isSet(u"large"_s));
    theme.setLowReach(parser.isSet(u"low"_s));
    theme.setLanguage(parser.value(u"language"_s));
    const QStringList size = parser.value(u"size"_s).split(u'x');
    app.engine().setInitialProperties({{u"width"_s, size.value(0).toInt()},
                                       {u"height"_s, size.value(1).toInt()},
                                       {u"page"_s, parser.value(u"page"_s).toInt()}});
    app.engine().load(QUrl(u"qrc:/qt/qml/Atrium/Ui/Gallery/Gallery.qml"_s));
    auto* window = qobject_cast<QQuickWindow*>(app.engine().rootObjects().value(0));
    if (window == nullptr) {
        return 1;
    }
    app.follow(*window);

    // Two frames: the first lays out, the second shows what the pictures' loading changed.
    int frames = 0;
    int page = 0;
    QObject::connect(
        window, &QQuickWindow::frameSwapped, &app,
        [&] {
            if (++frames % 2 != 0) {
                window->update();
            } else if (parser.isSet(u"picture"_s)) {
                QCoreApplication::exit(window->grabWindow().save(parser.value(u"picture"_s)) ? 0 : 1);
            } else if (selfTest && ++page < kPages) {
                window->setProperty("page", page);
                theme.setLargeType(page % 2 == 1);
                window->update();
            } else if (selfTest) {
                QCoreApplication::quit();
            }
        },
        Qt::QueuedConnection);
    const int code = QGuiApplication::exec();
    return selfTest && atrium::ui::QuickApp::selfTestFailed() ? 1 : code;
}
