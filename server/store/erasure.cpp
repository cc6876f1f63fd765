// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/erasure.h"

#include "shared/model/api.h"
#include "shared/model/json.h"

namespace atrium::store {

namespace {

void blankAnswers(Db& db, const std::string& ticket) {
    using enum ColumnType;
    const auto rows = db.query("SELECT \"device_id\", \"request_key\", \"body\" FROM \"idempotency\" "
                               "WHERE \"body\" LIKE $1",
                               {"%\"" + ticket + "\"%"}, {text, text, text});
    for (const Row& row : rows) {
        auto view = model::fromJson<model::TicketView>(asText(row[2]));
        if (!view || view->ticket.id.value != ticket)
            continue;
        view->holderName.clear();
        view->holderNumber.clear();
        db.exec("UPDATE \"idempotency\" SET \"body\" = $1 WHERE \"device_id\" = $2 AND \"request_key\" = $3",
                {model::toJson(*view), asText(row[0]), asText(row[1])});
    }
}

} // namespace

void erase(Db& db, const model::PersonId& person) {
    for (const Row& row : db.query("SELECT \"id\" FROM \"ticket\" WHERE \"person_id\" = $1", {person.value},
                                   {ColumnType::text}))
        blankAnswers(db, asText(row[0]));
    db.exec("DELETE FROM \"person_key\" WHERE \"person_id\" = $1", {person.value});
    db.exec("DELETE FROM \"person\" WHERE \"id\" = $1", {person.value});
}

void scrub(Db& db) noexcept {
    try {
        if (db.dialect() == Dialect::sqlite)
            db.run("PRAGMA wal_checkpoint(TRUNCATE)");
        else
            db.run("VACUUM \"person\", \"person_key\", \"idempotency\"");
    } catch (const DbError&) { // the person is erased all the same
    }
}

} // namespace atrium::store
