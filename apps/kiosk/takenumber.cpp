// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/takenumber.h"

#include "apps/kiosk/hallload.h"
#include "apps/kiosk/kioskdevices.h"
#include "apps/kiosk/ticketcard.h"
#include "apps/kiosk/visitor.h"
#include "shared/devices/drivers/ticketimages.h"
#include "shared/sync/qt/hallclient.h"

#include <algorithm>
#include <utility>

namespace atrium::kiosk {

namespace {

constexpr int kNarrowPaperMm = 58;

} // namespace

TakeNumber::TakeNumber(sync::HallClient& client, KioskDevices& devices, const Visitor& visitor,
                       TicketCard& card, QObject* parent)
    : QObject(parent), m_client(client), m_devices(devices), m_visitor(visitor), m_card(card),
      m_printing(client), m_issue(client, ui::TicketIssue::Place::kiosk) {
    connect(&m_printing, &ui::TicketPrinting::finished, this, &TakeNumber::printed);
    connect(&m_printing, &ui::TicketPrinting::invalid, this, [this](const model::TicketId& ticket) {
        if (m_card.view() && m_card.view()->ticket.id == ticket)
            Q_EMIT invalid();
    });
}

void TakeNumber::settle() {
    if (!m_connected && m_devices.printer() != nullptr) {
        m_connected = true;
        m_printing.setPrinter(m_devices.printer());
    }
    m_printing.settle();
}

void TakeNumber::begin(const Wanted& wanted, Form form) {
    if (m_busy)
        return;
    m_busy = true;
    m_onPaper = false;
    m_wanted = wanted;
    m_form = form;
    Q_EMIT working();
    if (form == Form::screen || m_devices.printer() == nullptr)
        return reserve(false);
    m_printing.check([this](bool usable) { statusChecked(usable); });
}

void TakeNumber::statusChecked(bool usable) {
    if (!m_busy)
        return; // the answer to the wish before came meanwhile, and is shown
    if (usable)
        return reserve(true);
    if (m_form == Form::paperOrScreen)
        return reserve(false);
    m_busy = false;
    Q_EMIT paperMissing(m_devices.printer()->status().state);
}

void TakeNumber::reserve(bool onPaper) {
    model::IssueRequest request;
    request.itemId = m_wanted.item;
    request.identity = m_visitor.identity();
    request.recognition = m_visitor.recognition();
    request.language = isEnglish() ? model::Language::en : model::Language::zh;
    request.paper = onPaper;
    request.phone = m_wanted.phone;
    request.moreItemIds = m_wanted.more;
    m_returnable = m_issue.canGiveBack(request);
    const bool isSame = !m_returnable && m_wished == m_wanted;
    m_told = false;
    if (m_issue.asking() && isSame)
        return; // it is being asked for; a second wish could give a second number
    m_issue.forget();
    m_wished = m_wanted;
    const auto answered = [this, onPaper](const model::Result<model::TicketView>& answer) {
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
    };
    const auto noAnswer = [this, request](const model::Error& why) {
        // What cannot be given back is shown, as long as somebody stands here to see it.
        if (m_issue.canGiveBack(request))
            m_issue.forget();
        m_busy = false;
        if (!std::exchange(m_told, true))
            Q_EMIT refused(why);
    };
    if (m_wanted.appointment.empty())
        m_issue.ask(request, answered, noAnswer);
    else
        m_issue.ask({m_wanted.appointment, redemption(onPaper)}, answered, noAnswer);
}

model::RedeemRequest TakeNumber::redemption(bool onPaper) const {
    model::RedeemRequest out;
    out.code = m_wanted.code;
    out.qrText = m_wanted.qrText;
    out.language = isEnglish() ? model::Language::en : model::Language::zh;
    out.paper = onPaper;
    if (out.code.empty() && out.qrText.empty()) {
        out.identity = m_visitor.identity();
        out.recognition = m_visitor.recognition();
    }
    return out;
}

bool TakeNumber::giveUp() {
    if (!canGiveUp())
        return false;
    m_busy = false;
    m_told = true; // nothing more is said of it unless it comes
    if (m_returnable)
        m_issue.forget();
    return true;
}

void TakeNumber::leave() {
    keepCode();
    m_wanted.phone.clear();
    if (!m_busy)
        m_issue.forget();
}

void TakeNumber::reserved(const model::TicketView& view) {
    m_onPaper = true;
    const auto capabilities = m_devices.printer()->capabilities();
    const int dots = capabilities.paperMm == kNarrowPaperMm ? ui::kTicketDots58 : ui::kTicketDots80;
    const int width = capabilities.widthDots > 0 ? std::min(dots, capabilities.widthDots / 8 * 8) : dots;
    m_printing.print(view.ticket.id, devices::toTicketImage(ui::paintTicket(m_card.print(), width)));
}

void TakeNumber::printed(const model::TicketId& ticket, const devices::PrintResult& result) {
    if (!m_busy || !m_card.view() || m_card.view()->ticket.id != ticket)
        return;
    m_busy = false;
    switch (result.outcome) {
    case devices::PrintOutcome::printed:
        Q_EMIT issued(false);
        return;
    case devices::PrintOutcome::unknown:
        m_card.setUnconfirmed(true);
        Q_EMIT issued(false);
        return;
    case devices::PrintOutcome::failed:
        Q_EMIT codeOffered();
        return;
    }
}

void TakeNumber::keepCode() {
    if (!offersCode())
        return;
    m_printing.keep();
    m_card.setOnScreen(true);
}

void TakeNumber::discardCode() {
    m_printing.discard();
}

} // namespace atrium::kiosk
