// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/lookupflow.h"

#include "apps/kiosk/hallload.h"
#include "apps/kiosk/ticketcard.h"
#include "apps/kiosk/visitor.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/tokens/theme.h"

#include <algorithm>

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;
using model::TicketState;

namespace {

QString stateText(const model::Ticket& ticket, const model::Window* window) {
    switch (ticket.state) {
    case TicketState::reserved:
    case TicketState::waiting:
        return LookupFlow::tr("等候中");
    case TicketState::called:
        return window == nullptr ? LookupFlow::tr("正在叫号")
                                 : LookupFlow::tr("正在叫号，请到 %1 号窗口").arg(window->number);
    case TicketState::serving:
        return LookupFlow::tr("办理中");
    case TicketState::held:
        return LookupFlow::tr("暂时挂起，请听窗口通知");
    case TicketState::finished:
        return LookupFlow::tr("已办结");
    case TicketState::noShow:
        return LookupFlow::tr("已过号，请到服务台");
    case TicketState::cancelled:
        return LookupFlow::tr("已退号");
    case TicketState::voided:
        return LookupFlow::tr("已作废");
    case TicketState::expired:
        return LookupFlow::tr("当日已结束");
    }
    return {};
}

bool isWaiting(const model::Ticket& ticket) {
    return ticket.state == TicketState::waiting || ticket.state == TicketState::reserved;
}

} // namespace

LookupFlow::LookupFlow(sync::HallClient& client, HallLoad& load, const Visitor& visitor, QObject* parent)
    : QObject(parent), m_client(client), m_load(load), m_visitor(visitor),
      m_rows({u"number"_s, u"spaced"_s, u"item"_s, u"state"_s, u"waiting"_s, u"called"_s, u"ahead"_s,
              u"wait"_s, u"windows"_s, u"holder"_s, u"canCancel"_s, u"canReport"_s}) {
    connect(&ui::Theme::instance(), &ui::Theme::languageChanged, this, &LookupFlow::refresh,
            Qt::QueuedConnection);
    connect(&client.replica(), &sync::Replica::eventApplied, this, [this] {
        if (!m_found.empty())
            refresh();
    });
}

bool LookupFlow::isTicketCode(const QString& text) {
    return text.contains(u"/t/"_s);
}

void LookupFlow::findMine() {
    m_byCode = false;
    m_code.clear();
    find({.identity = m_visitor.identity(), .qrText = {}, .number = {}});
}

void LookupFlow::findByCode(const QString& qrText) {
    m_byCode = true;
    m_code = qrText.toStdString();
    find({.identity = {}, .qrText = qrText.toStdString(), .number = {}});
}

void LookupFlow::find(const model::LookupRequest& request) {
    m_busy = true;
    m_message = nullptr;
    m_toCancel.clear();
    const int number = ++m_request;
    Q_EMIT changed();
    m_client.api().post<model::LookupResponse>("/tickets/lookup", request, this,
                                               [this, number](model::Result<model::LookupResponse> answer) {
                                                   if (number != m_request)
                                                       return;
                                                   m_busy = false;
                                                   if (!answer) {
                                                       Q_EMIT changed();
                                                       Q_EMIT refused(answer.error());
                                                       return;
                                                   }
                                                   m_found = answer->tickets;
                                                   refresh();
                                                   Q_EMIT found();
                                               });
}

void LookupFlow::refresh() {
    QList<ui::RecordRow> rows;
    // A number can be known to others; who gives a ticket back lays the card.
    const bool hasCard = m_visitor.known() && m_visitor.recognition() == model::Recognition::idCard;
    for (auto& view : m_found) {
        // The replica follows the queue while the page is open; what only the answer knows stays.
        if (const auto* now = m_client.replica().peek<model::Ticket>(view.ticket.id);
            now != nullptr && now->version > view.ticket.version)
            view.ticket = *now;
        const auto& ticket = view.ticket;
        const auto* item = m_client.replica().peek<model::ServiceItem>(ticket.itemId);
        const auto* window =
            ticket.windowId ? m_client.replica().peek<model::Window>(*ticket.windowId) : nullptr;
        const QString windows = item == nullptr ? QString() : m_load.windowsOf(*item);
        const bool reports = canReport(ticket);
        rows.append({toText(ticket.number),
                     {toText(ticket.number), spaced(toText(ticket.number)),
                      item == nullptr ? QString() : inLanguage(item->name, item->nameEn),
                      reports ? tr("已过号，请报到") : stateText(ticket, window), isWaiting(ticket),
                      ticket.state == TicketState::called, HallLoad::aheadText(view.peopleAhead),
                      HallLoad::waitText(view.waitLowMinutes, view.waitHighMinutes), windows,
                      (toText(view.holderName) + u' ' + toText(view.holderNumber)).trimmed(),
                      !m_byCode && hasCard && ticket.state == TicketState::waiting, reports}});
    }
    m_rows.update(rows);
    Q_EMIT changed();
}

void LookupFlow::askCancel(const QString& number) {
    m_toCancel = number;
    m_message = nullptr;
    Q_EMIT changed();
    Q_EMIT askedChanged();
}

void LookupFlow::keep() {
    m_toCancel.clear();
    Q_EMIT changed();
    Q_EMIT askedChanged();
}

void LookupFlow::confirmCancel() {
    const std::string number = m_toCancel.toStdString();
    const auto found = std::find_if(m_found.begin(), m_found.end(),
                                    [&](const auto& view) { return view.ticket.number == number; });
    m_toCancel.clear();
    Q_EMIT askedChanged();
    if (found == m_found.end() || !m_visitor.known())
        return Q_EMIT changed();
    change(
        found->ticket.id, "cancel",
        model::CancelRequest{
            .identity = m_visitor.identity(), .recognition = m_visitor.recognition(), .reason = {}},
        [](const model::TicketView& view) { return tr("%1 已退号。").arg(toText(view.ticket.number)); },
        [](const model::Error& why) {
            return why.code == model::ErrorCode::unavailable
                       ? tr("服务器没有应答，号码没有退。请再试一次，或到服务台。")
                       : tr("这个号现在不能退，请到服务台。");
        });
}

bool LookupFlow::canReport(const model::Ticket& ticket) const {
    const auto* queue = m_client.replica().peek<model::Queue>(ticket.queueId);
    return ticket.state == TicketState::noShow && queue != nullptr &&
           queue->passedRule == model::PassedRule::keepsPlace && ticket.noShows <= queue->noShowLimit;
}

void LookupFlow::report(const QString& number) {
    const auto found = std::find_if(m_found.begin(), m_found.end(), [&](const auto& view) {
        return view.ticket.number == number.toStdString();
    });
    if (found == m_found.end() || m_busy)
        return;
    model::ReportRequest body{.identity = {}, .qrText = m_code};
    if (m_code.empty())
        body.identity = m_visitor.identity();
    change(
        found->ticket.id, "report", body,
        [](const model::TicketView& view) {
            return tr("%1 已报到，请听叫号。").arg(toText(view.ticket.number));
        },
        [](const model::Error& why) {
            return why.code == model::ErrorCode::unavailable
                       ? tr("服务器没有应答，没有报到。请再试一次，或到服务台。")
                       : tr("这个号现在不能报到，请到服务台。");
        });
}

template <class Body>
void LookupFlow::change(const model::TicketId& ticket, const std::string& act, const Body& body,
                        std::function<QString(const model::TicketView&)> done,
                        std::function<QString(const model::Error&)> refused) {
    m_busy = true;
    m_message = nullptr;
    Q_EMIT changed();
    const int request = ++m_request;
    m_client.api().post<model::TicketView>(
        "/tickets/" + ticket.value + "/" + act, body, this,
        [this, request, ticket, done = std::move(done),
         refused = std::move(refused)](model::Result<model::TicketView> answer) {
            if (request != m_request)
                return;
            m_busy = false;
            if (!answer) {
                m_message = [refused, why = answer.error()] { return refused(why); };
                return refresh();
            }
            for (auto& view : m_found)
                if (view.ticket.id == ticket)
                    view.ticket = answer->ticket;
            m_message = [done, view = *answer] { return done(view); };
            refresh();
        });
}

void LookupFlow::clear() {
    ++m_request;
    m_found.clear();
    m_rows.clear();
    m_toCancel.clear();
    m_message = nullptr;
    m_busy = false;
    m_byCode = false;
    m_code.clear();
    Q_EMIT changed();
}

} // namespace atrium::kiosk
