// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/instant.h"
#include "shared/model/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What travels in the event stream, in /changes and in /snapshot (docs/api.md, "Records and events").
namespace atrium::sync {

/// The new value of one record as JSON text; nullopt when the record is gone.
struct Change {
    std::string kind{}; ///< RecordTraits<R>::kind; a kind unknown to this program is kept and ignored
    std::string id{};
    std::optional<std::string> record{};
    bool operator==(const Change&) const = default;
};

/// One event of the hall's log, as this device may see it. Numbers rise; they have gaps where an event was
/// not for this device.
struct LogEvent {
    std::int64_t seq = 0;
    model::Instant at{};
    std::string type{}; ///< EventType of the queue, recordChanged, recordDeleted, rated …
    std::vector<Change> changes{};
    bool operator==(const LogEvent&) const = default;
};

/// Up to where a client knows the log: "4711-9f86d081" on the wire. The tag tells one history of the log from
/// another that has the same numbers; empty from a server that gives none.
struct Position {
    std::int64_t seq = 0;
    std::string tag{};
    bool operator==(const Position&) const = default;
};

/// Answer of GET /changes.
struct ChangesPage {
    std::vector<LogEvent> events;
    std::int64_t seq = 0; ///< position after this page, also when its last events were not visible
    std::string tag;      ///< see Position
    bool more = false;
};

/// First line of GET /snapshot.
struct SnapshotHead {
    std::int64_t seq = 0;
    std::string tag; ///< see Position
    model::Day day;
    /// Lines that follow; a body cut between two lines is known by it. nullopt from a server that does not
    /// say.
    std::optional<std::int64_t> count;
};

/// Comment ": at <ms> seq <position>" of the stream.
struct Heartbeat {
    model::Instant at;
    Position position;
    bool operator==(const Heartbeat&) const = default;
};

/// All readers ignore unknown keys; ErrorCode::invalid names what is wrong by a JSON pointer.
[[nodiscard]] model::Result<LogEvent> parseEvent(std::string_view json);
[[nodiscard]] model::Result<ChangesPage> parseChangesPage(std::string_view json);
[[nodiscard]] model::Result<SnapshotHead> parseSnapshotHead(std::string_view line);
[[nodiscard]] model::Result<Change> parseSnapshotLine(std::string_view line);
[[nodiscard]] std::string positionText(const Position& position);
/// nullopt when it is no position.
[[nodiscard]] std::optional<Position> parsePosition(std::string_view text);
/// nullopt for any other comment.
[[nodiscard]] std::optional<Heartbeat> parseHeartbeat(std::string_view comment);

/// Which events of a batch move a replica on: those above position, in rising order, each number once. A
/// duplicate or late event is dropped, a gap is allowed.
[[nodiscard]] std::vector<LogEvent> newerThan(std::int64_t position, std::vector<LogEvent> events);

} // namespace atrium::sync
