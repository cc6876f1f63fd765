// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/printjournal.h"

#include "shared/model/api.h"
#include "shared/sync/qt/outbox.h"
#include "shared/sync/qt/sqlite.h"

namespace atrium::sync {

namespace {
constexpr std::int64_t kVersion = 1;
constexpr const char* kSchema = "CREATE TABLE print(ticket TEXT PRIMARY KEY, failure TEXT NOT NULL);";
} // namespace

PrintJournal::PrintJournal(const QString& file) {
    bool setAside = false;
    m_db = openOrRebuild(file.toStdString(), Sqlite::Sync::full, {}, kVersion, kSchema, setAside);
}

PrintJournal::~PrintJournal() = default;

bool PrintJournal::begin(const model::TicketId& ticketId) {
    return m_db != nullptr && m_db->query("INSERT OR REPLACE INTO print(ticket, failure) VALUES(?, '')")
                                  .bind(ticketId.value)
                                  .run();
}

bool PrintJournal::noteFailure(const model::TicketId& ticketId, const std::string& reason) {
    return m_db != nullptr && m_db->query("UPDATE print SET failure = ? WHERE ticket = ?")
                                  .bind(reason)
                                  .bind(ticketId.value)
                                  .run();
}

bool PrintJournal::end(const model::TicketId& ticketId) {
    return m_db != nullptr && m_db->query("DELETE FROM print WHERE ticket = ?").bind(ticketId.value).run();
}

std::vector<PrintJournal::Entry> PrintJournal::open() const {
    std::vector<Entry> entries;
    if (m_db == nullptr)
        return entries;
    auto rows = m_db->query("SELECT ticket, failure FROM print ORDER BY ticket");
    while (rows.next())
        entries.push_back({model::TicketId(std::string(rows.text(0))), std::string(rows.text(1))});
    return entries;
}

int PrintJournal::settle(Outbox& outbox) {
    const auto entries = open();
    for (const Entry& entry : entries) {
        const bool failed = !entry.failure.empty();
        const model::PrintReport report{failed ? model::PrintOutcome::failed : model::PrintOutcome::unknown,
                                        failed ? entry.failure : "the program ended during the print"};
        // An entry that the outbox did not take stays for the next start.
        if (outbox.enqueue("POST", "/tickets/" + entry.ticketId.value + "/print", report))
            end(entry.ticketId);
    }
    return static_cast<int>(entries.size());
}

} // namespace atrium::sync
