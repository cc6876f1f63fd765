// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/core/envelope.h"

#include "shared/model/codec/walker.h"

#include <charconv>
#include <utility>

namespace atrium::sync {

namespace {

using boost::json::value;
using model::Error;
using model::ErrorCode;
using model::Result;

Error wrong(const std::string& path, const char* wanted) {
    return {ErrorCode::invalid, path.empty() ? "/" : path, std::string("expected ") + wanted};
}

const value* member(const value& object, std::string_view name) {
    return object.is_object() ? object.get_object().if_contains({name.data(), name.size()}) : nullptr;
}

/// A member that an older server leaves out.
template <class T>
std::optional<Error> accept(const value& object, std::string_view name, T& out, const std::string& path) {
    const value* found = member(object, name);
    return found == nullptr ? std::nullopt
                            : model::codec::fromValue(*found, out, path + "/" + std::string(name));
}

template <class T>
std::optional<Error> require(const value& object, std::string_view name, T& out, const std::string& path) {
    const value* found = member(object, name);
    const std::string where = path + "/" + std::string(name);
    return found == nullptr ? wrong(where, "to be there") : model::codec::fromValue(*found, out, where);
}

Result<Change> readChange(const value& in, const std::string& path) {
    Change out;
    if (auto error = require(in, "kind", out.kind, path))
        return *error;
    if (auto error = require(in, "id", out.id, path))
        return *error;
    const value* record = member(in, "record");
    if (record == nullptr || !(record->is_object() || record->is_null()))
        return wrong(path + "/record", "a record or null");
    if (record->is_object())
        out.record = model::codec::serialise(*record);
    return out;
}

Result<LogEvent> readEvent(const value& in, const std::string& path) {
    LogEvent out;
    if (auto error = require(in, "seq", out.seq, path))
        return *error;
    if (auto error = require(in, "at", out.at, path))
        return *error;
    if (auto error = require(in, "type", out.type, path))
        return *error;
    const value* changes = member(in, "changes");
    if (changes == nullptr || !changes->is_array())
        return wrong(path + "/changes", "a list");
    out.changes.reserve(changes->get_array().size());
    for (const value& element : changes->get_array()) {
        auto change = readChange(element, path + "/changes/" + std::to_string(out.changes.size()));
        if (!change)
            return change.error();
        out.changes.push_back(std::move(*change));
    }
    return out;
}

bool takeNumber(std::string_view& text, std::int64_t& out) {
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (failure != std::errc{} || out < 0)
        return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

bool takeWord(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word))
        return false;
    text.remove_prefix(word.size());
    return true;
}

} // namespace

Result<LogEvent> parseEvent(std::string_view json) {
    auto parsed = model::codec::parse(json);
    if (!parsed)
        return parsed.error();
    return readEvent(*parsed, {});
}

Result<ChangesPage> parseChangesPage(std::string_view json) {
    auto parsed = model::codec::parse(json);
    if (!parsed)
        return parsed.error();
    ChangesPage out;
    if (auto error = require(*parsed, "seq", out.seq, {}))
        return *error;
    if (auto error = accept(*parsed, "tag", out.tag, {}))
        return *error;
    if (auto error = require(*parsed, "more", out.more, {}))
        return *error;
    const value* events = member(*parsed, "events");
    if (events == nullptr || !events->is_array())
        return wrong("/events", "a list");
    for (const value& element : events->get_array()) {
        auto event = readEvent(element, "/events/" + std::to_string(out.events.size()));
        if (!event)
            return event.error();
        out.events.push_back(std::move(*event));
    }
    return out;
}

Result<SnapshotHead> parseSnapshotHead(std::string_view line) {
    auto parsed = model::codec::parse(line);
    if (!parsed)
        return parsed.error();
    SnapshotHead out;
    if (auto error = require(*parsed, "seq", out.seq, {}))
        return *error;
    if (auto error = accept(*parsed, "tag", out.tag, {}))
        return *error;
    if (auto error = require(*parsed, "day", out.day, {}))
        return *error;
    if (const value* count = member(*parsed, "count"))
        if (auto error = model::codec::fromValue(*count, out.count, "/count"))
            return *error;
    return out;
}

Result<Change> parseSnapshotLine(std::string_view line) {
    auto parsed = model::codec::parse(line);
    if (!parsed)
        return parsed.error();
    return readChange(*parsed, {});
}

std::string positionText(const Position& position) {
    return std::to_string(position.seq) + (position.tag.empty() ? "" : "-" + position.tag);
}

std::optional<Position> parsePosition(std::string_view text) {
    Position out;
    if (!takeNumber(text, out.seq))
        return std::nullopt;
    if (text.empty())
        return out;
    if (!takeWord(text, "-") || text.empty() || text.find_first_of(" -\r\n") != std::string_view::npos)
        return std::nullopt;
    out.tag = text;
    return out;
}

std::optional<Heartbeat> parseHeartbeat(std::string_view comment) {
    std::int64_t at = 0;
    if (!takeWord(comment, "at ") || !takeNumber(comment, at) || !takeWord(comment, " seq "))
        return std::nullopt;
    auto position = parsePosition(comment);
    if (!position)
        return std::nullopt;
    return Heartbeat{model::fromMillis(at), std::move(*position)};
}

std::vector<LogEvent> newerThan(std::int64_t position, std::vector<LogEvent> events) {
    std::vector<LogEvent> out;
    out.reserve(events.size());
    for (LogEvent& event : events) {
        if (event.seq <= position)
            continue;
        position = event.seq;
        out.push_back(std::move(event));
    }
    return out;
}

} // namespace atrium::sync
