// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/hub.h"
#include "server/http/message.h"
#include "server/services/core/setup.h"
#include "server/store/logruns.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What each kind of device, and each role at it, may see of every record: the table of docs/api.md. One place
// for the stream, the change feed, the snapshot and the record routes.
namespace atrium::services {

/// Who looks.
struct Audience {
    model::DeviceKind kind = model::DeviceKind::kiosk;
    std::optional<model::Role> role; ///< of the person signed in
    std::optional<model::WindowId> windowId;
    std::optional<model::AreaId> areaId; ///< of that window
    model::DeviceId self;

    /// caller must be an enrolled device.
    [[nodiscard]] static Audience of(const http::Caller& caller, const Setup& setup);
    /// The part that streams of equal sight share, and back.
    [[nodiscard]] http::AudienceKey key() const;
    [[nodiscard]] static Audience fromKey(const http::AudienceKey& key);
};

/// How far a client of that view (AudienceKey::view) knows the log: the run that wrote the event, and a
/// digest of the view. Records that were projected for other eyes (another window, nobody signed in) are no
/// beginning to go on from, whatever has happened to client and server since. Empty when the run is not
/// known.
[[nodiscard]] std::string positionTag(const store::LogRuns& runs, std::int64_t seq, std::string_view view);
/// Whether the client's records are those of this log up to there, as that view sees them. 0 is before all.
[[nodiscard]] bool knowsPosition(const store::LogRuns& runs, const http::LogPosition& position,
                                 std::string_view view);

/// The record as the audience may see it; nullopt when it may not see it at all.
[[nodiscard]] std::optional<store::AnyRecord> project(const store::AnyRecord& record,
                                                      const Audience& audience);

/// The changes of an event the audience may see. A ticket that left an outer screen's window comes as gone.
[[nodiscard]] std::vector<store::Change> project(const store::LogEvent& event, const Audience& audience);

/// {"seq":…,"at":…,"type":…,"changes":[…]} with those changes.
[[nodiscard]] std::string eventJson(const store::LogEvent& event, const std::vector<store::Change>& changes);
[[nodiscard]] std::string changeJson(const store::Change& change);

/// Whether single devices see the event differently (it changes a device's own record).
[[nodiscard]] bool isPerDevice(const store::LogEvent& event);

} // namespace atrium::services
