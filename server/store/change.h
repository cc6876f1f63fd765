// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/reach.h"
#include "server/store/waitprediction.h"
#include "shared/model/records.h"
#include "shared/model/result.h"

#include <boost/mp11/list.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace atrium::store {

/// A record of any kind.
using AnyRecord = boost::mp11::mp_rename<model::AllRecords, std::variant>;

[[nodiscard]] std::string_view kindOf(const AnyRecord& record);
[[nodiscard]] const std::string& idOf(const AnyRecord& record);
[[nodiscard]] std::int64_t versionOf(const AnyRecord& record);
void setVersion(AnyRecord& record, std::int64_t version);

/// The static name of a kind ("serviceItem"); empty when there is no such kind.
[[nodiscard]] std::string_view knownKind(std::string_view kind);
/// True for what an administrator edits (model::SetupRecords).
[[nodiscard]] bool isSetupKind(std::string_view kind);

[[nodiscard]] std::string recordJson(const AnyRecord& record);
/// Reads a record of the named kind; ErrorCode::notFound for an unknown kind.
[[nodiscard]] model::Result<AnyRecord> recordFromJson(std::string_view kind, std::string_view json);

/// One record's new value, or that it is gone.
struct Change {
    std::string_view kind; ///< static
    std::string id;
    std::optional<AnyRecord> record;
    bool operator==(const Change&) const = default;
};

[[nodiscard]] Change put(AnyRecord record);
[[nodiscard]] Change gone(std::string_view kind, std::string id);

/// One entry of the event log. Immutable once committed, shared by everyone who sends it.
struct LogEvent {
    std::int64_t seq = 0;
    model::Instant at;
    std::string type; ///< an EventType of the queue, or recordChanged, rated, …
    std::vector<Change> changes;
    std::optional<model::Ticket> undoTicket; ///< see rules::queueing::Event
    std::vector<WaitPrediction> predictions; ///< made with this event, or with their truth when it is known
    std::vector<Reach> reaches;              ///< phones that were left with this event, or went
    std::optional<model::Day> nextDay;       ///< dayClosed only
    bool operator==(const LogEvent&) const = default;
};
using LogEventPtr = std::shared_ptr<const LogEvent>;

/// The stored form of an event (changes, undoTicket, predictions, reaches, nextDay) and back.
[[nodiscard]] std::string eventBody(const LogEvent& event);
[[nodiscard]] model::Result<LogEvent> eventFromBody(std::string_view body);

} // namespace atrium::store
