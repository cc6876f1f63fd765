// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/setup.h"
#include "server/store/store.h"
#include "shared/model/result.h"

#include <map>
#include <string>
#include <vector>

namespace atrium::services {

struct PackageMedia {
    std::string path; ///< below the package's folder
    std::string sha256;
    std::string mimeType;
};

/// A hall package as read and checked: see docs/hall-package.md.
struct HallPackage {
    std::string folder;
    std::vector<store::AnyRecord> records; ///< parents before children
    std::vector<PackageMedia> media;
    std::map<model::StaffId, std::string> demonstrationPasswords;
    std::string history; ///< JSON of history.json; empty without it
    Setup setup;         ///< the records together
};

/// Reads a package's folder: sums, forms, references. An error's path is "<file>#<JSON pointer>".
[[nodiscard]] model::Result<HallPackage> readPackage(const std::string& folder);

struct ImportResult {
    std::size_t written = 0;   ///< records made or changed
    std::size_t unchanged = 0; ///< records that were so already
    std::size_t media = 0;     ///< files taken in anew
};

/// Writes what differs. Importing the same package twice changes nothing. Records the package does not name
/// stay. Only while no server runs on the database.
[[nodiscard]] model::Result<ImportResult> importPackage(store::Store& store, const HallPackage& package,
                                                        const std::string& mediaFolder, model::Instant now);

} // namespace atrium::services
