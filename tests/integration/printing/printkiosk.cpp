// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk without its pages: everything that makes, prints, journals and reports a ticket, driven by lines
// on standard input, so that a test can end it at any moment and start it again at once.
//
//   take ITEM | keep | discard | leave      what a citizen would touch
//   state                                   answered by "state PAGE NUMBER PRINTER waiting=N offers=0|1
//   items=N"
#include "apps/kiosk/kiosk.h"
#include "shared/sync/qt/hallclient.h"
#include "tests/integration/printing/lines.h"

#include <QCommandLineParser>
#include <QGuiApplication>

#include <iostream>
#include <string>

using namespace Qt::Literals::StringLiterals;
using namespace atrium;
using test::say;

namespace {

QString stateLine(kiosk::Kiosk& kiosk, sync::HallClient& client) {
    const auto now = kiosk.describe();
    return u"state %1 %2 %3 waiting=%4 offers=%5 items=%6"_s.arg(
        now[u"page"_s].toString(), kiosk.ticket()->number().isEmpty() ? u"-"_s : kiosk.ticket()->number(),
        kiosk.devices()->printerState(), QString::number(client.outbox().pending()),
        QString::number(kiosk.offersCode()),
        QString::number(client.replica().all<model::ServiceItem>().size()));
}

void obey(const std::string& line, kiosk::Kiosk& kiosk, sync::HallClient& client) {
    if (line.starts_with("take "))
        kiosk.chooseItem(QString::fromStdString(line.substr(5)));
    else if (line == "keep")
        kiosk.keepCode();
    else if (line == "discard")
        kiosk.discardCode();
    else if (line == "leave")
        kiosk.leave();
    else if (line == "state")
        say(stateLine(kiosk, client));
    else
        say(u"error "_s + QString::fromStdString(line));
}

} // namespace

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    sync::addConnectionOptions(parser);
    parser.addOption({u"printer"_s, u"As atrium-kiosk takes it."_s, u"device"_s});
    parser.process(application);
    const auto connection = sync::connectionFromOptions(parser);
    if (!connection) {
        std::cerr << connection.error().detail << '\n';
        return 2;
    }
    sync::HallClient client(*connection);
    client.replica().preload<model::ServiceItem>();
    ui::HallState hall(client);
    // Nobody touches it, and it must not take that for a citizen who left.
    constexpr int kLong = 3'600'000;
    kiosk::Kiosk kiosk(client, hall, {kLong, kLong, kLong, kLong});
    const QString wrong = kiosk.devices()->configure({{}, parser.value(u"printer"_s), {}});
    if (!wrong.isEmpty()) {
        std::cerr << qPrintable(wrong) << '\n';
        return 2;
    }
    test::obeyLines(kiosk, [&](const std::string& line) { obey(line, kiosk, client); });
    QObject::connect(&hall, &ui::HallState::connectionChanged, &kiosk, [&] {
        if (hall.online())
            say(u"online"_s);
    });
    kiosk.start(u"none"_s);
    client.start();
    return QGuiApplication::exec();
}
