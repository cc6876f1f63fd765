// SPDX-License-Identifier: GPL-3.0-or-later
// A replica to begin with, and the times of a client in a test.
#pragma once

#include "shared/sync/qt/replica.h"
#include "shared/sync/qt/syncclient.h"

#include <QTest>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace atrium::test {

using Names = std::vector<std::string>;

inline model::Department department(const std::string& id, const std::string& name) {
    model::Department out;
    out.id = model::DepartmentId(id);
    out.name = name;
    return out;
}

inline sync::LogEvent logged(std::int64_t seq, std::vector<sync::Change> changes) {
    return {.seq = seq,
            .at = model::fromMillis(1000 + seq),
            .type = "recordChanged",
            .changes = std::move(changes)};
}

inline void takeSnapshot(sync::Replica& replica, std::int64_t seq, const std::vector<sync::Change>& records) {
    QVERIFY(replica.beginSnapshot());
    QVERIFY(replica.addToSnapshot(records));
    QVERIFY(replica.finishSnapshot(seq, model::Day{20261122}, model::HallId("hall")));
}

inline Names names(const sync::Replica& replica) {
    Names out;
    for (const model::Department& department : replica.all<model::Department>())
        out.push_back(department.name);
    return out;
}

/// Pauses short enough for a test, an idle time long enough not to matter unless a test wants it.
inline sync::SyncTiming quick(std::chrono::milliseconds idle = std::chrono::seconds(30)) {
    return {.idleTimeout = idle,
            .requestTimeout = std::chrono::seconds(5),
            .backoff = {.shortest = std::chrono::milliseconds(1),
                        .base = std::chrono::milliseconds(5),
                        .longest = std::chrono::milliseconds(20)}};
}

} // namespace atrium::test
