// SPDX-License-Identifier: GPL-3.0-or-later
// atrium-voice: says what it is given on its input. A program of its own, because the client library of the
// speech service may end the program it is in. See voicelines.h.
#include "shared/devices/drivers/qtspeechengine.h"
#include "shared/devices/drivers/speechservice.h"
#include "shared/devices/drivers/voicelines.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QSocketNotifier>
#include <QtNetwork/QLocalSocket>

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

using namespace atrium::devices;
using Kind = VoiceReport::Kind;

namespace {

constexpr int kServiceEnded = 3;

void tell(Kind kind, quint64 id) {
    const QByteArray line = voiceLine(VoiceReport{.kind = kind, .id = id});
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("atrium-voice"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ATRIUM_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Atrium voice: speaks for kiosk and player, which start "
                                                    "it beside themselves. Reads one order a line on\n"
                                                    "its input and reports each on its output; ends with its "
                                                    "input, and the speech service that it started\n"
                                                    "ends with it."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);
    if (!ensureSpeechService()) {
        std::fprintf(stderr, "atrium-voice: no speech service (speech-dispatcher) answers\n");
        return kServiceEnded;
    }
    QtSpeechEngine engine;
    quint64 current = 0;
    // The client library does not tell that the service ended, and waits for answers for ever. A second
    // connection does tell; whoever runs this program then starts a new one.
    QLocalSocket watch;
    QObject::connect(&watch, &QLocalSocket::disconnected, &application, [] { std::_Exit(kServiceEnded); });
    QObject::connect(&engine, &SpeechEngine::warm, &application, [&] {
        if (const QString socket = speechServiceSocket(); !socket.isEmpty())
            watch.connectToServer(socket);
        tell(Kind::warm, 0);
    });
    QObject::connect(&engine, &SpeechEngine::began, &application, [&] { tell(Kind::began, current); });
    QObject::connect(&engine, &SpeechEngine::ended, &application, [&] { tell(Kind::ended, current); });
    QObject::connect(&engine, &SpeechEngine::unavailable, &application,
                     [&] { tell(Kind::unavailable, current); });
    engine.warmUp();

    QByteArray input;
    QSocketNotifier notifier(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &application, [&] {
        char bytes[4096];
        const auto count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0) // an engine that hangs in its library must not keep this program
            std::_Exit(0);
        input.append(bytes, static_cast<qsizetype>(count));
        for (qsizetype end = input.indexOf('\n'); end >= 0; end = input.indexOf('\n')) {
            const auto order = voiceOrder(input.left(end));
            input.remove(0, end + 1);
            if (!order)
                continue;
            current = order->id;
            if (order->id == 0)
                engine.silence();
            else
                engine.begin(order->segment);
        }
    });
    return QCoreApplication::exec();
}
