// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/clock.h"
#include "server/services/core/calendar.h"
#include "server/services/core/hallmodel.h"
#include "shared/rules/queueing/command.h"
#include "shared/rules/queueing/decide.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <unordered_set>

namespace atrium::services {

/// Who is behind a write; goes to the audit trail.
struct Actor {
    std::optional<model::DeviceId> device;
    std::optional<model::StaffId> staff;
};

/// What a write answers: an HTTP status and JSON text (empty for 204).
struct Outcome {
    int status = 200;
    std::string body;
};

/// What a job may see and do on the writer's deciding thread.
class WriteContext {
public:
    virtual ~WriteContext() = default;
    /// Durable state and everything this group did so far.
    [[nodiscard]] virtual const HallState& state() const = 0;
    [[nodiscard]] virtual rules::queueing::Now now() const = 0;
    /// Decides a command and records its facts. On a refusal nothing has changed.
    [[nodiscard]] virtual model::Result<void> command(const rules::queueing::Command& command) = 0;
    /// Records other facts; the records' versions are set.
    virtual void record(std::string type, std::vector<store::Change> changes) = 0;
    virtual void audit(std::string action, std::string_view subjectKind, std::string subjectId,
                       std::string detail = {}) = 0;
    /// The stored person with that look-up hash, else the given row, which is stored when the job succeeds.
    [[nodiscard]] virtual model::Result<model::PersonId> person(const store::PersonRow& row,
                                                                bool replace) = 0;
    /// The person with that look-up hash, if the hall knows one.
    [[nodiscard]] virtual model::Result<std::optional<model::PersonId>>
    personOf(const std::string& lookup) = 0;
    /// The person and the key to all that names them are deleted with this job; the same document makes a new
    /// person from now on.
    virtual void erase(const model::PersonId& id) = 0;
};

/// A write. When it gives an error, nothing of what it did stays. Runs once; keep it short, everyone waits.
using Job = std::function<model::Result<Outcome>(WriteContext&)>;
using Done = std::function<void(model::Result<Outcome>)>;

/// The only one who changes the hall. Jobs queue up; one thread decides them, one after the other, on the
/// tentative state and collects them in the open group. A second thread takes that group whole, writes it in
/// one transaction, then moves the readers on, tells subscribers and answers; meanwhile the first one decides
/// the next group. When a commit fails its group is dropped and the open one too, which was decided upon it:
/// everyone in them gets ErrorCode::unavailable and nothing has changed.
class Writer {
public:
    struct Figures {
        std::uint64_t jobs = 0;
        std::uint64_t groups = 0;
        std::uint64_t failedGroups = 0;
        // Where the writer's time went, in seconds.
        double deciding = 0;
        double committing = 0;
        double telling = 0; ///< readers, subscribers and those who asked
    };
    using Announce = std::function<void(const std::vector<store::LogEventPtr>&)>;

    static constexpr std::size_t kGroupLimit = 256;
    static constexpr std::size_t kQueueLimit = 8192;

    /// announce is called on the committing thread after each commit that has events.
    Writer(store::Store& store, HallModel& model, std::shared_ptr<const Calendar> calendar,
           const http::Clock& clock, const store::Loaded& head);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void start(Announce announce);
    /// Finishes what is queued and joins. Idempotent.
    void stop();

    /// Queues a write. key: the request's idempotency key; the stored answer is given when it is known.
    /// done is called once, on the committing thread (or on this one when the queue is full or stopped).
    void submit(Actor actor, std::string key, Job job, Done done);
    /// The same and waits; not to be called on the writer's threads.
    [[nodiscard]] model::Result<Outcome> run(Actor actor, Job job);

    [[nodiscard]] Figures figures() const;

private:
    struct Item {
        Actor actor;
        std::string key;
        Job job;
        Done done;
    };
    struct OpenGroup;
    struct Mark;
    class GroupContext;

    void decideAll();
    void commitAll();
    [[nodiscard]] std::vector<Item> takeItems();
    void decide(std::vector<Item> items);
    [[nodiscard]] model::Result<Outcome> decideOne(GroupContext& context, const Item& item);
    [[nodiscard]] model::Result<std::optional<Outcome>> repeated(const Item& item);
    [[nodiscard]] Mark mark() const;
    void backTo(Mark mark);
    [[nodiscard]] std::shared_ptr<OpenGroup> takeGroup();
    void commit(OpenGroup& group);
    void say(const model::Result<void>& committed);
    void drop(OpenGroup& failed);

    store::Store& m_store;
    HallModel& m_model;
    std::shared_ptr<const Calendar> m_calendar; // shared with readers of the hall's time
    const http::Clock& m_clock;
    Announce m_announce;
    bool m_failing = false;   ///< the last transaction failed; committing thread only
    bool m_dayStored = false; ///< the tables say to which day their tickets belong; committing thread only

    std::mutex
        m_deciding; // guards what follows; held while a batch of jobs is decided, or a group changes hands
    std::condition_variable m_ready; ///< the open group has jobs, or no more will come
    std::condition_variable m_taken; ///< the open group is a fresh one
    model::Instant m_lastAt{};       ///< of the last batch: the hall's time never runs backwards
    HallState m_tentative;
    std::shared_ptr<OpenGroup> m_open;
    std::shared_ptr<const OpenGroup> m_committing; ///< the one before; shared with the committing thread
    bool m_allDecided = false;
    std::int64_t m_auditSequence = 0;
    std::string m_auditHead;
    std::int64_t m_durableAudit = 0; ///< the two above as of the last commit
    std::string m_durableAuditHead;
    std::unordered_set<std::string> m_keys;                     ///< device and key of stored answers
    std::unordered_map<std::string, model::PersonId> m_persons; ///< look-up hash, of this run

    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable m_wake;
    std::deque<Item> m_queue;
    bool m_stopping = false;
    Figures m_figures;
    std::thread m_decider;
    std::thread m_committer;
};

} // namespace atrium::services
