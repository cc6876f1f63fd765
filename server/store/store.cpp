// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/erasure.h"
#include "server/store/migrate.h"
#include "server/store/storeimpl.h"

#include <filesystem>
#include <map>

namespace atrium::store {

using model::Result;

namespace {

constexpr std::int64_t kPruned = 2000; ///< events that go in one transaction

model::Error leaseTaken() {
    return {model::ErrorCode::conflict, {}, "another server writes this database; stop it first"};
}

} // namespace

bool Store::Impl::migrated() {
    Db& db = *m_writer.db;
    if (isCurrent(db))
        return true;
    if (!m_lease.lock(db))
        return false;
    migrate(db); // what another process migrated meanwhile is left as it is
    return true;
}

Store::Store(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const std::string& where) {
    static const std::string kPostgres = "postgres:";
    if (where.starts_with(kPostgres)) {
        const std::string connection = where.substr(kPostgres.size());
        return open([connection] { return openPostgres(connection); });
    }
    auto opened = open([where] { return openSqlite(where); }, where + ".writer");
    // Files of an older program, or made by hand, may be readable by others.
    for (const char* part : {"", "-wal", "-shm"}) {
        std::error_code error;
        std::filesystem::permissions(
            where + part, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
    }
    return opened;
}

Result<std::unique_ptr<Store>> Store::open(const Factory& connect, const std::string& lockFile) {
    try {
        auto impl = std::make_unique<Impl>(connect, connect(), connect(), lockFile);
        if (!impl->migrated())
            return leaseTaken();
        return std::unique_ptr<Store>(new Store(std::move(impl)));
    } catch (const DbError& error) {
        return databaseError(error);
    }
}

Result<void> Store::takeLease() {
    const auto taken = m_impl->onWriter([this](Db& db) { return m_impl->lease().take(db); });
    if (!taken)
        return taken.error();
    if (!*taken)
        return leaseTaken();
    return {};
}

bool Store::lost() const noexcept {
    return m_impl->lease().lost();
}

void Store::Impl::writeGroup(Db& db, const Group& group) const {
    Values events;
    std::vector<const Change*> changes;
    events.reserve(group.events.size() * 6);
    for (std::size_t i = 0; i < group.events.size(); ++i) {
        const LogEventPtr& event = group.events[i];
        events.emplace_back(event->seq);
        events.emplace_back(group.hallId.value);
        events.emplace_back(model::toMillis(event->at));
        events.emplace_back(event->type);
        events.emplace_back(group.bodies.empty() ? eventBody(*event) : group.bodies.at(i));
        events.emplace_back(m_lease.held() ? m_lease.epoch() : group.epoch);
        for (const Change& change : event->changes)
            changes.push_back(&change);
    }
    for (const Change& change : group.history)
        changes.push_back(&change);
    m_eventInsert.run(db, std::move(events));
    m_tables.write(db, changes);
    writePredictions(db, group);
    rules::statistics::Sheet counted; // one statement may meet a row once only
    for (const auto& increments : group.statistics)
        counted.add(increments);
    m_statistics.add(db, counted);

    // Value by value: a list in braces would copy every text once more.
    Values audit;
    audit.reserve(group.audit.size() * 10);
    for (const model::AuditEntry& entry : group.audit) {
        audit.emplace_back(entry.sequence);
        audit.emplace_back(entry.hallId.value);
        audit.emplace_back(model::toMillis(entry.at));
        audit.push_back(optionalId(entry.staffId));
        audit.push_back(optionalId(entry.deviceId));
        audit.emplace_back(entry.action);
        audit.emplace_back(entry.subjectKind);
        audit.emplace_back(entry.subjectId);
        audit.emplace_back(entry.detail);
        audit.emplace_back(entry.hash);
    }
    m_auditInsert.run(db, std::move(audit));

    Values answers;
    answers.reserve(group.answers.size() * 5);
    for (const StoredAnswer& answer : group.answers) {
        answers.emplace_back(answer.deviceId);
        answers.emplace_back(answer.key);
        answers.emplace_back(std::int64_t{answer.status});
        answers.emplace_back(answer.body);
        answers.emplace_back(model::toMillis(answer.at));
    }
    m_answerInsert.run(db, std::move(answers));

    for (const model::PersonId& person : group.erased) // first: the same person may come again in this group
        erase(db, person);
    for (const model::PersonId& phone : group.phones)
        dropPerson(db, phone);
    Values persons;
    Values keys;
    for (const PersonRow& person : group.persons) {
        persons.insert(persons.end(), {person.id.value, person.hallId.value, person.lookup, person.sealed,
                                       model::toMillis(person.createdAt)});
        keys.insert(keys.end(), {person.id.value, person.wrapped});
    }
    m_personInsert.run(db, std::move(persons));
    m_personKeyInsert.run(db, std::move(keys));
    for (const AccountRow& account : group.accounts)
        writeAccount(db, account);
    for (const std::string& act : group.acts)
        db.exec("DELETE FROM \"setting\" WHERE \"name\" = $1", {act});

    if (group.day)
        db.exec("INSERT INTO \"setting\" (\"name\", \"value\") VALUES ('day', $1) "
                "ON CONFLICT (\"name\") DO UPDATE SET \"value\" = excluded.\"value\"",
                {std::to_string(group.day->value)});
}

void Store::Impl::writePredictions(Db& db, const Group& group) const {
    // A ticket issued and called in one group comes twice, and one statement may meet a row once only.
    std::map<model::TicketId, const WaitPrediction*> last;
    for (const LogEventPtr& event : group.events)
        for (const WaitPrediction& told : event->predictions)
            last[told.ticketId] = &told;
    Values values;
    values.reserve(last.size() * 9);
    for (const auto& [id, told] : last) {
        values.emplace_back(id.value);
        values.emplace_back(group.hallId.value);
        values.emplace_back(told->queueId.value);
        values.emplace_back(std::int64_t{told->day.value});
        values.emplace_back(std::int64_t{told->peopleAhead});
        values.emplace_back(told->predictedMinutes);
        values.emplace_back(std::int64_t{told->lowMinutes});
        values.push_back(told->highMinutes ? Value{std::int64_t{*told->highMinutes}} : Value{});
        values.push_back(told->actualMinutes ? Value{*told->actualMinutes} : Value{});
    }
    m_predictionInsert.run(db, std::move(values));
}

Result<void> Store::commit(const Group& group) {
    return m_impl->onWriter([&](Db& db) {
        db.transaction([&](Db& tx) {
            m_impl->lease().check(tx);
            m_impl->writeGroup(tx, group);
        });
        m_impl->lease().committed(group);
        if (!group.erased.empty() || !group.phones.empty())
            scrub(db);
    });
}

Result<std::optional<StoredAnswer>> Store::answerOf(const std::string& deviceId, const std::string& key) {
    return m_impl->onSide([&](Db& db) -> std::optional<StoredAnswer> {
        const auto rows =
            db.query("SELECT \"status\", \"body\", \"at\" FROM \"idempotency\" "
                     "WHERE \"device_id\" = $1 AND \"request_key\" = $2",
                     {deviceId, key}, {ColumnType::integer, ColumnType::text, ColumnType::integer});
        if (rows.empty())
            return std::nullopt;
        return StoredAnswer{deviceId, key, static_cast<int>(asInt(rows[0][0])), asText(rows[0][1]),
                            model::fromMillis(asInt(rows[0][2]))};
    });
}

Result<bool> Store::alive() {
    if (lost())
        return false;
    return m_impl->onSide([](Db& db) { return db.query("SELECT 1", {}, {ColumnType::integer}).size() == 1; });
}

Result<std::string> Store::setting(const std::string& name) {
    return m_impl->onSide([&](Db& db) -> std::string {
        const auto rows =
            db.query("SELECT \"value\" FROM \"setting\" WHERE \"name\" = $1", {name}, {ColumnType::text});
        return rows.empty() ? std::string{} : asText(rows[0][0]);
    });
}

Result<void> Store::putSetting(const std::string& name, const std::string& value) {
    return m_impl->onSide([&](Db& db) {
        db.exec("INSERT INTO \"setting\" (\"name\", \"value\") VALUES ($1, $2) "
                "ON CONFLICT (\"name\") DO UPDATE SET \"value\" = excluded.\"value\"",
                {name, value});
    });
}

Result<void> Store::prune(model::Instant answersBefore, model::Instant eventsBefore) {
    // Events stand in the order of time, so only the first are looked at, some at a time: whoever reads or
    // writes meanwhile need not wait for all. The last event stays whatever its age: it holds the number that
    // goes on.
    bool isMore = true;
    while (isMore) {
        const auto some = m_impl->onSide([&](Db& db) {
            isMore = db.exec("DELETE FROM \"event_log\" WHERE \"at\" < $1 "
                             "AND \"seq\" < (SELECT MAX(\"seq\") FROM \"event_log\") AND \"seq\" <= (SELECT "
                             "MAX(\"seq\") FROM (SELECT \"seq\" FROM \"event_log\" ORDER BY \"seq\" LIMIT "
                             "$2) AS first)",
                             {model::toMillis(eventsBefore), kPruned}) == kPruned;
        });
        if (!some)
            return some.error();
    }
    return m_impl->onSide([&](Db& db) {
        db.exec("DELETE FROM \"idempotency\" WHERE \"at\" < $1", {model::toMillis(answersBefore)});
        pruneRuns(db);
        db.exec("DELETE FROM \"session\" WHERE \"expires_at\" < $1", {model::toMillis(answersBefore)});
    });
}

void Store::checkpoint() {
    (void)m_impl->onWriter([](Db& db) {
        if (db.dialect() == Dialect::sqlite)
            db.run("PRAGMA wal_checkpoint(TRUNCATE)");
    });
}

} // namespace atrium::store
