// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window-terminal/fakewindow.h"

#include <algorithm>
#include <chrono>

namespace atrium::test {

using model::TicketState;
using model::WindowState;
using sync::HttpRequest;
using sync::HttpResponse;

namespace {

model::ServiceItem item(const char* id, const char* name) {
    model::ServiceItem item;
    item.id = model::ServiceItemId(id);
    item.hallId = model::HallId("hall");
    item.departmentId = model::DepartmentId("dept");
    item.queueId = model::QueueId("queue");
    item.name = name;
    item.materials = {{.name = "申请书", .form = "原件", .copies = 1, .required = true, .note = {}}};
    return item;
}

model::Window windowRecord(const char* id, int number) {
    model::Window window;
    window.id = model::WindowId(id);
    window.hallId = model::HallId("hall");
    window.number = number;
    window.itemIds = {model::ServiceItemId("item-a"), model::ServiceItemId("item-b")};
    return window;
}

} // namespace

FakeWindow::FakeWindow(FakeServer& server) : m_server(server) {
    server.knownSession = "session-token";
    status.id = model::RecordId("window-03");
    status.windowId = model::WindowId("window-03");
    for (int number = 1; number <= 3; ++number)
        queue.waiting.push_back({.ticket = ticket(number), .holderName = "张*", .reason = "arrival"});
    server.command = [this](const HttpRequest& request) { return answer(request); };
}

model::Ticket FakeWindow::ticket(int number) {
    model::Ticket ticket;
    ticket.id = model::TicketId("ticket-" + std::to_string(number));
    ticket.queueId = model::QueueId("queue");
    ticket.itemId = model::ServiceItemId("item-a");
    ticket.number = "A000" + std::to_string(number);
    ticket.state = TicketState::waiting;
    ticket.arrivedAt = model::fromMillis(kNow) - std::chrono::minutes(20 - number);
    return ticket;
}

void FakeWindow::publishHall() {
    model::Hall hall;
    hall.id = model::HallId("hall");
    hall.name = "政务服务中心";
    model::Queue rules;
    rules.id = model::QueueId("queue");
    rules.recallLimit = 2;
    m_server.publish("recordChanged", {put(hall), put(rules), put(item("item-a", "公司设立登记")),
                                       put(item("item-b", "公司变更登记")), put(windowRecord("window-03", 3)),
                                       put(windowRecord("window-05", 5))});
    publishStatus();
}

void FakeWindow::publishStatus() {
    status.version = m_server.seq() + 1;
    m_server.publish("windowChanged", {put(status)});
}

void FakeWindow::publishOwnCalls(int afterSeconds) {
    model::Queue rules;
    rules.id = model::QueueId("queue");
    rules.callMode = model::CallMode::automatic;
    rules.callAfterSeconds = afterSeconds;
    m_server.publish("recordChanged", {put(rules)});
    status.since = model::fromMillis(kNow);
    publishStatus();
}

model::WindowRequest FakeWindow::lastRequest() const {
    const auto body = m_commands.isEmpty() ? QByteArray("{}") : m_commands.last().body;
    return model::fromJson<model::WindowRequest>(body.toStdString()).value();
}

HttpResponse FakeWindow::ok(const std::string& json) {
    return {.status = 200, .headers = {}, .body = QByteArray::fromStdString(json), .failure = {}};
}

HttpResponse FakeWindow::problem(int status, const QByteArray& code) {
    return {.status = status,
            .headers = {{"content-type", "application/problem+json"}},
            .body = R"({"type":"about:blank","title":"refused","status":)" + QByteArray::number(status) +
                    R"(,"code":")" + code + R"(","path":"/","detail":"as the test wishes"})",
            .failure = {}};
}

HttpResponse FakeWindow::answer(const HttpRequest& request) {
    const QByteArray path = request.path.mid(static_cast<qsizetype>(qstrlen("/api/v1")));
    const bool withSession = std::any_of(request.headers.begin(), request.headers.end(),
                                         [](const auto& header) { return header.first == "Atrium-Session"; });
    if (path == "/devices/self") {
        model::Device device;
        device.id = model::DeviceId("terminal");
        device.kind = model::DeviceKind::windowTerminal;
        if (atWindow)
            device.windowId = model::WindowId("window-03");
        return ok(model::toJson(device));
    }
    if (path == "/session" && request.method == "POST")
        return signIn(request);
    if (withSession && !knowsSession)
        return problem(401, "unauthenticated");
    if (path == "/session")
        return {.status = 204, .headers = {}, .body = {}, .failure = {}};
    if (path.startsWith("/windows/window-03/"))
        return window(path.mid(19), request);
    if (path.startsWith("/tickets"))
        return tickets(path.mid(8), request);
    return problem(404, "notFound");
}

HttpResponse FakeWindow::signIn(const HttpRequest& request) {
    const auto wish = model::fromJson<model::SignInRequest>(request.body.toStdString()).value();
    if (wish.password != "right")
        return problem(401, "unauthenticated");
    model::SessionView session;
    session.token = "session-token";
    session.staff.id = model::StaffId("staff");
    session.staff.name = "李晓雯";
    session.staff.serviceDesk = !atWindow;
    session.expiresAt = model::fromMillis(4'102'444'800'000); // 2100
    if (atWindow) {
        session.windowId = model::WindowId("window-03");
        status.state = WindowState::idle;
        status.staffId = session.staff.id;
        publishStatus();
    }
    return ok(model::toJson(session));
}

HttpResponse FakeWindow::window(const QByteArray& verb, const HttpRequest& request) {
    if (verb == "queue")
        return ok(model::toJson(queue));
    m_commands.append({verb, request.body});
    if (!refuseWith.isEmpty())
        return problem(409, std::exchange(refuseWith, {}));
    carryOut(verb, model::fromJson<model::WindowRequest>(request.body.toStdString()).value());
    publishStatus();
    return ok(model::toJson(queue));
}

void FakeWindow::present(model::QueueEntry entry, TicketState state) {
    entry.ticket.state = state;
    entry.ticket.calls = std::max(1, entry.ticket.calls);
    entry.ticket.calledAt = model::fromMillis(kNow);
    entry.ticket.version = m_server.seq() + 1; // of the event that publishStatus() makes
    if (state == TicketState::serving)
        entry.ticket.startedAt = model::fromMillis(kNow);
    status.state = state == TicketState::serving ? WindowState::serving : WindowState::calling;
    status.ticketId = entry.ticket.id;
    status.number = entry.ticket.number;
    status.undoTicketId.reset();
    status.undoUntil.reset();
    queue.current = std::move(entry);
    queue.holderNumber = "1101**********002X";
}

void FakeWindow::carryOut(const QByteArray& verb, const model::WindowRequest& request) {
    const auto takeOut = [&](std::vector<model::QueueEntry>& list) {
        const auto at = std::find_if(list.begin(), list.end(), [&](const auto& entry) {
            return !request.ticketId || entry.ticket.id == *request.ticketId;
        });
        auto entry = *at;
        list.erase(at);
        return entry;
    };
    const auto leave = [&] {
        m_ended = std::exchange(queue.current, std::nullopt);
        status.state = WindowState::idle;
        status.ticketId.reset();
        status.number.clear();
        status.shownItemId.reset();
    };
    if (verb == "call") {
        present(takeOut(queue.waiting), TicketState::called);
    } else if (verb == "recall") {
        ++queue.current->ticket.calls;
        queue.current->ticket.version = m_server.seq() + 1;
    } else if (verb == "start") {
        present(*queue.current, TicketState::serving);
    } else if (verb == "return") {
        present(takeOut(queue.held), TicketState::serving);
    } else if (verb == "direct") {
        auto given = ticket(9);
        given.itemId = *request.itemId;
        present({.ticket = given, .holderName = {}, .reason = {}}, TicketState::serving);
    } else if (verb == "hold") {
        leave();
        queue.held.push_back(*m_ended);
    } else if (verb == "transfer") {
        leave();
    } else if (verb == "finish" || verb == "no-show") {
        leave();
        status.undoTicketId = m_ended->ticket.id;
        status.undoUntil = model::fromMillis(kNow) + std::chrono::seconds(120);
        status.ratingTicketId = verb == "finish" ? std::optional(m_ended->ticket.id) : std::nullopt;
        status.ratingPrompts = 1;
        m_ended->ticket.version = m_server.seq() + 1;
        auto ended = m_ended->ticket;
        ended.state = verb == "finish"  ? TicketState::finished
                      : passedWaitAgain ? TicketState::waiting
                                        : TicketState::noShow;
        ended.noShows = verb == "finish" ? 0 : 1;
        m_server.publish("ticketChanged", {put(ended)});
        if (verb == "no-show")
            queue.passed.push_back(*m_ended);
    } else if (verb == "undo") {
        present(*m_ended, m_ended->ticket.state);
    } else if (verb == "pause") {
        status.state = WindowState::paused;
        status.pauseReason = request.reason;
    } else if (verb == "resume") {
        status.state = WindowState::idle;
    } else if (verb == "prompt-rating") {
        ++status.ratingPrompts;
    } else if (verb == "show") {
        status.shownItemId = request.itemId;
    }
}

HttpResponse FakeWindow::tickets(const QByteArray& path, const HttpRequest& request) {
    m_commands.append({path, request.body});
    if (!refuseWith.isEmpty())
        return problem(409, std::exchange(refuseWith, {}));
    model::TicketView view;
    view.ticket = ticket(7);
    view.holderName = "王*";
    view.holderNumber = "3101**********1234";
    view.qrText = "http://hall/t/0123.1.abcd";
    view.windowNumbers = {3, 5};
    if (path == "/lookup")
        return ok(model::toJson(model::LookupResponse{.tickets = found}));
    if (path.endsWith("/cancel"))
        view.ticket.state = TicketState::cancelled;
    if (path.isEmpty())
        found = {view};
    return ok(model::toJson(view));
}

} // namespace atrium::test
