// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace atrium::store {

class Db;

/// Which run of the server wrote which part of the log. Each run draws a random tag, so an event's number and
/// its run's tag are an event's name in one history: where two histories part (a backup was put back), equal
/// numbers have different tags from there on. Immutable while the server runs: what it writes has the last
/// tag.
class LogRuns {
public:
    LogRuns() = default;
    /// byFirst: the first number of each run, and its tag.
    explicit LogRuns(std::map<std::int64_t, std::string> byFirst) : m_byFirst(std::move(byFirst)) {}

    /// The tag of an event; empty when its run is not known.
    [[nodiscard]] std::string tagOf(std::int64_t seq) const;

private:
    std::map<std::int64_t, std::string> m_byFirst;
};

/// Begins a run after the log's last event; inside a transaction of the writer that takes its lease.
void beginRun(Db& db);
[[nodiscard]] LogRuns readRuns(Db& db);
/// Forgets the runs all of whose events were pruned.
void pruneRuns(Db& db);

} // namespace atrium::store
