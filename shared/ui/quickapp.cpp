// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/quickapp.h"

#include "shared/ui/icons/iconprovider.h"
#include "shared/ui/tokens/theme.h"
#include "shared/ui/types/fontsetup.h"
#include "shared/ui/types/languageswitch.h"

#include <QDir>
#include <QGuiApplication>
#include <QMutex>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QStyleHints>
#include <QWindow>

#include <utility>

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSlidePixels = 28; ///< at a shorter side of 1080: about a centimetre on a kiosk

// The log handler is a plain function that any thread may call, hence the one guarded list of the process.
QMutex warningsMutex;
QStringList& collected() {
    static QStringList list;
    return list;
}
QtMessageHandler previousHandler = nullptr;

void collectWarnings(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    if (type == QtWarningMsg || type == QtCriticalMsg) {
        const QMutexLocker lock(&warningsMutex);
        collected().append(message);
    }
    if (previousHandler != nullptr) {
        previousHandler(type, context, message);
    }
}

bool hasGraphicsProcessor() {
    return !QDir(u"/dev/dri"_s).entryList({u"renderD*"_s}, QDir::System).isEmpty();
}

} // namespace

QuickApp::QuickApp(const QuickAppOptions& options) : m_referenceSide(options.referenceSide) {
    if (options.selfTest && previousHandler == nullptr) {
        previousHandler = qInstallMessageHandler(collectWarnings);
    }
    FontSetup::apply();
    m_engine = std::make_unique<QQmlApplicationEngine>();
    setUp(*m_engine);
    m_languages = std::make_unique<LanguageSwitch>(m_engine.get());
    if (!options.catalogue.isEmpty()) {
        m_languages->addCatalogue(options.catalogue);
    }
}

QuickApp::~QuickApp() = default;

void QuickApp::prepare() {
    QQuickStyle::setStyle(u"Basic"_s);
    // Without a graphics processor OpenGL computes each frame whole; Quick's own painter draws what changed,
    // in an eighth of the time and a third of the memory. QT_QUICK_BACKEND and QSG_RHI_BACKEND still decide
    // when set.
    if (!hasGraphicsProcessor() && !qEnvironmentVariableIsSet("QT_QUICK_BACKEND") &&
        !qEnvironmentVariableIsSet("QSG_RHI_BACKEND"))
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
}

void QuickApp::setUp(QQmlEngine& engine) {
    engine.addImportPath(u"qrc:/qt/qml"_s);
    IconProvider::addTo(engine);
}

void QuickApp::follow(QWindow& window) {
    const auto fit = [this, &window] {
        Theme::instance().fitTo(window.width(), window.height(), m_referenceSide);
        // An old hand slides while it presses; below this a touch is a touch and not the drag of a list.
        QGuiApplication::styleHints()->setStartDragDistance(Theme::instance().px(kSlidePixels));
    };
    connect(&window, &QWindow::widthChanged, this, fit);
    connect(&window, &QWindow::heightChanged, this, fit);
    fit();
}

QStringList QuickApp::warnings() {
    const QMutexLocker lock(&warningsMutex);
    return collected();
}

} // namespace atrium::ui
