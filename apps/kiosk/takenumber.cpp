// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/takenumber.h"

#include "apps/kiosk/hallload.h"
#include "apps/kiosk/kioskdevices.h"
#include "apps/kiosk/ticketcard.h"
#include "apps/kiosk/visitor.h"
#include "shared/devices/drivers/ticketimages.h"
#include "shared/sync/qt/hallclient.h"

#include <QTimer>

#include <algorithm>
#include <chrono>

namespace atrium::kiosk {

namespace {

constexpr int kNarrowPaperMm = 58;
constexpr std::chrono::seconds kAskAgain{3};

} // namespace

TakeNumber::TakeNumber(sync::HallClient& client, KioskDevices& devices, const Visitor& visitor,
                       TicketCard& card, QObject* parent)
    : QObject(parent), m_client(client), m_devices(devices), m_visitor(visitor), m_card(card),
      m_printing(client) {
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

void TakeNumber::begin(const model::ServiceItemId& item, Form form) {
    if (m_busy)
        return;
    m_busy = true;
    m_item = item;
    m_form = form;
    Q_EMIT working();
    if (form == Form::screen || m_devices.printer() == nullptr)
        return reserve(false);
    m_printing.check([this](bool usable) { statusChecked(usable); });
}

void TakeNumber::statusChecked(bool usable) {
    if (usable)
        return reserve(true);
    if (m_form == Form::paperOrScreen)
        return reserve(false);
    m_busy = false;
    Q_EMIT paperMissing(m_devices.printer()->status().state);
}

void TakeNumber::reserve(bool onPaper) {
    model::IssueRequest request;
    request.itemId = m_item;
    request.identity = m_visitor.identity();
    request.recognition = m_visitor.recognition();
    request.language = isEnglish() ? model::Language::en : model::Language::zh;
    request.paper = onPaper;
    sync::CallOptions options;
    options.idempotencyKey = sync::Api::newKey();
    const auto answered = [this, onPaper, request,
                           key = options.idempotencyKey](model::Result<model::TicketView> answer) {
        if (!answer) {
            m_busy = false;
            if (onPaper && answer.error().code == model::ErrorCode::unavailable)
                takeBack(request, key);
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
    m_client.api().post<model::TicketView>("/tickets", request, this, answered, options);
}

/// The same request under the same key gives the number that was made, if one was, or makes one: void either
/// way.
void TakeNumber::takeBack(const model::IssueRequest& request, const QByteArray& key) {
    sync::CallOptions options;
    options.idempotencyKey = key;
    const auto answered = [this, request, key](model::Result<model::TicketView> answer) {
        if (answer) {
            const model::PrintReport report{model::PrintOutcome::failed, "no answer in time"};
            m_client.api().post<model::TicketView>("/tickets/" + answer->ticket.id.value + "/print", report,
                                                   this, [](const auto&) {});
            return;
        }
        if (answer.error().code == model::ErrorCode::unavailable)
            QTimer::singleShot(kAskAgain, this, [this, request, key] { takeBack(request, key); });
    };
    m_client.api().post<model::TicketView>("/tickets", request, this, answered, options);
}

void TakeNumber::reserved(const model::TicketView& view) {
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
