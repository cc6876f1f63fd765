// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/decisions.h"

#include "server/http/thrown.h"
#include "server/services/core/groupcontext.h"

#include <iostream>
#include <utility>

namespace atrium::services {

using model::Result;

namespace {

std::string deviceOf(const Actor& actor) {
    return actor.device ? actor.device->value : std::string();
}

std::string keyOf(const std::string& device, const std::string& key) {
    return device + "\n" + key;
}

} // namespace

Decisions::Decisions(store::Store& store, HallModel& model, const store::Loaded& head)
    : m_store(store), m_model(model), m_durableAudit(head.lastAudit), m_durableAuditHead(head.auditHead) {
    m_decided.tentative = model.copy();
    m_decided.auditSequence = head.lastAudit;
    m_decided.auditHead = head.auditHead;
    for (const auto& [device, key] : head.answerKeys)
        m_keys.insert(keyOf(device, key), {});
}

void Decisions::decide(std::vector<WriteItem> items, rules::queueing::Now now) {
    GroupContext context(m_decided, m_store, now);
    for (WriteItem& item : items) {
        open().outcomes.push_back(decideOne(context, item));
        open().items.push_back(std::move(item));
    }
}

/// The answer given before to the same device and key.
Result<std::optional<Outcome>> Decisions::repeated(const WriteItem& item) {
    const std::string device = deviceOf(item.actor);
    for (const OpenGroup* group :
         {static_cast<const OpenGroup*>(m_decided.open.get()), m_decided.committing.get()})
        if (group != nullptr)
            if (const auto* answer = group->answer(device, item.key))
                return std::optional(Outcome{answer->status, answer->body, {}, true});
    auto stored = m_store.answerOf(device, item.key);
    if (!stored)
        return stored.error();
    if (!*stored)
        return std::optional<Outcome>();
    return std::optional(Outcome{(*stored)->status, std::move((*stored)->body), {}, true});
}

/// A job that throws refuses: its thread decides for the whole hall. What the exception says may hold
/// anything and is not logged.
Result<Outcome> Decisions::run(const Job& job, GroupContext& context, bool& thrown) {
    try {
        return job(context);
    } catch (...) {
        thrown = true;
        std::cerr << "atrium-server: a write could not be decided: thrown " << http::kindOfThrown()
                  << std::endl;
        return model::Error{model::ErrorCode::unavailable, {}, model::Sentence::notDecided};
    }
}

/// How far the open group had come before a job.
struct Decisions::Mark {
    std::size_t events;
    std::size_t audit;
    std::optional<model::Day> day;
    std::int64_t auditSequence;
    std::string auditHead;
};

Decisions::Mark Decisions::mark() const {
    const store::Group& group = m_decided.open->group;
    return {group.events.size(), group.audit.size(), group.day, m_decided.auditSequence, m_decided.auditHead};
}

/// A job that was refused half way leaves nothing behind. Rare, so the state is made anew: what is durable,
/// and what was decided since.
void Decisions::backTo(Mark mark) {
    store::Group& group = open().group;
    group.events.resize(mark.events);
    group.bodies.resize(mark.events);
    group.statistics.resize(mark.events);
    group.audit.erase(group.audit.begin() + static_cast<std::ptrdiff_t>(mark.audit), group.audit.end());
    group.day = mark.day;
    m_decided.auditSequence = mark.auditSequence;
    m_decided.auditHead = std::move(mark.auditHead);
    m_decided.tentative = m_model.copy();
    for (const OpenGroup* decided :
         {m_decided.committing.get(), static_cast<const OpenGroup*>(m_decided.open.get())})
        if (decided != nullptr)
            for (const auto& event : decided->group.events)
                if (event->seq > m_decided.tentative.lastSeq)
                    m_decided.tentative.apply(*event);
}

Result<Outcome> Decisions::decideOne(GroupContext& context, const WriteItem& item) {
    const std::string device = deviceOf(item.actor);
    if (!item.key.empty() && m_keys.contains(keyOf(device, item.key))) {
        auto known = repeated(item);
        if (!known)
            return known.error();
        if (*known)
            return std::move(**known);
    }
    context.begin(item.actor);
    Mark before = mark();
    bool thrown = false; // then a fact may have been applied in part
    auto outcome = run(item.job, context, thrown);
    store::Group& group = open().group;
    if (!outcome) {
        if (thrown || group.events.size() > before.events || group.audit.size() > before.audit)
            backTo(std::move(before));
        return outcome;
    }
    context.settle();
    if (context.changed() && !item.key.empty()) {
        group.answers.push_back({device, item.key, outcome->status,
                                 outcome->kept.empty() ? outcome->body : std::move(outcome->kept),
                                 context.now().at});
        m_keys.insert(keyOf(device, item.key), context.now().at);
    }
    return outcome;
}

std::shared_ptr<OpenGroup> Decisions::take() {
    auto taken = std::exchange(m_decided.open, std::make_shared<OpenGroup>());
    m_decided.committing = taken;
    return taken;
}

void Decisions::committed(const store::Group& group) {
    for (const store::PersonRow& person : group.persons)
        m_decided.persons.insert_or_assign(person.lookup, person.id);
    for (const model::PersonId& id : group.erased)
        std::erase_if(m_decided.persons, [&](const auto& known) { return known.second == id; });
    if (group.audit.empty())
        return;
    m_durableAudit = group.audit.back().sequence;
    m_durableAuditHead = group.audit.back().hash;
}

std::shared_ptr<OpenGroup> Decisions::drop(const OpenGroup& failed) {
    auto upon = std::exchange(m_decided.open, std::make_shared<OpenGroup>());
    m_decided.committing.reset();
    m_decided.tentative = m_model.copy();
    m_decided.auditSequence = m_durableAudit;
    m_decided.auditHead = m_durableAuditHead;
    for (const OpenGroup* group : {&failed, static_cast<const OpenGroup*>(upon.get())})
        for (const store::StoredAnswer& answer : group->group.answers)
            m_keys.erase(keyOf(answer.deviceId, answer.key));
    return upon;
}

} // namespace atrium::services
