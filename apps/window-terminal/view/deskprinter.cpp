// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/view/deskprinter.h"

#include "apps/window-terminal/view/paper.h"
#include "shared/devices/drivers/ticketimages.h"
#include "shared/sync/qt/hallclient.h"

#include <utility>

namespace atrium::windowterminal {

using devices::DeviceState;
using devices::PrintFault;
using devices::PrintOutcome;

namespace {

const char* faultName(PrintFault fault) {
    switch (fault) {
    case PrintFault::paperOut:
        return "paperOut";
    case PrintFault::coverOpen:
        return "coverOpen";
    case PrintFault::cutter:
        return "cutter";
    case PrintFault::mechanical:
        return "mechanical";
    case PrintFault::offline:
        return "offline";
    case PrintFault::badImage:
        return "badImage";
    case PrintFault::none:
        break;
    }
    return "";
}

} // namespace

DeskPrinter::DeskPrinter(sync::HallClient& client, devices::TicketPrinter& printer, QObject* parent)
    : QObject(parent), m_client(client), m_printer(printer) {
    connect(&printer, &devices::Device::statusChanged, this, &DeskPrinter::statusChanged);
    connect(&printer, &devices::TicketPrinter::statusChecked, this,
            [this](const devices::DeviceStatus& status) {
                if (const auto then = std::exchange(m_asked, nullptr))
                    then(status.usable());
            });
    connect(&printer, &devices::TicketPrinter::finished, this,
            [this](quint64 job, const devices::PrintResult& result) {
                if (job == m_job)
                    done(result);
            });
}

void DeskPrinter::check(std::function<void(bool)> then) {
    if (m_printer.status().reason == devices::DeviceReason::notConfigured)
        return then(false);
    m_asked = std::move(then);
    m_printer.checkStatus();
}

void DeskPrinter::print(const model::TicketView& view, bool again) {
    m_ticket = view.ticket.id;
    m_again = again;
    const int dots = m_printer.capabilities().widthDots / 8 * 8;
    const QImage picture = ui::paintTicket(paperOf(view, m_client, again), dots);
    m_job = m_printer.print(devices::toTicketImage(picture), devices::CutMode::partial);
}

void DeskPrinter::done(const devices::PrintResult& result) {
    m_job = 0;
    switch (result.outcome) {
    case PrintOutcome::printed:
        report(model::PrintOutcome::printed, {});
        return Q_EMIT finished(m_ticket, true, tr("已打印"));
    case PrintOutcome::unknown:
        if (!m_again)
            report(model::PrintOutcome::unknown, {});
        return Q_EMIT finished(m_ticket, false, tr("打印机没有答复:请看号单是否已出,没有就重打"));
    case PrintOutcome::failed:
        // A copy that failed changes nothing: the number counts already.
        if (!m_again)
            report(model::PrintOutcome::onScreen, faultName(result.fault));
        return Q_EMIT finished(m_ticket, false,
                               tr("没有打印(%1):号码有效,请读出或让办事人拍下二维码,也可重打")
                                   .arg(statusWords(m_printer.status())));
    }
}

void DeskPrinter::report(model::PrintOutcome outcome, const std::string& reason) {
    const model::PrintReport body{.outcome = outcome, .reason = reason};
    if (!m_client.outbox().enqueue("POST", "/tickets/" + m_ticket.value + "/print", body))
        qWarning("The report on a print could not be stored");
}

QString DeskPrinter::statusWords(const devices::DeviceStatus& status) {
    if (status.reason == devices::DeviceReason::notConfigured)
        return tr("未配置");
    switch (status.state) {
    case DeviceState::offline:
        return tr("未连接");
    case DeviceState::ready:
        return tr("就绪");
    case DeviceState::paperLow:
        return tr("纸将用完");
    case DeviceState::paperOut:
        return tr("缺纸");
    case DeviceState::coverOpen:
        return tr("上盖未关");
    case DeviceState::faulty:
        return tr("故障");
    }
    return {};
}

} // namespace atrium::windowterminal
