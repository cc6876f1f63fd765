// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/replicastore.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

Q_LOGGING_CATEGORY(lcReplica, "atrium.sync.replica")

namespace atrium::sync {

namespace {

constexpr std::int64_t kReplicaVersion = 2;
constexpr const char* kReplicaSchema = R"(
    CREATE TABLE meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID;
    CREATE TABLE records(
        generation INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, record TEXT NOT NULL,
        department TEXT GENERATED ALWAYS AS (
            CASE WHEN kind = 'serviceItem' AND json_valid(record) AND coalesce(json_extract(record, '$.active'), 1)
                 THEN json_extract(record, '$.departmentId') END) VIRTUAL,
        UNIQUE(generation, kind, id));
    CREATE INDEX items_by_department ON records(generation, department) WHERE kind = 'serviceItem';
)";

} // namespace

void reportUnreadable(std::string_view kind, std::string_view id) {
    qCWarning(lcReplica, "record not readable, left out: %.*s %.*s", static_cast<int>(kind.size()),
              kind.data(), static_cast<int>(id.size()), id.data());
}

ReplicaStore::ReplicaStore(std::string file) : m_file(std::move(file)) {
    m_db = openOrRebuild(m_file, Sqlite::Sync::normal, {}, kReplicaVersion, kReplicaSchema, m_wasSetAside);
    if (m_db == nullptr) {
        qCWarning(lcReplica, "no replica file, memory alone is used: %s", m_file.c_str());
        return;
    }
    readMeta();
    if (m_db->damaged()) {
        m_db.reset();
        setAside(m_file);
        m_meta = {};
        m_db =
            openOrRebuild(m_file, Sqlite::Sync::normal, {}, kReplicaVersion, kReplicaSchema, m_wasSetAside);
        m_wasSetAside = true;
    }
}

ReplicaStore::ReplicaStore(const Reader& reader, std::unique_ptr<Sqlite> db)
    : m_file(reader.file), m_db(std::move(db)) {
    m_meta.generation = reader.generation;
}

std::unique_ptr<ReplicaStore> ReplicaStore::Reader::open() const {
    bool damaged = false;
    auto db = Sqlite::open(file, Sqlite::Sync::normal, {}, damaged);
    if (db == nullptr)
        return nullptr;
    return std::unique_ptr<ReplicaStore>(new ReplicaStore(*this, std::move(db)));
}

void ReplicaStore::readMeta() {
    auto rows = m_db->query("SELECT name, value FROM meta");
    while (rows.next()) {
        const std::string_view name = rows.text(0);
        if (name == "position")
            m_meta.position = rows.number(1);
        else if (name == "tag")
            m_meta.tag = rows.text(1);
        else if (name == "day")
            m_meta.day = rows.number(1);
        else if (name == "hallId")
            m_meta.hallId = rows.text(1);
        else if (name == "generation")
            m_meta.generation = rows.number(1);
    }
}

bool ReplicaStore::readKind(std::string_view kind, const std::function<bool(std::string_view json)>& take) {
    if (m_db == nullptr)
        return true;
    auto rows = m_db->query("SELECT record FROM records WHERE generation = ? AND kind = ? ORDER BY id");
    rows.bind(m_meta.generation).bind(kind);
    while (rows.next())
        if (!take(rows.text(0)))
            return false;
    return rows.ok();
}

std::optional<std::string> ReplicaStore::readOne(std::string_view kind, std::string_view id) {
    if (m_db == nullptr)
        return std::nullopt;
    auto rows = m_db->query("SELECT record FROM records WHERE generation = ? AND kind = ? AND id = ?");
    rows.bind(m_meta.generation).bind(kind).bind(id);
    return rows.next() ? std::optional<std::string>(rows.text(0)) : std::nullopt;
}

std::map<std::string, int> ReplicaStore::countItems() {
    std::map<std::string, int> counts;
    if (m_db == nullptr)
        return counts;
    auto rows =
        m_db->query("SELECT department, count(*) FROM records WHERE generation = ? AND kind = 'serviceItem' "
                    "AND department IS NOT NULL GROUP BY department");
    rows.bind(m_meta.generation);
    while (rows.next())
        counts.emplace(rows.text(0), static_cast<int>(rows.number(1)));
    return counts;
}

std::vector<std::string> ReplicaStore::readItems(std::string_view department) {
    std::vector<std::string> records;
    if (m_db == nullptr)
        return records;
    auto rows = m_db->query("SELECT record FROM records WHERE generation = ? AND kind = 'serviceItem' "
                            "AND department = ? ORDER BY id");
    rows.bind(m_meta.generation).bind(department);
    while (rows.next())
        records.emplace_back(rows.text(0));
    return records;
}

void ReplicaStore::reportDamage() {
    if (m_db == nullptr)
        return;
    qCWarning(lcReplica, "replica damaged, set aside; the server is asked for everything");
    m_db.reset();
    setAside(m_file);
    m_meta = {};
    bool again = false;
    m_db = openOrRebuild(m_file, Sqlite::Sync::normal, {}, kReplicaVersion, kReplicaSchema, again);
    m_wasSetAside = true;
}

bool ReplicaStore::failing(bool worked) {
    if (!worked && !m_failed) {
        m_failed = true;
        qCWarning(lcReplica, "replica not written, memory alone is used: %s", m_db->message().c_str());
    }
    return worked;
}

bool ReplicaStore::put(std::int64_t generation, const Change& change) {
    if (!change.record)
        return m_db->query("DELETE FROM records WHERE generation = ? AND kind = ? AND id = ?")
            .bind(generation)
            .bind(change.kind)
            .bind(change.id)
            .run();
    return m_db
        ->query("INSERT INTO records(generation, kind, id, record) VALUES(?, ?, ?, ?) "
                "ON CONFLICT(generation, kind, id) DO UPDATE SET record = excluded.record")
        .bind(generation)
        .bind(change.kind)
        .bind(change.id)
        .bind(*change.record)
        .run();
}

bool ReplicaStore::storeMeta(const Meta& meta) {
    const auto number = [this](std::string_view name, std::int64_t value) {
        return m_db->query("REPLACE INTO meta(name, value) VALUES(?, ?)").bind(name).bind(value).run();
    };
    const auto text = [this](std::string_view name, std::string_view value) {
        return m_db->query("REPLACE INTO meta(name, value) VALUES(?, ?)").bind(name).bind(value).run();
    };
    return (!meta.position || number("position", *meta.position)) && text("tag", meta.tag) &&
           number("day", meta.day) && number("generation", meta.generation) && text("hallId", meta.hallId);
}

bool ReplicaStore::dropDay() {
    return std::all_of(kDayKinds.begin(), kDayKinds.end(), [this](std::string_view kind) {
        return m_db->query("DELETE FROM records WHERE generation = ? AND kind = ?")
            .bind(m_meta.generation)
            .bind(kind)
            .run();
    });
}

bool ReplicaStore::dropBefore(model::Day day) {
    // What cannot be read stays here, to be reported when its kind is read.
    return m_db->query("DELETE FROM records WHERE generation = ? AND kind IN ('ticket', 'rating', "
                       "'queueDay', 'appointment') "
                       "AND CASE WHEN json_valid(record) "
                       "THEN coalesce(json_extract(record, '$.day'), 0) < ? ELSE 0 END")
               .bind(m_meta.generation)
               .bind(day.value)
               .run() &&
           m_db->query(
                   "DELETE FROM records WHERE generation = ? AND kind = 'call' "
                   "AND CASE WHEN json_valid(record) THEN NOT EXISTS ("
                   "SELECT 1 FROM records AS ticket WHERE ticket.generation = records.generation "
                   "AND ticket.kind = 'ticket' AND ticket.id = json_extract(records.record, '$.ticketId')) "
                   "ELSE 0 END")
               .bind(m_meta.generation)
               .run();
}

bool ReplicaStore::write(const std::vector<LogEvent>& events, const Position& position, model::Day day) {
    Meta next = m_meta;
    next.day = day.value;
    next.position = position.seq;
    next.tag = position.tag;
    const bool worked = onDisk() && failing(m_db->transaction([&] {
                            for (const LogEvent& event : events) {
                                if (event.type == kDayClosed && !dropDay())
                                    return false;
                                for (const Change& change : event.changes)
                                    if (!put(m_meta.generation, change))
                                        return false;
                            }
                            return storeMeta(next);
                        }));
    m_meta = std::move(next);
    return worked;
}

bool ReplicaStore::writeMeta(Meta meta) {
    const bool worked = onDisk() && failing(m_db->transaction([&] { return storeMeta(meta); }));
    m_meta = std::move(meta);
    return worked;
}

bool ReplicaStore::beginDay(model::Day day) {
    Meta next = m_meta;
    next.day = day.value;
    const bool worked =
        onDisk() && failing(m_db->transaction([&] { return storeMeta(next) && dropBefore(day); }));
    m_meta = std::move(next);
    return worked;
}

bool ReplicaStore::beginSnapshot() {
    m_snapshot = m_meta.generation + 1;
    if (!onDisk())
        return false;
    // Rows of a snapshot that was not finished may still be there.
    auto highest = m_db->query("SELECT max(generation) FROM records");
    if (!highest.next())
        return failing(false);
    m_snapshot = std::max(m_snapshot, highest.number(0) + 1);
    return true;
}

bool ReplicaStore::addToSnapshot(const std::vector<Change>& records) {
    return onDisk() && failing(m_db->transaction([&] {
               return std::all_of(records.begin(), records.end(),
                                  [this](const Change& change) { return put(m_snapshot, change); });
           }));
}

bool ReplicaStore::finishSnapshot(Meta meta) {
    meta.generation = std::exchange(m_snapshot, 0);
    return writeMeta(std::move(meta));
}

bool ReplicaStore::sweep() {
    if (!onDisk())
        return false;
    const bool worked =
        failing(m_db->query("DELETE FROM records WHERE rowid IN "
                            "(SELECT rowid FROM records WHERE generation <> ? AND generation <> ? LIMIT 500)")
                    .bind(m_meta.generation)
                    .bind(m_snapshot)
                    .run());
    auto left = m_db->query("SELECT changes()");
    return worked && left.next() && left.number(0) == 500;
}

} // namespace atrium::sync
