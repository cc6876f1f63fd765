// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/appkit/appoptions.h"

#include <QCommandLineParser>
#include <QRegularExpression>
#include <QWindow>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;

void addAppOptions(QCommandLineParser& parser, const QString& description) {
    parser.setApplicationDescription(description);
    parser.addHelpOption();
    parser.addVersionOption();
    sync::addConnectionOptions(parser);
    parser.addOptions({
        {u"place"_s, u"Frameless window exactly there, as WIDTHxHEIGHT+X+Y; without it the whole screen."_s,
         u"place"_s},
        {u"framed"_s, u"With --place: with the desktop's own frame, to be moved by hand."_s},
        {u"inspect"_s, u"Private socket that tells tests where things stand on the screen."_s, u"path"_s},
        {u"language"_s, u"zh (default) or en."_s, u"language"_s, u"zh"_s},
        {u"self-test"_s, u"Load every page, report any warning, and end."_s},
        {u"demo"_s, u"Run with recorded data and emulated devices; no server is needed."_s},
        {u"speech"_s, u"on (default) or off."_s, u"switch"_s, u"on"_s},
    });
}

void withoutDisplayForHelp(int argc, char** argv) {
    static constexpr std::array<std::string_view, 5> kAsks{"-h", "--help", "--help-all", "-v", "--version"};
    for (int i = 1; i < argc; ++i)
        if (std::find(kAsks.begin(), kAsks.end(), argv[i]) != kAsks.end()) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
            qunsetenv("QT_QPA_PLATFORMTHEME"); // a desktop's theme wants its display
            return;
        }
}

std::optional<QRect> parseGeometry(const QString& text) {
    static const QRegularExpression form(u"^(\\d{3,5})x(\\d{3,5})\\+(\\d{1,5})\\+(\\d{1,5})$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QRect rect(match.captured(3).toInt(), match.captured(4).toInt(), match.captured(1).toInt(),
                     match.captured(2).toInt());
    constexpr int kLargestSide = 16384;
    if (rect.width() > kLargestSide || rect.height() > kLargestSide)
        return std::nullopt;
    return rect;
}

model::Result<AppOptions> readAppOptions(const QCommandLineParser& parser) {
    AppOptions options;
    options.selfTest = parser.isSet(u"self-test"_s);
    options.demo = parser.isSet(u"demo"_s);
    options.framed = parser.isSet(u"framed"_s);
    options.inspectPath = parser.value(u"inspect"_s);

    const QString language = parser.value(u"language"_s);
    if (language != u"zh"_s && language != u"zh_CN"_s && language != u"en"_s)
        return model::Error{model::ErrorCode::invalid, "--language", "use zh or en"};
    options.language = language == u"en"_s ? u"en"_s : u"zh_CN"_s;

    const QString speech = parser.value(u"speech"_s);
    if (speech != u"on"_s && speech != u"off"_s)
        return model::Error{model::ErrorCode::invalid, "--speech", "use on or off"};
    options.speech = speech == u"on"_s;

    if (parser.isSet(u"place"_s)) {
        const auto rect = parseGeometry(parser.value(u"place"_s));
        if (!rect)
            return model::Error{model::ErrorCode::invalid, "--place", "write it as 1080x1920+0+0"};
        options.geometry = *rect;
    }
    if (!options.selfTest && !options.demo) {
        auto connection = sync::connectionFromOptions(parser);
        if (!connection)
            return connection.error();
        options.connection = *connection;
    }
    return options;
}

AppOptions readAppOptionsOrExit(const QCommandLineParser& parser) {
    auto options = readAppOptions(parser);
    if (!options) {
        std::fprintf(stderr, "%s: %s (see --help)\n", options.error().path.c_str(),
                     options.error().detail.c_str());
        std::exit(2);
    }
    return *options;
}

void showAsAsked(QWindow& window, const AppOptions& options) {
    if (options.geometry.isNull()) {
        window.showFullScreen();
        return;
    }
    window.setFlag(Qt::FramelessWindowHint, !options.framed);
    window.setGeometry(options.geometry);
    window.show();
}

} // namespace atrium::ui
