// SPDX-License-Identifier: GPL-3.0-or-later
// The service desk's printer: draws the ticket, prints it, and reports to the server what became of the
// paper.
#pragma once

#include "shared/devices/iface/ticketprinter.h"
#include "shared/model/api.h"

#include <QCoreApplication>
#include <QObject>

#include <functional>
#include <optional>

namespace atrium::sync {
class HallClient;
}

namespace atrium::windowterminal {

/// One ticket at a time. The report goes through the durable outbox, so that neither a restart nor a lost
/// network forgets it. A first print that is known to have failed is reported as "shown on the screen": the
/// person stands at the desk and gets the number read out. GUI thread.
class DeskPrinter : public QObject {
    Q_OBJECT
public:
    DeskPrinter(sync::HallClient& client, devices::TicketPrinter& printer, QObject* parent = nullptr);

    /// Asks the printer now; the answer says whether a ticket can come out.
    void check(std::function<void(bool usable)> then);
    /// `again`: a second copy of a number that counts already.
    void print(const model::TicketView& view, bool again);
    [[nodiscard]] bool busy() const { return m_job != 0; }
    [[nodiscard]] devices::DeviceStatus status() const { return m_printer.status(); }
    /// "就绪", "缺纸" …
    static QString statusWords(const devices::DeviceStatus& status);

Q_SIGNALS:
    void statusChanged();
    /// What became of it, and a sentence for the clerk.
    void finished(const atrium::model::TicketId& ticket, bool printed, const QString& sentence);

private:
    void done(const devices::PrintResult& result);
    void report(model::PrintOutcome outcome, const std::string& reason);

    sync::HallClient& m_client;
    devices::TicketPrinter& m_printer;
    std::function<void(bool)> m_asked;
    model::TicketId m_ticket;
    quint64 m_job = 0;
    bool m_again = false;
};

} // namespace atrium::windowterminal
