// SPDX-License-Identifier: GPL-3.0-or-later
// How a screen without staff starts: options, connection, enrolment, window, inspector.
#pragma once

#include "shared/model/staff.h"
#include "shared/ui/appkit/appoptions.h"
#include "shared/ui/quickapp.h"
#include "shared/ui/types/scratchfolder.h"

#include <QString>
#include <QUrl>
#include <QVariantMap>

#include <functional>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QQuickWindow;
QT_END_NAMESPACE

namespace atrium::sync {
class HallClient;
}

namespace atrium::ui {

class Enrolment;
class HallState;

struct ScreenAppOptions {
    QString description; ///< of --help
    QString catalogue;   ///< of its texts
    model::DeviceKind kind = model::DeviceKind::signagePlayer;
    int referenceSide = kReferenceSide;
    QUrl mainFile;       ///< gets hall and enrolment besides its own properties
    QString pagesSwitch; ///< its property that loads every page, for --self-test
};

/// Everything but the app's own view models. Made after the application object; the view models are made
/// after it and given to run(). GUI thread.
class ScreenApp {
public:
    /// Reads the command line; prints what is wrong with it and ends the program.
    explicit ScreenApp(ScreenAppOptions options);
    ~ScreenApp();

    [[nodiscard]] const AppOptions& options() const { return m_options; }
    sync::HallClient& client() { return *m_client; }

    /// Shows the window until the program ends; the exit status. `describe` tells the inspector of the app's
    /// state ("page" when it is enrolled), `shown` gets the window before it is shown.
    int run(const QVariantMap& properties, const std::function<QVariantMap()>& describe,
            const std::function<void(QQuickWindow&)>& shown = {});

private:
    ScreenAppOptions m_wanted;
    AppOptions m_options;
    std::optional<ScratchFolder> m_scratch; ///< of a demonstration
    std::unique_ptr<sync::HallClient> m_client;
    std::unique_ptr<HallState> m_hall;
    std::unique_ptr<Enrolment> m_enrolment;
};

} // namespace atrium::ui
