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

/// What a job may see and do on the writer's thread.
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
};

/// A write. It must refuse before it changes anything: an error after command() or record() gave success is a
/// programmer's error. Runs once; keep it short, everyone waits.
using Job = std::function<model::Result<Outcome>(WriteContext&)>;
using Done = std::function<void(model::Result<Outcome>)>;

/// The only one who changes the hall. Jobs queue up; one thread decides them on the tentative state, writes a
/// whole group in one transaction, then moves the readers on, tells subscribers and answers. When the commit
/// fails the group is dropped, everyone in it gets ErrorCode::unavailable and nothing has changed.
class Writer {
public:
    struct Figures {
        std::uint64_t jobs = 0;
        std::uint64_t groups = 0;
        std::uint64_t failedGroups = 0;
    };
    using Announce = std::function<void(const std::vector<store::LogEventPtr>&)>;

    static constexpr std::size_t kGroupLimit = 256;
    static constexpr std::size_t kQueueLimit = 8192;

    /// announce is called on the writer's thread after each commit that has events.
    Writer(store::Store& store, HallModel& model, std::shared_ptr<const Calendar> calendar,
           const http::Clock& clock, const store::Loaded& head);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void start(Announce announce);
    /// Finishes what is queued and joins. Idempotent.
    void stop();

    /// Queues a write. key: the request's idempotency key; the stored answer is given when it is known.
    /// done is called once, on the writer's thread (or on this one when the queue is full or stopped).
    void submit(Actor actor, std::string key, Job job, Done done);
    /// The same and waits; not to be called on the writer's thread.
    [[nodiscard]] model::Result<Outcome> run(Actor actor, Job job);

    [[nodiscard]] Figures figures() const;

private:
    struct Item {
        Actor actor;
        std::string key;
        Job job;
        Done done;
    };
    class GroupContext;

    void loop();
    void runGroup(std::vector<Item>& items);
    [[nodiscard]] model::Result<Outcome> decideOne(GroupContext& context, Item& item);

    store::Store& m_store;
    HallModel& m_model;
    std::shared_ptr<const Calendar> m_calendar; // shared with readers of the hall's time
    const http::Clock& m_clock;
    Announce m_announce;

    // Writer thread only.
    HallState m_tentative;
    std::int64_t m_auditSequence = 0;
    std::string m_auditHead;
    bool m_dayStored = false;               ///< the tables say to which day their tickets belong
    std::unordered_set<std::string> m_keys; ///< device and key of stored answers
    std::unordered_map<std::string, model::PersonId> m_persons; ///< look-up hash, of this run

    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable m_wake;
    std::deque<Item> m_queue;
    bool m_stopping = false;
    Figures m_figures;
    std::thread m_thread;
};

} // namespace atrium::services
