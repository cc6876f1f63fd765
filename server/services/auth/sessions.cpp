// SPDX-License-Identifier: GPL-3.0-or-later
// Staff sign in and out.
#include "server/http/forwarded.h"
#include "server/http/problem.h"
#include "server/services/auth/gate.h"
#include "server/services/auth/password.h"
#include "server/services/auth/routes.h"
#include "server/services/core/crypto.h"
#include "shared/model/adminapi.h"
#include "shared/model/json.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace atrium::services {

using http::Access;
using model::DeviceKind;
using model::ErrorCode;
using model::Result;
using model::Role;

namespace {

const model::Error kWrongSignIn{ErrorCode::unauthenticated, {}, model::Sentence::wrongSignIn};

/// How long that account, or that address, must wait after wrong passwords.
std::chrono::seconds waitOf(Gate& gate, const std::string& account, const std::string& address,
                            model::Instant now) {
    return std::max(gate.accountLimit.wait(account, now), gate.addressLimit.wait(address, now));
}

struct Verified {
    model::Staff staff;
    std::string passwordHash;
};

/// Finds the member of staff behind account and password. The same time and answer for an unknown account.
Result<Verified> verify(Services& services, const model::SignInRequest& body, const std::string& address,
                        bool isLocal) {
    const auto now = services.clock.now();
    const std::string name = foldedAccount(body.account);
    const auto setup = services.model.setup();
    const auto found = setup->staffByAccount.find(name);
    std::optional<store::AccountRow> account;
    if (found != setup->staffByAccount.end()) {
        auto row = services.store.account(found->second);
        if (!row)
            return row.error();
        account = std::move(*row);
    }
    static const std::string kNobody = hashPassword(randomHex(16));
    const bool right = checkPassword(account ? account->passwordHash : kNobody, body.password) && account;
    if (!right) {
        services.gate.accountLimit.failed(name, now);
        services.gate.addressLimit.failed(address, now);
        return kWrongSignIn;
    }
    if (account->demonstration && !(services.config.loopback && isLocal))
        return model::Error{ErrorCode::forbidden, {}, model::Sentence::demonstrationOnLoopback};
    const model::Staff& staff = setup->staff.at(found->second);
    if (!staff.active)
        return kWrongSignIn;
    services.gate.accountLimit.succeeded(name);
    return Verified{staff, account->passwordHash};
}

/// Whether the password that was right is still the password.
Result<bool> stillValid(Services& services, const Verified& who) {
    auto row = services.store.account(who.staff.id);
    if (!row)
        return row.error();
    return *row && (*row)->passwordHash == who.passwordHash;
}

Result<std::optional<model::WindowId>> windowFor(const Setup& setup, const http::Caller& caller,
                                                 const model::SignInRequest& body,
                                                 const model::Staff& staff) {
    using Window = std::optional<model::WindowId>;
    if (caller.kind == DeviceKind::admin) {
        if (staff.role == Role::clerk)
            return model::Error{ErrorCode::forbidden, {}, model::Sentence::clerkAtWindow};
        return Window();
    }
    if (staff.role != Role::clerk && staff.role != Role::supervisor)
        return model::Error{ErrorCode::forbidden, {}, model::Sentence::onlyClerksAtWindow};
    const auto device = setup.devices.find(*caller.deviceId);
    Window window = device != setup.devices.end() ? device->second.windowId : Window();
    if (!window)
        window = body.windowId;
    else if (body.windowId && body.windowId != window)
        return model::Error{ErrorCode::forbidden, "/windowId", model::Sentence::otherWindowsTerminal};
    if (window && !setup.config.windows.contains(*window))
        return model::Error{ErrorCode::notFound, "/windowId", model::Sentence::noSuchWindow};
    if (!window && !staff.serviceDesk)
        return model::Error{ErrorCode::invalid, "/windowId", model::Sentence::nameWindow};
    return window;
}

/// Whether that person can still act at the window.
bool isAtWork(const Setup& setup, const Gate& gate, const model::StaffId& staff,
              const model::WindowId& window) {
    const auto found = setup.staff.find(staff);
    return found != setup.staff.end() && found->second.active && gate.isSignedIn(staff, window);
}

/// Opens the window. Somebody who forgot to sign out there is signed out. With a ticket in hand the window is
/// taken over as it stands: by a supervisor always, by a clerk when nobody works there any more.
Result<void> openWindow(WriteContext& context, const Gate& gate, const model::WindowId& window,
                        const model::Staff& staff) {
    const auto& state = context.state();
    const auto found = state.queue.windows.find(window);
    const bool isTaken = found != state.queue.windows.end() &&
                         found->second.state != model::WindowState::closed &&
                         found->second.staffId != staff.id;
    if (!isTaken)
        return context.command(rules::queueing::OpenWindow{window, staff.id});
    const model::WindowStatus before = found->second;
    if (!before.ticketId) {
        if (auto closed = context.command(rules::queueing::CloseWindow{window}); !closed)
            return closed;
        return context.command(rules::queueing::OpenWindow{window, staff.id});
    }
    const bool mayTakeOver = staff.role == Role::supervisor || !before.staffId ||
                             !isAtWork(*state.setup, gate, *before.staffId, window);
    if (auto opened = context.command(rules::queueing::OpenWindow{window, staff.id, mayTakeOver}); !opened)
        return opened;
    context.audit("window.takeOver", "window", window.value, before.staffId ? before.staffId->value : "");
    return {};
}

http::Response signIn(Services& services, const http::Request& request) {
    auto body = model::fromJson<model::SignInRequest>(request.body);
    if (!body)
        return http::problem(body.error());
    if (body->account.size() > 64 || body->password.size() > 256)
        return http::problem(kWrongSignIn);
    const std::string address = http::networkOf(request.remoteAddress);
    const auto wait = waitOf(services.gate, foldedAccount(body->account), address, services.clock.now());
    if (wait > std::chrono::seconds::zero())
        return comeLater(wait);
    auto verified = verify(services, *body, address, http::isLocal(request));
    if (!verified)
        return http::problem(verified.error());
    model::Staff* const staff = &verified->staff;
    auto window = windowFor(*services.model.setup(), request.caller, *body, *staff);
    if (!window)
        return http::problem(window.error());
    const auto device = *request.caller.deviceId;
    auto opened = services.writer.run(
        {.device = device, .staff = staff->id},
        [&window, &staff, &services](WriteContext& context) -> Result<Outcome> {
            if (*window)
                if (auto done = openWindow(context, services.gate, **window, *staff); !done)
                    return done.error();
            context.audit("session.open", "staff", staff->id.value, *window ? (*window)->value : "");
            return Outcome{};
        });
    if (!opened)
        return http::problem(opened.error());
    if (*window) { // one person at a window: whoever was there is out
        auto ended = services.gate.closeSessionsAt(**window, device);
        if (!ended)
            return http::problem(ended.error());
        for (const auto& other : *ended)
            services.closeStreams(other.value);
    }
    model::SessionView view;
    view.expiresAt = services.clock.now() + Gate::kSessionTime;
    auto token = services.gate.openSession(device, staff->id, *window, view.expiresAt);
    if (!token)
        return http::problem(token.error());
    // A password that was set while this went on ended the sessions that were there, and this was not.
    if (auto valid = stillValid(services, *verified); !valid || !*valid) {
        (void)services.gate.closeSession(device);
        return http::problem(valid ? kWrongSignIn : valid.error());
    }
    view.token = std::move(*token);
    view.staff = std::move(*staff);
    view.windowId = *window;
    services.closeStreams(device.value); // what it may see has changed
    return http::jsonResponse(model::toJson(view));
}

http::Response signOut(Services& services, const http::Request& request) {
    const auto& session = *request.caller.session;
    auto closed = services.writer.run(actorOf(request), [&session](WriteContext& context) -> Result<Outcome> {
        if (session.windowId) {
            const auto& windows = context.state().queue.windows;
            const auto status = windows.find(*session.windowId);
            const bool mine = status != windows.end() && status->second.staffId == session.staffId;
            if (mine)
                if (auto done = context.command(rules::queueing::CloseWindow{*session.windowId}); !done)
                    return done.error();
        }
        context.audit("session.close", "staff", session.staffId.value);
        return Outcome{};
    });
    if (!closed)
        return http::problem(closed.error());
    if (auto gone = services.gate.closeSession(*request.caller.deviceId); !gone)
        return http::problem(gone.error());
    services.closeStreams(request.caller.deviceId->value);
    return http::noContent();
}

} // namespace

void addSessionRoutes(http::RouteTable& routes, Services& services) {
    const auto places = Access::kinds({DeviceKind::windowTerminal, DeviceKind::admin});
    const auto signedIn = Access::staff(DeviceKind::windowTerminal) | Access::staff(DeviceKind::admin);
    routes.add({.method = "POST",
                .pattern = api("/session"),
                .summary = "Sign in; at a window it opens the window",
                .access = places,
                .requestType = "SignInRequest",
                .responseType = "SessionView",
                .otherStatuses = {404, 409},
                .handler = aside(services, signIn)});
    routes.add({.method = "DELETE",
                .pattern = api("/session"),
                .summary = "Sign out; closes the window",
                .access = signedIn,
                .successStatus = 204,
                .handler = http::answer(
                    [&services](const http::Request& request) { return signOut(services, request); })});
}

} // namespace atrium::services
