// SPDX-License-Identifier: GPL-3.0-or-later
// What staff do at a window: one route a verb, one table for all.
#include "server/services/core/crypto.h"
#include "server/services/queueing/routes.h"
#include "server/services/queueing/views.h"
#include "shared/model/json.h"

#include <array>

namespace atrium::services {

using http::Access;
using model::DeviceKind;
using model::ErrorCode;
using model::Result;
using model::Role;
using model::WindowId;
using model::WindowRequest;
using rules::queueing::Command;

namespace {

/// Makes the rules' command of a verb asked for now, or says what is missing in the body.
using MakeCommand = Result<Command> (*)(const WindowId&, const WindowRequest&, model::Instant now);

struct Verb {
    const char* name;
    const char* summary;
    MakeCommand make;
    bool atPresent = false; ///< done to the present ticket; a request that names one means that one
};

model::CallId newCallId() {
    return model::CallId(randomHex(16));
}

Result<Command> call(const WindowId& window, const WindowRequest& body, model::Instant) {
    if (!body.ticketId)
        return Command(rules::queueing::CallNext{window, newCallId()});
    if (body.reason.empty())
        return model::Error{ErrorCode::invalid, "/reason", model::Sentence::sayWhyFirst};
    return Command(rules::queueing::CallTicket{window, newCallId(), *body.ticketId, body.reason});
}

Result<Command> direct(const WindowId& window, const WindowRequest& body, model::Instant now) {
    if (!body.itemId)
        return model::Error{ErrorCode::invalid, "/itemId", model::Sentence::wantId};
    return Command(rules::queueing::ServeDirectly{window, model::TicketId(orderedHex(now)), *body.itemId});
}

Result<Command> returnHeld(const WindowId& window, const WindowRequest& body, model::Instant) {
    if (!body.ticketId)
        return model::Error{ErrorCode::invalid, "/ticketId", model::Sentence::nameHeldTicket};
    return Command(rules::queueing::ReturnHeld{window, *body.ticketId});
}

Result<Command> pause(const WindowId& window, const WindowRequest& body, model::Instant) {
    if (body.reason.empty())
        return model::Error{ErrorCode::invalid, "/reason", model::Sentence::sayWhyPaused};
    return Command(rules::queueing::PauseWindow{window, body.reason});
}

Result<Command> transfer(const WindowId& window, const WindowRequest& body, model::Instant) {
    return Command(
        rules::queueing::TransferTicket{window, body.itemId, body.toWindowId, body.withReturn, body.reason});
}

template <class Plain> Result<Command> plain(const WindowId& window, const WindowRequest&, model::Instant) {
    return Command(Plain{window});
}

constexpr std::array<Verb, 14> kVerbs{{
    {"call", "Call the next ticket, or one out of order", call},
    {"direct", "Serve somebody who took no number", direct},
    {"recall", "Call the present ticket again",
     [](const WindowId& window, const WindowRequest&, model::Instant) -> Result<Command> {
         return Command(rules::queueing::Recall{window, newCallId()});
     },
     true},
    {"start", "Begin the service", plain<rules::queueing::StartService>, true},
    {"finish", "End the service", plain<rules::queueing::FinishService>, true},
    {"no-show", "The called ticket did not come", plain<rules::queueing::MarkNoShow>, true},
    {"hold", "Set the present ticket aside",
     [](const WindowId& window, const WindowRequest& body, model::Instant) -> Result<Command> {
         return Command(rules::queueing::HoldTicket{window, body.reason});
     },
     true},
    {"return", "Take a held ticket up again", returnHeld},
    {"transfer", "Move the present ticket to another item or window", transfer, true},
    {"pause", "Pause the window", pause},
    {"resume", "Go on after a pause", plain<rules::queueing::ResumeWindow>},
    {"undo", "Take back the last finish or no-show", plain<rules::queueing::UndoLast>},
    {"prompt-rating", "Open the rating page again", plain<rules::queueing::PromptRating>},
    {"show", "Show an item's guide to the citizen being served, or take it away",
     [](const WindowId& window, const WindowRequest& body, model::Instant) -> Result<Command> {
         return Command(rules::queueing::ShowGuide{window, body.itemId});
     }},
}};

/// Staff act at the window they signed in at, supervisors anywhere.
Result<void> checkWindow(const http::Request& request, const WindowId& window) {
    const auto& session = request.caller.session;
    if (session && (session->role == Role::supervisor || session->windowId == window))
        return {};
    return model::Error{ErrorCode::forbidden, {}, model::Sentence::notSignedInHere};
}

Result<WindowRequest> readBody(const std::string& text) {
    if (text.empty())
        return WindowRequest{};
    auto body = model::fromJson<WindowRequest>(text);
    if (body)
        if (auto good = checkText(body->reason, "/reason"); !good)
            return good.error();
    return body;
}

/// A terminal that lags behind names a ticket that is no longer the present one.
Result<void> checkPresent(const HallState& state, const WindowId& window,
                          const std::optional<model::TicketId>& named) {
    const auto status = state.queue.windows.find(window);
    if (!named || status == state.queue.windows.end() || !status->second.ticketId ||
        *status->second.ticketId == *named)
        return {}; // without a present ticket the rules refuse
    return model::Error{ErrorCode::conflict,
                        "/ticketId",
                        {model::Sentence::finishFirst, {{"number", status->second.number}}}};
}

/// A service that was rated, taken up again and ended once more is not rated twice: the page stays closed.
Result<void> closeIfRated(WriteContext& context, const WindowId& window) {
    const HallState& state = context.state();
    const auto status = state.queue.windows.find(window);
    if (status == state.queue.windows.end() || !status->second.ratingTicketId ||
        !state.rated.contains(*status->second.ratingTicketId))
        return {};
    return context.command(rules::queueing::CloseRating{*status->second.ratingTicketId});
}

void act(Services& services, const Verb& verb, const http::Request& request, http::Responder responder) {
    const WindowId window(std::string(request.param("id")));
    if (auto allowed = checkWindow(request, window); !allowed)
        return (void)responder.send(http::problem(allowed.error()));
    auto body = readBody(request.body);
    if (!body)
        return (void)responder.send(http::problem(body.error()));
    auto command = verb.make(window, *body, services.now().at);
    if (!command)
        return (void)responder.send(http::problem(command.error()));
    submitWrite(
        services, request, responder,
        [command = *command, window, name = verb.name,
         named = verb.atPresent ? body->ticketId : std::nullopt](WriteContext& context) -> Result<Outcome> {
            if (auto good = checkPresent(context.state(), window, named); !good)
                return good.error();
            if (auto done = context.command(command); !done)
                return done.error();
            if (auto done = closeIfRated(context, window); !done)
                return done.error();
            context.audit(std::string("window.") + name, "window", window.value);
            return Outcome{200, {}}; // the answer is the queue as it then stands, made after the commit
        },
        [&services, window] { return http::jsonResponse(model::toJson(windowQueue(services, window))); });
}

} // namespace

void addWindowRoutes(http::RouteTable& routes, Services& services) {
    const auto access =
        Access::staff(DeviceKind::windowTerminal) | Access::staff(DeviceKind::admin, {Role::supervisor});
    for (const Verb& verb : kVerbs)
        routes.add({.method = "POST",
                    .pattern = api("/windows/{id}/") + verb.name,
                    .summary = verb.summary,
                    .access = access,
                    .requestType = "WindowRequest",
                    .responseType = "WindowQueue",
                    .needsKey = true,
                    .otherStatuses = {404, 409},
                    .handler = [&services, verb](const http::Request& request, http::Responder responder) {
                        act(services, verb, request, std::move(responder));
                    }});
    routes.add({.method = "GET",
                .pattern = api("/windows/{id}/queue"),
                .summary = "What waits for a window, in the order of calling",
                .access = access,
                .responseType = "WindowQueue",
                .otherStatuses = {404},
                .handler = http::answer([&services](const http::Request& request) {
                    const WindowId window(std::string(request.param("id")));
                    if (auto allowed = checkWindow(request, window); !allowed)
                        return http::problem(allowed.error());
                    return http::jsonResponse(model::toJson(windowQueue(services, window)));
                })});
}

} // namespace atrium::services
