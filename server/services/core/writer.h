// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/clock.h"
#include "server/services/core/calendar.h"
#include "server/services/core/decisions.h"
#include "server/services/core/teller.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace atrium::services {

/// The only one who changes the hall. Jobs queue up; one thread decides them, one after the other, on the
/// tentative state and collects them in the open group. A second thread takes that group whole, writes it in
/// one transaction; a third one moves the readers on, answers and tells subscribers. Meanwhile the first
/// one decides the next group. When a commit fails its group is dropped and the open one too, which was
/// decided upon it: everyone in them gets ErrorCode::unavailable and nothing has changed.
class Writer {
public:
    struct Figures {
        std::uint64_t jobs = 0;
        std::uint64_t groups = 0;
        std::uint64_t failedGroups = 0;
        // Where the writer's time went, in seconds.
        double deciding = 0;
        double committing = 0;
        double telling = 0; ///< subscribers and those who asked
    };
    using Announce = Teller::Announce;

    static constexpr std::size_t kGroupLimit = 256;
    static constexpr std::size_t kQueueLimit = 8192;

    /// announce is called on the telling thread after each commit that has events.
    Writer(store::Store& store, HallModel& model, std::shared_ptr<const Calendar> calendar,
           const http::Clock& clock, const store::Loaded& head);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void start(Announce announce);
    /// Finishes what is queued and joins. Idempotent.
    void stop();

    /// Queues a write. key: the request's idempotency key; the stored answer is given when it is known.
    /// done is called once, on the telling thread (or on this one when the queue is full or stopped).
    void submit(Actor actor, std::string key, Job job, Done done);
    /// The same and waits; not to be called on the writer's threads.
    [[nodiscard]] model::Result<Outcome> run(Actor actor, Job job);

    [[nodiscard]] Figures figures() const;
    /// How the last transaction failed, also when later ones did not.
    enum class Trouble { none, full, failed };
    [[nodiscard]] Trouble lastTrouble() const noexcept { return m_lastTrouble.load(); }
    /// none as soon as a transaction succeeds.
    [[nodiscard]] Trouble trouble() const noexcept { return m_trouble.load(); }

private:
    void decideAll();
    void commitAll();
    [[nodiscard]] std::vector<WriteItem> takeItems();
    void decide(std::vector<WriteItem> items);
    [[nodiscard]] std::shared_ptr<OpenGroup> takeGroup();
    void commit(const std::shared_ptr<OpenGroup>& group);
    void say(const model::Result<void>& committed);
    void drop(const std::shared_ptr<OpenGroup>& failed, model::Sentence why);

    store::Store& m_store;
    std::shared_ptr<const Calendar> m_calendar; // shared with readers of the hall's time
    const http::Clock& m_clock;
    Teller m_teller;
    bool m_failing = false; ///< the last transaction failed; committing thread only
    std::atomic<Trouble> m_trouble{Trouble::none};
    std::atomic<Trouble> m_lastTrouble{Trouble::none};
    bool m_dayStored = false; ///< the tables say to which day their tickets belong; committing thread only

    std::mutex
        m_deciding; // guards what follows; held while a batch of jobs is decided, or a group changes hands
    std::condition_variable m_ready; ///< the open group has jobs, or no more will come
    std::condition_variable m_taken; ///< the open group is a fresh one
    model::Instant m_lastAt{};       ///< of the last batch: the hall's time never runs backwards
    Decisions m_decisions;
    bool m_allDecided = false;

    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable m_wake;
    std::deque<WriteItem> m_queue;
    bool m_stopping = false;
    Figures m_figures;
    std::thread m_decider;
    std::thread m_committer;
};

} // namespace atrium::services
