// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/hubloop.h"

#include <algorithm>

// The half of the hub's loop that decides which bytes a stream gets next.
namespace atrium::http {

namespace {

constexpr std::uint32_t kPerSelf = 0x80000000U; ///< marks an audience among the keys of frames
constexpr std::size_t kFramesKept = 256;        ///< latest entries of the ring that keep their frames
constexpr std::size_t kBatchBytes = 128 * 1024; ///< queued at once for a client that catches up
constexpr int kBatchesAtOnce = 8;               ///< then the others have their turn

} // namespace

Frame EventHub::Loop::project(const LogEvent& event, const AudienceKey& key) noexcept {
    try {
        return m_source.project ? m_source.project(event, key) : nullptr;
    } catch (...) { // counted; the client sees the number in the next heartbeat
        m_projectFailures.add();
        return nullptr;
    }
}

AudienceKey EventHub::Loop::keyFor(const LogEvent& event, const Stream& stream) const {
    return event.perSelf ? m_audiences[stream.audience] : AudienceKey{m_views[stream.view], {}};
}

Frame EventHub::Loop::frameOf(RingEntry& entry, const Stream& stream) {
    const std::uint32_t key = entry.event.perSelf ? stream.audience | kPerSelf : stream.view;
    const auto [place, fresh] = entry.frames.try_emplace(key);
    if (fresh)
        place->second = project(entry.event, keyFor(entry.event, stream));
    return place->second;
}

EventHub::Loop::RingEntry* EventHub::Loop::inRing(std::int64_t seq) {
    if (m_ring.empty() || seq < m_ring.front().event.seq || seq > m_ring.back().event.seq)
        return nullptr;
    return &m_ring[static_cast<std::size_t>(seq - m_ring.front().event.seq)];
}

void EventHub::Loop::remember(LogEvent event) {
    if (!m_ring.empty() && event.seq != m_ring.back().event.seq + 1)
        m_ring.clear(); // a gap: older entries come from replay()
    m_ring.push_back({std::move(event), {}});
    if (m_ring.size() > m_limits.ring)
        m_ring.pop_front();
    if (m_ring.size() > kFramesKept)
        std::unordered_map<std::uint32_t, Frame>{}.swap(m_ring[m_ring.size() - 1 - kFramesKept].frames);
}

void EventHub::Loop::handle(Publish&& message) {
    std::size_t fresh = 0;
    for (LogEvent& event : message.events) {
        if (event.seq <= m_last)
            continue;
        m_last = event.seq;
        remember(std::move(event));
        ++fresh;
    }
    fresh = std::min(fresh, m_ring.size());
    if (fresh == 0)
        return;
    m_lastSeen.store(m_last);
    std::unordered_map<std::uint32_t, Frame> combined;
    for (auto& stream : m_streams)
        if (stream && stream->mode == Stream::Mode::live)
            tell(*stream, fresh, combined);
}

/// All fresh entries as one piece, built once per view; entry by entry only where streams differ.
void EventHub::Loop::tell(Stream& stream, std::size_t fresh,
                          std::unordered_map<std::uint32_t, Frame>& combined) {
    const auto begin = m_ring.end() - static_cast<std::ptrdiff_t>(fresh);
    const bool same = stream.position < begin->event.seq &&
                      std::none_of(begin, m_ring.end(), [](const RingEntry& e) { return e.event.perSelf; });
    Frame piece;
    const auto known = same ? combined.find(stream.view) : combined.end();
    if (known != combined.end()) {
        piece = known->second;
    } else {
        std::string joined;
        std::size_t visible = 0;
        for (auto entry = begin; entry != m_ring.end(); ++entry) {
            const Frame frame = entry->event.seq > stream.position ? frameOf(*entry, stream) : nullptr;
            if (!frame)
                continue;
            if (++visible == 1 && fresh == 1)
                piece = frame;
            else
                joined.append(*frame);
        }
        if (!joined.empty())
            piece = std::make_shared<const std::string>(std::move(joined));
        if (same)
            combined.emplace(stream.view, piece);
    }
    stream.position = std::max(stream.position, m_last);
    if (piece)
        send(stream, piece);
}

void EventHub::Loop::pump(Stream& stream) {
    for (int batch = 0; batch < kBatchesAtOnce; ++batch) {
        if (stream.mode == Stream::Mode::waiting)
            return;
        if (stream.position >= m_last) {
            stream.mode = Stream::Mode::live;
            return;
        }
        stream.mode = Stream::Mode::catchingUp;
        if (!stream.idle())
            return; // its socket tells when it has taken the rest
        if (inRing(stream.position + 1) == nullptr) {
            askReplay(stream);
            return;
        }
        if (!sendFromRing(stream))
            return;
    }
    m_later.emplace_back(static_cast<std::size_t>(stream.fd()), stream.generation);
}

bool EventHub::Loop::sendFromRing(Stream& stream) {
    std::string bytes;
    for (std::size_t n = 0; n < m_limits.replayBatch && bytes.size() < kBatchBytes; ++n) {
        RingEntry* const entry = inRing(stream.position + 1);
        if (entry == nullptr)
            break;
        const bool recent = m_last - entry->event.seq < static_cast<std::int64_t>(kFramesKept);
        const Frame frame =
            recent ? frameOf(*entry, stream) : project(entry->event, keyFor(entry->event, stream));
        if (frame)
            bytes.append(*frame);
        stream.position = entry->event.seq;
    }
    return bytes.empty() || send(stream, std::make_shared<const std::string>(std::move(bytes)));
}

void EventHub::Loop::askReplay(Stream& stream) {
    const auto slot = static_cast<std::size_t>(stream.fd());
    const bool queued =
        m_submit([mailbox = m_mailbox, replay = m_source.replay, slot, generation = stream.generation,
                  after = stream.position, limit = m_limits.replayBatch] {
            Replayed result{.slot = slot, .generation = generation, .failed = true, .events = {}};
            try {
                if (replay) {
                    result.events = replay(after, limit);
                    result.failed = false;
                }
            } catch (...) { // the store is away: the hub asks again
            }
            mailbox->push(std::move(result));
        });
    if (queued)
        stream.mode = Stream::Mode::waiting; // else the next tick tries again
}

void EventHub::Loop::handle(Replayed&& message) {
    Stream* const stream = find(message.slot, message.generation);
    if (stream == nullptr)
        return;
    stream->mode = Stream::Mode::catchingUp; // after a failure the next tick asks again
    if (message.failed)
        return;
    if (!message.events || message.events->empty()) {
        reset(*stream);
        return;
    }
    std::string bytes;
    for (const LogEvent& event : *message.events) {
        if (event.seq <= stream->position)
            continue;
        if (bytes.size() >= kBatchBytes)
            break; // asked for again once these are taken
        if (const Frame frame = project(event, keyFor(event, *stream)))
            bytes.append(*frame);
        stream->position = event.seq;
    }
    if (bytes.empty() || send(*stream, std::make_shared<const std::string>(std::move(bytes))))
        pump(*stream);
}

void EventHub::Loop::reset(Stream& stream) {
    stream.position = m_last; // whoever fetches a snapshot now gets one at least as new
    stream.mode = Stream::Mode::live;
    send(stream, std::make_shared<const std::string>(eventFrame(positionOf(m_last, stream), "reset", "{}")));
}

} // namespace atrium::http
