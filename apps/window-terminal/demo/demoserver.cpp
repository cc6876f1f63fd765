// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/demo/demoserver.h"

#include "apps/window-terminal/demo/demorecords.h"
#include "shared/model/json.h"
#include "shared/sync/qt/queuedanswer.h"
#include "shared/sync/qt/replica.h"

#include <QPointer>

#include <algorithm>
#include <chrono>

namespace atrium::windowterminal {

using model::TicketState;
using model::WindowState;

namespace {

model::Instant machineNow() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// A stream that ends when its owner gives it up.
class SilentStream : public sync::HttpStream {
public:
    QObject life;
};

} // namespace

DemoServer::DemoServer(bool atWindow, int waiting) : m_atWindow(atWindow) {
    m_status = demo::closedWindow();
    for (int number = 0; number < waiting; ++number)
        m_queue.waiting.push_back(demo::entry(number, machineNow()));
}

void DemoServer::attach(sync::Replica& replica) {
    m_replica = &replica;
    // As after a snapshot, so that the client asks for changes only.
    const bool filled = replica.beginSnapshot() && replica.addToSnapshot(demo::records(m_seq).changes) &&
                        replica.finishSnapshot(m_seq, demo::day(), demo::hallId());
    if (!filled)
        qWarning("the demonstration's records could not be stored");
    publish();
}

sync::Change DemoServer::statusChange() const {
    return {.kind = std::string(model::RecordTraits<model::WindowStatus>::kind),
            .id = m_status.id.value,
            .record = model::toJson(m_status)};
}

QByteArray DemoServer::snapshot() const {
    auto changes = demo::records(m_seq).changes;
    changes.push_back(statusChange());
    std::string lines = R"({"seq":)" + std::to_string(m_seq) + R"(,"day":)" +
                        std::to_string(demo::day().value) + R"(,"count":)" + std::to_string(changes.size()) +
                        "}\n";
    for (const auto& change : changes)
        lines += R"({"kind":")" + change.kind + R"(","id":")" + change.id + R"(","record":)" +
                 *change.record + "}\n";
    return QByteArray::fromStdString(lines);
}

void DemoServer::publish() {
    m_status.version = ++m_seq;
    const sync::LogEvent event{
        .seq = m_seq, .at = machineNow(), .type = "demonstration", .changes = {statusChange()}};
    m_replica->apply({event}, m_seq);
}

void DemoServer::send(sync::HttpRequest request, QObject* context,
                      std::function<void(sync::HttpResponse)> done) {
    const auto answered = [this, request = std::move(request)]() -> sync::HttpResponse {
        const std::string body = answer(request);
        return {.status = body.empty() ? 404 : 200,
                .headers = {},
                .body = QByteArray::fromStdString(body),
                .failure = {}};
    };
    sync::answerLater(*this, context, answered, std::move(done));
}

std::unique_ptr<sync::HttpStream> DemoServer::stream(sync::HttpRequest request, sync::StreamHandler handler) {
    const bool whole = request.path.endsWith("/snapshot");
    auto opened = std::make_unique<SilentStream>();
    // A handler may destroy its stream; then the rest is not for it any more.
    const QPointer<QObject> alive = &opened->life;
    QMetaObject::invokeMethod(
        this,
        [this, handler, whole, alive] {
            if (alive)
                handler.opened(200);
            if (whole && alive)
                handler.bytes(snapshot());
            if (whole && alive)
                handler.closed(200, {});
        },
        Qt::QueuedConnection);
    return opened;
}

std::string DemoServer::answer(const sync::HttpRequest& request) {
    const QByteArray path = request.path.mid(static_cast<qsizetype>(qstrlen("/api/v1")));
    if (path == "/server")
        return model::toJson(model::ServerInfo{.name = "Atrium",
                                               .version = "demo",
                                               .hallId = demo::hallId(),
                                               .now = machineNow(),
                                               .day = demo::day(),
                                               .seq = m_seq,
                                               .demonstration = true});
    if (path.startsWith("/changes"))
        return R"({"events":[],"more":false,"seq":)" + std::to_string(m_seq) + "}";
    if (path == "/devices/self")
        return model::toJson(demo::device(m_atWindow));
    if (path == "/session")
        return signIn();
    if (path == "/tickets/lookup")
        return model::toJson(model::LookupResponse{.tickets = {demo::view(m_queue.waiting.front())}});
    if (path.startsWith("/tickets"))
        return model::toJson(demo::view(m_queue.waiting.front()));
    const QByteArray verb = path.mid(path.lastIndexOf('/') + 1);
    if (verb != "queue")
        if (const auto wish = model::fromJson<model::WindowRequest>(request.body.toStdString()))
            carryOut(verb, *wish);
    return model::toJson(m_queue);
}

std::string DemoServer::signIn() {
    model::SessionView session;
    session.token = "demonstration";
    session.staff = demo::clerk(!m_atWindow);
    session.expiresAt = machineNow() + std::chrono::hours(8);
    if (m_atWindow) {
        session.windowId = m_status.windowId;
        m_status.state = WindowState::idle;
        m_status.staffId = session.staff.id;
        publish();
    }
    return model::toJson(session);
}

void DemoServer::present(model::QueueEntry entry, TicketState state) {
    entry.ticket.state = state;
    entry.ticket.calls = std::max(1, entry.ticket.calls);
    (state == TicketState::serving ? entry.ticket.startedAt : entry.ticket.calledAt) = machineNow();
    m_status.state = state == TicketState::serving ? WindowState::serving : WindowState::calling;
    m_status.ticketId = entry.ticket.id;
    m_status.number = entry.ticket.number;
    m_status.undoUntil.reset();
    m_status.undoTicketId.reset();
    m_queue.current = std::move(entry);
    m_queue.holderNumber = m_queue.current->holderName.empty() ? "" : "3101**********1234";
}

void DemoServer::leave() {
    m_ended = std::exchange(m_queue.current, std::nullopt);
    m_status.state = WindowState::idle;
    m_status.ticketId.reset();
    m_status.number.clear();
    m_status.shownItemId.reset();
}

void DemoServer::carryOut(const QByteArray& verb, const model::WindowRequest& request) {
    const auto takeFrom = [&](std::vector<model::QueueEntry>& list) {
        auto at = std::find_if(list.begin(), list.end(), [&](const auto& one) {
            return !request.ticketId || one.ticket.id == *request.ticketId;
        });
        if (at == list.end())
            return;
        auto taken = *at;
        list.erase(at);
        present(std::move(taken), &list == &m_queue.held ? TicketState::serving : TicketState::called);
    };
    if (verb == "call") {
        takeFrom(m_queue.waiting);
    } else if (verb == "return") {
        takeFrom(m_queue.held);
    } else if (verb == "pause") {
        m_status.state = WindowState::paused;
        m_status.pauseReason = request.reason;
        m_status.since = machineNow();
    } else if (verb == "resume") {
        m_status.state = WindowState::idle;
    } else if (verb == "undo" && m_ended) {
        present(*m_ended, m_ended->ticket.state);
    } else if (verb == "prompt-rating") {
        ++m_status.ratingPrompts;
    } else if (verb == "show") {
        m_status.shownItemId = request.itemId;
    } else if (m_queue.current && verb == "recall") {
        ++m_queue.current->ticket.calls;
    } else if (m_queue.current && verb == "start") {
        present(*m_queue.current, TicketState::serving);
    } else if (m_queue.current) {
        leave();
        if (verb == "hold")
            m_queue.held.push_back(*m_ended);
        if (verb == "no-show")
            m_queue.passed.push_back(*m_ended);
        if (verb == "finish" || verb == "no-show") {
            m_status.undoTicketId = m_ended->ticket.id;
            m_status.undoUntil = machineNow() + std::chrono::minutes(2);
        }
        m_status.ratingTicketId = verb == "finish" ? std::optional(m_ended->ticket.id) : std::nullopt;
        m_status.ratingPrompts = 1;
    }
    publish();
}

} // namespace atrium::windowterminal
