// SPDX-License-Identifier: GPL-3.0-or-later
// Remembers which reserved tickets wait for a word about their paper, over any crash.
#pragma once

#include "shared/model/ids.h"

#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace atrium::sync {

class Outbox;
class Sqlite;

/// A ticket is written here before its first byte goes to the printer and leaves when the report about it
/// lies in the outbox. What is still here at the next start was interrupted: nobody knows whether paper came
/// out. Ids only, no personal data. synchronous=FULL. GUI thread only.
class PrintJournal {
public:
    struct Entry {
        model::TicketId ticketId;
        std::string failure; ///< why the printer is known to have failed; empty: nothing is known
    };

    explicit PrintJournal(const QString& file);
    ~PrintJournal();

    /// On the disk when true. False: the disk refused; the server then settles the reservation by itself.
    [[nodiscard]] bool begin(const model::TicketId& ticketId);
    /// The printer is known to have failed, and the citizen has not yet said whether they take the code.
    bool noteFailure(const model::TicketId& ticketId, const std::string& reason);
    bool end(const model::TicketId& ticketId);
    [[nodiscard]] std::vector<Entry> open() const;

    /// For the start of a program: puts a report about each open entry into the outbox (failed where that is
    /// known, else unknown) and ends it. Returns how many there were.
    int settle(Outbox& outbox);

private:
    std::unique_ptr<Sqlite> m_db;
};

} // namespace atrium::sync
