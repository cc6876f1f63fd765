// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/storeimpl.h"

#include <boost/mp11/algorithm.hpp>

#include <algorithm>

namespace atrium::store {

using model::Result;

namespace {

std::vector<LogEvent> readEvents(Db& db, const std::string& where, const Values& values) {
    const auto rows =
        db.query("SELECT \"seq\", \"at\", \"type\", \"body\" FROM \"event_log\" WHERE " + where, values,
                 {ColumnType::integer, ColumnType::integer, ColumnType::text, ColumnType::text});
    std::vector<LogEvent> out;
    out.reserve(rows.size());
    for (const Row& row : rows) {
        auto event = eventFromBody(asText(row[3]));
        if (!event)
            throw DbError("event " + std::to_string(asInt(row[0])) +
                          " is unreadable: " + event.error().detail);
        event->seq = asInt(row[0]);
        event->at = model::fromMillis(asInt(row[1]));
        event->type = asText(row[2]);
        out.push_back(std::move(*event));
    }
    return out;
}

std::vector<WaitPrediction> readPredictions(Db& db, const Values& day) {
    using enum ColumnType;
    const auto rows =
        db.query("SELECT \"ticket_id\", \"queue_id\", \"day\", \"people_ahead\", \"predicted_minutes\", "
                 "\"low_minutes\", \"high_minutes\", \"actual_minutes\" FROM \"wait_prediction\" "
                 "WHERE \"day\" >= $1",
                 day, {text, text, integer, integer, real, integer, integer, real});
    const auto isKnown = [](const Value& value) { return !std::holds_alternative<std::monostate>(value); };
    std::vector<WaitPrediction> out;
    out.reserve(rows.size());
    for (const Row& row : rows) {
        WaitPrediction told;
        told.ticketId.value = asText(row[0]);
        told.queueId.value = asText(row[1]);
        told.day.value = static_cast<int>(asInt(row[2]));
        told.peopleAhead = static_cast<int>(asInt(row[3]));
        told.predictedMinutes = std::get<double>(row[4]);
        told.lowMinutes = static_cast<int>(asInt(row[5]));
        if (isKnown(row[6]))
            told.highMinutes = static_cast<int>(asInt(row[6]));
        if (isKnown(row[7]))
            told.actualMinutes = std::get<double>(row[7]);
        out.push_back(std::move(told));
    }
    return out;
}

std::vector<model::Ticket> asTickets(std::vector<AnyRecord> records) {
    std::vector<model::Ticket> out;
    out.reserve(records.size());
    for (AnyRecord& record : records)
        out.push_back(std::get<model::Ticket>(std::move(record)));
    return out;
}

} // namespace

Result<Loaded> Store::load(model::Day today, model::Instant undoSince, model::Instant answersSince) {
    return m_impl->onSide([&](Db& db) {
        Loaded out;
        const auto add = [&](std::string_view kind, const std::string& where, const Values& values) {
            auto rows = m_impl->tables().load(db, kind, where, values);
            std::move(rows.begin(), rows.end(), std::back_inserter(out.records));
        };
        boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, model::SetupRecords>>(
            [&](auto identity) {
                add(model::RecordTraits<typename decltype(identity)::type>::kind, {}, {});
            });
        const auto known =
            db.query("SELECT \"value\" FROM \"setting\" WHERE \"name\" = 'day'", {}, {ColumnType::text});
        out.dayKnown = !known.empty();
        out.day = known.empty() ? today : model::Day{std::stoi(asText(known[0][0]))};
        const Values day{std::int64_t{out.day.value}};
        add("windowStatus", {}, {});
        add("deviceStatus", {}, {});
        add("alarm", "\"cleared_at\" IS NULL", {});
        add("queueDay", "\"day\" >= $1", day);
        add("ticket",
            "\"day\" >= $1 OR \"state\" IN ('reserved', 'waiting', 'called', 'serving', 'held', 'noShow')",
            day);
        add("call", "\"ticket_id\" IN (SELECT \"id\" FROM \"ticket\" WHERE \"day\" >= $1)", day);
        add("rating", "\"day\" >= $1", day);
        add("appointment", "\"day\" >= $1", day);
        add("message",
            "\"ticket_id\" IN (SELECT \"id\" FROM \"ticket\" WHERE \"day\" >= $1) "
            "OR \"state\" IN ('waiting', 'sending')",
            day);
        out.predictions = readPredictions(db, day);
        for (const Row& row :
             db.query("SELECT \"id\" FROM \"ticket\" WHERE \"day\" >= $1 AND \"id\" IN (SELECT \"id\" FROM "
                      "\"person\")",
                      day, {ColumnType::text}))
            out.reachable.emplace_back(asText(row[0]));

        const auto seq =
            db.query("SELECT COALESCE(MAX(\"seq\"), 0) FROM \"event_log\"", {}, {ColumnType::integer});
        out.lastSeq = asInt(seq.at(0).at(0));
        const auto last = db.query("SELECT \"at\" FROM \"event_log\" ORDER BY \"seq\" DESC LIMIT 1", {},
                                   {ColumnType::integer});
        if (!last.empty())
            out.lastAt = model::fromMillis(asInt(last[0][0]));
        out.runs = std::make_shared<LogRuns>(readRuns(db));
        const auto head = db.query("SELECT \"sequence\", \"hash\" FROM \"audit\" "
                                   "ORDER BY \"sequence\" DESC LIMIT 1",
                                   {}, {ColumnType::integer, ColumnType::text});
        if (!head.empty()) {
            out.lastAudit = asInt(head[0][0]);
            out.auditHead = asText(head[0][1]);
        }
        out.recent = readEvents(db, "\"at\" >= $1 ORDER BY \"seq\"", {model::toMillis(undoSince)});
        for (const Row& row : db.query("SELECT \"device_id\", \"request_key\" FROM \"idempotency\" "
                                       "WHERE \"at\" >= $1",
                                       {model::toMillis(answersSince)}, {ColumnType::text, ColumnType::text}))
            out.answerKeys.emplace_back(asText(row[0]), asText(row[1]));
        return out;
    });
}

Result<std::string> Store::timeZone() {
    return m_impl->onSide([](Db& db) {
        const auto rows = db.query("SELECT \"time_zone\" FROM \"hall\" LIMIT 1", {}, {ColumnType::text});
        return rows.empty() ? std::string{} : asText(rows[0][0]);
    });
}

Result<std::optional<std::vector<LogEvent>>> Store::eventsAfter(std::int64_t after, std::size_t limit) {
    return m_impl->onSide([&](Db& db) -> std::optional<std::vector<LogEvent>> {
        const auto bounds =
            db.query("SELECT COALESCE(MIN(\"seq\"), 0) FROM \"event_log\"", {}, {ColumnType::integer});
        const std::int64_t oldest = asInt(bounds.at(0).at(0));
        if (oldest > 0 && after < oldest - 1)
            return std::nullopt;
        return readEvents(db, "\"seq\" > $1 ORDER BY \"seq\" LIMIT $2",
                          {after, static_cast<std::int64_t>(limit)});
    });
}

Result<std::vector<AnyRecord>> Store::records(std::string_view kind, const std::string& afterId,
                                              std::size_t limit) {
    return m_impl->onSide([&](Db& db) {
        return m_impl->tables().load(db, kind, "\"id\" > $1 ORDER BY \"id\" LIMIT $2",
                                     {afterId, static_cast<std::int64_t>(limit)});
    });
}

Result<std::optional<model::Ticket>> Store::ticket(const model::TicketId& id) {
    return m_impl->onSide([&](Db& db) -> std::optional<model::Ticket> {
        auto rows = asTickets(m_impl->tables().load(db, "ticket", "\"id\" = $1", {id.value}));
        return rows.empty() ? std::nullopt : std::optional(std::move(rows[0]));
    });
}

Result<bool> Store::isRated(const model::Ticket& ticket) {
    return m_impl->onSide([&](Db& db) -> bool {
        return !db.query("SELECT \"id\" FROM \"rating\" WHERE \"day\" = $1 AND \"ticket_id\" = $2",
                         {std::int64_t{ticket.day.value}, ticket.id.value}, {ColumnType::text})
                    .empty();
    });
}

Result<std::vector<model::Ticket>> Store::ticketsBetween(model::Day from, model::Day to) {
    return m_impl->onSide([&](Db& db) {
        return asTickets(m_impl->tables().load(db, "ticket", "\"day\" >= $1 AND \"day\" <= $2",
                                               {std::int64_t{from.value}, std::int64_t{to.value}}));
    });
}

Result<std::vector<model::AuditEntry>> Store::audit(std::int64_t before, std::size_t limit) {
    return m_impl->onSide([&](Db& db) {
        using enum ColumnType;
        const auto rows =
            db.query("SELECT \"sequence\", \"hall_id\", \"at\", \"staff_id\", \"device_id\", \"action\", "
                     "\"subject_kind\", \"subject_id\", \"detail\", \"hash\" FROM \"audit\" "
                     "WHERE \"sequence\" < $1 ORDER BY \"sequence\" DESC LIMIT $2",
                     {before, static_cast<std::int64_t>(limit)},
                     {integer, text, integer, text, text, text, text, text, text, text});
        std::vector<model::AuditEntry> out;
        for (const Row& row : rows) {
            model::AuditEntry entry;
            entry.sequence = asInt(row[0]);
            entry.hallId.value = asText(row[1]);
            entry.at = model::fromMillis(asInt(row[2]));
            entry.staffId = optionalId<model::StaffId>(row[3]);
            entry.deviceId = optionalId<model::DeviceId>(row[4]);
            entry.action = asText(row[5]);
            entry.subjectKind = asText(row[6]);
            entry.subjectId = asText(row[7]);
            entry.detail = asText(row[8]);
            entry.hash = asText(row[9]);
            out.push_back(std::move(entry));
        }
        return out;
    });
}

} // namespace atrium::store
