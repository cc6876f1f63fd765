// SPDX-License-Identifier: GPL-3.0-or-later
// The options that all five apps share, read in one place.
#pragma once

#include "shared/model/result.h"
#include "shared/sync/qt/connection.h"

#include <QRect>
#include <QString>

#include <optional>

QT_BEGIN_NAMESPACE
class QCommandLineParser;
class QCoreApplication;
class QWindow;
QT_END_NAMESPACE

namespace atrium::ui {

class Inspector;

struct AppOptions {
    sync::Connection connection;
    QRect geometry;                             ///< null: full screen (screens) or maximised (desktop tools)
    QString inspectPath;                        ///< empty: no inspector
    QString language = QStringLiteral("zh_CN"); ///< or "en"
    bool framed = false;
    bool selfTest = false;
    bool demo = false; ///< recorded data and emulated devices, no server needed
    bool speech = true;
};

/// First thing in main(), before the application object: who only asks for --help or --version needs no
/// display to get the answer, for example on a machine reached by ssh.
void withoutDisplayForHelp(int argc, char** argv);

/// (--geometry is Qt's own and never reaches us, hence --place.)
/// Adds --server, --token-file, --data, TLS options (see addConnectionOptions), --place, --framed, --inspect,
/// --language,
/// --self-test, --demo, --speech, --help and --version. The caller may add options of its own before
/// process().
void addAppOptions(QCommandLineParser& parser, const QString& description);

/// Reads what addAppOptions() added, after parser.process(app). The error says which option is wrong and how
/// to mend it. With --self-test or --demo no server is required.
[[nodiscard]] model::Result<AppOptions> readAppOptions(const QCommandLineParser& parser);

/// As readAppOptions(), but prints the error and ends the program with status 2.
[[nodiscard]] AppOptions readAppOptionsOrExit(const QCommandLineParser& parser);

/// "1080x1920+0+0" as X11 writes it; nullopt when it is not that. Sizes 100 to 16384.
[[nodiscard]] std::optional<QRect> parseGeometry(const QString& text);

/// Puts a window where the options say (frameless at the geometry, else full screen) and shows it.
void showAsAsked(QWindow& window, const AppOptions& options);

} // namespace atrium::ui
