// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/hallstate.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace atrium::services {

/// Refuses while something needs the record, and says what.
[[nodiscard]] model::Result<void> checkUnused(const HallState& state, std::string_view kind,
                                              const std::string& id);

/// Refuses a queue's new prefix while numbers of today bear it, or the old one: a number names one person a
/// day. present: nullopt for a new record; other kinds pass.
[[nodiscard]] model::Result<void> checkPrefix(const HallState& state,
                                              const std::optional<store::AnyRecord>& present,
                                              const store::AnyRecord& next);

/// Whether somebody has a password that is taken here; the record does not tell.
using HasPassword = std::function<model::Result<bool>(const model::StaffId&)>;

/// Refuses to leave the hall without an active administrator who can sign in, or to change what a device is.
/// next: the record as it shall be, nullopt when it shall go. hasPassword: asked of other administrators
/// only; its errors are passed on.
[[nodiscard]] model::Result<void> checkAccess(const Setup& setup, const store::AnyRecord& present,
                                              const std::optional<store::AnyRecord>& next,
                                              const HasPassword& hasPassword);

/// What every change of a set-up record must pass, in this order: it is well formed [validate], keeps the
/// numbers of today apart and shuts nobody out. The record as it is already passes. Writes nothing; also for
/// a change that is only thought of.
[[nodiscard]] model::Result<void> checkChange(const HallState& state,
                                              const std::optional<store::AnyRecord>& present,
                                              const store::AnyRecord& next, const HasPassword& hasPassword);

/// What a change of the set-up ends besides.
struct Ending {
    std::optional<model::StaffId>
        sessionsOf; ///< this person's sessions: the account is closed or has another role
    std::optional<model::DeviceId>
        streamsOf; ///< this device's streams: it may see something else from now on
    std::optional<model::WindowId> streamsAt; ///< likewise those of all devices at this window
};
[[nodiscard]] Ending endedBy(const store::AnyRecord& present, const std::optional<store::AnyRecord>& next);

} // namespace atrium::services
