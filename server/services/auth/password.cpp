// SPDX-License-Identifier: GPL-3.0-or-later
// Staff change passwords.
#include "server/services/auth/password.h"

#include "server/http/problem.h"
#include "server/services/auth/gate.h"
#include "server/services/auth/routes.h"
#include "server/services/core/crypto.h"
#include "shared/model/adminapi.h"
#include "shared/model/json.h"

#include <algorithm>
#include <utility>

namespace atrium::services {

using http::Access;
using model::DeviceKind;
using model::ErrorCode;
using model::Result;
using model::Role;

http::Response comeLater(std::chrono::seconds wait) {
    const auto seconds = std::to_string(std::max<std::int64_t>(1, wait.count()));
    return http::problem({ErrorCode::tooMany, {}, {model::Sentence::waitSeconds, {{"seconds", seconds}}}},
                         wait);
}

http::Handler aside(Services& services, http::Response (*work)(Services&, const http::Request&)) {
    return [&services, answerNow = http::answer([&services, work](const http::Request& request) {
                           return work(services, request);
                       })](const http::Request& request, http::Responder responder) {
        if (!services.aside)
            return answerNow(request, std::move(responder));
        services.aside([answerNow, request, responder = std::move(responder)] {
            try {
                answerNow(request, responder);
            } catch (...) {
                responder.send(http::failed(request));
            }
        });
    };
}

namespace {

/// Under which wrong old passwords are counted.
std::string oldPasswordKey(const model::StaffId& id) {
    return "password " + id.value;
}

/// Whether the asking person may set that person's password: an administrator anybody's, everybody their own
/// with the one they have.
Result<void> mayPassword(Services& services, const http::Request& request, const model::StaffId& id,
                         const model::PasswordRequest& body) {
    const auto& session = *request.caller.session;
    if (!services.model.setup()->staff.contains(id))
        return model::Error{ErrorCode::notFound, {}, model::Sentence::noSuchStaff};
    if (session.staffId != id) {
        if (session.role == Role::administrator && request.caller.kind == DeviceKind::admin)
            return {};
        return model::Error{ErrorCode::forbidden, {}, model::Sentence::onlyAdministratorSets};
    }
    auto row = services.store.account(id);
    if (!row)
        return row.error();
    if (*row && checkPassword((*row)->passwordHash, body.oldPassword))
        return {};
    services.gate.accountLimit.failed(oldPasswordKey(id), services.clock.now());
    return model::Error{ErrorCode::forbidden, "/oldPassword", model::Sentence::wrongOldPassword};
}

http::Response setPassword(Services& services, const http::Request& request) {
    auto body = model::fromJson<model::PasswordRequest>(request.body);
    if (!body)
        return http::problem(body.error());
    if (body->password.size() < 10 || body->password.size() > 256)
        return http::problem({ErrorCode::invalid, "/password", model::Sentence::passwordLength});
    const model::StaffId id(std::string(request.param("id")));
    if (request.caller.session->staffId == id) {
        const auto wait = services.gate.accountLimit.wait(oldPasswordKey(id), services.clock.now());
        if (wait > std::chrono::seconds::zero())
            return comeLater(wait);
    }
    if (auto may = mayPassword(services, request, id, *body); !may)
        return http::problem(may.error());
    const store::AccountRow account{id, hashPassword(body->password), false};
    auto stored = services.writer.run(actorOf(request), [&account](WriteContext& context) -> Result<Outcome> {
        context.account(account);
        context.audit("staff.password", "staff", account.staffId.value);
        return Outcome{};
    });
    if (!stored)
        return http::problem(stored.error());
    // Whoever is signed in elsewhere by the old password is out; the asking device goes on.
    auto closed = services.gate.closeSessionsOf(id, request.caller.deviceId);
    if (!closed)
        return http::problem(closed.error());
    for (const auto& device : *closed)
        services.closeStreams(device.value);
    return http::noContent();
}

} // namespace

void addPasswordRoutes(http::RouteTable& routes, Services& services) {
    routes.add({.method = "PUT",
                .pattern = api("/staff/{id}/password"),
                .summary = "Set a password",
                .access = Access::staff(DeviceKind::windowTerminal) | Access::staff(DeviceKind::admin),
                .requestType = "PasswordRequest",
                .successStatus = 204,
                .otherStatuses = {404},
                .handler = aside(services, setPassword)});
}

} // namespace atrium::services
