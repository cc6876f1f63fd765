// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/clock.h"
#include "server/http/hub.h"
#include "server/http/transport.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace atrium::http {

using Frame = std::shared_ptr<const std::string>; // shared by all streams that are sent these bytes

/// The streams of each token, counted across threads.
class StreamPlaces;

class EventHub::Place {
public:
    Place(std::shared_ptr<StreamPlaces> places, std::string owner, std::uint64_t epoch);
    ~Place();
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    [[nodiscard]] const std::string& owner() const noexcept { return m_owner; }
    [[nodiscard]] std::uint64_t epoch() const noexcept { return m_epoch; }

private:
    std::shared_ptr<StreamPlaces> m_places; // a place may outlive the hub
    std::string m_owner;
    std::uint64_t m_epoch;
};

/// One screen that listens. Kept small: there are thousands, and nearly all are idle. Hub thread only.
class Stream {
public:
    enum class Mode : std::uint8_t {
        live,       ///< has everything up to the hub's last number
        catchingUp, ///< more is to be taken from the ring or from replay() once the queue is empty
        waiting     ///< for replay()
    };

    Stream(std::unique_ptr<Transport> transport, std::shared_ptr<EventHub::Place> place, std::uint32_t view,
           std::uint32_t audience, std::uint32_t generation, Clock::Steady now);

    /// Queues bytes and sends what the socket takes. False: the client is gone.
    bool send(Frame frame, Clock::Steady now);
    /// Sends what is queued. False: the client is gone.
    bool flush(Clock::Steady now);
    /// Reads and drops what the client says after its request. False: it is gone, or talks too much.
    bool discardInput();

    [[nodiscard]] bool idle() const noexcept { return m_queue.empty(); }
    [[nodiscard]] std::size_t queuedBytes() const noexcept { return m_queuedBytes; }
    [[nodiscard]] int fd() const noexcept { return m_transport->fd(); }
    [[nodiscard]] const EventHub::Place& place() const noexcept { return *m_place; }
    /// When the client last took something.
    [[nodiscard]] Clock::Steady progress() const noexcept { return m_progress; }

    std::int64_t position = 0; ///< number of the last entry queued, or found invisible
    const std::uint32_t view;
    const std::uint32_t audience;
    const std::uint32_t generation;
    Mode mode = Mode::catchingUp;

private:
    std::uint32_t m_offset = 0; ///< sent bytes of m_queue.front()
    std::size_t m_queuedBytes = 0;
    std::unique_ptr<Transport> m_transport;
    std::shared_ptr<EventHub::Place> m_place; // shared with the reply it came in
    std::vector<Frame> m_queue;
    Clock::Steady m_progress;
};

} // namespace atrium::http
