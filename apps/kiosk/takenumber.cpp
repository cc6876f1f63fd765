// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/takenumber.h"

#include "apps/kiosk/hallload.h"
#include "apps/kiosk/kioskdevices.h"
#include "apps/kiosk/ticketcard.h"
#include "apps/kiosk/visitor.h"
#include "shared/devices/drivers/ticketimages.h"
#include "shared/sync/qt/hallclient.h"

#include <QLoggingCategory>

#include <algorithm>

Q_LOGGING_CATEGORY(lcTakeNumber, "atrium.kiosk.takenumber")

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kNarrowPaperMm = 58;

const char* nameOf(devices::PrintFault fault) {
    using enum devices::PrintFault;
    switch (fault) {
    case paperOut:
        return "paperOut";
    case coverOpen:
        return "coverOpen";
    case cutter:
        return "cutter";
    case mechanical:
        return "mechanical";
    case offline:
        return "offline";
    case badImage:
        return "badImage";
    case none:
        break;
    }
    return "failed";
}

} // namespace

TakeNumber::TakeNumber(sync::HallClient& client, KioskDevices& devices, const Visitor& visitor,
                       TicketCard& card, QObject* parent)
    : QObject(parent), m_client(client), m_devices(devices), m_visitor(visitor), m_card(card),
      m_journal(client.connection().dataDir + u"/print.sqlite"_s) {}

void TakeNumber::settle() {
    auto* printer = m_devices.printer();
    if (printer != nullptr && !m_connected) {
        m_connected = true;
        connect(printer, &devices::TicketPrinter::statusChecked, this, &TakeNumber::statusChecked);
        connect(printer, &devices::TicketPrinter::finished, this, &TakeNumber::printed);
    }
    const int interrupted = m_journal.settle(m_client.outbox());
    if (interrupted == 0)
        return;
    qCWarning(lcTakeNumber, "%d interrupted prints are reported", interrupted);
    if (printer != nullptr)
        printer->cutOffRest();
}

void TakeNumber::begin(const model::ServiceItemId& item, Form form) {
    if (m_busy)
        return;
    m_busy = true;
    m_item = item;
    m_form = form;
    Q_EMIT working();
    if (form == Form::screen || m_devices.printer() == nullptr)
        return reserve(false);
    // What the last poll said may be seconds old: the printer is asked now.
    m_checking = true;
    m_devices.printer()->checkStatus();
}

void TakeNumber::statusChecked(const devices::DeviceStatus& status) {
    if (!m_checking)
        return;
    m_checking = false;
    if (status.usable())
        return reserve(true);
    if (m_form == Form::paperOrScreen)
        return reserve(false);
    m_busy = false;
    Q_EMIT paperMissing(status.state);
}

void TakeNumber::reserve(bool onPaper) {
    model::IssueRequest request;
    request.itemId = m_item;
    request.identity = m_visitor.identity();
    request.recognition = m_visitor.recognition();
    request.language = isEnglish() ? model::Language::en : model::Language::zh;
    request.paper = onPaper;
    m_client.api().post<model::TicketView>("/tickets", request, this,
                                           [this, onPaper](model::Result<model::TicketView> answer) {
                                               if (!answer) {
                                                   m_busy = false;
                                                   Q_EMIT refused(answer.error());
                                                   return;
                                               }
                                               m_card.show(*answer);
                                               if (onPaper)
                                                   return reserved(*answer);
                                               m_busy = false;
                                               m_card.setOnScreen(true);
                                               Q_EMIT issued(true);
                                           });
}

void TakeNumber::reserved(const model::TicketView& view) {
    // When the disk refuses, the server settles the reservation as unconfirmed after a crash: never lost.
    if (!m_journal.begin(view.ticket.id))
        qCWarning(lcTakeNumber, "the print journal cannot be written");
    const auto capabilities = m_devices.printer()->capabilities();
    const int dots = capabilities.paperMm == kNarrowPaperMm ? ui::kTicketDots58 : ui::kTicketDots80;
    const int width = capabilities.widthDots > 0 ? std::min(dots, capabilities.widthDots / 8 * 8) : dots;
    m_job = m_devices.printer()->print(devices::toTicketImage(ui::paintTicket(m_card.print(), width)),
                                       devices::CutMode::partial);
}

void TakeNumber::printed(quint64 job, const devices::PrintResult& result) {
    if (job != m_job || !m_busy || !m_card.view())
        return;
    m_busy = false;
    m_job = 0;
    const auto ticket = m_card.view()->ticket.id;
    switch (result.outcome) {
    case devices::PrintOutcome::printed:
        report(ticket, model::PrintOutcome::printed);
        Q_EMIT issued(false);
        return;
    case devices::PrintOutcome::unknown:
        report(ticket, model::PrintOutcome::unknown, "the printer did not answer");
        m_card.setUnconfirmed(true);
        Q_EMIT issued(false);
        return;
    case devices::PrintOutcome::failed:
        m_failure = nameOf(result.fault);
        m_journal.noteFailure(ticket, m_failure);
        m_offered = ticket;
        Q_EMIT codeOffered();
        return;
    }
}

void TakeNumber::keepCode() {
    if (!m_offered)
        return;
    report(*m_offered, model::PrintOutcome::onScreen);
    m_card.setOnScreen(true);
    m_offered.reset();
}

void TakeNumber::discardCode() {
    if (!m_offered)
        return;
    report(*m_offered, model::PrintOutcome::failed, m_failure);
    m_offered.reset();
}

void TakeNumber::report(const model::TicketId& ticket, model::PrintOutcome outcome,
                        const std::string& reason) {
    // First into the outbox, then out of the journal: after a crash in between, "unknown" follows what is
    // known already, and that changes nothing.
    const model::PrintReport body{outcome, reason};
    if (m_client.outbox().enqueue("POST", "/tickets/" + ticket.value + "/print", body))
        m_journal.end(ticket);
    else
        qCWarning(lcTakeNumber, "a print report cannot be kept; it follows at the next start");
}

} // namespace atrium::kiosk
