// SPDX-License-Identifier: GPL-3.0-or-later
// The service desk: issues, finds, reprints, cancels and requeues tickets.
#pragma once

#include "apps/window-terminal/view/answerwatch.h"
#include "apps/window-terminal/view/deskprinter.h"
#include "apps/window-terminal/view/identities.h"
#include "shared/model/api.h"
#include "shared/ui/appkit/printing/ticketissue.h"

#include <QObject>

#include <optional>
#include <vector>

namespace atrium::devices {
class CardReader;
class TicketPrinter;
} // namespace atrium::devices
namespace atrium::sync {
class HallClient;
}

namespace atrium::windowterminal {

/// GUI thread. Client, watch and devices must outlive it.
class ServiceDesk : public QObject {
    Q_OBJECT
public:
    ServiceDesk(sync::HallClient& client, AnswerWatch& watch, devices::TicketPrinter& printer,
                devices::CardReader& reader, QObject* parent = nullptr);

    /// Reports what an earlier run left unprinted. When the devices are there, before the first ticket.
    void settle() { m_printer.settle(); }

    // Who stands here; forgotten after a ticket was issued, and by clear(). The next one is refused while the
    // ticket of this one may come at any moment: it would be given back unseen.
    [[nodiscard]] const std::optional<Visitor>& visitor() const { return m_visitor; }
    /// Takes a keyed number; refused() says what is wrong with it.
    bool keyVisitor(const QString& typed);
    void clear();
    /// False, and refused() says why, while a ticket may come at any moment.
    [[nodiscard]] bool mayTakeNext();

    /// The printer is asked first: with paper the ticket is printed, else it counts at once and its code is
    /// shown here. While the server does not answer the same wish is asked again and again; clear() gives it
    /// up, and what was made of it is given back.
    void issue(const model::ServiceItemId& item, model::Language language, const QString& priorityReason);
    /// By number (A0127), identity number, or the text of a ticket's QR.
    void find(const QString& typed);
    void show(const model::TicketId& ticket);
    void reprint();
    void cancel(const QString& reason);
    void requeue();

    /// What was found or issued; at most one is shown in full.
    [[nodiscard]] const std::vector<model::TicketView>& tickets() const { return m_tickets; }
    [[nodiscard]] const model::TicketView* shown() const;
    /// What became of the shown ticket's paper in this program; empty: nothing yet.
    [[nodiscard]] QString printSentence() const { return m_printSentence; }
    [[nodiscard]] bool busy() const { return m_busy || m_issue.asking() || m_printer.busy(); }
    /// The server has not yet said what became of the last wish for a ticket.
    [[nodiscard]] bool asking() const { return m_issue.asking(); }
    /// Connected, and the server answers.
    [[nodiscard]] bool online() const;
    /// Something has been asked of the server for longer than it takes to notice.
    [[nodiscard]] bool isWaiting() const { return m_watch.isWaiting(); }
    [[nodiscard]] DeskPrinter& printer() { return m_printer; }

Q_SIGNALS:
    void changed();
    void visitorChanged();
    void issued(const QString& number);
    /// Something is asked of the server: what was refused before is past.
    void began();
    void refused(const QString& why);

private:
    void setVisitor(std::optional<Visitor> visitor);
    void send(const model::IssueRequest& request);
    void issuedAs(const model::TicketView& view, bool paper);
    void lookUp(const model::LookupRequest& request);
    void take(const model::TicketView& view);
    void followTickets();
    void takeResult(const model::Result<model::TicketView>& answer);
    void setBusy(bool busy);
    [[nodiscard]] bool mayAsk();

    sync::HallClient& m_client;
    AnswerWatch& m_watch;
    DeskPrinter m_printer;
    ui::TicketIssue m_issue;
    std::optional<Visitor> m_visitor;
    std::vector<model::TicketView> m_tickets;
    model::TicketId m_shown;
    QString m_printSentence;
    bool m_busy = false;
    bool m_awaited = false; ///< the ticket that was wished for may come at any moment
};

} // namespace atrium::windowterminal
