// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/ids.h"
#include "shared/sync/core/envelope.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <string>

namespace atrium::sync {

class Replica;

/// Reads GET /snapshot as it comes and hands whole lines on to the replica, portion by portion.
class SnapshotReader {
public:
    explicit SnapshotReader(Replica& replica) : m_replica(replica) {}

    /// False when a line cannot be read: the snapshot is worthless then.
    [[nodiscard]] bool feed(const QByteArray& bytes);
    /// The body is complete. False when its head or a line is missing.
    [[nodiscard]] bool finish(const model::HallId& hallId);
    /// Valid after finish().
    [[nodiscard]] const SnapshotHead& head() const { return *m_head; }

private:
    static constexpr qsizetype kLargestLine = 4 * 1024 * 1024;

    Replica& m_replica;
    QByteArray m_rest;
    std::optional<SnapshotHead> m_head;
    std::int64_t m_lines = 0;
};

} // namespace atrium::sync
