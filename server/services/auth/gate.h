// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/clock.h"
#include "server/http/message.h"
#include "server/services/auth/limits.h"
#include "server/services/core/hallmodel.h"

#include <atomic>
#include <functional>
#include <memory>
#include <shared_mutex>
#include <unordered_map>

namespace atrium::services {

/// Who may come in: device tokens, staff sessions and enrolment codes. Tokens are looked up by hash in
/// memory; the tables are written first. Any thread.
class Gate {
public:
    static constexpr std::chrono::hours kSessionTime{14};
    static constexpr std::chrono::minutes kCodeTime{10};
    static constexpr int kWrongCodes = 10; ///< an address may try in five minutes

    Gate(store::Store& store, HallModel& model, const http::Clock& clock);

    /// Reads tokens and sessions from the tables; once, before the server starts.
    [[nodiscard]] model::Result<void> load();

    /// The hook of the HTTP server.
    [[nodiscard]] model::Result<http::Caller> authenticate(const http::Request& request);

    /// A new token of 256 bits for the device; those before stay valid until revoke().
    [[nodiscard]] model::Result<std::string> giveToken(const model::DeviceId& device);
    /// Whether the token belongs to that device and is valid.
    [[nodiscard]] bool knows(const model::DeviceId& device, std::string_view token) const;
    [[nodiscard]] model::Result<void> revoke(const model::DeviceId& device);

    /// A fresh code for the device; an older one is void.
    [[nodiscard]] model::Result<std::string> giveCode(const model::DeviceId& device, model::Instant expiresAt,
                                                      const store::Act& act = {});
    /// The device a code belongs to, and the code is spent. Wrong codes count against the address
    /// they come from, never against the codes of others (enrolmentcodes.cpp says what that leaves a
    /// guesser). With `fits` the device must pass it, else 409 at /kind: the code was right and stays good.
    using Fits = std::function<bool(const model::DeviceId&)>;
    [[nodiscard]] model::Result<model::DeviceId> spendCode(const std::string& code,
                                                           const std::string& address, const Fits& fits = {});

    [[nodiscard]] model::Result<std::string> openSession(const model::DeviceId& device,
                                                         const model::StaffId& staff,
                                                         std::optional<model::WindowId> window,
                                                         model::Instant expiresAt);
    /// Ends whatever session the device has.
    [[nodiscard]] model::Result<void> closeSession(const model::DeviceId& device);
    // The devices whose sessions ended are given: their streams show what the session was allowed to see.
    /// Ends the person's sessions, but not that at the one device.
    [[nodiscard]] model::Result<std::vector<model::DeviceId>>
    closeSessionsOf(const model::StaffId& staff, const std::optional<model::DeviceId>& but = {});

    /// Ends every session at the window but that of one device.
    [[nodiscard]] model::Result<std::vector<model::DeviceId>> closeSessionsAt(const model::WindowId& window,
                                                                              const model::DeviceId& but);
    /// Ends the sessions whose time is over.
    [[nodiscard]] model::Result<std::vector<model::DeviceId>> closeExpired();
    /// The devices at which somebody is signed in for that window.
    [[nodiscard]] std::vector<model::DeviceId> devicesAt(const model::WindowId& window) const;
    /// Whether the person has a session at the window that is not over.
    [[nodiscard]] bool isSignedIn(const model::StaffId& staff, const model::WindowId& window) const;

    struct Seen {
        model::Instant at;
        std::string address;
    };
    [[nodiscard]] std::unordered_map<model::DeviceId, Seen> lastSeen() const;

    FailureLimit accountLimit{5, std::chrono::seconds(60)};
    FailureLimit addressLimit{30, std::chrono::seconds(300)};
    FailureLimit codeLimit{kWrongCodes, std::chrono::seconds(300)};

private:
    struct Session {
        std::string tokenHash;
        model::StaffId staffId;
        std::optional<model::WindowId> windowId;
        model::Instant expiresAt;
    };

    /// All of them, or none when the store fails.
    [[nodiscard]] model::Result<std::vector<model::DeviceId>>
    closeThose(const std::function<bool(const model::DeviceId&, const Session&)>& which);

    store::Store& m_store;
    HallModel& m_model;
    const http::Clock& m_clock;
    mutable std::shared_mutex m_mutex;                         // guards the maps below
    std::unordered_map<std::string, model::DeviceId> m_tokens; ///< by hash
    std::unordered_map<model::DeviceId, Session> m_sessions;
    mutable std::mutex m_seenMutex; // guards m_seen
    std::unordered_map<model::DeviceId, Seen> m_seen;
    std::mutex m_codeMutex; // one enrolment at a time
};

} // namespace atrium::services
