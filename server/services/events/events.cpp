// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshot, change feed and event stream.
#include "server/http/problem.h"
#include "server/services/auth/gate.h"
#include "server/services/events/routes.h"
#include "server/services/projection/projection.h"

#include <algorithm>

namespace atrium::services {

using http::Access;
using model::ErrorCode;

namespace {

void appendLine(std::string& out, const store::AnyRecord& record, const Audience& audience) {
    if (auto seen = project(record, audience)) {
        out += changeJson(store::put(std::move(*seen)));
        out += '\n';
    }
}

/// Set-up, then what runs: windows, counters, tickets and calls of the day.
std::string snapshotText(const HallState& state, const Audience& audience) {
    std::string out = "{\"seq\":" + std::to_string(state.lastSeq) + ",\"tag\":\"" +
                      positionTag(*state.runs, state.lastSeq, audience.key().view) +
                      "\",\"day\":" + std::to_string(state.queue.day.value) + "}\n";
    for (const auto& [id, status] : state.queue.windows)
        appendLine(out, status, audience);
    for (const auto& [id, day] : state.queue.queueDays)
        appendLine(out, day, audience);
    for (const auto& [id, ticket] : state.queue.tickets)
        appendLine(out, ticket, audience);
    for (const auto& id : state.callOrder)
        appendLine(out, state.calls.at(id), audience);
    for (const auto& [id, status] : state.deviceStatus)
        appendLine(out, status, audience);
    for (const auto& [id, alarm] : state.alarms)
        appendLine(out, alarm, audience);
    for (const auto& [id, appointment] : state.appointments.appointments)
        appendLine(out, appointment, audience);
    for (const auto& [id, message] : state.messages.messages)
        appendLine(out, message, audience);
    return out;
}

http::Response snapshot(Services& services, const http::Request& request) {
    const auto setup = services.model.setup();
    const Audience audience = Audience::of(request.caller, *setup);
    std::shared_ptr<const Setup> seen;
    std::string live = services.model.read([&](const HallState& state) {
        seen = state.setup;
        return snapshotText(state, audience);
    });
    const std::size_t firstLine = live.find('\n') + 1;
    std::string text = live.substr(0, firstLine);
    for (const auto& record : seen->all())
        appendLine(text, record, audience);
    text.append(live, firstLine);
    const auto lines = std::count(text.begin() + static_cast<std::ptrdiff_t>(firstLine), text.end(), '\n');
    text.insert(firstLine - 2, ",\"count\":" + std::to_string(lines));
    http::Response response;
    response.headers.add("Content-Type", "application/x-ndjson");
    response.body = std::move(text);
    return response;
}

http::Response resetProblem() {
    return http::problem(410, {ErrorCode::gone, {}, model::Sentence::tooOld}, "reset");
}

/// Whether the client's records are those of this log up to that number, as the audience sees them.
bool isKnown(Services& services, const http::LogPosition& position, const Audience& audience) {
    return services.model.read([&](const HallState& state) {
        return position.seq <= state.lastSeq && knowsPosition(*state.runs, position, audience.key().view);
    });
}

std::string tagOf(Services& services, std::int64_t seq, const Audience& audience) {
    return services.model.read(
        [&](const HallState& state) { return positionTag(*state.runs, seq, audience.key().view); });
}

http::Response changes(Services& services, const http::Request& request) {
    const auto text = request.queryValue("after");
    const auto given = text ? http::readPosition(*text) : http::LogPosition{};
    if (!given) {
        const auto number = request.queryNumber("after", 0, 0, INT64_MAX / 2);
        return http::problem(number ? model::Error{ErrorCode::invalid, {}, model::Sentence::logNumber}
                                    : number.error());
    }
    const std::int64_t after = given->seq;
    auto limit = request.queryNumber("limit", 500, 1, 500);
    if (!limit)
        return http::problem(limit.error());
    const Audience audience = Audience::of(request.caller, *services.model.setup());
    if (!isKnown(services, *given, audience))
        return resetProblem();
    auto events = services.store.eventsAfter(after, static_cast<std::size_t>(*limit));
    if (!events)
        return http::problem(events.error());
    if (!*events)
        return resetProblem();
    std::string list;
    std::int64_t position = after;
    for (const auto& event : **events) {
        position = event.seq;
        const auto seen = project(event, audience);
        if (!seen.empty())
            list += (list.empty() ? "" : ",") + eventJson(event, seen);
    }
    const bool more = (*events)->size() == static_cast<std::size_t>(*limit);
    return http::jsonResponse("{\"events\":[" + list + "],\"seq\":" + std::to_string(position) +
                              ",\"tag\":\"" + tagOf(services, position, audience) +
                              "\",\"more\":" + (more ? "true" : "false") + "}");
}

http::Response stream(Services& services, const http::Request& request) {
    auto after = http::resumePosition(request);
    if (!after)
        return http::problem(after.error());
    http::Response response;
    const Audience audience = Audience::of(request.caller, *services.model.setup());
    if (*after && !isKnown(services, **after, audience)) {
        // Somebody signed in or the device was moved since, so the client's records were made for other eyes;
        // or it followed another history of the hall, which ended when a backup was put back.
        response.headers.add("Content-Type", "text/event-stream");
        response.headers.add("Cache-Control", "no-store");
        response.body = "event: reset\ndata: {}\n\n";
        return response;
    }
    http::StreamRequest wish;
    wish.audience = audience.key();
    wish.owner = request.caller.deviceId->value;
    if (*after)
        wish.afterSeq = (*after)->seq;
    response.stream = std::move(wish);
    return response;
}

http::LogEvent hubEvent(const store::LogEventPtr& event) {
    return {event->seq, isPerDevice(*event), event};
}

} // namespace

std::vector<http::LogEvent> forHub(const std::vector<store::LogEventPtr>& events) {
    std::vector<http::LogEvent> out;
    out.reserve(events.size());
    for (const auto& event : events)
        out.push_back(hubEvent(event));
    return out;
}

http::HubSource hubSource(store::Store& store, std::shared_ptr<const store::LogRuns> runs) {
    http::HubSource out;
    out.tagOf = [runs](std::int64_t seq, std::string_view view) { return positionTag(*runs, seq, view); };
    out.project = [runs](const http::LogEvent& entry,
                         const http::AudienceKey& key) -> std::shared_ptr<const std::string> {
        const auto& event = *static_cast<const store::LogEvent*>(entry.payload.get());
        const auto seen = project(event, Audience::fromKey(key));
        if (seen.empty())
            return nullptr;
        return std::make_shared<const std::string>(http::eventFrame(
            {event.seq, positionTag(*runs, event.seq, key.view)}, event.type, eventJson(event, seen)));
    };
    out.replay = [&store](std::int64_t after,
                          std::size_t limit) -> std::optional<std::vector<http::LogEvent>> {
        auto events = store.eventsAfter(after, limit);
        if (!events || !*events)
            return std::nullopt;
        std::vector<http::LogEvent> list;
        list.reserve((*events)->size());
        for (auto& event : **events)
            list.push_back(hubEvent(std::make_shared<const store::LogEvent>(std::move(event))));
        return list;
    };
    return out;
}

void addEventRoutes(http::RouteTable& routes, Services& services) {
    routes.add({.method = "GET",
                .pattern = api("/snapshot"),
                .summary = "All records the asker may see, one change a line",
                .access = Access::devices(),
                .responseMedia = "application/x-ndjson",
                .handler = http::answer(
                    [&services](const http::Request& request) { return snapshot(services, request); })});
    routes.add({.method = "GET",
                .pattern = api("/changes"),
                .summary = "Events after a number",
                .access = Access::devices(),
                .responseType = "Changes",
                .parameters = {{.name = "after", .summary = "position to go on after: 4711-9f86d081 or 4711"},
                               {.name = "limit", .summary = "1 to 500; 500", .number = true}},
                .otherStatuses = {410},
                .handler = http::answer(
                    [&services](const http::Request& request) { return changes(services, request); })});
    routes.add(
        {.method = "GET",
         .pattern = api("/events"),
         .summary = "Events as they happen, resumed by number",
         .access = Access::devices(),
         .responseMedia = "text/event-stream",
         .parameters = {{.where = http::Parameter::Where::header,
                         .name = "Last-Event-ID",
                         .summary = "position to go on after; without it, from now on"},
                        {.name = "after", .summary = "the same for clients that cannot set the field"}},
         .otherStatuses = {410},
         .handler =
             http::answer([&services](const http::Request& request) { return stream(services, request); })});
}

} // namespace atrium::services
