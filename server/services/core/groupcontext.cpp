// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/groupcontext.h"

#include "server/services/core/counting.h"
#include "server/services/core/crypto.h"
#include "server/services/core/predictions.h"
#include "server/services/messages/outbox.h"
#include "shared/model/json.h"
#include "shared/model/reflect.h"
#include "shared/rules/queueing/decide.h"

#include <utility>

namespace atrium::services {

using model::Result;

GroupContext::GroupContext(Decided& decided, store::Store& store, rules::queueing::Now now)
    : m_decided(decided), m_store(store), m_now(now), m_group(decided.open->group) {
    m_group.hallId = decided.tentative.setup->hall.id;
}

void GroupContext::begin(const Actor& actor) {
    m_actor = actor;
    m_changed = false;
    m_persons.clear();
    m_erased.clear();
    m_phones.clear();
    m_accounts.clear();
    m_acts.clear();
}

void GroupContext::settle() {
    m_group.persons.insert(m_group.persons.end(), m_persons.begin(), m_persons.end());
    for (const model::PersonId& id : m_erased) {
        std::erase_if(m_group.persons, [&](const store::PersonRow& row) { return row.id == id; });
        m_group.erased.push_back(id);
    }
    for (const model::PersonId& id : m_phones) {
        std::erase_if(m_group.persons, [&](const store::PersonRow& row) { return row.id == id; });
        m_group.phones.push_back(id);
    }
    m_group.accounts.insert(m_group.accounts.end(), m_accounts.begin(), m_accounts.end());
    m_group.acts.insert(m_group.acts.end(), m_acts.begin(), m_acts.end());
}

Result<void> GroupContext::command(const rules::queueing::Command& command) {
    HallState& state = m_decided.tentative;
    auto now = m_now;
    now.local.weekday = rules::appointments::officeWeekday(state.setup->officeDays, now.local.day);
    auto events = rules::queueing::decide(state.queue, command, now, state.setup->config);
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
        if (event.call)
            event.call->spoken = isSpoken(*event.call, state, m_now);
        auto counted = incrementsOf(event, state, m_now.local);
        rules::queueing::evolve(state.queue, event);
        if (event.nextDay)
            m_group.day = event.nextDay;
        auto predictions = predictionsOf(event, state, m_now.at);
        const auto commands = messagesAfter(event, state, m_now);
        auto entry = toLogEvent(std::move(event), seq);
        entry.predictions = std::move(predictions);
        add(std::move(entry), std::move(counted));
        followUp(commands);
    }
    m_changed = true;
    return {};
}

void GroupContext::record(std::string type, std::vector<store::Change> changes) {
    store::LogEvent event;
    event.seq = m_decided.tentative.lastSeq + 1;
    event.at = m_now.at;
    event.type = std::move(type);
    event.changes = std::move(changes);
    for (store::Change& change : event.changes)
        if (change.record)
            store::setVersion(*change.record, event.seq);
    add(std::move(event), {}); // statistics are of the queue
    m_changed = true;
}

void GroupContext::audit(std::string action, std::string_view subjectKind, std::string subjectId,
                         std::string detail) {
    model::AuditEntry entry;
    entry.sequence = ++m_decided.auditSequence;
    entry.hallId = m_group.hallId;
    entry.at = m_now.at;
    entry.staffId = m_actor.staff;
    entry.deviceId = m_actor.device;
    entry.action = std::move(action);
    entry.subjectKind = subjectKind;
    entry.subjectId = std::move(subjectId);
    entry.detail = std::move(detail);
    entry.hash = m_decided.auditHead;
    // The canonical JSON carries the previous hash in the place of the entry's own.
    entry.hash = sha256Hex(model::toJson(entry));
    m_decided.auditHead = entry.hash;
    m_group.audit.push_back(std::move(entry));
}

Result<std::optional<model::PersonId>> GroupContext::personOf(const std::string& lookup) {
    using Found = std::optional<model::PersonId>;
    const auto known = m_decided.persons.find(lookup);
    if (known != m_decided.persons.end() && !m_decided.isGone(known->second))
        return Found(known->second);
    // Those of this group are not stored yet, those of the one before perhaps not.
    if (const auto* row = m_decided.open->person(lookup))
        return Found(row->id);
    if (const auto* row = m_decided.committing ? m_decided.committing->person(lookup) : nullptr)
        if (!m_decided.isGone(row->id))
            return Found(row->id);
    auto stored = m_store.personByLookup(lookup);
    if (!stored)
        return stored.error();
    if (!*stored || m_decided.isGone((*stored)->id))
        return Found();
    m_decided.persons.insert_or_assign(lookup, (*stored)->id);
    return Found((*stored)->id);
}

Result<model::PersonId> GroupContext::person(const store::PersonRow& row, bool replace) {
    auto known = personOf(row.lookup);
    if (!known)
        return known.error();
    if (*known && (!replace || m_decided.open->person(row.lookup) != nullptr))
        return **known;
    store::PersonRow fresh = row;
    if (*known)
        fresh.id = **known;
    m_persons.push_back(fresh);
    return fresh.id;
}

void GroupContext::erase(const model::PersonId& id) {
    m_erased.push_back(id);
    m_changed = true;
}

void GroupContext::recordReach(const model::TicketId& ticket, bool hasPhone) {
    store::LogEvent event;
    event.seq = m_decided.tentative.lastSeq + 1;
    event.at = m_now.at;
    event.type = hasPhone ? "phoneLeft" : "phoneErased";
    event.reaches = {{ticket, hasPhone}};
    add(std::move(event), {}); // statistics are of the queue
    m_changed = true;
}

void GroupContext::keepPhone(const model::TicketId& ticket, const store::PersonRow& row) {
    m_persons.push_back(row);
    recordReach(ticket, true);
}

void GroupContext::forgetPhone(const model::TicketId& ticket) {
    if (!m_decided.tentative.reachable.contains(ticket))
        return;
    message(rules::messages::Withdraw{ticket, true});
    dropPhone(ticket);
    recordReach(ticket, false);
}

void GroupContext::dropPhone(const model::TicketId& ticket) {
    m_phones.push_back(store::phoneRowOf(ticket));
}

void GroupContext::message(const rules::messages::Command& command) {
    followUp({command});
}

void GroupContext::followUp(const std::vector<rules::messages::Command>& commands) {
    namespace messages = rules::messages;
    const auto& state = m_decided.tentative;
    const auto& config = state.setup->messages.config;
    const auto take = [&](const messages::Command& command) {
        auto events = messages::decide(state.messages, command, m_now, config);
        for (messages::Event& event : events) {
            event.message.hallId = m_group.hallId;
            const bool aloud = messages::mustBeSpoken(event);
            const auto notice = event.message;
            record(std::string(model::enumName(event.type)), {store::put(std::move(event.message))});
            if (aloud)
                sayAloud(notice);
        }
    };
    for (const messages::Command& command : commands)
        take(command);
    // What was queued goes out with the same transaction; what waits for its time is housekeeping's.
    const auto next = messages::nextTick(state.messages, config);
    if (!commands.empty() && next && *next <= m_now.at)
        take(messages::Tick{});
}

void GroupContext::sayAloud(const rules::messages::Message& notice) {
    if (auto call = callAloud(notice, m_decided.tentative, m_now.at)) {
        call->id = model::CallId(randomHex(16));
        record("callSpoken", {store::put(*std::move(call))});
    }
}

void GroupContext::account(const store::AccountRow& row) {
    m_accounts.push_back(row);
    m_changed = true;
}

void GroupContext::dropAct(const std::string& name) {
    m_acts.push_back(name);
    m_changed = true;
}

void GroupContext::add(store::LogEvent event, rules::statistics::Increments counted) {
    m_group.statistics.push_back(std::move(counted));
    m_decided.tentative.applyOthers(event);
    m_group.bodies.push_back(store::eventBody(event));
    m_group.events.push_back(std::make_shared<const store::LogEvent>(std::move(event)));
}

} // namespace atrium::services
