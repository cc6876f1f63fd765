// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/opengroup.h"

#include <memory>
#include <unordered_map>

namespace atrium::services {

/// What has been decided: durable or not yet.
struct Decided {
    HallState tentative; ///< the hall as it is when everything below is durable
    std::shared_ptr<OpenGroup> open = std::make_shared<OpenGroup>();
    std::shared_ptr<const OpenGroup> committing; ///< the one before; shared with the committing thread
    std::int64_t auditSequence = 0;
    std::string auditHead;
    std::unordered_map<std::string, model::PersonId> persons; ///< look-up hash, of this run

    /// Erased by a group that is not durable yet, so perhaps still stored.
    [[nodiscard]] bool isGone(const model::PersonId& id) const {
        return open->erases(id) || (committing && committing->erases(id));
    }
};

} // namespace atrium::services
