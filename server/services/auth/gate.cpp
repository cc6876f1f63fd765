// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/auth/gate.h"

#include "server/services/core/crypto.h"
#include "server/services/core/services.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace atrium::services {

using model::ErrorCode;
using model::Result;

namespace {

model::Error unauthenticated(model::Sentence why) {
    return {ErrorCode::unauthenticated, {}, why};
}

/// To sign in one needs no session: one that is over does not bar the way to the next.
bool signsIn(const http::Request& request) {
    return request.method == "POST" && request.path == api("/session");
}

} // namespace

Gate::Gate(store::Store& store, HallModel& model, const http::Clock& clock)
    : m_store(store), m_model(model), m_clock(clock) {}

Result<void> Gate::load() {
    auto tokens = m_store.deviceTokens();
    if (!tokens)
        return tokens.error();
    auto sessions = m_store.sessions(m_clock.now());
    if (!sessions)
        return sessions.error();
    const std::unique_lock lock(m_mutex);
    for (auto& [hash, device] : *tokens)
        m_tokens.emplace(std::move(hash), std::move(device));
    for (auto& row : *sessions)
        m_sessions.insert_or_assign(row.deviceId,
                                    Session{row.tokenHash, row.staffId, row.windowId, row.expiresAt});
    return {};
}

Result<http::Caller> Gate::authenticate(const http::Request& request) {
    http::Caller caller;
    const std::string_view token = request.bearerToken();
    if (token.empty())
        return caller;
    const auto setup = m_model.setup();
    const auto now = m_clock.now();
    std::optional<Session> session;
    const auto sessionToken = request.headers.find("Atrium-Session");
    {
        const std::shared_lock lock(m_mutex);
        const auto device = m_tokens.find(tokenHash(token));
        if (device == m_tokens.end())
            return unauthenticated(model::Sentence::tokenUnknown);
        caller.deviceId = device->second;
        const auto open = m_sessions.find(device->second);
        if (sessionToken && open != m_sessions.end())
            session = open->second;
    }
    const auto device = setup->devices.find(*caller.deviceId);
    if (device == setup->devices.end() || device->second.revoked)
        return unauthenticated(model::Sentence::deviceRevoked);
    caller.kind = device->second.kind;
    {
        const std::lock_guard lock(m_seenMutex);
        Seen& seen = m_seen[*caller.deviceId];
        seen.at = now;
        if (seen.address != request.remoteAddress)
            seen.address = request.remoteAddress;
    }
    if (!sessionToken || signsIn(request))
        return caller;
    if (!session || !sameBytes(session->tokenHash, tokenHash(*sessionToken)) || session->expiresAt <= now)
        return unauthenticated(model::Sentence::sessionOver);
    const auto staff = setup->staff.find(session->staffId);
    if (staff == setup->staff.end() || !staff->second.active)
        return unauthenticated(model::Sentence::accountClosed);
    caller.session =
        http::StaffSession{staff->first, staff->second.role, staff->second.serviceDesk, session->windowId};
    return caller;
}

Result<std::string> Gate::giveToken(const model::DeviceId& device) {
    std::string token = base64Url(randomBytes(32));
    const std::string hash = tokenHash(token);
    if (auto stored = m_store.addDeviceToken(hash, device, m_clock.now()); !stored)
        return stored.error();
    const std::unique_lock lock(m_mutex);
    m_tokens.emplace(hash, device);
    return token;
}

bool Gate::knows(const model::DeviceId& device, std::string_view token) const {
    const std::shared_lock lock(m_mutex);
    const auto found = m_tokens.find(tokenHash(token));
    return found != m_tokens.end() && found->second == device;
}

Result<void> Gate::revoke(const model::DeviceId& device) {
    if (auto dropped = m_store.dropDeviceTokens(device); !dropped)
        return dropped;
    {
        const std::unique_lock lock(m_mutex);
        std::erase_if(m_tokens, [&](const auto& entry) { return entry.second == device; });
    }
    return closeSession(device);
}

Result<std::string> Gate::openSession(const model::DeviceId& device, const model::StaffId& staff,
                                      std::optional<model::WindowId> window, model::Instant expiresAt) {
    if (auto closed = closeSession(device); !closed)
        return closed.error();
    std::string token = base64Url(randomBytes(32));
    const std::string hash = tokenHash(token);
    if (auto stored = m_store.putSession({hash, staff, device, window, expiresAt}); !stored)
        return stored.error();
    const std::unique_lock lock(m_mutex);
    m_sessions.insert_or_assign(device, Session{hash, staff, std::move(window), expiresAt});
    return token;
}

Result<std::vector<model::DeviceId>>
Gate::closeThose(const std::function<bool(const model::DeviceId&, const Session&)>& which) {
    std::vector<std::pair<model::DeviceId, std::string>> found;
    {
        const std::shared_lock lock(m_mutex);
        for (const auto& [device, session] : m_sessions)
            if (which(device, session))
                found.emplace_back(device, session.tokenHash);
    }
    for (const auto& [device, hash] : found)
        if (auto dropped = m_store.dropSession(hash); !dropped)
            return dropped.error();
    std::vector<model::DeviceId> closed;
    const std::unique_lock lock(m_mutex);
    for (auto& [device, hash] : found) {
        const auto session = m_sessions.find(device);
        if (session != m_sessions.end() && session->second.tokenHash == hash) // else a newer one
            m_sessions.erase(session);
        closed.push_back(std::move(device));
    }
    return closed;
}

Result<void> Gate::closeSession(const model::DeviceId& device) {
    auto closed = closeThose([&](const model::DeviceId& at, const Session&) { return at == device; });
    if (!closed)
        return closed.error();
    return {};
}

Result<std::vector<model::DeviceId>> Gate::closeSessionsOf(const model::StaffId& staff,
                                                           const std::optional<model::DeviceId>& but) {
    return closeThose([&](const model::DeviceId& device, const Session& session) {
        return session.staffId == staff && device != but;
    });
}

Result<std::vector<model::DeviceId>> Gate::closeSessionsAt(const model::WindowId& window,
                                                           const model::DeviceId& but) {
    return closeThose([&](const model::DeviceId& device, const Session& session) {
        return session.windowId == window && device != but;
    });
}

Result<std::vector<model::DeviceId>> Gate::closeExpired() {
    const auto now = m_clock.now();
    return closeThose(
        [&](const model::DeviceId&, const Session& session) { return session.expiresAt <= now; });
}

std::vector<model::DeviceId> Gate::devicesAt(const model::WindowId& window) const {
    std::vector<model::DeviceId> out;
    const std::shared_lock lock(m_mutex);
    for (const auto& [device, session] : m_sessions)
        if (session.windowId == window)
            out.push_back(device);
    return out;
}

bool Gate::isSignedIn(const model::StaffId& staff, const model::WindowId& window) const {
    const auto now = m_clock.now();
    const std::shared_lock lock(m_mutex);
    return std::any_of(m_sessions.begin(), m_sessions.end(), [&](const auto& entry) {
        const Session& session = entry.second;
        return session.staffId == staff && session.windowId == window && session.expiresAt > now;
    });
}

std::unordered_map<model::DeviceId, Gate::Seen> Gate::lastSeen() const {
    const std::lock_guard lock(m_seenMutex);
    return m_seen;
}

} // namespace atrium::services
