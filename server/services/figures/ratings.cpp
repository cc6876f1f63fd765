// SPDX-License-Identifier: GPL-3.0-or-later
// A citizen's opinion, from the outer screen whose window served the ticket.
#include "server/services/core/crypto.h"
#include "server/services/figures/routes.h"
#include "shared/model/codec/walker.h"
#include "shared/model/json.h"

#include <boost/json/object.hpp>

#include <chrono>
#include <optional>
#include <utility>

namespace atrium::services {

using http::Access;
using model::DeviceKind;
using model::ErrorCode;
using model::Result;

namespace {

constexpr int kLowGrade = 2;
/// An outer screen that was cut off sends what waited in its outbox: days later that still counts.
constexpr std::chrono::hours kLatest{7 * 24};

std::optional<model::WindowId> windowOf(const Setup& setup, const http::Caller& caller) {
    const auto device = setup.devices.find(*caller.deviceId);
    return device != setup.devices.end() ? device->second.windowId : std::nullopt;
}

/// A ticket as the store has it, for when the state, which holds the day, knows it no more.
struct Earlier {
    std::optional<model::Ticket> ticket;
    bool rated = false;
};

Result<Earlier> earlier(Services& services, const model::TicketId& id) {
    auto ticket = services.store.ticket(id);
    if (!ticket)
        return ticket.error();
    Earlier out{std::move(*ticket), false};
    if (!out.ticket || !out.ticket->finishedAt || *out.ticket->finishedAt + kLatest < services.clock.now())
        return Earlier{};
    auto rated = services.store.isRated(*out.ticket);
    if (!rated)
        return rated.error();
    out.rated = *rated;
    return out;
}

/// The finished ticket if that window served it.
Result<model::Ticket> servedHere(const HallState& state, const model::TicketId& id,
                                 const std::optional<model::WindowId>& window, const Earlier& before = {}) {
    const auto found = state.queue.tickets.find(id);
    const bool isToday = found != state.queue.tickets.end();
    if (!isToday && !before.ticket)
        return model::Error{ErrorCode::notFound, "/ticketId", model::Sentence::noSuchTicketToday};
    const model::Ticket& ticket = isToday ? found->second : *before.ticket;
    if (!window || ticket.windowId != window)
        return model::Error{ErrorCode::forbidden, "/ticketId", model::Sentence::otherWindowServed};
    if (ticket.state != model::TicketState::finished)
        return model::Error{ErrorCode::conflict, "/ticketId", model::Sentence::serviceNotOver};
    return ticket;
}

Result<model::RatingRequest> readRating(const http::Request& request) {
    auto body = model::fromJson<model::RatingRequest>(request.body);
    if (!body)
        return body;
    if (body->grade < 1 || body->grade > 5)
        return model::Error{ErrorCode::invalid, "/grade", model::Sentence::gradeRange};
    if (body->reasons.size() > 20)
        return model::Error{ErrorCode::tooLarge, "/reasons", model::Sentence::tooManyReasons};
    for (std::size_t i = 0; i < body->reasons.size(); ++i) {
        const std::string path = "/reasons/" + std::to_string(i);
        if (body->reasons[i].empty())
            return model::Error{ErrorCode::invalid, path, model::Sentence::wantText};
        if (auto good = checkText(body->reasons[i], path); !good)
            return good.error();
    }
    if (auto good = checkText(body->comment, "/comment"); !good)
        return good.error();
    return body;
}

Result<Outcome> storeRating(WriteContext& context, const model::RatingRequest& body,
                            const std::optional<model::WindowId>& window, const Earlier& before) {
    auto ticket = servedHere(context.state(), body.ticketId, window, before);
    if (!ticket)
        return ticket.error();
    if (context.state().rated.contains(body.ticketId) || before.rated)
        return model::Error{ErrorCode::alreadyRated, "/ticketId", model::Sentence::ratedAlready};
    model::Rating rating;
    rating.id = model::RatingId(orderedHex(context.now().at));
    rating.hallId = ticket->hallId;
    rating.ticketId = ticket->id;
    rating.windowId = *window;
    rating.staffId = ticket->staffId;
    rating.itemId = ticket->itemId;
    rating.day = ticket->day;
    rating.grade = body.grade;
    rating.reasons = body.reasons;
    rating.comment = body.comment;
    rating.channel = "outerScreen";
    rating.at = context.now().at;
    // The page may be closed already (time-out, next call): the rating counts all the same.
    (void)context.command(rules::queueing::CloseRating{body.ticketId});
    context.record("rated", {store::put(rating)});
    rating.version = context.state().lastSeq;
    if (body.grade <= kLowGrade) {
        model::Alarm alarm;
        alarm.id = model::AlarmId(randomHex(16));
        alarm.hallId = rating.hallId;
        alarm.kind = model::AlarmKind::lowRating;
        alarm.subjectKind = "ticket";
        alarm.subjectId = rating.ticketId.value;
        alarm.detail = ticket->number;
        alarm.raisedAt = rating.at;
        context.record("alarmRaised", {store::put(alarm)});
    }
    context.audit("rating.create", "ticket", rating.ticketId.value);
    Outcome out{201, model::toJson(rating)};
    rating.comment.clear(); // kept with the rating alone
    out.kept = model::toJson(rating);
    return out;
}

void rate(Services& services, const http::Request& request, http::Responder responder) {
    auto body = readRating(request);
    if (!body)
        return (void)responder.send(http::problem(body.error()));
    auto before = earlier(services, body->ticketId);
    if (!before)
        return (void)responder.send(http::problem(before.error()));
    const auto window = windowOf(*services.model.setup(), request.caller);
    submitWrite(services, request, responder,
                [body = std::move(*body), window, before = std::move(*before)](WriteContext& context) {
                    return storeRating(context, body, window, before);
                });
}

void dismiss(Services& services, const http::Request& request, http::Responder responder) {
    auto body = model::fromJson<model::RatingRequest>(request.body); // only the ticket is read
    if (!body)
        return (void)responder.send(http::problem(body.error()));
    const auto window = windowOf(*services.model.setup(), request.caller);
    submitWrite(services, request, responder,
                [id = body->ticketId, window](WriteContext& context) -> Result<Outcome> {
                    if (auto ticket = servedHere(context.state(), id, window); !ticket)
                        return ticket.error();
                    if (auto done = context.command(rules::queueing::CloseRating{id}); !done)
                        return done.error();
                    return Outcome{204, {}};
                });
}

} // namespace

void addRatingRoutes(http::RouteTable& routes, Services& services) {
    const auto outer = Access::kinds({DeviceKind::dualScreen});
    routes.add({.method = "POST",
                .pattern = api("/ratings"),
                .summary = "Rate a finished service",
                .access = outer,
                .requestType = "RatingRequest",
                .responseType = "Rating",
                .successStatus = 201,
                .needsKey = true,
                .otherStatuses = {404, 409},
                .handler = [&services](const http::Request& request, http::Responder responder) {
                    rate(services, request, std::move(responder));
                }});
    routes.add({.method = "POST",
                .pattern = api("/ratings/dismiss"),
                .summary = "The rating page closed without an answer",
                .access = outer,
                .requestType = "RatingRequest",
                .successStatus = 204,
                .needsKey = true,
                .otherStatuses = {404, 409},
                .handler = [&services](const http::Request& request, http::Responder responder) {
                    dismiss(services, request, std::move(responder));
                }});
}

} // namespace atrium::services
