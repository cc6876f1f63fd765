// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/writer.h"

#include "server/services/core/crypto.h"
#include "shared/model/json.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <utility>

namespace atrium::services {

using model::Result;

namespace {

model::Error writerUnavailable(const char* why) {
    return {model::ErrorCode::unavailable, {}, why};
}

std::string keyOf(const Actor& actor, const std::string& key) {
    return (actor.device ? actor.device->value : std::string()) + "\n" + key;
}

} // namespace

/// One group on its way to the disk.
class Writer::GroupContext final : public WriteContext {
public:
    GroupContext(Writer& writer, rules::queueing::Now now) : m_writer(writer), m_now(now) {
        group.hallId = writer.m_tentative.setup->hall.id;
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
                group.day = event.nextDay;
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
        entry.hallId = group.hallId;
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
        group.audit.push_back(std::move(entry));
    }

    [[nodiscard]] Result<model::PersonId> person(const store::PersonRow& row, bool replace) override {
        const auto known = m_writer.m_persons.find(row.lookup);
        if (known != m_writer.m_persons.end() && !replace)
            return known->second;
        auto stored = m_writer.m_store.personByLookup(row.lookup);
        if (!stored)
            return stored.error();
        if (*stored && !replace) {
            m_writer.m_persons.emplace(row.lookup, (*stored)->id);
            return (*stored)->id;
        }
        for (const store::PersonRow& other : group.persons)
            if (other.lookup == row.lookup)
                return other.id;
        store::PersonRow fresh = row;
        if (*stored)
            fresh.id = (*stored)->id;
        pendingPersons.push_back(fresh);
        return fresh.id;
    }

    Actor actor;
    bool changed = false;
    std::vector<store::PersonRow> pendingPersons; ///< of the present job; stored when it succeeds
    store::Group group;

private:
    void add(store::LogEvent event) {
        m_writer.m_tentative.applyOthers(event);
        group.events.push_back(std::make_shared<const store::LogEvent>(std::move(event)));
    }

    Writer& m_writer;
    rules::queueing::Now m_now;
};

Writer::Writer(store::Store& store, HallModel& model, std::shared_ptr<const Calendar> calendar,
               const http::Clock& clock, const store::Loaded& head)
    : m_store(store), m_model(model), m_calendar(std::move(calendar)), m_clock(clock),
      m_tentative(model.copy()), m_auditSequence(head.lastAudit), m_auditHead(head.auditHead),
      m_dayStored(head.dayKnown) {
    for (const auto& [device, key] : head.answerKeys)
        m_keys.insert(device + "\n" + key);
}

Writer::~Writer() {
    stop();
}

void Writer::start(Announce announce) {
    m_announce = std::move(announce);
    m_thread = std::thread([this] { loop(); });
}

void Writer::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
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
    done(writerUnavailable("too many writes are waiting, or the server is stopping; try again"));
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

void Writer::loop() {
    while (true) {
        std::vector<Item> items;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_queue.empty())
                return;
            const std::size_t count = std::min(m_queue.size(), kGroupLimit);
            items.assign(std::make_move_iterator(m_queue.begin()),
                         std::make_move_iterator(m_queue.begin() + static_cast<std::ptrdiff_t>(count)));
            m_queue.erase(m_queue.begin(), m_queue.begin() + static_cast<std::ptrdiff_t>(count));
        }
        runGroup(items);
    }
}

Result<Outcome> Writer::decideOne(GroupContext& context, Item& item) {
    const std::string key = keyOf(item.actor, item.key);
    if (!item.key.empty() && m_keys.contains(key)) {
        for (const store::StoredAnswer& answer : context.group.answers)
            if (answer.key == item.key && item.actor.device && answer.deviceId == item.actor.device->value)
                return Outcome{answer.status, answer.body};
        auto stored = m_store.answerOf(item.actor.device ? item.actor.device->value : "", item.key);
        if (!stored)
            return stored.error();
        if (*stored)
            return Outcome{(*stored)->status, std::move((*stored)->body)};
    }
    context.actor = item.actor;
    context.changed = false;
    context.pendingPersons.clear();
    auto outcome = item.job(context);
    if (outcome)
        context.group.persons.insert(context.group.persons.end(), context.pendingPersons.begin(),
                                     context.pendingPersons.end());
    if (outcome && context.changed && !item.key.empty()) {
        context.group.answers.push_back({item.actor.device ? item.actor.device->value : "", item.key,
                                         outcome->status, outcome->body, context.now().at});
        m_keys.insert(key);
    }
    return outcome;
}

void Writer::runGroup(std::vector<Item>& items) {
    const model::Instant at = m_clock.now();
    const std::string auditHead = m_auditHead;
    GroupContext context(*this, {at, m_calendar->local(at)});
    std::vector<Result<Outcome>> outcomes;
    outcomes.reserve(items.size());
    for (Item& item : items)
        outcomes.push_back(decideOne(context, item));

    store::Group& group = context.group;
    const bool writes = !group.events.empty() || !group.audit.empty() || !group.persons.empty();
    if (writes && !m_dayStored && !group.day)
        group.day = m_tentative.queue.day;
    const auto committed = writes ? m_store.commit(group) : Result<void>{};
    if (committed) {
        m_dayStored = m_dayStored || group.day.has_value();
        if (!group.events.empty()) {
            m_model.apply(group.events);
            m_announce(group.events);
        }
        for (const store::PersonRow& person : group.persons)
            m_persons.insert_or_assign(person.lookup, person.id);
    } else {
        // Everything since the last commit is forgotten, numbers included.
        m_tentative = m_model.copy();
        m_auditSequence -= static_cast<std::int64_t>(group.audit.size());
        m_auditHead = auditHead;
        for (const store::StoredAnswer& answer : group.answers)
            m_keys.erase(answer.deviceId + "\n" + answer.key);
        for (auto& outcome : outcomes)
            outcome = writerUnavailable("the store could not write; nothing was changed, try again");
    }
    {
        const std::lock_guard lock(m_mutex);
        m_figures.jobs += items.size();
        m_figures.groups += writes ? 1 : 0;
        m_figures.failedGroups += committed ? 0 : 1;
    }
    for (std::size_t i = 0; i < items.size(); ++i)
        items[i].done(std::move(outcomes[i]));
}

} // namespace atrium::services
