// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at after the power came back.
#include "server/services/core/crypto.h"
#include "server/store/db.h"
#include "shared/model/json.h"
#include "tests/integration/durability/poweredhall.h"

#include <set>

namespace atrium::test {

void PoweredHall::checkStore(std::vector<std::string>& faults) {
    const auto db = store::openSqlite(m_folder + "/hall.db");
    try {
        const auto rows = db->query("PRAGMA integrity_check", {}, {store::ColumnType::text});
        if (rows.size() != 1 || store::asText(rows[0][0]) != "ok")
            faults.push_back("the file is damaged: " + (rows.empty() ? "" : store::asText(rows[0][0])));
    } catch (const store::DbError& error) {
        faults.push_back(std::string("the file cannot be read: ") + error.what());
    }
    for (const auto& [key, body] : m_promises.answers) {
        const auto stored = m_store->answerOf("kiosk", key);
        if (!stored || !*stored || (*stored)->body != body)
            faults.push_back("the answer to " + key + " is lost");
    }
    for (const auto& [name, value] : m_promises.settings) {
        const auto stored = m_store->setting(name);
        if (!stored || (value > 0 && (stored->empty() || std::stoi(*stored) < value)))
            faults.push_back("the side connection's " + name + " is lost");
    }
    // The newest entry comes first.
    auto entries = m_store->audit(1'000'000'000, 1'000'000);
    std::string previous;
    std::int64_t sequence = 0;
    if (!entries)
        faults.push_back("the audit trail cannot be read");
    for (auto entry = entries ? entries->rbegin() : decltype(entries->rbegin()){};
         entries && entry != entries->rend(); ++entry) {
        model::AuditEntry canonical = *entry;
        canonical.hash = previous;
        if (entry->sequence != ++sequence || entry->hash != services::sha256Hex(model::toJson(canonical)))
            faults.push_back("the audit trail is broken at " + std::to_string(entry->sequence));
        previous = entry->hash;
    }
}

void PoweredHall::checkEvents(std::vector<std::string>& faults) {
    const auto read = m_store->eventsAfter(0, 1'000'000);
    if (!read || !*read) {
        faults.push_back("the log cannot be read");
        return;
    }
    const std::vector<store::LogEvent>& events = **read;
    services::HallState replayed;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].seq != static_cast<std::int64_t>(i) + 1)
            faults.push_back("event " + std::to_string(i + 1) + " is missing or doubled");
        replayed.apply(events[i]);
    }
    for (const auto& [seq, body] : m_promises.events) {
        if (seq > static_cast<std::int64_t>(events.size()))
            faults.push_back("announced event " + std::to_string(seq) + " is lost");
        else if (store::eventBody(events[static_cast<std::size_t>(seq) - 1]) != body)
            faults.push_back("announced event " + std::to_string(seq) + " is another now");
    }
    // Tables and log tell the same hall.
    const services::HallState loaded = m_hall->copy();
    if (loaded.lastSeq != replayed.lastSeq || loaded.queue.tickets != replayed.queue.tickets ||
        loaded.queue.windows != replayed.queue.windows || loaded.calls != replayed.calls)
        faults.push_back("the tables and the log disagree");
}

void PoweredHall::checkTickets(std::vector<std::string>& faults) {
    const services::HallState hall = m_hall->copy();
    std::set<std::string> numbers;
    for (const auto& [id, ticket] : hall.queue.tickets)
        if (!numbers.insert(ticket.number).second)
            faults.push_back("number " + ticket.number + " was given twice");
    for (const auto& [id, number] : m_promises.numbers) {
        const auto found = hall.queue.tickets.find(model::TicketId(id));
        if (found == hall.queue.tickets.end() || found->second.number != number)
            faults.push_back("ticket " + id + " with number " + number + " is lost");
    }
}

} // namespace atrium::test
