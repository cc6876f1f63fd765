// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/appkit/screen/screenapp.h"

#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/enrolment.h"
#include "shared/ui/appkit/hallstate.h"
#include "shared/ui/appkit/screen/demofeed.h"
#include "shared/ui/inspect/inspector.h"
#include "shared/ui/tokens/theme.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <utility>

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;

ScreenApp::ScreenApp(ScreenAppOptions options) : m_wanted(std::move(options)) {
    QCommandLineParser parser;
    addAppOptions(parser, m_wanted.description);
    parser.process(*QCoreApplication::instance());
    m_options = readAppOptionsOrExit(parser);
    m_options.connection.kind = m_wanted.kind;
    const bool isDemo = m_options.selfTest || m_options.demo;
    if (isDemo) {
        m_options.connection.server = QUrl(u"http://127.0.0.1:1"_s);
        m_options.connection.token = "demonstration";
        m_options.connection.dataDir = m_scratch.emplace().path();
        m_client = std::make_unique<sync::HallClient>(m_options.connection,
                                                      std::make_unique<DemoFeed>(m_wanted.kind));
    } else {
        m_client = std::make_unique<sync::HallClient>(m_options.connection);
    }
    m_hall = std::make_unique<HallState>(*m_client);
    m_enrolment = std::make_unique<Enrolment>(*m_client, isDemo);
    Theme::instance().setLanguage(m_options.language);
}

ScreenApp::~ScreenApp() = default;

int ScreenApp::run(const QVariantMap& properties, const std::function<QVariantMap()>& describe,
                   const std::function<void(QQuickWindow&)>& shown) {
    // After the view models, so that QML never sees them gone.
    QuickApp quick({.catalogue = m_wanted.catalogue,
                    .referenceSide = m_wanted.referenceSide,
                    .selfTest = m_options.selfTest});
    QVariantMap all = properties;
    all.insert(u"hall"_s, QVariant::fromValue(m_hall.get()));
    all.insert(u"enrolment"_s, QVariant::fromValue(m_enrolment.get()));
    all.insert(m_wanted.pagesSwitch, m_options.selfTest);
    quick.engine().setInitialProperties(all);
    quick.engine().load(m_wanted.mainFile);
    if (quick.engine().rootObjects().isEmpty())
        return 1;
    auto* window = qobject_cast<QQuickWindow*>(quick.engine().rootObjects().constFirst());
    quick.follow(*window);
    if (shown)
        shown(*window);
    showAsAsked(*window, m_options);
    if (m_options.selfTest) {
        // With the demonstration's records on it: what they bring up must load as well.
        QObject::connect(m_hall.get(), &HallState::changed, window, [window] {
            QObject::connect(window, &QQuickWindow::frameSwapped, qApp, &QCoreApplication::quit);
            window->update();
        });
        m_client->start();
        const int result = QGuiApplication::exec();
        return QuickApp::selfTestFailed() ? 1 : result;
    }
    Inspector inspector([&] {
        QVariantMap state = describe();
        state.insert(u"online"_s, m_hall->online());
        if (m_enrolment->needed())
            state.insert(u"page"_s, u"enrolment"_s);
        return state;
    });
    if (!m_options.inspectPath.isEmpty() && !inspector.listen(m_options.inspectPath))
        return 2;
    m_client->start();
    return QGuiApplication::exec();
}

} // namespace atrium::ui
