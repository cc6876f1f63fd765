// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/demo/demotransport.h"

#include "apps/kiosk/demo/demohall.h"
#include "shared/model/api.h"
#include "shared/model/json.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace atrium::kiosk {

namespace {

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

model::Instant now() {
    return model::fromMillis(QDateTime::currentMSecsSinceEpoch());
}

template <class Body> sync::HttpResponse answerWith(int status, const Body& body) {
    return {.status = status,
            .headers = {},
            .body = QByteArray::fromStdString(model::toJson(body)),
            .failure = {}};
}

template <class R> void addLine(QByteArray& lines, const R& record) {
    lines += R"({"kind":")" + QByteArray::fromStdString(std::string(model::RecordTraits<R>::kind)) +
             R"(","id":")" + QByteArray::fromStdString(record.id.value) + R"(","record":)" +
             QByteArray::fromStdString(model::toJson(record)) + "}\n";
}

QByteArray snapshot() {
    QByteArray lines = R"({"seq":1,"day":)" + QByteArray::number(kDemoDay.value) + "}\n";
    const auto demo = demoHall();
    addLine(lines, demo.hall);
    addLine(lines, demo.device);
    const auto addAll = [&lines](const auto& records) {
        for (const auto& record : records)
            addLine(lines, record);
    };
    addAll(demo.floors);
    addAll(demo.areas);
    addAll(demo.departments);
    addAll(demo.queues);
    addAll(demo.items);
    addAll(demo.windows);
    addAll(demo.statuses);
    addAll(demo.days);
    return lines;
}

/// Ends what is queued for it when it goes.
class DemoStream : public QObject, public sync::HttpStream {};

} // namespace

void DemoTransport::send(sync::HttpRequest request, QObject* context,
                         std::function<void(sync::HttpResponse)> done) {
    auto response = answer(request);
    QTimer::singleShot(0, context,
                       [response = std::move(response), done = std::move(done)] { done(response); });
}

std::unique_ptr<sync::HttpStream> DemoTransport::stream(sync::HttpRequest request,
                                                        sync::StreamHandler handler) {
    auto stream = std::make_unique<DemoStream>();
    const bool isSnapshot = request.path.contains("/snapshot");
    QTimer::singleShot(0, stream.get(), [own = QPointer<DemoStream>(stream.get()), handler, isSnapshot] {
        handler.opened(200);
        if (!isSnapshot || own.isNull())
            return;
        handler.bytes(snapshot());
        if (!own.isNull())
            handler.closed(200, {});
    });
    return stream;
}

sync::HttpResponse DemoTransport::answer(const sync::HttpRequest& request) {
    const std::string path = request.path.toStdString();
    if (path.ends_with("/server"))
        return answerWith(200, model::ServerInfo{.name = "demo",
                                                 .version = {},
                                                 .hallId = model::HallId("hall-demo"),
                                                 .now = now(),
                                                 .day = kDemoDay,
                                                 .seq = 1,
                                                 .demonstration = true});
    if (path.ends_with("/devices/self"))
        return answerWith(200, demoHall().device);
    if (path.ends_with("/tickets"))
        return issue(request.body);
    if (path.ends_with("/tickets/lookup")) {
        model::LookupResponse found;
        for (const auto& [id, ticket] : m_tickets)
            if (auto one = model::fromJson<model::TicketView>(view(ticket)))
                found.tickets.push_back(*one);
        return answerWith(200, found);
    }
    if (path.ends_with("/cancel")) {
        const auto from = path.find("/tickets/") + 9;
        return cancel(path.substr(from, path.rfind('/') - from));
    }
    return {.status = 204, .headers = {}, .body = {}, .failure = {}};
}

sync::HttpResponse DemoTransport::issue(const QByteArray& body) {
    const auto request = model::fromJson<model::IssueRequest>(view(body));
    const auto demo = demoHall();
    const auto item = std::find_if(demo.items.begin(), demo.items.end(), [&](const auto& one) {
        return request.has_value() && one.id == request->itemId;
    });
    if (item == demo.items.end())
        return {.status = 404, .headers = {}, .body = {}, .failure = {}};
    const auto queue = std::find_if(demo.queues.begin(), demo.queues.end(),
                                    [&](const auto& one) { return one.id == item->queueId; });
    model::TicketView ticket;
    char number[16];
    std::snprintf(number, sizeof number, "%s%04d", queue->prefix.c_str(), ++m_sequence);
    ticket.ticket.id = model::TicketId("demo" + std::to_string(m_sequence));
    ticket.ticket.itemId = item->id;
    ticket.ticket.queueId = queue->id;
    ticket.ticket.number = number;
    ticket.ticket.state = model::TicketState::waiting;
    ticket.ticket.issuedAt = now();
    ticket.qrText = "http://127.0.0.1/t/" + ticket.ticket.id.value + ".1.0123456789abcdef0123456789abcdef";
    ticket.peopleAhead = 9;
    ticket.waitLowMinutes = 15;
    ticket.waitHighMinutes = 20;
    for (const auto& window : demo.windows)
        if (std::find(window.itemIds.begin(), window.itemIds.end(), item->id) != window.itemIds.end())
            ticket.windowNumbers.push_back(window.number);
    if (request->identity) {
        ticket.holderName = request->identity->name.empty() ? "" : "张*";
        ticket.holderNumber = "1101**********002X";
    }
    m_tickets[ticket.ticket.id.value] = QByteArray::fromStdString(model::toJson(ticket));
    return answerWith(201, ticket);
}

sync::HttpResponse DemoTransport::cancel(const std::string& id) {
    auto ticket = model::fromJson<model::TicketView>(view(m_tickets[id]));
    if (!ticket)
        return {.status = 404, .headers = {}, .body = {}, .failure = {}};
    ticket->ticket.state = model::TicketState::cancelled;
    m_tickets[id] = QByteArray::fromStdString(model::toJson(*ticket));
    return answerWith(200, *ticket);
}

sync::Connection demoConnection(const QString& folder) {
    sync::Connection connection;
    connection.server = QUrl(QStringLiteral("http://127.0.0.1:1"));
    connection.token = "demo";
    connection.dataDir = folder;
    return connection;
}

} // namespace atrium::kiosk
