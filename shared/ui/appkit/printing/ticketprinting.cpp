// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/appkit/printing/ticketprinting.h"

#include "shared/sync/qt/hallclient.h"

#include <QLoggingCategory>

#include <utility>

Q_LOGGING_CATEGORY(lcTicketPrinting, "atrium.ticketprinting")

namespace atrium::ui {

using devices::PrintOutcome;
using namespace Qt::Literals::StringLiterals;

std::string TicketPrinting::nameOf(devices::PrintFault fault) {
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

TicketPrinting::TicketPrinting(sync::HallClient& client, QObject* parent)
    : QObject(parent), m_client(client), m_journal(client.connection().dataDir + u"/print.sqlite"_s) {
    connect(&client.outbox(), &sync::Outbox::delivered, this,
            [this](const QByteArray& key) { m_reports.erase(key); });
    connect(&client.outbox(), &sync::Outbox::refused, this,
            [this](const QByteArray& key, const model::Error& why) {
                const auto report = m_reports.extract(key);
                if (report.empty())
                    return;
                qCWarning(lcTicketPrinting, "the server does not take a print report: %s",
                          why.detail.c_str());
                Q_EMIT invalid(report.mapped(), why);
            });
}

void TicketPrinting::setPrinter(devices::TicketPrinter* printer) {
    m_printer = printer;
    if (printer == nullptr)
        return;
    connect(printer, &devices::TicketPrinter::statusChecked, this,
            [this](const devices::DeviceStatus& status) {
                if (const auto then = std::exchange(m_asked, nullptr))
                    then(status.usable());
            });
    connect(printer, &devices::TicketPrinter::finished, this,
            [this](quint64 job, const devices::PrintResult& result) {
                if (job == m_job && m_job != 0)
                    done(result);
            });
}

int TicketPrinting::settle() {
    const int interrupted = m_journal.settle(m_client.outbox());
    if (interrupted == 0)
        return 0;
    qCWarning(lcTicketPrinting, "%d interrupted prints are reported", interrupted);
    if (m_printer != nullptr)
        m_printer->cutOffRest();
    return interrupted;
}

void TicketPrinting::check(std::function<void(bool)> then) {
    if (m_printer == nullptr || m_printer->status().reason == devices::DeviceReason::notConfigured)
        return then(false);
    m_asked = std::move(then);
    m_printer->checkStatus();
}

void TicketPrinting::print(const model::TicketId& ticket, const devices::TicketImage& image) {
    // When the disk refuses, the server settles the reservation as unconfirmed after a crash: never lost.
    if (!m_journal.begin(ticket))
        qCWarning(lcTicketPrinting, "the print journal cannot be written");
    begin(ticket, image, false);
}

void TicketPrinting::printCopy(const model::TicketId& ticket, const devices::TicketImage& image) {
    begin(ticket, image, true);
}

void TicketPrinting::begin(const model::TicketId& ticket, const devices::TicketImage& image, bool copy) {
    m_ticket = ticket;
    m_copy = copy;
    m_job = m_printer->print(image, devices::CutMode::partial);
}

void TicketPrinting::done(const devices::PrintResult& result) {
    m_job = 0;
    const model::TicketId ticket = m_ticket;
    if (result.outcome == PrintOutcome::printed) {
        report(ticket, model::PrintOutcome::printed);
    } else if (!m_copy && result.outcome == PrintOutcome::unknown) {
        report(ticket, model::PrintOutcome::unknown, "the printer did not answer");
    } else if (!m_copy) {
        m_failure = nameOf(result.fault);
        m_journal.noteFailure(ticket, m_failure);
        m_offered = ticket;
    }
    Q_EMIT finished(ticket, result);
}

void TicketPrinting::keep() {
    if (const auto ticket = std::exchange(m_offered, std::nullopt))
        report(*ticket, model::PrintOutcome::onScreen, m_failure);
}

void TicketPrinting::discard() {
    if (const auto ticket = std::exchange(m_offered, std::nullopt))
        report(*ticket, model::PrintOutcome::failed, m_failure);
}

void TicketPrinting::report(const model::TicketId& ticket, model::PrintOutcome outcome,
                            const std::string& reason) {
    // First into the outbox, then out of the journal: after a crash in between, "unknown" follows what is
    // known already, and that changes nothing.
    const model::PrintReport body{outcome, reason};
    const auto key = m_client.outbox().enqueue("POST", "/tickets/" + ticket.value + "/print", body);
    if (!key) {
        qCWarning(lcTicketPrinting, "a print report cannot be kept; it follows at the next start");
        return;
    }
    if (outcome != model::PrintOutcome::failed)
        m_reports.emplace(*key, ticket);
    m_journal.end(ticket);
}

} // namespace atrium::ui
