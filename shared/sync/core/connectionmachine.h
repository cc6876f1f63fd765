// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/instant.h"
#include "shared/sync/core/backoff.h"

#include <cstdint>
#include <optional>
#include <string>

namespace atrium::sync {

enum class ConnectionState {
    starting,   ///< nothing heard yet since the program began
    catchingUp, ///< the server answers, the replica is not yet at its position
    live,       ///< the event stream runs
    offline,    ///< the server does not answer; what is shown is what was known
    refused     ///< the server answers, but not to this device (token missing, wrong or revoked)
};

/// What the driver does next.
struct Step {
    enum class Do { nothing, askServer, fetchSnapshot, fetchChanges, openStream, wait };
    Do what = Do::nothing;
    model::Milliseconds delay{0}; ///< wait only; then call retry()
    bool operator==(const Step&) const = default;
};

/// The order in which a client finds its server, catches up and follows. Every input gives the next step; a
/// driver performs it and reports back. An answer that belongs to an abandoned step must not be reported.
class ConnectionMachine {
public:
    explicit ConnectionMachine(BackoffLimits limits = {}) : m_limits(limits) {}

    /// position: nullopt when the replica is empty or was rebuilt. hallId: whose records it holds.
    Step start(std::optional<std::int64_t> position, std::string hallId);
    /// GET /server answered.
    Step serverAnswered(std::int64_t serverSeq, const std::string& hallId);
    Step snapshotTaken(std::int64_t seq, const std::string& hallId);
    /// A page of /changes was applied.
    Step pageTaken(std::int64_t seq, bool more, double random);
    Step streamOpened();
    /// An event or heartbeat came over the stream; seq may be what is known already.
    void advanced(std::int64_t seq);
    /// The stream said reset, /changes said 410, an event could not be read: the log no longer helps. The
    /// second time without any event in between it waits first, so that two confused sides do not load the
    /// line.
    Step logLost(double random);
    /// Somebody signed in or out: the server shows other records now, so what is here no longer fits.
    Step audienceChanged();
    /// Any step failed: status is that of HTTP, 0 without an answer or when the stream ended or fell silent.
    /// lastHeard becomes offlineSince.
    Step failed(int httpStatus, model::Instant lastHeard, double random);
    /// The server itself ended the stream, as it does when another person signs in at this device. That is no
    /// loss: it is asked again at once, unless the stream had carried nothing.
    Step ended(model::Instant lastHeard, double random);
    /// The delay of a wait is over, or the network is known to be back.
    Step retry();

    [[nodiscard]] ConnectionState state() const { return m_state; }
    /// Set while offline: when the server was last heard.
    [[nodiscard]] std::optional<model::Instant> offlineSince() const { return m_offlineSince; }
    [[nodiscard]] std::optional<std::int64_t> position() const { return m_position; }

private:
    BackoffLimits m_limits;
    ConnectionState m_state = ConnectionState::starting;
    std::optional<std::int64_t> m_position;
    std::string m_hallId;
    std::optional<model::Instant> m_offlineSince;
    int m_failures = 0;
    bool m_snapshotIsFresh = false; ///< nothing came after it yet
};

} // namespace atrium::sync
