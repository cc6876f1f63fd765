// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/stream.h"

#include <array>

namespace atrium::http {

namespace {

constexpr int kReadsAtOnce = 16;
constexpr std::size_t kKeptCapacity = 8; ///< of an empty queue, in frames

} // namespace

Stream::Stream(std::unique_ptr<Transport> transport, std::shared_ptr<EventHub::Place> place,
               std::uint32_t viewId, std::uint32_t audienceId, std::uint32_t generationId, Clock::Steady now)
    : view(viewId), audience(audienceId), generation(generationId), m_transport(std::move(transport)),
      m_place(std::move(place)), m_progress(now) {}

bool Stream::send(Frame frame, Clock::Steady now) {
    const bool first = m_queue.empty();
    m_queuedBytes += frame->size();
    m_queue.push_back(std::move(frame));
    if (!first)
        return true; // the socket is full; its next event goes on
    m_progress = now;
    return flush(now);
}

bool Stream::flush(Clock::Steady now) {
    std::size_t done = 0;
    bool alive = true;
    while (done < m_queue.size()) {
        const std::string& bytes = *m_queue[done];
        const auto moved = m_transport->write(bytes.data() + m_offset, bytes.size() - m_offset);
        if (moved.state != Transport::Io::ok) {
            alive = moved.state == Transport::Io::again;
            break;
        }
        m_progress = now;
        m_queuedBytes -= moved.bytes;
        m_offset += static_cast<std::uint32_t>(moved.bytes);
        if (m_offset == bytes.size()) {
            m_offset = 0;
            ++done;
        }
    }
    m_queue.erase(m_queue.begin(), m_queue.begin() + static_cast<std::ptrdiff_t>(done));
    if (m_queue.empty() && m_queue.capacity() > kKeptCapacity)
        m_queue.shrink_to_fit();
    return alive;
}

bool Stream::discardInput() {
    std::array<char, 4096> unused;
    for (int i = 0; i < kReadsAtOnce; ++i) {
        const auto moved = m_transport->read(unused.data(), unused.size());
        if (moved.state != Transport::Io::ok)
            return moved.state == Transport::Io::again;
    }
    return false;
}

} // namespace atrium::http
