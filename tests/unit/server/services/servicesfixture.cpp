// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/services/servicesfixture.h"

#include "server/http/openapi.h"
#include "server/services/auth/routes.h"
#include "server/services/figures/routes.h"
#include "server/services/people/routes.h"
#include "server/services/queueing/routes.h"
#include "server/services/records/routes.h"
#include "server/services/statistics/routes.h"

#include <algorithm>
#include <future>

namespace atrium::services::testing {

void ServicesTest::SetUp() {
    HallTest::SetUp();
    makeParts();
}

void ServicesTest::TearDown() {
    dropParts();
    HallTest::TearDown();
}

void ServicesTest::makeParts() {
    const auto ring = KeyRing::openOrMake(folder + "/keys").value();
    vault = std::make_unique<Vault>(*store, ring, model::HallId("hall"));
    gate = std::make_unique<Gate>(*store, *hall, *hallClock);
    gate->load().value();
    codes = std::make_unique<TicketCodes>("https://hall.example/", ring.ticket, ring.ticketId);
    signer = std::make_unique<AuditSigner>(ring.audit);
    services = std::unique_ptr<Services>(
        new Services{*store, *hall, *writer, *vault, *gate, *codes, *signer, calendar, *hallClock,
                     ServiceConfig{}, [this](const std::string& device) { closedStreams.push_back(device); },
                     [] { return std::vector<std::string>(); }});
    routes = std::make_unique<http::RouteTable>();
    addDeviceRoutes(*routes, *services);
    addPersonRoutes(*routes, *services);
    addSessionRoutes(*routes, *services);
    addPasswordRoutes(*routes, *services);
    addRecordRoutes(*routes, *services);
    addTicketRoutes(*routes, *services);
    addTicketDeskRoutes(*routes, *services);
    addPreviewRoutes(*routes, *services);
    addReportRoutes(*routes, *services);
    addWindowRoutes(*routes, *services);
    addDashboardRoutes(*routes, *services);
    addWaitErrorRoutes(*routes, *services);
    addStatisticsRoutes(*routes, *services);
    housekeeping = std::make_unique<Housekeeping>(*services);
}

void ServicesTest::dropParts() {
    housekeeping.reset();
    routes.reset();
    services.reset();
    gate.reset();
    vault.reset();
}

http::Response ServicesTest::ask(const std::string& method, const std::string& path,
                                 const http::Caller& caller, const std::string& body,
                                 const std::string& ifMatch) const {
    const auto mark = path.find('?');
    const auto match = routes->match(method, path.substr(0, mark));
    if (match.route == nullptr) {
        ADD_FAILURE() << "no route for " << method << " " << path;
        return {};
    }
    http::Request request;
    request.method = method;
    request.path = path.substr(0, mark);
    if (mark != std::string::npos)
        request.query = http::parseQuery(path.substr(mark + 1)).value();
    request.params = match.params;
    request.caller = caller;
    request.body = body;
    if (!ifMatch.empty())
        request.headers.add("If-Match", ifMatch);
    std::promise<http::Response> answered;
    match.route->handler(request, http::Responder([&answered](http::Response&& response) {
                             answered.set_value(std::move(response));
                         }));
    http::Response response = answered.get_future().get();
    EXPECT_TRUE(http::describesStatus(*match.route, response.status))
        << method << " " << match.route->pattern << " answered " << response.status
        << ", which the description does not name";
    return response;
}

http::Caller ServicesTest::at(const std::string& device, const std::string& staff,
                              const std::string& window) {
    const auto setup = hall->setup();
    http::Caller out;
    out.deviceId = model::DeviceId(device);
    out.kind = setup->devices.at(*out.deviceId).kind;
    if (staff.empty())
        return out;
    const auto& person = setup->staff.at(model::StaffId(staff));
    const auto place = window.empty() ? std::nullopt : std::optional(model::WindowId(window));
    session = gate->openSession(*out.deviceId, person.id, place, clock.now() + Gate::kSessionTime).value();
    out.session = http::StaffSession{person.id, person.role, person.serviceDesk, place};
    return out;
}

std::size_t ServicesTest::audited(const std::string& action) const {
    const auto entries = store->audit(INT64_MAX / 2, 500).value();
    return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(),
                                                  [&](const auto& entry) { return entry.action == action; }));
}

} // namespace atrium::services::testing
