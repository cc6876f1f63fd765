// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/db.h"
#include "server/store/lease.h"
#include "server/store/recordtable.h"
#include "server/store/statisticstables.h"
#include "server/store/store.h"

namespace atrium::store {

/// What the database's failure means: a sentence without its words for the wire, all of it for the log.
[[nodiscard]] inline model::Error databaseError(const DbError& failure) {
    model::Error error{model::ErrorCode::unavailable,
                       {},
                       failure.full() ? model::Sentence::storeFull : model::Sentence::databaseAway};
    error.detail = std::string("database: ") + failure.what();
    return error;
}

/// Connections and statements behind Store; shared by its .cpp files.
class Store::Impl {
public:
    /// lockFile: see Lease.
    Impl(Factory connect, std::unique_ptr<Db> writer, std::unique_ptr<Db> side, std::string lockFile)
        : m_connect(std::move(connect)),
          m_lease(std::move(lockFile)), m_writer{std::move(writer)}, m_side{std::move(side)} {}

    /// Runs work on the writer's connection and turns DbError into ErrorCode::unavailable. A connection that
    /// broke is replaced at the next call.
    template <class Work> auto onWriter(Work&& work) -> model::Result<decltype(work(std::declval<Db&>()))> {
        return attempt(m_writer, work, [this](Db& fresh) { m_lease.takeAgain(fresh); });
    }
    /// The same on the side connection, one caller at a time.
    template <class Work> auto onSide(Work&& work) -> model::Result<decltype(work(std::declval<Db&>()))> {
        const std::lock_guard lock(m_sideMutex);
        return attempt(m_side, work, [](Db&) {});
    }

    [[nodiscard]] Lease& lease() { return m_lease; }
    [[nodiscard]] const RecordTables& tables() const { return m_tables; }
    [[nodiscard]] const StatisticsTables& statistics() const { return m_statistics; }
    void writeGroup(Db& db, const Group& group) const;
    /// What the group's events tell of waits, each ticket once.
    void writePredictions(Db& db, const Group& group) const;
    /// Makes the tables the newest ones under the lease; false: somebody else has it. Throws DbError.
    [[nodiscard]] bool migrated();

private:
    struct Connection {
        std::unique_ptr<Db> db;
        bool broken = false;
    };

    template <class Work, class Renewed>
    auto attempt(Connection& connection, Work& work, Renewed&& renewed)
        -> model::Result<decltype(work(*connection.db))> {
        try {
            if (connection.broken) {
                auto fresh = m_connect();
                renewed(*fresh);
                connection.db = std::move(fresh);
                connection.broken = false;
            }
            if constexpr (std::is_void_v<decltype(work(*connection.db))>) {
                work(*connection.db);
                return {};
            } else {
                return work(*connection.db);
            }
        } catch (const DbError& error) {
            connection.broken = connection.broken || !answers(*connection.db);
            return databaseError(error);
        }
    }
    /// A server may go away and come back; a file does not.
    static bool answers(Db& db) {
        if (db.dialect() == Dialect::sqlite)
            return true;
        try {
            db.run("SELECT 1");
            return true;
        } catch (const DbError&) {
            return false;
        }
    }

    Factory m_connect;
    Lease m_lease; ///< the writer's
    Connection m_writer;
    std::mutex m_sideMutex; // guards m_side
    Connection m_side;
    RecordTables m_tables;
    StatisticsTables m_statistics;
    BulkInsert m_eventInsert{"event_log", {"seq", "hall_id", "at", "type", "body", "epoch"}, ""};
    BulkInsert m_auditInsert{"audit",
                             {"sequence", "hall_id", "at", "staff_id", "device_id", "action", "subject_kind",
                              "subject_id", "detail", "hash"},
                             ""};
    BulkInsert m_answerInsert{
        "idempotency", {"device_id", "request_key", "status", "body", "at"}, "ON CONFLICT DO NOTHING"};
    BulkInsert m_predictionInsert{
        "wait_prediction",
        {"ticket_id", "hall_id", "queue_id", "day", "people_ahead", "predicted_minutes", "low_minutes",
         "high_minutes", "actual_minutes"},
        "ON CONFLICT (\"ticket_id\") DO UPDATE SET \"actual_minutes\" = excluded.\"actual_minutes\""};
    BulkInsert m_personInsert{"person",
                              {"id", "hall_id", "lookup", "sealed", "created_at"},
                              "ON CONFLICT (\"id\") DO UPDATE SET \"sealed\" = excluded.\"sealed\""};
    BulkInsert m_personKeyInsert{
        "person_key",
        {"person_id", "wrapped"},
        "ON CONFLICT (\"person_id\") DO UPDATE SET \"wrapped\" = excluded.\"wrapped\""};
};

/// Stores the password of an account, new or known.
void writeAccount(Db& db, const AccountRow& row);

/// A text column that may be NULL.
template <class Id> Value optionalId(const std::optional<Id>& id) {
    return id ? Value{id->value} : Value{};
}
template <class Id> std::optional<Id> optionalId(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? std::optional<Id>(Id(*text)) : std::nullopt;
}

} // namespace atrium::store
