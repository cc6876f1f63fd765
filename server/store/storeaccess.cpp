// SPDX-License-Identifier: GPL-3.0-or-later
// People, devices, accounts and media: what does not go through the log.
#include "server/store/storeimpl.h"
#include "shared/model/json.h"

namespace atrium::store {

using model::Result;

namespace {

const std::string kActs = "act."; ///< begins the names of settings that are acts

void keepAct(Db& db, const Act& act) {
    if (act)
        db.exec(
            "INSERT INTO \"setting\" (\"name\", \"value\") VALUES ($1, $2) ON CONFLICT (\"name\") DO NOTHING",
            {kActs + std::to_string(model::toMillis(act->at)) + "." + act->action + "." + act->subjectId,
             model::toJson(*act)});
}

const char* const kPersonSelect =
    "SELECT p.\"id\", p.\"hall_id\", p.\"lookup\", p.\"sealed\", k.\"wrapped\", p.\"created_at\" "
    "FROM \"person\" p JOIN \"person_key\" k ON k.\"person_id\" = p.\"id\" WHERE ";

std::optional<PersonRow> readPerson(Db& db, const std::string& where, const Values& values) {
    using enum ColumnType;
    const auto rows = db.query(kPersonSelect + where, values, {text, text, text, text, text, integer});
    if (rows.empty())
        return std::nullopt;
    const Row& row = rows[0];
    return PersonRow{model::PersonId(asText(row[0])),
                     model::HallId(asText(row[1])),
                     asText(row[2]),
                     asText(row[3]),
                     asText(row[4]),
                     model::fromMillis(asInt(row[5]))};
}

} // namespace

Result<std::optional<PersonRow>> Store::personByLookup(const std::string& lookup) {
    return m_impl->onSide([&](Db& db) { return readPerson(db, "p.\"lookup\" = $1", {lookup}); });
}

Result<std::optional<PersonRow>> Store::person(const model::PersonId& id) {
    return m_impl->onSide([&](Db& db) { return readPerson(db, "p.\"id\" = $1", {id.value}); });
}

Result<std::optional<PersonRow>> Store::anyPerson() {
    return m_impl->onSide(
        [&](Db& db) { return readPerson(db, "1 = 1 ORDER BY p.\"created_at\" DESC LIMIT 1", {}); });
}

Result<std::vector<std::pair<std::string, model::DeviceId>>> Store::deviceTokens() {
    return m_impl->onSide([](Db& db) {
        std::vector<std::pair<std::string, model::DeviceId>> out;
        for (const Row& row : db.query("SELECT \"token_hash\", \"device_id\" FROM \"device_token\"", {},
                                       {ColumnType::text, ColumnType::text}))
            out.emplace_back(asText(row[0]), model::DeviceId(asText(row[1])));
        return out;
    });
}

Result<void> Store::addDeviceToken(const std::string& tokenHash, const model::DeviceId& device,
                                   model::Instant at) {
    return m_impl->onSide([&](Db& db) {
        db.exec("INSERT INTO \"device_token\" (\"token_hash\", \"device_id\", \"created_at\") "
                "VALUES ($1, $2, $3)",
                {tokenHash, device.value, model::toMillis(at)});
    });
}

Result<void> Store::dropDeviceTokens(const model::DeviceId& device) {
    return m_impl->onSide(
        [&](Db& db) { db.exec("DELETE FROM \"device_token\" WHERE \"device_id\" = $1", {device.value}); });
}

Result<std::vector<EnrolmentRow>> Store::enrolments() {
    return m_impl->onSide([](Db& db) {
        using enum ColumnType;
        std::vector<EnrolmentRow> out;
        for (const Row& row :
             db.query("SELECT \"device_id\", \"code_hash\", \"expires_at\" FROM \"enrolment_code\"", {},
                      {text, text, integer}))
            out.push_back(
                {model::DeviceId(asText(row[0])), asText(row[1]), model::fromMillis(asInt(row[2]))});
        return out;
    });
}

Result<void> Store::putEnrolment(const EnrolmentRow& row, const Act& act) {
    return m_impl->onSide([&](Db& side) {
        side.transaction([&](Db& db) {
            db.exec("INSERT INTO \"enrolment_code\" (\"device_id\", \"code_hash\", \"expires_at\") "
                    "VALUES ($1, $2, $3) ON CONFLICT (\"device_id\") DO UPDATE SET "
                    "\"code_hash\" = excluded.\"code_hash\", \"expires_at\" = excluded.\"expires_at\"",
                    {row.deviceId.value, row.codeHash, model::toMillis(row.expiresAt)});
            keepAct(db, act);
        });
    });
}

Result<void> Store::dropEnrolment(const model::DeviceId& device) {
    return m_impl->onSide(
        [&](Db& db) { db.exec("DELETE FROM \"enrolment_code\" WHERE \"device_id\" = $1", {device.value}); });
}

Result<std::optional<AccountRow>> Store::account(const model::StaffId& staff) {
    return m_impl->onSide([&](Db& db) -> std::optional<AccountRow> {
        const auto rows = db.query("SELECT \"password_hash\", \"demonstration\" FROM \"account\" "
                                   "WHERE \"staff_id\" = $1",
                                   {staff.value}, {ColumnType::text, ColumnType::integer});
        if (rows.empty())
            return std::nullopt;
        return AccountRow{staff, asText(rows[0][0]), asInt(rows[0][1]) != 0};
    });
}

void writeAccount(Db& db, const AccountRow& row) {
    db.exec("INSERT INTO \"account\" (\"staff_id\", \"password_hash\", \"demonstration\") "
            "VALUES ($1, $2, $3) ON CONFLICT (\"staff_id\") DO UPDATE SET "
            "\"password_hash\" = excluded.\"password_hash\", "
            "\"demonstration\" = excluded.\"demonstration\"",
            {row.staffId.value, row.passwordHash, std::int64_t{row.demonstration ? 1 : 0}});
}

Result<void> Store::putAccount(const AccountRow& row, const Act& act) {
    return m_impl->onSide([&](Db& side) {
        side.transaction([&](Db& db) {
            writeAccount(db, row);
            keepAct(db, act);
        });
    });
}

Result<std::vector<std::pair<std::string, model::AuditEntry>>> Store::acts() {
    return m_impl->onSide([&](Db& db) {
        using enum ColumnType;
        std::vector<std::pair<std::string, model::AuditEntry>> out;
        const auto rows = db.query("SELECT \"name\", \"value\" FROM \"setting\" WHERE \"name\" LIKE $1 "
                                   "ORDER BY \"name\"",
                                   {kActs + "%"}, {text, text});
        for (const Row& row : rows)
            if (auto act = model::fromJson<model::AuditEntry>(asText(row[1])))
                out.emplace_back(asText(row[0]), std::move(*act));
        return out;
    });
}

Result<std::vector<SessionRow>> Store::sessions(model::Instant now) {
    return m_impl->onSide([&](Db& db) {
        using enum ColumnType;
        std::vector<SessionRow> out;
        for (const Row& row :
             db.query("SELECT \"token_hash\", \"staff_id\", \"device_id\", \"window_id\", \"expires_at\" "
                      "FROM \"session\" WHERE \"expires_at\" > $1",
                      {model::toMillis(now)}, {text, text, text, text, integer}))
            out.push_back({asText(row[0]), model::StaffId(asText(row[1])), model::DeviceId(asText(row[2])),
                           optionalId<model::WindowId>(row[3]), model::fromMillis(asInt(row[4]))});
        return out;
    });
}

Result<void> Store::putSession(const SessionRow& row) {
    return m_impl->onSide([&](Db& db) {
        db.exec("INSERT INTO \"session\" (\"token_hash\", \"staff_id\", \"device_id\", \"window_id\", "
                "\"expires_at\") VALUES ($1, $2, $3, $4, $5) ON CONFLICT (\"token_hash\") DO NOTHING",
                {row.tokenHash, row.staffId.value, row.deviceId.value, optionalId(row.windowId),
                 model::toMillis(row.expiresAt)});
    });
}

Result<void> Store::dropSession(const std::string& tokenHash) {
    return m_impl->onSide(
        [&](Db& db) { db.exec("DELETE FROM \"session\" WHERE \"token_hash\" = $1", {tokenHash}); });
}

Result<std::optional<MediaRow>> Store::media(const std::string& sha256) {
    return m_impl->onSide([&](Db& db) -> std::optional<MediaRow> {
        const auto rows = db.query("SELECT \"content_type\", \"size\" FROM \"media\" WHERE \"sha256\" = $1",
                                   {sha256}, {ColumnType::text, ColumnType::integer});
        if (rows.empty())
            return std::nullopt;
        return MediaRow{sha256, asText(rows[0][0]), asInt(rows[0][1])};
    });
}

Result<void> Store::putMedia(const MediaRow& row, model::Instant at) {
    return m_impl->onSide([&](Db& db) {
        db.exec("INSERT INTO \"media\" (\"sha256\", \"content_type\", \"size\", \"at\") "
                "VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                {row.sha256, row.contentType, row.size, model::toMillis(at)});
    });
}

} // namespace atrium::store
