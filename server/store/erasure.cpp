// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/erasure.h"

#include "server/store/change.h"
#include "shared/model/appointmentapi.h"
#include "shared/model/json.h"

#include <functional>
#include <set>
#include <string_view>

namespace atrium::store {

namespace {

/// What staff wrote about the holder.
bool withoutWords(model::Ticket& ticket) {
    if (ticket.note.empty() && ticket.priorityReason.empty())
        return false;
    ticket.note.clear();
    ticket.priorityReason.clear();
    return true;
}

/// Ids of tickets and of appointments.
using Tickets = std::set<std::string, std::less<>>;

/// Whether one of the ids stands in the JSON text as a string.
bool names(std::string_view json, const Tickets& ids) {
    for (std::size_t begin = json.find('"'); begin != std::string_view::npos;) {
        const std::size_t end = json.find('"', begin + 1);
        if (end == std::string_view::npos)
            return false;
        if (ids.contains(json.substr(begin + 1, end - begin - 1))) // also what stands between two strings
            return true;
        begin = end;
    }
    return false;
}

/// The answer without what it tells of the holder; empty when it tells of somebody else.
std::string blankAnswer(const std::string& body, const Tickets& tickets) {
    if (auto view = model::fromJson<model::TicketView>(body);
        view && tickets.contains(view->ticket.id.value)) {
        view->holderName.clear();
        view->holderNumber.clear();
        (void)withoutWords(view->ticket);
        return model::toJson(*view);
    }
    if (auto view = model::fromJson<model::AppointmentView>(body);
        view && tickets.contains(view->appointment.id.value)) {
        view->holderName.clear();
        view->holderNumber.clear();
        view->appointment.note.clear();
        return model::toJson(*view);
    }
    return {};
}

/// In one pass, however many tickets they had: all writes of the hall wait for it.
void blankAnswers(Db& db, const Tickets& tickets) {
    using enum ColumnType;
    const auto rows = db.query("SELECT \"device_id\", \"request_key\", \"body\" FROM \"idempotency\"", {},
                               {text, text, text});
    for (const Row& row : rows) {
        if (!names(asText(row[2]), tickets))
            continue;
        const auto blankBody = blankAnswer(asText(row[2]), tickets);
        if (blankBody.empty())
            continue;
        db.exec("UPDATE \"idempotency\" SET \"body\" = $1 WHERE \"device_id\" = $2 AND \"request_key\" = $3",
                {blankBody, asText(row[0]), asText(row[1])});
    }
}

/// Whether the event told something that now is gone from it.
bool blank(LogEvent& event, const model::PersonId& person, const Tickets& tickets) {
    bool changed =
        event.undoTicket && event.undoTicket->personId == person && withoutWords(*event.undoTicket);
    for (Change& change : event.changes) {
        if (!change.record)
            continue;
        if (auto* ticket = std::get_if<model::Ticket>(&*change.record))
            changed = (ticket->personId == person && withoutWords(*ticket)) || changed;
        auto* booked = std::get_if<model::Appointment>(&*change.record);
        if (booked != nullptr && booked->personId == person && !booked->note.empty()) {
            booked->note.clear();
            changed = true;
        }
        auto* rating = std::get_if<model::Rating>(&*change.record);
        if (rating != nullptr && !rating->comment.empty() && tickets.contains(rating->ticketId.value)) {
            rating->comment.clear();
            changed = true;
        }
    }
    return changed;
}

void blankLog(Db& db, const model::PersonId& person, const Tickets& tickets) {
    using enum ColumnType;
    // Tickets in the log carry the person's id, ratings only the ticket's; there are few of those.
    const std::string place = db.dialect() == Dialect::sqlite ? "instr" : "strpos";
    const std::string named = place + R"(("body", $1) > 0)";
    const auto rows = db.query(R"(SELECT "seq", "body" FROM "event_log" WHERE )" + named +
                                   R"( OR "type" = 'rated' ORDER BY "seq")",
                               {'"' + person.value + '"'}, {integer, text});
    for (const Row& row : rows) {
        auto event = eventFromBody(asText(row[1]));
        if (event && blank(*event, person, tickets))
            db.exec("UPDATE \"event_log\" SET \"body\" = $1 WHERE \"seq\" = $2",
                    {eventBody(*event), asInt(row[0])});
    }
}

} // namespace

void erase(Db& db, const model::PersonId& person) {
    using enum ColumnType;
    Tickets tickets;
    for (const Row& row :
         db.query("SELECT \"id\" FROM \"ticket\" WHERE \"person_id\" = $1", {person.value}, {text}))
        tickets.insert(asText(row[0]));
    for (const Row& row :
         db.query("SELECT \"id\" FROM \"appointment\" WHERE \"person_id\" = $1", {person.value}, {text}))
        tickets.insert(asText(row[0]));
    if (!tickets.empty()) {
        blankAnswers(db, tickets);
        blankLog(db, person, tickets);
    }
    db.exec("UPDATE \"rating\" SET \"comment\" = '' WHERE \"ticket_id\" IN "
            "(SELECT \"id\" FROM \"ticket\" WHERE \"person_id\" = $1)",
            {person.value});
    db.exec("UPDATE \"ticket\" SET \"note\" = '', \"priority_reason\" = '' WHERE \"person_id\" = $1",
            {person.value});
    db.exec("UPDATE \"appointment\" SET \"note\" = '' WHERE \"person_id\" = $1", {person.value});
    for (const std::string& ticket : tickets)
        dropPerson(db, phoneRowOf(model::TicketId(ticket)));
    dropPerson(db, person);
}

void dropPerson(Db& db, const model::PersonId& person) {
    db.exec("DELETE FROM \"person_key\" WHERE \"person_id\" = $1", {person.value});
    db.exec("DELETE FROM \"person\" WHERE \"id\" = $1", {person.value});
}

void scrub(Db& db) noexcept {
    try {
        if (db.dialect() == Dialect::sqlite)
            db.run("PRAGMA wal_checkpoint(TRUNCATE)");
        else
            db.run("VACUUM \"person\", \"person_key\", \"idempotency\", \"ticket\", \"rating\", "
                   "\"appointment\", \"event_log\"");
    } catch (const DbError&) { // the person is erased all the same
    }
}

} // namespace atrium::store
