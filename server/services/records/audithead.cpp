// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/records/audithead.h"

#include "server/services/core/crypto.h"
#include "server/services/core/wholefile.h"
#include "shared/model/codec/walker.h"

#include <boost/json/object.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace atrium::services {

using model::ErrorCode;
using model::Result;

namespace {

namespace fs = std::filesystem;

constexpr const char* kFormat = "atrium-audit-head";
constexpr const char* kPrefix = "audit-head-";

model::Error cannotWrite(const std::string& path) {
    return {ErrorCode::unavailable, {}, "cannot write " + path};
}

std::string wholeFile(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return std::move(text).str();
}

} // namespace

std::string AuditHead::signedText() const {
    return std::string(kFormat) + " 1\n" + hallId + "\n" + std::to_string(day.value) + "\n" +
           std::to_string(model::toMillis(at)) + "\n" + std::to_string(sequence) + "\n" + hash + "\n" +
           previous + "\n" + publicKey + "\n";
}

std::string AuditHead::toFile() const {
    const boost::json::object out{
        {"format", kFormat},         {"version", 1},          {"hallId", hallId}, {"day", day.value},
        {"at", model::toMillis(at)}, {"sequence", sequence},  {"hash", hash},     {"previous", previous},
        {"publicKey", publicKey},    {"signature", signature}};
    return model::codec::serialise(out) + "\n";
}

Result<AuditHead> AuditHead::fromFile(std::string_view text) {
    const model::Error broken{ErrorCode::invalid, {}, "is no signed head of an audit trail"};
    auto parsed = model::codec::parse(text);
    if (!parsed || !parsed->is_object())
        return broken;
    AuditHead out;
    std::string format;
    int version = 0;
    bool good = true;
    const auto take = [&](const char* name, auto& member) {
        const auto* value = parsed->get_object().if_contains(name);
        good = good && value != nullptr && !model::codec::fromValue(*value, member, {});
    };
    take("format", format);
    take("version", version);
    take("hallId", out.hallId);
    take("day", out.day);
    take("at", out.at);
    take("sequence", out.sequence);
    take("hash", out.hash);
    take("previous", out.previous);
    take("publicKey", out.publicKey);
    take("signature", out.signature);
    if (!good || format != kFormat || version != 1)
        return broken;
    return out;
}

std::string AuditSigner::publicKey() const {
    return base64(signingPublicKey(m_seed));
}

void AuditSigner::sign(AuditHead& head) const {
    head.publicKey = publicKey();
    head.signature = base64(signText(m_seed, head.signedText()));
}

std::vector<std::string> auditHeadFiles(const std::string& folder) {
    std::vector<std::string> out;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(kPrefix) && name.ends_with(".json"))
            out.push_back(entry.path().string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

Result<bool> exportAuditHead(store::Store& store, const AuditSigner& signer, const std::string& folder,
                             model::Day day, model::Instant now) {
    const std::string path = folder + "/" + kPrefix + std::to_string(day.value) + ".json";
    std::error_code error;
    if (fs::exists(path, error))
        return true;
    auto last = store.audit(INT64_MAX / 2, 1);
    if (!last)
        return last.error();
    if (last->empty())
        return false;
    fs::create_directories(folder, error);
    AuditHead head;
    head.hallId = last->front().hallId.value;
    head.day = day;
    head.at = now;
    head.sequence = last->front().sequence;
    head.hash = last->front().hash;
    const auto before = auditHeadFiles(folder);
    if (!before.empty())
        head.previous = sha256Hex(wholeFile(before.back()));
    signer.sign(head);
    // Whoever copies it to another machine is of the group; what else is written is for this user alone.
    if (writeWhole(path, head.toFile(), 0440, Present::kept) == Written::failed)
        return cannotWrite(path);
    return true;
}

} // namespace atrium::services
