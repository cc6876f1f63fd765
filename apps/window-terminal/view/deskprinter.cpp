// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/view/deskprinter.h"

#include "apps/window-terminal/view/paper.h"
#include "shared/devices/drivers/ticketimages.h"
#include "shared/sync/qt/hallclient.h"

namespace atrium::windowterminal {

using devices::DeviceState;
using devices::PrintOutcome;

DeskPrinter::DeskPrinter(sync::HallClient& client, devices::TicketPrinter& printer, QObject* parent)
    : QObject(parent), m_client(client), m_printer(printer), m_printing(client) {
    m_printing.setPrinter(&printer);
    connect(&printer, &devices::Device::statusChanged, this, &DeskPrinter::statusChanged);
    connect(&m_printing, &ui::TicketPrinting::finished, this, &DeskPrinter::done);
    connect(&m_printing, &ui::TicketPrinting::invalid, this, [this](const model::TicketId& ticket) {
        Q_EMIT finished(ticket, false, tr("服务器没有登记这个号码：号单无效，请收回并重新取号"));
    });
}

void DeskPrinter::print(const model::TicketView& view, bool again) {
    const int dots = m_printer.capabilities().widthDots / 8 * 8;
    const auto image = devices::toTicketImage(ui::paintTicket(paperOf(view, m_client, again), dots));
    if (again)
        m_printing.printCopy(view.ticket.id, image);
    else
        m_printing.print(view.ticket.id, image);
}

void DeskPrinter::done(const model::TicketId& ticket, const devices::PrintResult& result) {
    switch (result.outcome) {
    case PrintOutcome::printed:
        return Q_EMIT finished(ticket, true, tr("已打印"));
    case PrintOutcome::unknown:
        return Q_EMIT finished(ticket, false, tr("打印机没有答复：请看号单是否已出，没有就重打"));
    case PrintOutcome::failed:
        // A copy that failed changes nothing: the number counts already.
        m_printing.keep();
        return Q_EMIT finished(ticket, false,
                               tr("没有打印（%1）：号码有效，请读出或让办事人拍下二维码，也可重打")
                                   .arg(statusWords(m_printer.status())));
    }
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
