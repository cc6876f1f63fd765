// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/change.h"

#include "shared/model/codec/walker.h"

#include <boost/mp11/algorithm.hpp>

namespace atrium::store {

using model::Result;
namespace json = boost::json;
namespace mp11 = boost::mp11;

namespace {

/// Calls use(Identity<Record>) for the kind with that name; false when there is none.
template <class Use> bool withKind(std::string_view kind, Use&& use) {
    bool found = false;
    mp11::mp_for_each<mp11::mp_transform<mp11::mp_identity, model::AllRecords>>([&](auto identity) {
        using Record = typename decltype(identity)::type;
        if (!found && model::RecordTraits<Record>::kind == kind) {
            found = true;
            use(identity);
        }
    });
    return found;
}

json::value recordValue(const AnyRecord& record, const json::storage_ptr& memory) {
    return std::visit([&](const auto& value) { return model::codec::toValue(value, memory); }, record);
}

Result<AnyRecord> recordFromValue(std::string_view kind, const json::value& value, const std::string& path) {
    Result<AnyRecord> out = model::Error{model::ErrorCode::notFound, path, model::Sentence::noSuchKind};
    withKind(kind, [&](auto identity) {
        typename decltype(identity)::type record{};
        if (auto error = model::codec::fromValue(value, record, path))
            out = *error;
        else
            out = AnyRecord(std::move(record));
    });
    return out;
}

} // namespace

std::string_view kindOf(const AnyRecord& record) {
    return std::visit(
        [](const auto& value) { return model::RecordTraits<std::decay_t<decltype(value)>>::kind; }, record);
}

const std::string& idOf(const AnyRecord& record) {
    return std::visit([](const auto& value) -> const std::string& { return value.id.value; }, record);
}

std::int64_t versionOf(const AnyRecord& record) {
    return std::visit([](const auto& value) { return value.version; }, record);
}

void setVersion(AnyRecord& record, std::int64_t version) {
    std::visit([version](auto& value) { value.version = version; }, record);
}

std::string_view knownKind(std::string_view kind) {
    std::string_view out;
    withKind(kind,
             [&](auto identity) { out = model::RecordTraits<typename decltype(identity)::type>::kind; });
    return out;
}

bool isSetupKind(std::string_view kind) {
    bool out = false;
    withKind(kind, [&](auto identity) {
        out = mp11::mp_contains<model::SetupRecords, typename decltype(identity)::type>::value;
    });
    return out;
}

std::string recordJson(const AnyRecord& record) {
    return std::visit([](const auto& value) { return model::codec::write(value); }, record);
}

Result<AnyRecord> recordFromJson(std::string_view kind, std::string_view text) {
    auto parsed = model::codec::parse(text);
    if (!parsed)
        return parsed.error();
    return recordFromValue(kind, *parsed, {});
}

Change put(AnyRecord record) {
    Change out;
    out.kind = kindOf(record);
    out.id = idOf(record);
    out.record = std::move(record);
    return out;
}

Change gone(std::string_view kind, std::string id) {
    return Change{knownKind(kind), std::move(id), std::nullopt};
}

std::string eventBody(const LogEvent& event) {
    model::codec::CallMemory call;
    const json::storage_ptr memory = call.storage();
    json::array changes(memory);
    changes.reserve(event.changes.size());
    for (const Change& change : event.changes) {
        json::object one(3, memory);
        one.emplace("kind", json::string_view(change.kind.data(), change.kind.size()));
        one.emplace("id", change.id);
        one.emplace("record", change.record ? recordValue(*change.record, memory) : json::value(nullptr));
        changes.push_back(std::move(one));
    }
    json::object body(5, memory);
    body.emplace("changes", std::move(changes));
    if (event.undoTicket)
        body.emplace("undoTicket", model::codec::toValue(*event.undoTicket, memory));
    if (!event.predictions.empty())
        body.emplace("predictions", model::codec::toValue(event.predictions, memory));
    if (!event.reaches.empty())
        body.emplace("reaches", model::codec::toValue(event.reaches, memory));
    if (event.nextDay)
        body.emplace("nextDay", model::codec::toValue(*event.nextDay, memory));
    return model::codec::serialise(json::value(std::move(body)));
}

Result<LogEvent> eventFromBody(std::string_view text) {
    const model::Error broken{model::ErrorCode::invalid, "/changes", model::Sentence::notAnEvent};
    auto parsed = model::codec::parse(text);
    if (!parsed)
        return parsed.error();
    if (!parsed->is_object())
        return broken;
    const json::object& body = parsed->get_object();
    const json::value* changes = body.if_contains("changes");
    if (changes == nullptr || !changes->is_array())
        return broken;
    LogEvent event;
    for (const json::value& one : changes->get_array()) {
        if (!one.is_object() || !one.get_object().contains("kind") || !one.get_object().contains("id"))
            return broken;
        const json::object& fields = one.get_object();
        if (!fields.at("kind").is_string() || !fields.at("id").is_string())
            return broken;
        Change change =
            gone(std::string(fields.at("kind").get_string()), std::string(fields.at("id").get_string()));
        if (const json::value* record = fields.if_contains("record");
            record != nullptr && !record->is_null()) {
            auto read = recordFromValue(change.kind, *record, "/changes");
            if (!read)
                return read.error();
            change.record = std::move(*read);
        }
        event.changes.push_back(std::move(change));
    }
    if (const json::value* undo = body.if_contains("undoTicket")) {
        if (auto error = model::codec::fromValue(*undo, event.undoTicket, "/undoTicket"))
            return *error;
    }
    if (const json::value* told = body.if_contains("predictions")) {
        if (auto error = model::codec::fromValue(*told, event.predictions, "/predictions"))
            return *error;
    }
    if (const json::value* left = body.if_contains("reaches")) {
        if (auto error = model::codec::fromValue(*left, event.reaches, "/reaches"))
            return *error;
    }
    if (const json::value* day = body.if_contains("nextDay")) {
        if (auto error = model::codec::fromValue(*day, event.nextDay, "/nextDay"))
            return *error;
    }
    return event;
}

} // namespace atrium::store
