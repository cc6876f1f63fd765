// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/records/recorddiff.h"

#include "shared/model/adminapi.h"
#include "shared/model/json.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace atrium::services {

namespace {

namespace json = boost::json;

/// Values by path; empty ones are left out, so a member that was never filled in is no change.
using Leaves = std::map<std::string, std::string>;

std::string cut(std::string text) {
    if (text.size() <= kValueBytes)
        return text;
    std::size_t end = kValueBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end; // never inside a character
    return text.substr(0, end) + "…";
}

void collect(const json::value& value, const std::string& path, Leaves& out) {
    if (const auto* object = value.if_object()) {
        for (const auto& member : *object)
            collect(member.value(),
                    path.empty() ? std::string(member.key()) : path + "." + std::string(member.key()), out);
        return;
    }
    const bool none = value.is_null() || (value.is_string() && value.get_string().empty()) ||
                      (value.is_array() && value.get_array().empty());
    if (!none)
        out[path] = value.is_string() ? std::string(value.get_string()) : json::serialize(value);
}

Leaves leavesOf(const std::optional<store::AnyRecord>& record) {
    Leaves out;
    if (record)
        collect(json::parse(store::recordJson(*record)), {}, out);
    for (const char* own : {"id", "hallId", "version"}) // of the server's bookkeeping
        out.erase(own);
    return out;
}

/// Personal data of the people who work here; the trail is kept for years.
bool isPersonal(std::string_view kind, const std::string& path) {
    static constexpr std::array<std::string_view, 5> kOfStaff{"number", "name", "nameEn", "photo", "account"};
    return kind == "staff" && std::find(kOfStaff.begin(), kOfStaff.end(), path) != kOfStaff.end();
}

} // namespace

std::string recordDiff(std::string_view kind, const std::optional<store::AnyRecord>& before,
                       const std::optional<store::AnyRecord>& after) {
    const Leaves old = leavesOf(before);
    const Leaves fresh = leavesOf(after);
    Leaves paths = old;
    paths.insert(fresh.begin(), fresh.end());
    model::AuditChanges out;
    for (const auto& [path, unused] : paths) {
        const auto was = old.find(path);
        const auto is = fresh.find(path);
        model::AuditChange change;
        change.member = path;
        change.before = was == old.end() ? std::string() : was->second;
        change.after = is == fresh.end() ? std::string() : is->second;
        if (change.before == change.after)
            continue;
        if (out.changes.size() == kMostChanges) {
            ++out.more;
            continue;
        }
        change.hidden = isPersonal(kind, path);
        change.before = change.hidden ? std::string() : cut(std::move(change.before));
        change.after = change.hidden ? std::string() : cut(std::move(change.after));
        out.changes.push_back(std::move(change));
    }
    return model::toJson(out);
}

} // namespace atrium::services
