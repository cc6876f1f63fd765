// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/crypto.h"
#include "server/services/records/audithead.h"
#include "shared/model/json.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace atrium::services {

using model::ErrorCode;
using model::Result;

namespace {

constexpr std::size_t kPage = 500;

model::Error tampered(const std::string& where, const std::string& what) {
    return {ErrorCode::conflict, where, what};
}

std::string entryName(std::int64_t sequence) {
    return "audit entry " + std::to_string(sequence);
}

/// The heads by the entry they sign, each with its file's name. Of days without an entry several sign the
/// same.
using Heads = std::multimap<std::int64_t, std::pair<std::string, AuditHead>>;

Result<Heads> readHeads(const std::string& folder, const std::string& publicKey) {
    Heads out;
    std::string before;
    const auto key = fromBase64(publicKey);
    for (const std::string& path : auditHeadFiles(folder)) {
        const std::string name = std::filesystem::path(path).filename().string();
        std::ifstream file(path, std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        auto head = AuditHead::fromFile(text.str());
        if (!head)
            return tampered(name, head.error().detail);
        const auto signature = fromBase64(head->signature);
        if (!key || !signature || !signatureHolds(*key, head->signedText(), *signature))
            return tampered(name, "the signature does not hold for this key");
        if (name.find(std::to_string(head->day.value)) == std::string::npos)
            return tampered(name, "was written on another day than its name says");
        if (!before.empty() && head->previous != sha256Hex(before))
            return tampered(name, "does not follow the file before it: one was removed, added or changed");
        if (!out.empty() && head->sequence < out.rbegin()->first)
            return tampered(name, "signs less than the file before it");
        before = text.str();
        const std::int64_t sequence = head->sequence;
        out.emplace(sequence, std::pair(name, std::move(*head)));
    }
    return out;
}

/// Compares an entry with all heads that sign it.
Result<void> checkHead(const Heads& heads, const model::AuditEntry& entry) {
    const auto [begin, end] = heads.equal_range(entry.sequence);
    for (auto head = begin; head != end; ++head)
        if (head->second.second.hash != entry.hash || head->second.second.hallId != entry.hallId.value)
            return tampered(entryName(entry.sequence), "differs from what " + head->second.first + " signs");
    return {};
}

/// An entry against its forerunner's hash; empty for the first.
Result<void> checkLink(model::AuditEntry entry, const std::string& before) {
    const std::string hash = std::exchange(entry.hash, before);
    if (sha256Hex(model::toJson(entry)) != hash)
        return tampered(entryName(entry.sequence), "does not fit its hash: it or its forerunner was changed");
    return {};
}

} // namespace

Result<AuditVerdict> verifyAudit(store::Store& store, const std::string& folder,
                                 const std::string& publicKey) {
    auto heads = readHeads(folder, publicKey);
    if (!heads)
        return heads.error();
    AuditVerdict out;
    out.heads = auditHeadFiles(folder).size();
    out.signedUpTo = heads->empty() ? 0 : heads->rbegin()->first;
    std::optional<model::AuditEntry> after; // newest first: each waits for the one before it
    std::int64_t before = INT64_MAX / 2;
    while (true) {
        auto page = store.audit(before, kPage);
        if (!page)
            return page.error();
        for (model::AuditEntry& entry : *page) {
            if (!after && entry.sequence < out.signedUpTo)
                return tampered(entryName(out.signedUpTo), "is signed, and missing at the trail's end");
            if (after && after->sequence != entry.sequence + 1)
                return tampered(entryName(after->sequence - 1), "is missing");
            if (after)
                if (auto good = checkLink(*after, entry.hash); !good)
                    return good.error();
            if (auto good = checkHead(*heads, entry); !good)
                return good.error();
            before = entry.sequence;
            after = std::move(entry);
            ++out.entries;
        }
        if (page->size() < kPage)
            break;
    }
    if (!after && out.signedUpTo > 0)
        return tampered(entryName(out.signedUpTo), "is signed, and missing at the trail's end");
    if (after && after->sequence != 1)
        return tampered(entryName(after->sequence - 1), "is missing");
    if (after)
        if (auto good = checkLink(*after, {}); !good)
            return good.error();
    return out;
}

} // namespace atrium::services
