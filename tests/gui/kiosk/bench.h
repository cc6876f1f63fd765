// SPDX-License-Identifier: GPL-3.0-or-later
// A kiosk without its pages, in front of a server that reserves one ticket.
#pragma once

#include "apps/kiosk/demo/demohall.h"
#include "apps/kiosk/kiosk.h"
#include "shared/model/api.h"
#include "shared/sync/qt/hallclient.h"
#include "tests/support/gui/fakedevices.h"
#include "tests/support/sync/fakeserver.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace atrium::kiosk {

/// The far end: the demonstration hall's records and a server that reserves one ticket.
struct Bench {
    IdleTimes idleTimes;
    std::function<void(DemoHall&)> strain; ///< makes the hall's names as long as a real hall's
    QTemporaryDir folder;
    test::FakeServer* server = nullptr;
    std::unique_ptr<sync::HallClient> client;
    std::unique_ptr<ui::HallState> hall;
    std::unique_ptr<Kiosk> kiosk;
    test::FakeReader* reader = nullptr;   ///< of the kiosk, after plugIn()
    test::FakePrinter* printer = nullptr; ///< the same
    test::FakeScanner* scanner = nullptr; ///< the same

    explicit Bench(IdleTimes times = {}, std::function<void(DemoHall&)> names = {})
        : idleTimes(times), strain(std::move(names)) {
        open();
    }
    ~Bench() { close(); }

    void open() {
        auto transport = std::make_unique<test::FakeServer>();
        server = transport.get();
        std::vector<sync::Change> records;
        auto demo = demoHall();
        if (strain)
            strain(demo);
        server->hallId = demo.hall.id.value;
        server->day = kDemoDay;
        records.push_back(test::put(demo.hall));
        for (const auto& one : demo.departments)
            records.push_back(test::put(one));
        for (const auto& one : demo.queues)
            records.push_back(test::put(one));
        for (const auto& one : demo.floors)
            records.push_back(test::put(one));
        for (const auto& one : demo.areas)
            records.push_back(test::put(one));
        for (const auto& one : demo.windows)
            records.push_back(test::put(one));
        for (const auto& one : demo.statuses)
            records.push_back(test::put(one));
        for (const auto& one : demo.days)
            records.push_back(test::put(one));
        for (const auto& one : demo.items)
            records.push_back(test::put(one));
        server->publish("recordChanged", records);
        server->command = [](const sync::HttpRequest& request) {
            if (!request.path.endsWith("/tickets"))
                return sync::HttpResponse{.status = 204, .headers = {}, .body = {}, .failure = {}};
            model::TicketView view;
            view.ticket.id = model::TicketId("t1");
            view.ticket.number = "A0127";
            view.ticket.itemId =
                model::fromJson<model::IssueRequest>(request.body.toStdString()).value().itemId;
            view.qrText = "http://hall/t/t1.1.00";
            return sync::HttpResponse{.status = 201,
                                      .headers = {},
                                      .body = QByteArray::fromStdString(model::toJson(view)),
                                      .failure = {}};
        };
        sync::Connection connection;
        connection.server = QUrl(QStringLiteral("http://127.0.0.1:1"));
        connection.token = "token";
        connection.dataDir = folder.path();
        client = std::make_unique<sync::HallClient>(connection, std::move(transport));
        hall = std::make_unique<ui::HallState>(*client);
        kiosk = std::make_unique<Kiosk>(*client, *hall, idleTimes);
    }
    void close() {
        kiosk.reset();
        hall.reset();
        client.reset();
    }
    /// A reader, a printer and a scanner that do what the test says.
    void plugIn() {
        auto ownReader = std::make_unique<test::FakeReader>();
        auto ownPrinter = std::make_unique<test::FakePrinter>();
        reader = ownReader.get();
        printer = ownPrinter.get();
        auto ownScanner = std::make_unique<test::FakeScanner>();
        scanner = ownScanner.get();
        kiosk->devices()->adopt(std::move(ownReader), std::move(ownPrinter), std::move(ownScanner));
    }
    /// Without devices, but for those that the test gave before.
    void start() {
        if (reader == nullptr)
            kiosk->devices()->configure({});
        kiosk->start(QStringLiteral("none"));
        client->start();
        QTRY_VERIFY(hall->online() && kiosk->catalogue()->departments()->count() > 0);
    }
    /// Bodies of the requests whose path ends so, oldest first.
    [[nodiscard]] QList<QByteArray> heard(const QByteArray& ending) const {
        QList<QByteArray> bodies;
        for (const auto& request : server->requests())
            if (request.path.endsWith(ending))
                bodies.append(request.body);
        return bodies;
    }
    [[nodiscard]] QList<QByteArray> reports() const { return heard("/print"); }
};

} // namespace atrium::kiosk
