// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/writer.h"

#include "server/services/core/crypto.h"
#include "shared/model/json.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <iostream>
#include <iterator>
#include <utility>

namespace atrium::services {

using model::Result;

namespace {

model::Error writerUnavailable(model::Sentence why) {
    return {model::ErrorCode::unavailable, {}, why};
}

/// Seconds since the last call.
class StopWatch {
public:
    double lap() {
        const auto now = std::chrono::steady_clock::now();
        const std::chrono::duration<double> out = now - std::exchange(m_last, now);
        return out.count();
    }

private:
    std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
};

std::string keyOf(const Actor& actor, const std::string& key) {
    return (actor.device ? actor.device->value : std::string()) + "\n" + key;
}

} // namespace

/// Jobs that become durable together, and what becomes of them.
struct Writer::OpenGroup {
    std::vector<Item> items;
    std::vector<Result<Outcome>> outcomes;
    store::Group group; ///< not touched any more once the committing thread has it
    double deciding = 0;

    [[nodiscard]] bool writes() const {
        return !group.events.empty() || !group.audit.empty() || !group.persons.empty() ||
               !group.erased.empty();
    }
    [[nodiscard]] const store::PersonRow* person(const std::string& lookup) const {
        const auto found = std::find_if(group.persons.begin(), group.persons.end(),
                                        [&](const auto& row) { return row.lookup == lookup; });
        return found == group.persons.end() ? nullptr : &*found;
    }
    [[nodiscard]] bool erases(const model::PersonId& id) const {
        return std::find(group.erased.begin(), group.erased.end(), id) != group.erased.end();
    }
    [[nodiscard]] const store::StoredAnswer* answer(const std::string& device, const std::string& key) const {
        const auto found = std::find_if(group.answers.begin(), group.answers.end(), [&](const auto& answer) {
            return answer.key == key && answer.deviceId == device;
        });
        return found == group.answers.end() ? nullptr : &*found;
    }
    void answerAll() {
        for (std::size_t i = 0; i < items.size(); ++i)
            items[i].done(std::move(outcomes[i]));
    }
};

/// What a batch of jobs works on: the open group.
class Writer::GroupContext final : public WriteContext {
public:
    GroupContext(Writer& writer, rules::queueing::Now now)
        : m_writer(writer), m_now(now), m_group(writer.m_open->group) {
        m_group.hallId = writer.m_tentative.setup->hall.id;
    }

    [[nodiscard]] const HallState& state() const override { return m_writer.m_tentative; }
    [[nodiscard]] rules::queueing::Now now() const override { return m_now; }

    [[nodiscard]] Result<void> command(const rules::queueing::Command& command) override {
        HallState& state = m_writer.m_tentative;
        auto events = rules::queueing::decide(state.queue, command, m_now, state.setup->config);
        if (!events)
            return events.error();
        for (rules::queueing::Event& event : *events) {
            const std::int64_t seq = state.lastSeq + 1;
            for (auto& ticket : event.tickets)
                ticket.version = seq;
            for (auto& window : event.windows)
                window.version = seq;
            for (auto& day : event.queueDays)
                day.version = seq;
            rules::queueing::evolve(state.queue, event);
            if (event.nextDay)
                m_group.day = event.nextDay;
            add(toLogEvent(std::move(event), seq));
        }
        changed = true;
        return {};
    }

    void record(std::string type, std::vector<store::Change> changes) override {
        store::LogEvent event;
        event.seq = m_writer.m_tentative.lastSeq + 1;
        event.at = m_now.at;
        event.type = std::move(type);
        event.changes = std::move(changes);
        for (store::Change& change : event.changes)
            if (change.record)
                store::setVersion(*change.record, event.seq);
        add(std::move(event));
        changed = true;
    }

    void audit(std::string action, std::string_view subjectKind, std::string subjectId,
               std::string detail) override {
        model::AuditEntry entry;
        entry.sequence = ++m_writer.m_auditSequence;
        entry.hallId = m_group.hallId;
        entry.at = m_now.at;
        entry.staffId = actor.staff;
        entry.deviceId = actor.device;
        entry.action = std::move(action);
        entry.subjectKind = subjectKind;
        entry.subjectId = std::move(subjectId);
        entry.detail = std::move(detail);
        entry.hash = m_writer.m_auditHead;
        // The canonical JSON carries the previous hash in the place of the entry's own.
        entry.hash = sha256Hex(model::toJson(entry));
        m_writer.m_auditHead = entry.hash;
        m_group.audit.push_back(std::move(entry));
    }

    [[nodiscard]] Result<std::optional<model::PersonId>> personOf(const std::string& lookup) override {
        using Found = std::optional<model::PersonId>;
        const auto known = m_writer.m_persons.find(lookup);
        if (known != m_writer.m_persons.end() && !isGone(known->second))
            return Found(known->second);
        // Those of this group are not stored yet, those of the one before perhaps not.
        if (const auto* row = m_writer.m_open->person(lookup))
            return Found(row->id);
        if (const auto* row = m_writer.m_committing ? m_writer.m_committing->person(lookup) : nullptr)
            if (!isGone(row->id))
                return Found(row->id);
        auto stored = m_writer.m_store.personByLookup(lookup);
        if (!stored)
            return stored.error();
        if (!*stored || isGone((*stored)->id))
            return Found();
        m_writer.m_persons.insert_or_assign(lookup, (*stored)->id);
        return Found((*stored)->id);
    }

    [[nodiscard]] Result<model::PersonId> person(const store::PersonRow& row, bool replace) override {
        auto known = personOf(row.lookup);
        if (!known)
            return known.error();
        if (*known && (!replace || m_writer.m_open->person(row.lookup) != nullptr))
            return **known;
        store::PersonRow fresh = row;
        if (*known)
            fresh.id = **known;
        pendingPersons.push_back(fresh);
        return fresh.id;
    }

    void erase(const model::PersonId& id) override {
        pendingErased.push_back(id);
        changed = true;
    }

    Actor actor;
    bool changed = false;
    std::vector<store::PersonRow> pendingPersons; ///< of the present job; stored when it succeeds
    std::vector<model::PersonId> pendingErased;   ///< likewise

private:
    /// Erased by a group that is not durable yet, so perhaps still stored.
    [[nodiscard]] bool isGone(const model::PersonId& id) const {
        return m_writer.m_open->erases(id) || (m_writer.m_committing && m_writer.m_committing->erases(id));
    }
    void add(store::LogEvent event) {
        m_writer.m_tentative.applyOthers(event);
        m_group.bodies.push_back(store::eventBody(event));
        m_group.events.push_back(std::make_shared<const store::LogEvent>(std::move(event)));
    }

    Writer& m_writer;
    rules::queueing::Now m_now;
    store::Group& m_group;
};

Writer::Writer(store::Store& store, HallModel& model, std::shared_ptr<const Calendar> calendar,
               const http::Clock& clock, const store::Loaded& head)
    : m_store(store), m_model(model), m_calendar(std::move(calendar)), m_clock(clock),
      m_dayStored(head.dayKnown), m_tentative(model.copy()), m_open(std::make_shared<OpenGroup>()),
      m_auditSequence(head.lastAudit), m_auditHead(head.auditHead), m_durableAudit(head.lastAudit),
      m_durableAuditHead(head.auditHead) {
    for (const auto& [device, key] : head.answerKeys)
        m_keys.insert(device + "\n" + key);
}

Writer::~Writer() {
    stop();
}

void Writer::start(Announce announce) {
    m_announce = std::move(announce);
    m_decider = std::thread([this] { decideAll(); });
    m_committer = std::thread([this] { commitAll(); });
}

void Writer::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_decider.joinable())
        m_decider.join();
    if (m_committer.joinable())
        m_committer.join();
}

void Writer::submit(Actor actor, std::string key, Job job, Done done) {
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping && m_queue.size() < kQueueLimit) {
            m_queue.push_back({std::move(actor), std::move(key), std::move(job), std::move(done)});
            m_wake.notify_one();
            return;
        }
    }
    done(writerUnavailable(model::Sentence::tooManyWrites));
}

Result<Outcome> Writer::run(Actor actor, Job job) {
    auto promise = std::make_shared<std::promise<Result<Outcome>>>();
    auto future = promise->get_future();
    submit(std::move(actor), {}, std::move(job),
           [promise](Result<Outcome> outcome) { promise->set_value(std::move(outcome)); });
    return future.get();
}

Writer::Figures Writer::figures() const {
    const std::lock_guard lock(m_mutex);
    return m_figures;
}

std::vector<Writer::Item> Writer::takeItems() {
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
    const auto count = static_cast<std::ptrdiff_t>(std::min(m_queue.size(), kGroupLimit));
    std::vector<Item> items(std::make_move_iterator(m_queue.begin()),
                            std::make_move_iterator(m_queue.begin() + count));
    m_queue.erase(m_queue.begin(), m_queue.begin() + count);
    return items;
}

void Writer::decideAll() {
    while (true) {
        auto items = takeItems();
        if (items.empty())
            break;
        decide(std::move(items));
    }
    {
        const std::lock_guard lock(m_deciding);
        m_allDecided = true;
    }
    m_ready.notify_one();
}

void Writer::decide(std::vector<Item> items) {
    {
        std::unique_lock lock(m_deciding);
        m_taken.wait(lock, [this] { return m_open->items.size() < kGroupLimit; });
        StopWatch watch;
        const model::Instant at = m_lastAt = std::max(m_lastAt, m_clock.now());
        GroupContext context(*this, {at, m_calendar->local(at)});
        for (Item& item : items) {
            m_open->outcomes.push_back(decideOne(context, item));
            m_open->items.push_back(std::move(item));
        }
        m_open->deciding += watch.lap();
    }
    m_ready.notify_one();
}

/// The answer given before to the same device and key.
Result<std::optional<Outcome>> Writer::repeated(const Item& item) {
    const std::string device = item.actor.device ? item.actor.device->value : "";
    for (const OpenGroup* group : {static_cast<const OpenGroup*>(m_open.get()), m_committing.get()})
        if (group != nullptr)
            if (const auto* answer = group->answer(device, item.key))
                return std::optional(Outcome{answer->status, answer->body});
    auto stored = m_store.answerOf(device, item.key);
    if (!stored)
        return stored.error();
    if (!*stored)
        return std::optional<Outcome>();
    return std::optional(Outcome{(*stored)->status, std::move((*stored)->body)});
}

/// How far the open group had come before a job.
struct Writer::Mark {
    std::size_t events;
    std::size_t audit;
    std::optional<model::Day> day;
    std::int64_t auditSequence;
    std::string auditHead;
};

Writer::Mark Writer::mark() const {
    const store::Group& group = m_open->group;
    return {group.events.size(), group.audit.size(), group.day, m_auditSequence, m_auditHead};
}

/// A job that was refused half way leaves nothing behind. Rare, so the state is made anew: what is durable,
/// and what was decided since.
void Writer::backTo(Mark mark) {
    store::Group& group = m_open->group;
    group.events.resize(mark.events);
    group.bodies.resize(mark.events);
    group.audit.erase(group.audit.begin() + static_cast<std::ptrdiff_t>(mark.audit), group.audit.end());
    group.day = mark.day;
    m_auditSequence = mark.auditSequence;
    m_auditHead = std::move(mark.auditHead);
    m_tentative = m_model.copy();
    for (const OpenGroup* decided : {m_committing.get(), static_cast<const OpenGroup*>(m_open.get())})
        if (decided != nullptr)
            for (const auto& event : decided->group.events)
                if (event->seq > m_tentative.lastSeq)
                    m_tentative.apply(*event);
}

Result<Outcome> Writer::decideOne(GroupContext& context, const Item& item) {
    const std::string key = keyOf(item.actor, item.key);
    if (!item.key.empty() && m_keys.contains(key)) {
        auto known = repeated(item);
        if (!known)
            return known.error();
        if (*known)
            return std::move(**known);
    }
    context.actor = item.actor;
    context.changed = false;
    context.pendingPersons.clear();
    context.pendingErased.clear();
    Mark before = mark();
    auto outcome = item.job(context);
    store::Group& group = m_open->group;
    if (!outcome && (group.events.size() > before.events || group.audit.size() > before.audit))
        backTo(std::move(before));
    if (outcome)
        group.persons.insert(group.persons.end(), context.pendingPersons.begin(),
                             context.pendingPersons.end());
    if (outcome)
        for (const model::PersonId& id : context.pendingErased) {
            std::erase_if(group.persons, [&](const store::PersonRow& row) { return row.id == id; });
            group.erased.push_back(id);
        }
    if (outcome && context.changed && !item.key.empty()) {
        group.answers.push_back({item.actor.device ? item.actor.device->value : "", item.key, outcome->status,
                                 outcome->body, context.now().at});
        m_keys.insert(key);
    }
    return outcome;
}

std::shared_ptr<Writer::OpenGroup> Writer::takeGroup() {
    std::shared_ptr<OpenGroup> taken;
    {
        std::unique_lock lock(m_deciding);
        m_ready.wait(lock, [this] { return !m_open->items.empty() || m_allDecided; });
        if (m_open->items.empty())
            return nullptr;
        taken = std::exchange(m_open, std::make_shared<OpenGroup>());
        if (taken->writes() && !m_dayStored && !taken->group.day)
            taken->group.day = m_tentative.queue.day;
        m_committing = taken;
    }
    m_taken.notify_one();
    return taken;
}

void Writer::commitAll() {
    while (const auto group = takeGroup())
        commit(*group);
}

/// One line when the store stops taking writes, one when it takes them again.
void Writer::say(const Result<void>& committed) {
    if (std::exchange(m_failing, !committed) == !committed)
        return;
    if (committed)
        std::cerr << "atrium-server: the store takes writes again" << std::endl;
    else
        std::cerr << "atrium-server: the store takes no writes: " << committed.error().detail << std::endl;
}

void Writer::commit(OpenGroup& open) {
    StopWatch watch;
    const store::Group& group = open.group;
    const bool writes = open.writes();
    const auto committed = writes ? m_store.commit(group) : Result<void>{};
    const double committing = watch.lap();
    if (writes)
        say(committed);
    if (committed) {
        m_dayStored = m_dayStored || group.day.has_value();
        if (!group.events.empty()) {
            m_model.apply(group.events);
            m_announce(group.events);
        }
        const std::lock_guard lock(m_deciding);
        for (const store::PersonRow& person : group.persons)
            m_persons.insert_or_assign(person.lookup, person.id);
        for (const model::PersonId& id : group.erased)
            std::erase_if(m_persons, [&](const auto& known) { return known.second == id; });
        if (!group.audit.empty()) {
            m_durableAudit = group.audit.back().sequence;
            m_durableAuditHead = group.audit.back().hash;
        }
    }
    {
        const std::lock_guard lock(m_mutex);
        m_figures.jobs += open.items.size();
        m_figures.groups += writes ? 1 : 0;
        m_figures.failedGroups += committed ? 0 : 1;
        m_figures.deciding += open.deciding;
        m_figures.committing += committing;
    }
    if (committed)
        open.answerAll();
    else
        drop(open);
    const std::lock_guard lock(m_mutex);
    m_figures.telling += watch.lap();
}

/// Everything since the last commit is forgotten, numbers included.
void Writer::drop(OpenGroup& failed) {
    std::shared_ptr<OpenGroup> upon; // what was decided meanwhile, on facts that never came to be
    {
        const std::lock_guard lock(m_deciding);
        upon = std::exchange(m_open, std::make_shared<OpenGroup>());
        m_committing.reset();
        m_tentative = m_model.copy();
        m_auditSequence = m_durableAudit;
        m_auditHead = m_durableAuditHead;
        for (const OpenGroup* group :
             {static_cast<const OpenGroup*>(&failed), static_cast<const OpenGroup*>(upon.get())})
            for (const store::StoredAnswer& answer : group->group.answers)
                m_keys.erase(answer.deviceId + "\n" + answer.key);
    }
    m_taken.notify_one();
    for (OpenGroup* group : {&failed, upon.get()}) {
        for (auto& outcome : group->outcomes)
            outcome = writerUnavailable(model::Sentence::storeFailed);
        group->answerAll();
    }
}

} // namespace atrium::services
