// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"
#include "server/http/route.h"
#include "server/services/core/writer.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace atrium::services {

class AuditSigner;
class Gate;
class TicketCodes;
class Vault;

/// What the operator decided.
struct ServiceConfig {
    std::string version;
    std::string mediaFolder;
    std::string auditFolder;    ///< where the audit trail's signed heads go; empty: nowhere
    std::string fingerprint;    ///< SHA-256 of the certificate, hex; empty without TLS
    bool demonstration = false; ///< demonstration accounts and data
    bool loopback = true;       ///< listens on the loopback interface only
    bool insecureLan = false;   ///< listens beyond it without TLS: a standing alarm
};

/// What use cases work with; all of it outlives the HTTP server.
struct Services {
    store::Store& store;
    HallModel& model;
    Writer& writer;
    Vault& vault;
    Gate& gate;
    const TicketCodes& codes;
    const AuditSigner& signer;
    std::shared_ptr<const Calendar> calendar; ///< shared with the writer
    const http::Clock& clock;
    ServiceConfig config;
    std::function<void(std::string)> closeStreams;       ///< ends the event streams of one device
    std::function<std::vector<std::string>()> listeners; ///< devices with an open event stream
    /// Runs slow work aside, so that no thread that answers others waits for it; empty: at once.
    std::function<void(std::function<void()>)> aside{};

    [[nodiscard]] rules::queueing::Now now() const {
        const auto at = clock.now();
        return {at, calendar->local(at)};
    }
};

[[nodiscard]] Actor actorOf(const http::Request& request);
[[nodiscard]] http::Response toResponse(model::Result<Outcome> outcome);

/// The request's Idempotency-Key, bound to what was asked: a key that comes again with another request is
/// another write. Empty without one.
[[nodiscard]] std::string requestKey(const Services& services, const http::Request& request);
/// Queues the request's write under its idempotency key and answers when it is durable.
void submitWrite(Services& services, const http::Request& request, http::Responder responder, Job job);
/// The same with an answer made after the commit (and again for a repeated request).
void submitWrite(Services& services, const http::Request& request, http::Responder responder, Job job,
                 std::function<http::Response()> answer);
/// The same; `then` runs after the commit and before the answer, on the committing thread, when the write
/// succeeded.
void submitWriteThen(Services& services, const http::Request& request, http::Responder responder, Job job,
                     std::function<void()> then);

/// "/api/v1" + path
[[nodiscard]] std::string api(const char* path);
/// Fails for ids that are empty, over 64 characters or hold anything but A–Z a–z 0–9 . _ -
[[nodiscard]] model::Result<void> checkId(std::string_view id, const std::string& path);
/// Fails for texts over 4,000 characters, and for control characters other than line breaks and tabs.
[[nodiscard]] model::Result<void> checkText(std::string_view text, const std::string& path);

} // namespace atrium::services
