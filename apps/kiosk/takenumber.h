// SPDX-License-Identifier: GPL-3.0-or-later
// Taking a number: status before, a durable reservation, the paper, and a report that survives a crash.
#pragma once

#include "shared/devices/iface/ticketprinter.h"
#include "shared/model/api.h"
#include "shared/ui/appkit/printing/ticketissue.h"
#include "shared/ui/appkit/printing/ticketprinting.h"

#include <QObject>
#include <QString>

#include <string>
#include <vector>

namespace atrium::sync {
class HallClient;
}

namespace atrium::kiosk {

class KioskDevices;
class TicketCard;
class Visitor;

/// A ticket counts when the printer says so. One flow at a time; each begin() ends with exactly one of
/// issued(), codeOffered(), paperMissing() or refused(). GUI thread.
///
/// printed → report printed; the printer is known to have failed → the number is offered as a code: keep
/// (and walking away, perhaps with a picture of it) reports onScreen, discard reports failed, which voids it;
/// no answer of the printer → report unknown, the ticket counts as unconfirmed. No answer of the server → the
/// citizen is refused, and the same wish is asked again until there is one: a number that was made all the
/// same is given back. A number for the screen whose holder is not known cannot be given back from here: it
/// is shown (issued() after refused()) if the visitor still stands here, else it is called and passed.
/// Whatever is interrupted stands in the journal and is reported at the next start; a crash between the
/// request and its answer is settled by the server, which admits a reservation nobody reports on.
class TakeNumber : public QObject {
    Q_OBJECT
public:
    TakeNumber(sync::HallClient& client, KioskDevices& devices, const Visitor& visitor, TicketCard& card,
               QObject* parent = nullptr);

    /// Reports what an earlier run left open. After the devices are configured, before the first ticket.
    void settle();
    enum class Form {
        paper,         ///< without paper it ends with paperMissing()
        paperOrScreen, ///< the page has said already that the printer may not work
        screen         ///< the citizen chose the code on the screen
    };
    /// A number for an item, or for an appointment that is taken up.
    struct Wanted {
        model::ServiceItemId item;
        model::AppointmentId appointment{}; ///< empty: none
        std::string code{}; ///< shows whose it is, as the QR's text does; both empty: the card
        std::string qrText{};
        std::string phone{};                      ///< for messages; empty: none was left
        std::vector<model::ServiceItemId> more{}; ///< further businesses of the visit, in order
        bool operator==(const Wanted&) const = default;
    };
    void begin(const Wanted& wanted, Form form);
    [[nodiscard]] bool busy() const { return m_busy; }
    /// A number whose paper failed, waiting for keep or discard.
    [[nodiscard]] bool offersCode() const { return m_printing.offered().has_value(); }
    void keepCode();
    void discardCode();
    /// Whether one may go on without the number: no paper is under way yet.
    [[nodiscard]] bool canGiveUp() const { return m_busy && !m_onPaper; }
    /// The visitor waits no longer. A number that comes all the same is given back; one that cannot be given
    /// back is shown, as after refused(). False when canGiveUp() is.
    bool giveUp();
    /// The visitor goes: the code counts, and what the server did not answer to is given back.
    void leave();

Q_SIGNALS:
    /// The number is reserved and its paper under way (or the request for it).
    void working();
    /// The ticket counts; the card shows it. onScreen: no paper, the code is the ticket.
    void issued(bool onScreen);
    /// The paper failed: shown as a code to keep or to discard.
    void codeOffered();
    /// Nothing was reserved: the printer cannot print now.
    void paperMissing(atrium::devices::DeviceState printer);
    void refused(const atrium::model::Error& why);
    /// The ticket on the card does not count after all: the server did not take the report of its paper.
    void invalid();

private:
    void statusChecked(bool usable);
    void reserve(bool onPaper);
    [[nodiscard]] model::RedeemRequest redemption(bool onPaper) const;
    void reserved(const model::TicketView& view);
    void printed(const model::TicketId& ticket, const devices::PrintResult& result);

    sync::HallClient& m_client;
    KioskDevices& m_devices;
    const Visitor& m_visitor;
    TicketCard& m_card;
    ui::TicketPrinting m_printing;
    ui::TicketIssue m_issue;
    Wanted m_wished;     ///< what m_issue asks for
    bool m_told = false; ///< that the server does not answer to it
    Wanted m_wanted;
    Form m_form = Form::paper;
    bool m_busy = false;
    bool m_onPaper = false;   ///< the printer has it
    bool m_returnable = true; ///< what m_issue asks for could be given back
    bool m_connected = false;
};

} // namespace atrium::kiosk
