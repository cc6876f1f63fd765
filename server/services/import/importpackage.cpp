// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/crypto.h"
#include "server/services/import/hallpackage.h"
#include "server/services/records/agreement.h"
#include "server/services/records/mediafiles.h"
#include "shared/model/json.h"

#include <fstream>
#include <map>
#include <sstream>

namespace atrium::services {

using model::ErrorCode;
using model::Result;

namespace {

Result<std::size_t> takeMedia(store::Store& store, const HallPackage& package, const std::string& folder,
                              model::Instant now) {
    std::size_t fresh = 0;
    for (const PackageMedia& media : package.media) {
        auto known = store.media(media.sha256);
        if (!known)
            return known.error();
        if (*known)
            continue;
        std::ifstream file(package.folder + "/" + media.path, std::ios::binary);
        std::ostringstream bytes;
        bytes << file.rdbuf();
        const std::string content = std::move(bytes).str();
        if (!file || sha256Hex(content) != media.sha256)
            return model::Error{ErrorCode::invalid, media.path, "is missing or differs from its sum"};
        if (auto stored = storeMedia(store, folder, media.mimeType, content, now); !stored)
            return stored.error();
        ++fresh;
    }
    return fresh;
}

/// What the server alone knows of a device survives an import.
store::AnyRecord withServerFields(store::AnyRecord record, const store::AnyRecord* present) {
    if (auto* device = std::get_if<model::Device>(&record))
        if (const auto* before = present != nullptr ? std::get_if<model::Device>(present) : nullptr) {
            device->enrolled = before->enrolled;
            device->revoked = before->revoked;
            device->address = before->address;
        }
    return record;
}

} // namespace

Result<ImportResult> importPackage(store::Store& store, const HallPackage& package,
                                   const std::string& mediaFolder, model::Instant now) {
    auto loaded = store.load({}, now, now);
    if (!loaded)
        return loaded.error();
    Setup present;
    for (const auto& record : loaded->records)
        present.apply(store::put(record));
    if (!present.hall.id.empty() && present.hall.id != package.setup.hall.id)
        return model::Error{ErrorCode::conflict, "hall.json#/id",
                            "the database holds another hall: " + present.hall.id.value};

    Setup merged = present;
    for (const auto& record : package.records)
        merged.apply(store::put(record));
    for (const auto& [id, window] : merged.config.windows) // also those that the package does not name
        if (auto good = checkAreas(window, merged); !good)
            return model::Error{good.error().code, "window " + id.value + good.error().path,
                                good.error().detail};

    ImportResult result;
    auto media = takeMedia(store, package, mediaFolder, now);
    if (!media)
        return media.error();
    result.media = *media;

    auto event = std::make_shared<store::LogEvent>();
    event->seq = loaded->lastSeq + 1;
    event->at = now;
    event->type = "recordChanged";
    for (const auto& record : package.records) {
        const auto before = present.find(store::kindOf(record), store::idOf(record));
        store::AnyRecord next = withServerFields(record, before ? &*before : nullptr);
        if (before) {
            store::setVersion(next, store::versionOf(*before));
            if (next == *before) {
                ++result.unchanged;
                continue;
            }
        }
        store::setVersion(next, event->seq);
        event->changes.push_back(store::put(std::move(next)));
        ++result.written;
    }
    // One hash for all who share a password: a demonstration of sixty staff starts in a second.
    std::map<std::string, std::string> hashes;
    for (const auto& [staff, password] : package.demonstrationPasswords) {
        auto account = store.account(staff);
        if (!account)
            return account.error();
        if (*account)
            continue; // somebody may have set another password since
        std::string& hash = hashes[password];
        if (hash.empty())
            hash = hashPassword(password);
        if (auto stored = store.putAccount({staff, hash, true}); !stored)
            return stored.error();
    }
    if (event->changes.empty())
        return result;

    store::Group group;
    group.hallId = package.setup.hall.id;
    model::AuditEntry entry;
    entry.sequence = loaded->lastAudit + 1;
    entry.hallId = group.hallId;
    entry.at = now;
    entry.action = "package.import";
    entry.subjectKind = "hall";
    entry.subjectId = group.hallId.value;
    entry.detail = std::to_string(result.written) + " records";
    entry.hash = loaded->auditHead;
    entry.hash = sha256Hex(model::toJson(entry));
    group.events.push_back(std::move(event));
    group.audit.push_back(std::move(entry));
    if (auto done = store.commit(group); !done)
        return done.error();
    return result;
}

} // namespace atrium::services
