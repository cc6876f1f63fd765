// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator's editing of the set-up, and reading of all records.
#include "server/services/auth/gate.h"
#include "server/services/core/alarms.h"
#include "server/services/messages/gatewayalarm.h"
#include "server/services/projection/projection.h"
#include "server/services/records/checktexts.h"
#include "server/services/records/edits.h"
#include "server/services/records/recorddiff.h"
#include "server/services/records/recordrules.h"
#include "server/services/records/routes.h"
#include "server/store/store.h"
#include "shared/model/adminapi.h"
#include "shared/model/json.h"

namespace atrium::services {

using http::Access;
using model::DeviceKind;
using model::ErrorCode;
using model::Result;
using model::Role;
using store::AnyRecord;

namespace {

http::Response listRecords(Services& services, const http::Request& request) {
    const std::string_view kind = store::knownKind(request.param("kind"));
    if (kind.empty())
        return http::problem({ErrorCode::notFound, {}, model::Sentence::noSuchKind});
    auto limit = request.queryNumber("limit", 500, 1, 500);
    if (!limit)
        return http::problem(limit.error());
    const std::string after(request.queryValue("after").value_or(""));
    auto records = services.store.records(kind, after, static_cast<std::size_t>(*limit));
    if (!records)
        return http::problem(records.error());
    const Audience audience = Audience::of(request.caller, *services.model.setup());
    std::string list;
    for (const AnyRecord& record : *records)
        if (auto seen = project(record, audience))
            list += (list.empty() ? "" : ",") + store::recordJson(*seen);
    return http::jsonResponse("{\"records\":[" + list + "]}");
}

/// Whoever may not any more, or may see something else, must ask again.
void end(Services& services, const Ending& ending) {
    if (ending.sessionsOf) {
        const auto closed = services.gate.closeSessionsOf(*ending.sessionsOf);
        for (const auto& device : closed ? *closed : std::vector<model::DeviceId>())
            services.closeStreams(
                device.value); // a session that could not be closed is refused at its next request
    }
    if (ending.streamsOf)
        services.closeStreams(ending.streamsOf->value);
    if (ending.streamsAt) {
        for (const auto& [id, device] : services.model.setup()->devices)
            if (device.windowId == ending.streamsAt)
                services.closeStreams(id.value);
        for (const auto& device : services.gate.devicesAt(*ending.streamsAt))
            services.closeStreams(device.value);
    }
}

/// What follows from the change that an administrator should know at once.
std::vector<model::Saying> notesOf(const WriteContext& context, const std::optional<AnyRecord>& present,
                                   const AnyRecord& next, const std::map<model::QueueId, int>& before) {
    std::vector<model::Saying> out;
    const auto& queues = context.state().setup->config.queues;
    for (const auto& [id, count] : strandedTickets(context.state(), context.now().at, {})) {
        const auto was = before.find(id);
        const auto queue = queues.find(id);
        if (queue != queues.end() && (was == before.end() || was->second < count))
            out.push_back({model::Sentence::queueStranded,
                           {{"queue", queue->second.prefix}, {"count", std::to_string(count)}}});
    }
    const auto* hall = std::get_if<model::Hall>(&next);
    const auto* old = hall != nullptr && present ? std::get_if<model::Hall>(&*present) : nullptr;
    if (old != nullptr && old->timeZone != hall->timeZone)
        out.emplace_back(model::Sentence::zoneAfterRestart);
    if (old != nullptr && old->publicUrl != hall->publicUrl)
        out.emplace_back(model::Sentence::addressAfterRestart);
    if (hall != nullptr && hall->messages.active)
        if (const auto fault = gatewayFault(context.state()))
            out.push_back({model::Sentence::gatewayAway, {{"gateway", "sms"}, {"code", *fault}}});
    return out;
}

/// Who can sign in by what is stored. A password that this group of writes sets counts from the next group
/// on: none is ever taken away, so that errs on the safe side.
HasPassword storedPasswords(Services& services) {
    return [&services](const model::StaffId& id) -> Result<bool> {
        auto row = services.store.account(id);
        if (!row)
            return row.error();
        // A demonstration account is known to everybody and works on the loopback only.
        return *row && (!(*row)->demonstration || services.config.loopback);
    };
}

/// The record's JSON with the member "notes" [model::RecordNotes], when there are any.
std::string withNotes(std::string record, const std::vector<model::Saying>& said, model::Language language) {
    if (said.empty())
        return record;
    model::RecordNotes out;
    for (const model::Saying& one : said)
        out.notes.push_back(model::textOf(one, language));
    record.back() = ','; // for its closing brace
    return record + model::toJson(out).substr(1);
}

void putRecord(Services& services, const http::Request& request, http::Responder responder) {
    const std::string_view kind = store::knownKind(request.param("kind"));
    if (kind.empty() || !store::isSetupKind(kind))
        return (void)responder.send(
            http::problem({ErrorCode::notFound, {}, model::Sentence::noSuchSetupKind}));
    auto wanted = store::recordFromJson(kind, request.body);
    if (!wanted)
        return (void)responder.send(http::problem(wanted.error()));
    const std::string id(request.param("id"));
    if (store::idOf(*wanted) != id)
        return (void)responder.send(http::problem({ErrorCode::invalid, "/id", model::Sentence::idDiffers}));
    auto version = ifMatch(request);
    if (!version)
        return (void)responder.send(http::problem(version.error()));
    // Files are never deleted: what is there now is there when the write comes.
    const auto isKnown = [&services](const std::string& sum) -> Result<bool> {
        auto row = services.store.media(sum);
        if (!row)
            return row.error();
        return row->has_value();
    };
    if (auto good = checkPictures(*wanted, isKnown); !good)
        return (void)responder.send(http::problem(good.error()));
    const bool publisher = request.caller.session->role == Role::publisher;
    const auto language = model::languageOf(request.headers.find("Accept-Language").value_or(""));
    const auto ending = std::make_shared<Ending>(); // what the job finds, for after the commit
    submitWriteThen(
        services, request, responder,
        [&services, kind, id, publisher, language, version = *version, ending,
         wanted = std::move(*wanted)](WriteContext& context) -> Result<Outcome> {
            const Setup& setup = *context.state().setup;
            const auto present = setup.find(kind, id);
            if (auto good = checkVersion(present, version); !good)
                return good.error();
            AnyRecord next = wanted;
            if (publisher) {
                auto edited = publisherEdit(wanted, present);
                if (!edited)
                    return edited.error();
                next = std::move(*edited);
            }
            keepServerFields(next, present);
            if (kind == "hall" && !present)
                return model::Error{ErrorCode::conflict, "/id", model::Sentence::oneHallAlready};
            if (present && sameButVersion(next, *present)) // nothing to write, to audit or to tell of
                return Outcome{200, store::recordJson(*present)};
            if (auto good = checkChange(context.state(), present, next, storedPasswords(services)); !good)
                return good.error();
            if (present)
                *ending = endedBy(*present, next);
            std::string what = recordDiff(kind, present, next);
            const auto before = strandedTickets(context.state(), context.now().at, {});
            context.record("recordChanged", {store::put(next)});
            context.audit("record.put", kind, id, std::move(what));
            return Outcome{present ? 200 : 201,
                           withNotes(store::recordJson(*context.state().setup->find(kind, id)),
                                     notesOf(context, present, next, before), language)};
        },
        [&services, ending] { end(services, *ending); });
}

void deleteRecord(Services& services, const http::Request& request, http::Responder responder) {
    const std::string_view kind = store::knownKind(request.param("kind"));
    if (kind.empty() || !store::isSetupKind(kind))
        return (void)responder.send(
            http::problem({ErrorCode::notFound, {}, model::Sentence::noSuchSetupKind}));
    auto version = ifMatch(request);
    if (!version)
        return (void)responder.send(http::problem(version.error()));
    const std::string id(request.param("id"));
    const auto ending = std::make_shared<Ending>(); // what the job finds, for after the commit
    submitWriteThen(
        services, request, responder,
        [&services, kind, id, version = *version, ending](WriteContext& context) -> Result<Outcome> {
            const HallState& state = context.state();
            const auto present = state.setup->find(kind, id);
            if (!present)
                return model::Error{ErrorCode::notFound, {}, model::Sentence::noSuchRecord};
            if (auto good = checkVersion(present, version); !good)
                return good.error();
            if (auto good = checkAccess(*state.setup, *present, std::nullopt, storedPasswords(services));
                !good)
                return good.error();
            if (auto good = checkUnused(state, kind, id); !good)
                return good.error();
            *ending = endedBy(*present, std::nullopt);
            std::string what = recordDiff(kind, present, std::nullopt);
            std::vector<store::Change> gone{store::gone(kind, id)};
            if (kind == "device" && state.deviceStatus.contains(model::RecordId(id)))
                gone.push_back(store::gone("deviceStatus", id)); // nobody is there to go offline
            context.record("recordDeleted", std::move(gone));
            context.audit("record.delete", kind, id, std::move(what));
            return Outcome{204, {}};
        },
        [&services, ending] { end(services, *ending); });
}

} // namespace

void addRecordRoutes(http::RouteTable& routes, Services& services) {
    using enum Role;
    routes.add({.method = "GET",
                .pattern = api("/records/{kind}"),
                .summary = "Records of one kind, by id",
                .access = Access::staff(DeviceKind::admin, {publisher, supervisor, inspector, administrator}),
                .responseType = "RecordList",
                .parameters = {{.name = "after", .summary = "id to go on after"},
                               {.name = "limit", .summary = "1 to 500; 500", .number = true}},
                .otherStatuses = {404},
                .handler = http::answer(
                    [&services](const http::Request& request) { return listRecords(services, request); })});
    routes.add({.method = "PUT",
                .pattern = api("/records/{kind}/{id}"),
                .summary = "Make or change a set-up record",
                .access = Access::staff(DeviceKind::admin, {administrator, publisher}),
                .requestType = "Record",
                .responseType = "Record",
                .parameters = {{.where = http::Parameter::Where::header,
                                .name = "If-Match",
                                .summary = "version that is changed; needed when the record exists"}},
                .otherStatuses = {201, 404, 409},
                .handler = [&services](const http::Request& request, http::Responder responder) {
                    putRecord(services, request, std::move(responder));
                }});
    routes.add({.method = "DELETE",
                .pattern = api("/records/{kind}/{id}"),
                .summary = "Delete a set-up record nothing points to",
                .access = Access::staff(DeviceKind::admin, {administrator}),
                .successStatus = 204,
                .parameters = {{.where = http::Parameter::Where::header,
                                .name = "If-Match",
                                .summary = "version that is changed; needed when the record exists"}},
                .otherStatuses = {404, 409},
                .handler = [&services](const http::Request& request, http::Responder responder) {
                    deleteRecord(services, request, std::move(responder));
                }});
}

} // namespace atrium::services
