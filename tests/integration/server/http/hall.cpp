// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/server/http/hall.h"

#include "server/http/problem.h"
#include "server/http/schema.h"
#include "tests/integration/server/http/client.h"

#include <stdexcept>
#include <thread>

namespace atrium::test {

using namespace http;

HubSource FakeLog::source() {
    return {.project = [this](const LogEvent& event,
                              const AudienceKey& key) -> std::shared_ptr<const std::string> {
                ++projections;
                if (key.view == "none")
                    return nullptr;
                const auto& text = *static_cast<const std::string*>(event.payload.get());
                return std::make_shared<const std::string>(eventFrame(
                    {event.seq, {}}, "ticketCalled", event.perSelf ? text + "@" + key.self : text));
            },
            .replay = [this](std::int64_t after, std::size_t limit) -> std::optional<std::vector<LogEvent>> {
                ++replays;
                const std::lock_guard lock(mutex);
                if (after < floor)
                    return std::nullopt;
                std::vector<LogEvent> found;
                for (const LogEvent& event : events)
                    if (event.seq > after && found.size() < limit)
                        found.push_back(event);
                return found;
            },
            .tagOf = {}};
}

std::vector<LogEvent> FakeLog::make(std::int64_t first, std::int64_t last, std::size_t padding) {
    std::vector<LogEvent> made;
    for (std::int64_t seq = first; seq <= last; ++seq)
        made.push_back({.seq = seq,
                        .perSelf = false,
                        .payload = std::make_shared<const std::string>("event " + std::to_string(seq) +
                                                                       std::string(padding, '.'))});
    return made;
}

void FakeLog::append(const std::vector<LogEvent>& more) {
    const std::lock_guard lock(mutex);
    events.insert(events.end(), more.begin(), more.end());
}

namespace {

Route route(std::string method, std::string pattern, Handler handler, Access access = Access::everybody()) {
    Route made;
    made.method = std::move(method);
    made.pattern = std::move(pattern);
    made.summary = "for tests";
    made.access = std::move(access);
    made.handler = std::move(handler);
    return made;
}

Response text(std::string body) {
    Response response;
    response.body = std::move(body);
    return response;
}

model::Result<Caller> authenticate(const Request& request) {
    if (request.bearerToken().empty())
        return Caller{};
    if (request.bearerToken() == "wrong")
        return model::Error{model::ErrorCode::unauthenticated, "", "unknown token"};
    Caller caller;
    caller.deviceId = model::DeviceId("terminal-1");
    caller.kind =
        request.bearerToken() == "kiosk" ? model::DeviceKind::kiosk : model::DeviceKind::windowTerminal;
    if (request.bearerToken() == "clerk")
        caller.session = StaffSession{.staffId = model::StaffId("staff-1"),
                                      .role = model::Role::clerk,
                                      .serviceDesk = false,
                                      .windowId = std::nullopt};
    return caller;
}

Response openStream(const Request& request) {
    const auto after = resumePosition(request);
    if (!after)
        return problem(after.error());
    Response response;
    response.stream = StreamRequest{.audience = {std::string(request.queryValue("view").value_or("all")),
                                                 std::string(request.queryValue("self").value_or(""))},
                                    .owner = std::string(request.queryValue("owner").value_or("")),
                                    .afterSeq = *after ? std::optional((*after)->seq) : std::nullopt};
    return response;
}

} // namespace

void Hall::addRoutes(RouteTable& table) {
    table.add(route("POST", "/echo", answer([](const Request& r) { return text(r.body); })));
    table.add(route("POST", "/noop", answer([](const Request&) { return noContent(); })));
    table.add(route("GET", "/item/{id}",
                    answer([](const Request& r) { return text(std::string(r.param("id"))); })));
    table.add(route("GET", "/throws", answer([](const Request&) -> Response {
                        throw std::runtime_error("secret of the house");
                    })));
    table.add(route("GET", "/silent", [](const Request&, const Responder&) {}));
    table.add(route("GET", "/later", [](const Request&, const Responder& responder) {
        std::thread([responder] { responder.send(text("later")); }).detach();
    }));
    table.add(route("GET", "/blocks", answer([this](const Request&) {
                        ++blocked;
                        m_released.wait(false);
                        return text("released");
                    })));
    table.add(route("GET", "/events", answer(openStream)));
    table.add(route("GET", "/desk", answer([](const Request&) { return text("desk"); }),
                    Access::staff(model::DeviceKind::windowTerminal, {model::Role::clerk})));
    Route small = route("POST", "/small", answer([](const Request& r) { return text(r.body); }));
    small.bodyLimit = 16;
    table.add(std::move(small));
    Route keyed = route("POST", "/keyed", answer([](const Request&) { return noContent(); }));
    keyed.needsKey = true;
    table.add(std::move(keyed));
}

Hall::Hall(ServerConfig config, RouteTable more) {
    addRoutes(more);
    SchemaRegistry schemas;
    addModelSchemas(schemas);
    ServerHooks hooks;
    hooks.authenticate = authenticate;
    hooks.events = log.source();
    hooks.ready = [this] { return ready.load(); };
    hooks.accessLine = [this](const std::string& line) {
        const std::lock_guard lock(m_mutex);
        m_lines.push_back(line);
    };
    m_server = std::make_unique<Server>(std::move(config), std::move(more), schemas, std::move(hooks), clock);
}

Hall::~Hall() {
    release();
    clock.thaw(); // stopping has a deadline of its own
    m_server->stop();
}

void Hall::release() {
    m_released.store(true);
    m_released.notify_all();
}

void Hall::settle() {
    if (!Client(port()).ask(get("/item/settle")))
        throw std::runtime_error("the server does not answer");
}

std::vector<std::string> Hall::accessLines() {
    const std::lock_guard lock(m_mutex);
    return m_lines;
}

} // namespace atrium::test
