// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/replica.h"

#include "shared/sync/qt/replicadata.h"

#include <QTimer>

#include <algorithm>
#include <set>
#include <utility>

namespace atrium::sync {

namespace {

/// The day a record names; nullopt when it names none or cannot be read.
template <class R> std::optional<model::Day> dayIn(const Change& change) {
    if (change.kind != model::RecordTraits<R>::kind || !change.record)
        return std::nullopt;
    const auto record = model::fromJson<R>(*change.record);
    return record && record->day.value != 0 ? std::optional(record->day) : std::nullopt;
}

std::optional<model::Day> dayOf(const Change& change) {
    if (auto day = dayIn<model::Ticket>(change))
        return day;
    if (auto day = dayIn<model::QueueDay>(change))
        return day;
    return dayIn<model::Rating>(change);
}

bool isOfADay(const std::string& kind) {
    return std::find(kDayKinds.begin(), kDayKinds.end(), kind) != kDayKinds.end();
}

/// Turns what an event says of a day before `day` into its being gone: a service rated late, or what happened
/// before the day's end to a client that was told the new day first.
void blankBefore(model::Day day, LogEvent& event) {
    std::set<std::string> tickets;
    for (Change& change : event.changes) {
        const auto own = dayOf(change);
        if (!own || *own >= day)
            continue;
        if (change.kind == model::RecordTraits<model::Ticket>::kind)
            tickets.insert(change.id);
        change.record.reset();
    }
    for (Change& change : event.changes)
        if (!tickets.empty() && change.record && change.kind == model::RecordTraits<model::Call>::kind)
            if (const auto call = model::fromJson<model::Call>(*change.record);
                call && tickets.contains(call->ticketId.value))
                change.record.reset();
}

/// Takes what belongs to an ended day out of the events. Returns the day after them: the counters that the
/// end of a day puts name the next one.
model::Day settleDays(model::Day day, std::vector<LogEvent>& events) {
    for (LogEvent& event : events) {
        if (event.type == kDayClosed)
            for (Change& change : event.changes) {
                if (const auto next = dayIn<model::QueueDay>(change))
                    day = std::max(day, *next);
                else if (isOfADay(change.kind)) // the tickets that were still open
                    change.record.reset();
            }
        blankBefore(day, event);
    }
    return day;
}

} // namespace

void ReplicaData::dropBefore(model::Day day) {
    for (const std::string_view kind : kDayKinds)
        table(kind)->dropBefore(day);
    typed<model::Appointment>().dropBefore(day); // those of later days outlast the end of a day
    auto& tickets = typed<model::Ticket>();
    typed<model::Call>().dropIf(
        [&](const model::Call& call) { return tickets.peek(call.ticketId.value, store) == nullptr; });
    typed<model::Message>().dropIf([&](const model::Message& message) {
        return tickets.peek(message.ticketId.value, store) == nullptr;
    });
}

Replica::Replica(const QString& file, QObject* parent)
    : QObject(parent), m_data(std::make_unique<ReplicaData>(file.toStdString())) {
    sweep();
}

Replica::~Replica() = default;

std::optional<std::int64_t> Replica::position() const {
    return m_data->store.meta().position;
}

Position Replica::logPosition() const {
    const ReplicaStore::Meta& meta = m_data->store.meta();
    return {meta.position.value_or(0), meta.tag};
}

model::Day Replica::day() const {
    return {static_cast<std::int32_t>(m_data->store.meta().day)};
}

model::HallId Replica::hallId() const {
    return model::HallId(m_data->store.meta().hallId);
}

bool Replica::wasSetAside() const {
    return m_data->store.wasSetAside();
}

bool Replica::stored() const {
    return m_data->store.onDisk();
}

bool Replica::apply(const std::vector<LogEvent>& events, const Position& position) {
    m_data->settlePreloads(); // may find damage, and then there is no position any more
    if (!this->position())
        return false;
    const std::int64_t before = *this->position();
    std::vector<LogEvent> news = newerThan(before, events);
    const std::int64_t after = std::max({before, position.seq, news.empty() ? before : news.back().seq});
    if (news.empty() && after == before)
        return stored();
    const std::string tag = after == position.seq ? position.tag : logPosition().tag;
    const model::Day nextDay = settleDays(day(), news);
    const bool worked = m_data->store.write(news, {after, tag}, nextDay);
    if (!worked)
        m_data->loadAll(); // what is in memory from now on is all there is

    std::map<std::string, std::map<std::string, const Change*>> last;
    bool dayEnded = false;
    for (const LogEvent& event : news) {
        if (event.type == kDayClosed) {
            dayEnded = true;
            for (const std::string_view kind : kDayKinds) {
                last[std::string(kind)].clear();
                m_data->table(kind)->clear();
            }
        }
        for (const Change& change : event.changes)
            last[change.kind][change.id] = &change;
    }
    for (const auto& [kind, byId] : last) {
        RecordTable* table = m_data->table(kind);
        if (table != nullptr)
            table->forgetSingle();
        for (const auto& [id, change] : byId)
            if (table != nullptr && table->loaded())
                table->put(id, change->record ? &*change->record : nullptr);
    }
    for (const auto& [kind, byId] : last) {
        QStringList ids; // empty for any: more went than the events name
        if (!dayEnded || !isOfADay(kind))
            for (const auto& [id, change] : byId)
                ids.append(QString::fromStdString(id));
        Q_EMIT changed(QString::fromStdString(kind), ids);
    }
    for (const LogEvent& event : news)
        Q_EMIT eventApplied(event);
    Q_EMIT batchApplied(after);
    return worked;
}

bool Replica::moveTo(std::int64_t position) {
    return apply({}, Position{position});
}

bool Replica::setDay(model::Day day) {
    if (day == this->day())
        return stored();
    m_data->settlePreloads();
    const bool worked = m_data->store.beginDay(day);
    if (!worked)
        m_data->loadAll(); // what is in memory from now on is all there is
    m_data->dropBefore(day);
    for (const std::string_view kind : kDayKinds)
        Q_EMIT changed(QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size())), {});
    Q_EMIT batchApplied(position().value_or(0));
    return worked;
}

bool Replica::beginSnapshot() {
    m_data->settlePreloads();
    m_data->incoming = ReplicaData::emptyTables();
    return m_data->store.beginSnapshot();
}

bool Replica::addToSnapshot(const std::vector<Change>& records) {
    for (const Change& change : records) {
        const auto table = m_data->incoming.find(change.kind);
        if (table != m_data->incoming.end() && change.record)
            table->second->append(*change.record);
    }
    return m_data->store.addToSnapshot(records);
}

bool Replica::finishSnapshot(const Position& position, model::Day day, const model::HallId& hallId) {
    const bool worked = m_data->store.finishSnapshot({.position = position.seq,
                                                      .tag = position.tag,
                                                      .day = day.value,
                                                      .hallId = hallId.value,
                                                      .generation = 0});
    QStringList kinds;
    for (auto& [kind, table] : m_data->incoming) {
        table->settle();
        RecordTable& old = *m_data->tables.at(kind);
        if (!old.loaded() || !old.sameAs(*table))
            kinds.append(QString::fromStdString(kind));
        // References given out by all() stay valid: the rows are exchanged, not the table.
        old.takeFrom(*table);
    }
    m_data->incoming.clear();
    sweep();
    for (const QString& kind : kinds)
        Q_EMIT changed(kind, {});
    Q_EMIT batchApplied(position.seq);
    return worked;
}

void Replica::dropSnapshot() {
    m_data->incoming.clear();
    m_data->store.dropSnapshot();
    sweep();
}

bool Replica::loading() const {
    return m_data->anyPreload();
}

void Replica::takePreloads() {
    for (auto& [kind, table] : m_data->tables)
        if (table->loading()) {
            table->load(m_data->store);
            table->forgetSingle();
        }
    Q_EMIT preloaded();
}

std::map<std::string, int> Replica::activeItemCounts() const {
    if (!isLoaded<model::ServiceItem>())
        return m_data->store.countItems();
    std::map<std::string, int> counts;
    for (const auto& item : all<model::ServiceItem>())
        if (item.active)
            ++counts[item.departmentId.value];
    return counts;
}

std::vector<model::ServiceItem> Replica::activeItems(const model::DepartmentId& department) const {
    std::vector<model::ServiceItem> items;
    if (isLoaded<model::ServiceItem>()) {
        for (const auto& item : all<model::ServiceItem>())
            if (item.active && item.departmentId == department)
                items.push_back(item);
        return items;
    }
    for (const std::string& json : m_data->store.readItems(department.value))
        if (auto item = model::fromJson<model::ServiceItem>(json))
            items.push_back(std::move(*item));
    return items;
}

void Replica::sweep() {
    // In portions between other events, so that no screen stands still.
    if (m_data->store.onDisk())
        QTimer::singleShot(50, this, [this] {
            if (m_data->anyPreload() || m_data->store.sweep())
                sweep();
        });
}

} // namespace atrium::sync
