// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/writecontext.h"
#include "server/store/store.h"

#include <algorithm>

namespace atrium::services {

/// A job that waits for its turn or for its group.
struct WriteItem {
    Actor actor;
    std::string key;
    Job job;
    Done done;
};

/// Jobs that become durable together, and what becomes of them.
struct OpenGroup {
    std::vector<WriteItem> items;
    std::vector<model::Result<Outcome>> outcomes;
    store::Group group; ///< not touched any more once the committing thread has it
    double deciding = 0;

    [[nodiscard]] bool writes() const {
        return !group.events.empty() || !group.audit.empty() || !group.persons.empty() ||
               !group.erased.empty();
    }
    [[nodiscard]] const store::PersonRow* person(const std::string& lookup) const {
        const auto found = std::find_if(group.persons.begin(), group.persons.end(),
                                        [&](const auto& row) { return row.lookup == lookup; });
        return found == group.persons.end() ? nullptr : &*found;
    }
    [[nodiscard]] bool erases(const model::PersonId& id) const {
        return std::find(group.erased.begin(), group.erased.end(), id) != group.erased.end();
    }
    [[nodiscard]] const store::StoredAnswer* answer(const std::string& device, const std::string& key) const {
        const auto found = std::find_if(group.answers.begin(), group.answers.end(), [&](const auto& answer) {
            return answer.key == key && answer.deviceId == device;
        });
        return found == group.answers.end() ? nullptr : &*found;
    }
};

} // namespace atrium::services
