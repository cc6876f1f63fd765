// SPDX-License-Identifier: GPL-3.0-or-later
// The service desk's printer: draws the ticket, prints it, and reports to the server what became of the
// paper.
#pragma once

#include "shared/devices/iface/ticketprinter.h"
#include "shared/model/api.h"
#include "shared/ui/appkit/printing/ticketprinting.h"

#include <QCoreApplication>
#include <QObject>

#include <functional>
#include <utility>

namespace atrium::sync {
class HallClient;
}

namespace atrium::windowterminal {

/// One ticket at a time, by the core that the kiosk uses, too (ui::TicketPrinting). A first print that is
/// known to have failed is reported as "shown on the screen": the person stands at the desk and gets the
/// number read out. GUI thread.
class DeskPrinter : public QObject {
    Q_OBJECT
public:
    DeskPrinter(sync::HallClient& client, devices::TicketPrinter& printer, QObject* parent = nullptr);

    /// Reports what an earlier run left open. Before the first ticket; the printer may have hung since.
    void settle() { m_printing.settle(); }
    /// Asks the printer now; the answer says whether a ticket can come out.
    void check(std::function<void(bool usable)> then) { m_printing.check(std::move(then)); }
    /// `again`: a second copy of a number that counts already.
    void print(const model::TicketView& view, bool again);
    [[nodiscard]] bool busy() const { return m_printing.busy(); }
    [[nodiscard]] devices::DeviceStatus status() const { return m_printer.status(); }
    /// "就绪", "缺纸" …
    static QString statusWords(const devices::DeviceStatus& status);

Q_SIGNALS:
    void statusChanged();
    /// What became of it, and a sentence for the clerk.
    void finished(const atrium::model::TicketId& ticket, bool printed, const QString& sentence);

private:
    void done(const model::TicketId& ticket, const devices::PrintResult& result);

    sync::HallClient& m_client;
    devices::TicketPrinter& m_printer;
    ui::TicketPrinting m_printing;
};

} // namespace atrium::windowterminal
