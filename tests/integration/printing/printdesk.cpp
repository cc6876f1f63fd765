// SPDX-License-Identifier: GPL-3.0-or-later
// The service desk without its pages: everything that issues, prints, journals and reports a ticket, driven
// by lines on standard input, so that a test can end it at any moment and start it again at once.
//
//   sign-in ACCOUNT PASSWORD | take ITEM | find NUMBER | reprint | cancel
//   state        answered by "state PAGE NUMBER PRINTER waiting=N offers=0 items=N", PAGE signIn, busy or
//   desk
#include "apps/window-terminal/view/servicedesk.h"
#include "apps/window-terminal/view/windowsession.h"
#include "shared/devices/drivers/deviceregistry.h"
#include "shared/sync/qt/hallclient.h"
#include "tests/integration/printing/lines.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QMetaEnum>

#include <iostream>
#include <sstream>
#include <string>

using namespace Qt::Literals::StringLiterals;
using namespace atrium;
using test::say;

namespace {

struct Desk {
    sync::HallClient& client;
    devices::TicketPrinter& printer;
    windowterminal::AnswerWatch watch;
    windowterminal::WindowSession session;
    windowterminal::ServiceDesk desk;

    Desk(sync::HallClient& hall, devices::TicketPrinter& paper, devices::CardReader& reader)
        : client(hall), printer(paper), watch(hall.api()), session(hall, watch),
          desk(hall, watch, paper, reader) {}

    void state() {
        const auto names = QMetaEnum::fromType<devices::DeviceState>();
        const auto* shown = desk.shown();
        say(u"state %1 %2 %3 waiting=%4 offers=0 items=%5"_s.arg(
            !session.signedIn()             ? u"signIn"_s
            : desk.busy() || !desk.online() ? u"busy"_s
                                            : u"desk"_s,
            shown == nullptr ? u"-"_s : QString::fromStdString(shown->ticket.number),
            QString::fromLatin1(names.valueToKey(static_cast<int>(printer.status().state))),
            QString::number(client.outbox().pending()),
            QString::number(client.replica().all<model::ServiceItem>().size())));
    }
    void obey(const std::string& line) {
        std::istringstream words(line);
        std::string verb;
        std::string first;
        std::string second;
        words >> verb >> first >> second;
        if (verb == "sign-in")
            session.signIn(QString::fromStdString(first), QString::fromStdString(second));
        else if (verb == "take")
            desk.issue(model::ServiceItemId(first), model::Language::zh, {});
        else if (verb == "find")
            desk.find(QString::fromStdString(first));
        else if (verb == "reprint")
            desk.reprint();
        else if (verb == "cancel")
            desk.cancel(u"办事人不办了"_s);
        else if (verb == "state")
            state();
        else
            say(u"error "_s + QString::fromStdString(line));
    }
};

} // namespace

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    sync::addConnectionOptions(parser);
    parser.addOption({u"printer"_s, u"As atrium-window-terminal takes it."_s, u"device"_s});
    parser.process(application);
    const auto connection = sync::connectionFromOptions(parser);
    auto printer = devices::makeTicketPrinter(parser.value(u"printer"_s));
    auto reader = devices::makeCardReader(u"none"_s);
    if (!connection || printer.device == nullptr || reader.device == nullptr) {
        std::cerr << "wrong options\n";
        return 2;
    }
    sync::HallClient client(*connection);
    client.replica().preload<model::ServiceItem>();
    Desk desk(client, *printer.device, *reader.device);
    test::obeyLines(client, [&desk](const std::string& line) { desk.obey(line); });
    QObject::connect(&client.sync(), &sync::SyncClient::stateChanged, &client, [&] {
        if (client.sync().online())
            say(u"online"_s);
    });
    QObject::connect(&desk.desk, &windowterminal::ServiceDesk::refused, &client,
                     [](const QString& why) { std::cerr << qPrintable(why) << '\n'; });
    desk.desk.settle();
    desk.session.resume();
    client.start();
    printer.device->start();
    return QGuiApplication::exec();
}
