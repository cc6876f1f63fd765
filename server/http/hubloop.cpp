// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/hubloop.h"

#include <algorithm>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace atrium::http {

namespace {

constexpr std::chrono::milliseconds kAhead{1'000}; ///< for publish() to reach a client's number

std::uint64_t tagOf(const Stream& stream) {
    return (static_cast<std::uint64_t>(stream.generation) << 32) | static_cast<std::uint64_t>(stream.fd());
}

} // namespace

EventHub::Loop::Loop(HubSource source, Submit submit, HubLimits limits, const Clock& clock, Metrics* metrics)
    : m_source(std::move(source)), m_submit(std::move(submit)), m_limits(limits), m_clock(clock),
      m_streamsGauge((metrics ? *metrics : m_ownMetrics).gauge("atrium_streams", "Open event streams")),
      m_eventsCounter((metrics ? *metrics : m_ownMetrics)
                          .counter("atrium_stream_sends_total", "Pieces handed to event streams")),
      m_bytesCounter((metrics ? *metrics : m_ownMetrics)
                         .counter("atrium_stream_bytes_total", "Bytes handed to event streams")),
      m_slowCounter((metrics ? *metrics : m_ownMetrics)
                        .counter("atrium_streams_dropped_total", "Event streams ended by the server",
                                 {{"reason", "slow"}})),
      m_stalledCounter((metrics ? *metrics : m_ownMetrics)
                           .counter("atrium_streams_dropped_total", "Event streams ended by the server",
                                    {{"reason", "stalled"}})),
      m_projectFailures(
          (metrics ? *metrics : m_ownMetrics)
              .counter("atrium_stream_project_failures_total", "Events whose projection failed")),
      m_mailbox(std::make_shared<Mailbox<Message>>()),
      m_places(std::make_shared<StreamPlaces>(limits.perOwner)), m_now(clock.steady()) {}

EventHub::Loop::~Loop() {
    stop();
}

void EventHub::Loop::start(std::int64_t lastSeq) {
    preload(lastSeq);
    m_last = lastSeq;
    m_lastSeen.store(lastSeq);
    m_poller.addLevel(m_mailbox->fd(), kWake);
    m_thread = std::thread([this] { run(); });
}

/// The lowest number from low on that replay() can go on from: fewer entries may be kept than the ring holds.
std::int64_t EventHub::Loop::oldestAfter(std::int64_t low, std::int64_t lastSeq) const {
    if (m_source.replay(low, 1))
        return low;
    std::int64_t known = lastSeq;
    while (known - low > 1) {
        const std::int64_t middle = low + (known - low) / 2;
        (m_source.replay(middle, 1) ? known : low) = middle;
    }
    return known;
}

/// Fills the ring, so that after a restart the clients resume without asking the store one by one.
void EventHub::Loop::preload(std::int64_t lastSeq) {
    std::int64_t at = std::max<std::int64_t>(0, lastSeq - static_cast<std::int64_t>(m_limits.ring));
    if (m_source.replay)
        at = oldestAfter(at, lastSeq);
    while (m_source.replay && at < lastSeq) {
        auto events = m_source.replay(at, m_limits.replayBatch);
        if (!events || events->empty())
            break;
        at = events->back().seq;
        for (LogEvent& event : *events)
            if (event.seq <= lastSeq)
                remember(std::move(event));
    }
    if (!m_ring.empty() && m_ring.back().event.seq != lastSeq)
        m_ring.clear();
}

void EventHub::Loop::stop() {
    m_stopping.store(true);
    m_mailbox->wake();
    if (m_thread.joinable())
        m_thread.join();
    m_mailbox->close();
    m_streams.clear();
    m_streamsGauge.set(0);
    m_count.store(0);
}

void EventHub::Loop::run() {
    blockSignals();
    auto nextTick = std::chrono::steady_clock::now() + kTick;
    while (!m_stopping.load()) {
        const auto events = m_poller.wait(m_later.empty() ? static_cast<int>(kTick.count()) : 0);
        m_now = m_clock.steady();
        for (const epoll_event& event : events)
            if (event.data.u64 != kWake)
                onReady(event.data.u64);
        for (Message& message : m_mailbox->take())
            std::visit([this](auto& content) { handle(std::move(content)); }, message);
        for (const auto& [slot, generation] : std::exchange(m_later, {}))
            if (Stream* const stream = find(slot, generation))
                pump(*stream);
        if (const auto now = std::chrono::steady_clock::now(); now >= nextTick) {
            nextTick = now + kTick;
            tick();
        }
    }
}

Stream* EventHub::Loop::find(std::size_t slot, std::uint32_t generation) noexcept {
    if (slot >= m_streams.size() || !m_streams[slot] || m_streams[slot]->generation != generation)
        return nullptr;
    return m_streams[slot].get();
}

void EventHub::Loop::handle(Adopt&& message) {
    const auto closed = m_closed.find(message.place->owner());
    if (closed != m_closed.end() && message.place->epoch() < closed->second)
        return; // let in by what no longer holds: the client asks again, and then it is decided anew
    const int fd = message.transport->fd();
    const auto slot = static_cast<std::size_t>(fd);
    if (slot >= m_streams.size())
        m_streams.resize(slot + 1);
    const AudienceKey& key = message.request.audience;
    const auto view = m_viewIds.try_emplace(key.view, static_cast<std::uint32_t>(m_views.size()));
    if (view.second)
        m_views.push_back(key.view);
    const auto audience =
        m_audienceIds.try_emplace({key.view, key.self}, static_cast<std::uint32_t>(m_audiences.size()));
    if (audience.second)
        m_audiences.push_back(key);
    m_generation = (m_generation + 1) & 0x7fffffffU;
    m_streams[slot] =
        std::make_unique<Stream>(std::move(message.transport), std::move(message.place), view.first->second,
                                 audience.first->second, m_generation, m_now);
    Stream& stream = *m_streams[slot];
    stream.position = message.request.afterSeq.value_or(m_last);
    m_count.fetch_add(1);
    m_streamsGauge.add(1);
    const auto stall = static_cast<unsigned>(m_limits.stall.count());
    ::setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &stall, sizeof stall); // finds peers that lost power
    const auto buffer = static_cast<int>(m_limits.socketBuffer); // else it grows to megabytes a client
    ::setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &buffer, sizeof buffer);
    if (!m_poller.addEdge(fd, tagOf(stream))) {
        drop(stream, Drop::gone);
        return;
    }
    message.head.append(beat(stream));
    if (send(stream, std::make_shared<const std::string>(std::move(message.head))))
        pump(stream);
}

void EventHub::Loop::handle(const CloseOwner& message) {
    auto& closed = m_closed[message.owner];
    closed = std::max(closed, message.epoch);
    for (auto& stream : m_streams)
        if (stream && stream->place().owner() == message.owner && stream->place().epoch() < message.epoch)
            drop(*stream, Drop::gone);
}

void EventHub::Loop::onReady(std::uint64_t tag) {
    Stream* const stream =
        find(static_cast<std::size_t>(tag & 0xffffffffU), static_cast<std::uint32_t>(tag >> 32));
    if (stream == nullptr)
        return;
    if (!stream->discardInput() || !stream->flush(m_now))
        drop(*stream, Drop::gone);
    else if (stream->mode == Stream::Mode::catchingUp)
        pump(*stream);
}

bool EventHub::Loop::send(Stream& stream, Frame frame) {
    m_eventsCounter.add();
    m_bytesCounter.add(frame->size());
    if (!stream.send(std::move(frame), m_now)) {
        drop(stream, Drop::gone);
        return false;
    }
    if (stream.queuedBytes() > m_limits.clientBuffer) {
        drop(stream, Drop::slow);
        return false;
    }
    return true;
}

void EventHub::Loop::drop(Stream& stream, Drop why) {
    if (why == Drop::slow)
        m_slowCounter.add();
    if (why == Drop::stalled)
        m_stalledCounter.add();
    m_poller.remove(stream.fd());
    m_streams[static_cast<std::size_t>(stream.fd())].reset();
    m_count.fetch_sub(1);
    m_streamsGauge.add(-1);
}

void EventHub::Loop::tick() {
    const auto slots = static_cast<std::size_t>(std::max<std::int64_t>(1, m_limits.heartbeat / kTick));
    const std::size_t turn = m_tick++ % slots;
    for (std::size_t slot = 0; slot < m_streams.size(); ++slot) {
        Stream* const stream = m_streams[slot].get();
        if (stream == nullptr)
            continue;
        if (!stream->idle()) {
            if (m_now - stream->progress() > m_limits.stall)
                drop(*stream, Drop::stalled);
            continue;
        }
        if (stream->position > m_last && m_now - stream->progress() > kAhead)
            reset(*stream); // its number was never given out: the store was put back
        else if (stream->mode == Stream::Mode::catchingUp)
            pump(*stream);
        else if (slot % slots == turn)
            heartbeat(*stream); // spread over the interval, so that they never come all at once
    }
}

void EventHub::Loop::heartbeat(Stream& stream) {
    if (stream.position > m_last)
        return;
    send(stream, std::make_shared<const std::string>(beat(stream)));
}

LogPosition EventHub::Loop::positionOf(std::int64_t seq, const Stream& stream) const {
    return {seq, m_source.tagOf ? m_source.tagOf(seq, m_views[stream.view]) : std::string()};
}

std::string EventHub::Loop::beat(const Stream& stream) const {
    return ": at " + std::to_string(model::toMillis(m_clock.now())) + " seq " +
           positionText(positionOf(stream.position, stream)) + "\n\n";
}

} // namespace atrium::http
