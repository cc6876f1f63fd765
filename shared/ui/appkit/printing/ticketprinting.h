// SPDX-License-Identifier: GPL-3.0-or-later
// A ticket counts when the printer says so: journal, print, report. The same at a kiosk and at a desk.
#pragma once

#include "shared/devices/iface/ticketprinter.h"
#include "shared/model/api.h"
#include "shared/sync/qt/printjournal.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace atrium::sync {
class HallClient;
}

namespace atrium::ui {

/// One paper at a time. A reserved ticket is in the journal (data folder, print.sqlite) before its first byte
/// goes to the printer, and leaves it when the report on it lies in the outbox: printed, or unknown when the
/// printer did not answer. A known failure waits there until keep() or discard() says what the person wants.
/// Whatever a crash interrupts is reported by settle() at the next start. GUI thread; client and printer must
/// outlive it.
class TicketPrinting : public QObject {
    Q_OBJECT
public:
    explicit TicketPrinting(sync::HallClient& client, QObject* parent = nullptr);

    /// Nullptr: none. To be called once, before the printer starts.
    void setPrinter(devices::TicketPrinter* printer);
    /// Reports what an earlier run left open, and cuts off what hangs in the printer of it. Before the first
    /// ticket. Returns how many there were.
    int settle();

    /// Asks the printer now (what its last poll said may be seconds old); the answer says whether a ticket
    /// can come out. At once, and false, without a printer.
    void check(std::function<void(bool usable)> then);
    /// The first paper of a reserved ticket.
    void print(const model::TicketId& ticket, const devices::TicketImage& image);
    /// Another paper of a ticket that counts: only a success is reported, which confirms an unconfirmed one.
    void printCopy(const model::TicketId& ticket, const devices::TicketImage& image);
    [[nodiscard]] bool busy() const { return m_job != 0; }

    /// The ticket whose paper failed and that waits for one of the two:
    [[nodiscard]] const std::optional<model::TicketId>& offered() const { return m_offered; }
    /// its number counts, shown on a screen instead;
    void keep();
    /// nobody wants it: it is void.
    void discard();

    /// "paperOut", "coverOpen" … as reports name it.
    [[nodiscard]] static std::string nameOf(devices::PrintFault fault);

Q_SIGNALS:
    /// What became of the paper; all that is known is on the disk by then.
    void finished(const atrium::model::TicketId& ticket, const atrium::devices::PrintResult& result);
    /// The server does not take what was reported of this ticket, which somebody holds: its number is void.
    void invalid(const atrium::model::TicketId& ticket, const atrium::model::Error& why);

private:
    void begin(const model::TicketId& ticket, const devices::TicketImage& image, bool copy);
    void done(const devices::PrintResult& result);
    void report(const model::TicketId& ticket, model::PrintOutcome outcome, const std::string& reason = {});

    sync::HallClient& m_client;
    sync::PrintJournal m_journal;
    devices::TicketPrinter* m_printer = nullptr;
    std::function<void(bool)> m_asked;
    model::TicketId m_ticket;
    std::optional<model::TicketId> m_offered;
    std::string m_failure;
    std::map<QByteArray, model::TicketId> m_reports; ///< in the outbox, of tickets that somebody holds
    quint64 m_job = 0;
    bool m_copy = false;
};

} // namespace atrium::ui
