// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/db.h"
#include "server/store/recordtable.h"
#include "server/store/store.h"

namespace atrium::store {

/// Connections and statements behind Store; shared by its .cpp files.
class Store::Impl {
public:
    Impl(std::unique_ptr<Db> writer, std::unique_ptr<Db> side)
        : m_writer(std::move(writer)), m_side(std::move(side)) {}

    /// Runs work on the writer's connection and turns DbError into ErrorCode::unavailable.
    template <class Work> auto onWriter(Work&& work) -> model::Result<decltype(work(std::declval<Db&>()))> {
        return attempt(*m_writer, work);
    }
    /// The same on the side connection, one caller at a time.
    template <class Work> auto onSide(Work&& work) -> model::Result<decltype(work(std::declval<Db&>()))> {
        const std::lock_guard lock(m_sideMutex);
        return attempt(*m_side, work);
    }

    [[nodiscard]] const RecordTables& tables() const { return m_tables; }
    void writeGroup(Db& db, const Group& group) const;

private:
    template <class Work> auto attempt(Db& db, Work& work) -> model::Result<decltype(work(db))> {
        try {
            if constexpr (std::is_void_v<decltype(work(db))>) {
                work(db);
                return {};
            } else {
                return work(db);
            }
        } catch (const DbError& error) {
            return model::Error{model::ErrorCode::unavailable, {}, std::string("database: ") + error.what()};
        }
    }

    std::unique_ptr<Db> m_writer;
    std::mutex m_sideMutex; // guards m_side
    std::unique_ptr<Db> m_side;
    RecordTables m_tables;
    BulkInsert m_eventInsert{"event_log", {"seq", "hall_id", "at", "type", "body", "epoch"}, ""};
    BulkInsert m_auditInsert{"audit",
                             {"sequence", "hall_id", "at", "staff_id", "device_id", "action", "subject_kind",
                              "subject_id", "detail", "hash"},
                             ""};
    BulkInsert m_answerInsert{
        "idempotency", {"device_id", "request_key", "status", "body", "at"}, "ON CONFLICT DO NOTHING"};
    BulkInsert m_personInsert{"person",
                              {"id", "hall_id", "lookup", "sealed", "created_at"},
                              "ON CONFLICT (\"id\") DO UPDATE SET \"sealed\" = excluded.\"sealed\""};
    BulkInsert m_personKeyInsert{
        "person_key",
        {"person_id", "wrapped"},
        "ON CONFLICT (\"person_id\") DO UPDATE SET \"wrapped\" = excluded.\"wrapped\""};
};

/// A text column that may be NULL.
template <class Id> Value optionalId(const std::optional<Id>& id) {
    return id ? Value{id->value} : Value{};
}
template <class Id> std::optional<Id> optionalId(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? std::optional<Id>(Id(*text)) : std::nullopt;
}

} // namespace atrium::store
