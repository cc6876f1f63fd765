// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/hub.h"
#include "server/http/mailbox.h"
#include "server/http/metrics.h"
#include "server/http/poller.h"
#include "server/http/stream.h"

#include <atomic>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <variant>
#include <vector>

namespace atrium::http {

/// The hub's thread and everything only it touches.
class EventHub::Loop {
public:
    struct Publish {
        std::vector<LogEvent> events;
    };
    struct Adopt {
        std::unique_ptr<Transport> transport;
        std::string head;
        StreamRequest request;
        std::shared_ptr<Place> place; // on its way from reserve() into the stream
    };
    struct CloseOwner {
        std::string owner;
        std::uint64_t epoch = 0; ///< streams let in before this one end
    };
    struct Replayed {
        std::size_t slot = 0;
        std::uint32_t generation = 0;
        bool failed = false;                         ///< the store did not answer: ask again
        std::optional<std::vector<LogEvent>> events; ///< nullopt: reset
    };
    using Message = std::variant<Publish, Adopt, CloseOwner, Replayed>;

    Loop(HubSource source, Submit submit, HubLimits limits, const Clock& clock, Metrics* metrics);
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    void start(std::int64_t lastSeq);
    void stop();
    void post(Message message) { m_mailbox->push(std::move(message)); }
    void closeOwner(std::string owner) { post(CloseOwner{std::move(owner), m_epoch.fetch_add(1) + 1}); }
    [[nodiscard]] std::uint64_t epoch() const noexcept { return m_epoch.load(); }
    [[nodiscard]] std::size_t streamCount() const noexcept { return m_count.load(); }
    [[nodiscard]] std::int64_t lastSeq() const noexcept { return m_lastSeen.load(); }
    [[nodiscard]] const std::shared_ptr<StreamPlaces>& places() const noexcept { return m_places; }

private:
    struct RingEntry {
        LogEvent event;
        std::unordered_map<std::uint32_t, Frame>
            frames; ///< by view, or by audience with kPerSelf; may be null
    };
    enum class Drop { gone, slow, stalled };

    void run();
    void handle(Publish&& message);
    void handle(Adopt&& message);
    void handle(const CloseOwner& message);
    void handle(Replayed&& message);
    void preload(std::int64_t lastSeq);
    [[nodiscard]] std::int64_t oldestAfter(std::int64_t low, std::int64_t lastSeq) const;
    void remember(LogEvent event);
    void tell(Stream& stream, std::size_t fresh, std::unordered_map<std::uint32_t, Frame>& combined);
    void onReady(std::uint64_t tag);
    /// Brings a stream on while its socket takes the bytes.
    void pump(Stream& stream);
    /// Queues a batch of the ring; false: the stream is dropped.
    bool sendFromRing(Stream& stream);
    void askReplay(Stream& stream);
    void reset(Stream& stream);
    [[nodiscard]] LogPosition positionOf(std::int64_t seq, const Stream& stream) const;
    [[nodiscard]] std::string beat(const Stream& stream) const;
    void tick();
    void heartbeat(Stream& stream);
    bool send(Stream& stream, Frame frame);
    void drop(Stream& stream, Drop why);
    [[nodiscard]] Frame frameOf(RingEntry& entry, const Stream& stream);
    [[nodiscard]] Frame project(const LogEvent& event, const AudienceKey& key) noexcept;
    [[nodiscard]] AudienceKey keyFor(const LogEvent& event, const Stream& stream) const;
    [[nodiscard]] RingEntry* inRing(std::int64_t seq);
    [[nodiscard]] Stream* find(std::size_t slot, std::uint32_t generation) noexcept;

    const HubSource m_source;
    const Submit m_submit;
    const HubLimits m_limits;
    const Clock& m_clock;
    Metrics m_ownMetrics; ///< when none were given
    Gauge& m_streamsGauge;
    Counter& m_eventsCounter;
    Counter& m_bytesCounter;
    Counter& m_slowCounter;
    Counter& m_stalledCounter;
    Counter& m_projectFailures;
    std::shared_ptr<Mailbox<Message>> m_mailbox; // shared with replays under way
    std::shared_ptr<StreamPlaces> m_places;      // shared with places that outlive the hub
    Poller m_poller;
    std::deque<RingEntry> m_ring;
    std::int64_t m_last = 0;
    std::vector<std::unique_ptr<Stream>> m_streams; ///< by descriptor
    std::vector<std::string> m_views;
    std::map<std::string, std::uint32_t> m_viewIds;
    std::vector<AudienceKey> m_audiences;
    std::map<std::pair<std::string, std::string>, std::uint32_t> m_audienceIds;
    std::vector<std::pair<std::size_t, std::uint32_t>> m_later; ///< to be pumped in the next round
    std::uint32_t m_generation = 0;
    std::size_t m_tick = 0;
    Clock::Steady m_now;
    std::unordered_map<std::string, std::uint64_t> m_closed; ///< epoch of each owner's last closing
    std::atomic<std::uint64_t> m_epoch{0};
    std::atomic<std::size_t> m_count{0};
    std::atomic<std::int64_t> m_lastSeen{0};
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

/// The streams of each token.
class StreamPlaces {
public:
    explicit StreamPlaces(std::size_t limit) : m_limit(limit) {}
    [[nodiscard]] bool take(const std::string& owner);
    void giveBack(const std::string& owner) noexcept;
    [[nodiscard]] std::vector<std::string> owners() const;

private:
    const std::size_t m_limit;
    mutable std::mutex m_mutex; // guards m_counts
    std::unordered_map<std::string, std::size_t> m_counts;
};

} // namespace atrium::http
