// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/clock.h"
#include "server/http/message.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atrium::http {

class Transport;
class Metrics;

/// One entry of the log as the hub sees it: a number, and something only the projector understands.
struct LogEvent {
    std::int64_t seq = 0;
    bool perSelf = false; ///< it looks different to single devices: project per (view, self), not per view
    std::shared_ptr<const void> payload; ///< shared: ring, replay and fan-out hold it at once
};

/// What the hub asks of the rest of the server.
struct HubSource {
    /// The complete bytes of the event for that audience, made with eventFrame(); nullptr: not visible.
    /// Called on the hub's thread, once per event and view (key.self is empty), or once per event, view and
    /// self for events marked perSelf. Must not block.
    std::function<std::shared_ptr<const std::string>(const LogEvent&, const AudienceKey&)> project;
    /// Up to limit entries with seq > after, in order, without gaps; fewer or none only at the end of the
    /// log. nullopt: after lies below the retention floor (the client gets "event: reset"). Called on
    /// workers, may block on the store.
    std::function<std::optional<std::vector<LogEvent>>(std::int64_t after, std::size_t limit)> replay;
    /// The tag that, with the number, says what a client of that view knows: the history of the log, and with
    /// whose eyes it was seen; empty: none. Must not block. Any thread.
    std::function<std::string(std::int64_t seq, std::string_view view)> tagOf;
};

/// An entry of the log as a client names it: "4711-9f86d081". A plain number has no tag.
struct LogPosition {
    std::int64_t seq = 0;
    std::string tag;
    bool operator==(const LogPosition&) const = default;
};
[[nodiscard]] std::string positionText(const LogPosition& position);
/// nullopt when it is no position.
[[nodiscard]] std::optional<LogPosition> readPosition(std::string_view text);

struct HubLimits {
    std::size_t clientBuffer = 256 * 1024; ///< bytes waiting for one client; more: it is dropped and resumes
    std::size_t socketBuffer = 64 * 1024;  ///< bytes the kernel keeps for one client (it may double them)
    std::chrono::milliseconds heartbeat{10'000};
    std::chrono::milliseconds stall{
        30'000};                   ///< a catching-up client that takes nothing for so long is dropped
    std::size_t perOwner = 64;     ///< streams of one token
    std::size_t ring = 4096;       ///< latest entries kept in memory, from which most clients resume
    std::size_t replayBatch = 128; ///< entries asked of replay() at once
};

/// Server-sent events (WHATWG HTML, 9.2) to thousands of screens from one thread, which owns their sockets.
///
/// A client is subscribed first and catches up second: it is sent entries from its number on, out of the ring
/// or replay(), and follows live from the moment it has reached the last one. Positions are numbers of the
/// log, so nothing is doubled and nothing left out. Frames are built once per audience and shared.
class EventHub {
public:
    /// Runs a task on the server's workers; false when they are full (the hub asks again).
    using Submit = std::function<bool(std::function<void()>)>;

    EventHub(HubSource source, Submit submit, HubLimits limits = {}, const Clock& clock = Clock::system(),
             Metrics* metrics = nullptr);
    ~EventHub();
    EventHub(const EventHub&) = delete;
    EventHub& operator=(const EventHub&) = delete;

    /// lastSeq: number of the last durable entry. Call once, before publish().
    void start(std::int64_t lastSeq);
    /// Tells all streams. Any one thread at a time; numbers rise without gaps. Returns at once.
    void publish(std::vector<LogEvent> events);
    /// Ends the streams of one owner (its token was revoked, somebody signed in or out), also those on their
    /// way here whose request was let in before. Any thread.
    void closeOwner(std::string owner);
    /// Rises with each closeOwner(). Taken before it is found out who asks, it says what a stream was let in
    /// without knowing of. Any thread.
    [[nodiscard]] std::uint64_t epoch() const noexcept;
    /// Ends all streams and the thread. Idempotent.
    void stop();

    [[nodiscard]] std::size_t streamCount() const noexcept;
    /// Who has at least one stream open: the devices that listen. Any thread.
    [[nodiscard]] std::vector<std::string> owners() const;
    [[nodiscard]] std::int64_t lastSeq() const noexcept;

    /// A place under the owner's limit, held as long as the object lives.
    class Place;
    /// epoch: as it was before the request was let in. nullptr: the owner has as many streams as it may. Any
    /// thread.
    [[nodiscard]] std::shared_ptr<Place> reserve(const std::string& owner, std::uint64_t epoch);
    /// Takes over a socket; head, the answer's header, is written first. Any thread.
    void adopt(std::unique_ptr<Transport> transport, std::string head, StreamRequest request,
               std::shared_ptr<Place> place);

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

/// "id: <position>\nevent: <type>\ndata: <line>\n\n"; data must hold no line break (JSON text never does).
[[nodiscard]] std::string eventFrame(const LogPosition& position, std::string_view type,
                                     std::string_view data);
/// Where a client wants to resume: Last-Event-ID, else ?after=; nullopt when it names neither; an error when
/// it is no position. Whether the log knows that position is for the caller to check.
[[nodiscard]] model::Result<std::optional<LogPosition>> resumePosition(const Request& request);

} // namespace atrium::http
