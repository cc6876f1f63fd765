// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/view/servicedesk.h"

#include "apps/window-terminal/view/words.h"
#include "shared/devices/iface/cardreader.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/halltime.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

ServiceDesk::ServiceDesk(sync::HallClient& client, AnswerWatch& watch, devices::TicketPrinter& printer,
                         devices::CardReader& reader, QObject* parent)
    : QObject(parent), m_client(client), m_watch(watch), m_printer(client, printer),
      m_issue(client, ui::TicketIssue::Place::desk) {
    connect(&reader, &devices::CardReader::cardRead, this, [this](const devices::IdCard& card) {
        if (!mayTakeNext())
            return;
        setVisitor(Identities::fromCard(card));
        model::LookupRequest request;
        request.identity = m_visitor->identity;
        if (online())
            lookUp(request); // what this person holds already is the first question at a desk
    });
    connect(&reader, &devices::CardReader::readFailed, this,
            [this](devices::CardFault fault) { Q_EMIT refused(Identities::cardFault(fault)); });
    connect(&m_printer, &DeskPrinter::statusChanged, this, &ServiceDesk::changed);
    connect(&m_printer, &DeskPrinter::finished, this,
            [this](const model::TicketId& ticket, bool printed, const QString& sentence) {
                const auto known = std::find_if(m_tickets.begin(), m_tickets.end(),
                                                [&](const auto& view) { return view.ticket.id == ticket; });
                if (ticket == m_shown)
                    m_printSentence = sentence;
                else if (!printed && known != m_tickets.end())
                    Q_EMIT refused(text(known->ticket.number) + tr("：") + sentence);
                Q_EMIT changed();
            });
    connect(&client.sync(), &sync::SyncClient::stateChanged, this, &ServiceDesk::changed);
    connect(&watch, &AnswerWatch::changed, this, &ServiceDesk::changed);
    connect(&client.replica(), &sync::Replica::changed, this, [this](const QString& kind) {
        if (sync::Replica::isKind<model::Ticket>(kind))
            followTickets();
    });
}

// What is on the screen goes on while it stands there: printed, called, cancelled elsewhere.
void ServiceDesk::followTickets() {
    bool news = false;
    for (auto& view : m_tickets) {
        const auto* now = m_client.replica().peek<model::Ticket>(view.ticket.id);
        if (now == nullptr || now->version <= view.ticket.version)
            continue;
        view.ticket = *now;
        news = true;
    }
    if (news)
        Q_EMIT changed();
}

bool ServiceDesk::online() const {
    return m_client.sync().online() && !m_watch.isSilent();
}

bool ServiceDesk::mayAsk() {
    if (!online())
        Q_EMIT refused(tr("与服务器断开，恢复连接后才能办理"));
    else if (busy())
        Q_EMIT refused(tr("上一项操作还在办理"));
    else
        return true;
    return false;
}

bool ServiceDesk::mayTakeNext() {
    if (m_awaited)
        Q_EMIT refused(tr("正在取号，请稍候再办下一位"));
    return !m_awaited;
}

void ServiceDesk::setBusy(bool busy) {
    if (busy)
        Q_EMIT began();
    m_busy = busy;
    Q_EMIT changed();
}

void ServiceDesk::setVisitor(std::optional<Visitor> visitor) {
    if (visitor)
        m_issue.forget(); // somebody else stands here
    m_visitor = std::move(visitor);
    Q_EMIT visitorChanged();
}

bool ServiceDesk::keyVisitor(const QString& typed) {
    if (!mayTakeNext())
        return false;
    QString why;
    auto visitor = Identities::fromKeys(typed, ui::hallNow(m_client).date(), why);
    if (!visitor) {
        Q_EMIT refused(why);
        return false;
    }
    setVisitor(std::move(visitor));
    return true;
}

void ServiceDesk::clear() {
    m_issue.forget();
    m_awaited = false;
    setVisitor(std::nullopt);
    m_tickets.clear();
    m_shown = {};
    m_printSentence.clear();
    Q_EMIT changed();
}

void ServiceDesk::issue(const model::ServiceItemId& item, model::Language language,
                        const QString& priorityReason) {
    if (!mayAsk())
        return;
    model::IssueRequest request;
    request.itemId = item;
    request.language = language;
    request.priorityReason = priorityReason.toStdString();
    if (m_visitor) {
        request.identity = m_visitor->identity;
        request.recognition = m_visitor->recognition;
    }
    m_awaited = true;
    setBusy(true);
    m_printer.check([this, request](bool usable) mutable {
        request.paper = usable;
        send(request);
    });
}

void ServiceDesk::send(const model::IssueRequest& request) {
    const int question = m_watch.begin();
    m_issue.ask(
        request,
        [this, question, paper = request.paper](const model::Result<model::TicketView>& answer) {
            m_watch.end(question, answer || answer.error().code != model::ErrorCode::unavailable);
            m_awaited = false;
            if (answer)
                return issuedAs(*answer, paper);
            Q_EMIT changed();
            Q_EMIT refused(Words::refusal(answer.error()));
        },
        [this, question](const model::Error&) {
            m_watch.end(question, false);
            if (std::exchange(m_awaited, false))
                Q_EMIT refused(tr("服务器还没有答复，正在继续询问；办下一位时，这个号码自动作废"));
        });
    setBusy(false); // from now on the wish itself is what is under way
}

void ServiceDesk::issuedAs(const model::TicketView& view, bool paper) {
    setVisitor(std::nullopt); // the next person must not get a ticket in this one's name
    m_tickets.clear();
    take(view);
    m_printSentence = paper ? tr("正在打印…") : tr("没有打印机：请读出号码，或让办事人拍下二维码");
    if (paper)
        m_printer.print(view, false);
    Q_EMIT changed();
    Q_EMIT issued(text(view.ticket.number));
}

void ServiceDesk::find(const QString& typed) {
    const QString wanted = typed.trimmed();
    if (!mayAsk())
        return;
    model::LookupRequest request;
    static const QRegularExpression number(u"^[A-Za-z]{1,2} ?\\d{3,5}$"_s);
    if (number.match(wanted).hasMatch()) {
        request.number = QString(wanted).remove(u' ').toUpper().toStdString();
    } else if (wanted.contains(u'/') || wanted.count(u'.') >= 2) {
        request.qrText = wanted.toStdString();
    } else {
        QString why;
        const auto visitor = Identities::fromKeys(wanted, ui::hallNow(m_client).date(), why);
        if (!visitor)
            return Q_EMIT refused(wanted.isEmpty() ? tr("请输入号码（如 A0127）、证件号，或扫描号单") : why);
        request.identity = visitor->identity;
    }
    lookUp(request);
}

void ServiceDesk::lookUp(const model::LookupRequest& request) {
    setBusy(true);
    m_client.api().post<model::LookupResponse>(
        "/tickets/lookup", request, this,
        m_watch.watched<model::LookupResponse>([this](model::Result<model::LookupResponse> answer) {
            setBusy(false);
            if (!answer)
                return Q_EMIT refused(Words::refusal(answer.error()));
            m_tickets = std::move(answer->tickets);
            m_shown = m_tickets.empty() ? model::TicketId() : m_tickets.front().ticket.id;
            m_printSentence.clear();
            Q_EMIT changed();
            if (m_tickets.empty())
                Q_EMIT refused(tr("今天没有这样的号码"));
        }));
}

const model::TicketView* ServiceDesk::shown() const {
    const auto at = std::find_if(m_tickets.begin(), m_tickets.end(),
                                 [this](const auto& view) { return view.ticket.id == m_shown; });
    return at == m_tickets.end() ? nullptr : &*at;
}

void ServiceDesk::show(const model::TicketId& ticket) {
    if (m_shown == ticket)
        return;
    m_shown = ticket;
    m_printSentence.clear();
    Q_EMIT changed();
}

void ServiceDesk::take(const model::TicketView& view) {
    const auto at = std::find_if(m_tickets.begin(), m_tickets.end(),
                                 [&](const auto& known) { return known.ticket.id == view.ticket.id; });
    if (at == m_tickets.end()) {
        m_tickets.insert(m_tickets.begin(), view);
    } else {
        const std::string code = at->qrText; // cancelling answers without it
        *at = view;
        if (at->qrText.empty())
            at->qrText = code;
    }
    m_shown = view.ticket.id;
}

void ServiceDesk::takeResult(const model::Result<model::TicketView>& answer) {
    setBusy(false);
    if (!answer)
        return Q_EMIT refused(Words::refusal(answer.error()));
    take(*answer);
    Q_EMIT changed();
}

void ServiceDesk::reprint() {
    const auto* view = shown();
    if (view == nullptr || !mayAsk())
        return;
    setBusy(true);
    m_printer.check([this, copy = *view](bool usable) {
        setBusy(false);
        if (!usable)
            return Q_EMIT refused(tr("打印机不能打印：%1").arg(DeskPrinter::statusWords(m_printer.status())));
        m_printSentence = tr("正在打印…");
        m_printer.print(copy, true);
        Q_EMIT changed();
    });
}

void ServiceDesk::cancel(const QString& reason) {
    const auto* view = shown();
    if (view == nullptr || !mayAsk())
        return;
    setBusy(true);
    model::CancelRequest request;
    request.reason = reason.toStdString();
    m_client.api().post<model::TicketView>(
        "/tickets/" + view->ticket.id.value + "/cancel", request, this,
        m_watch.watched<model::TicketView>([this](const auto& answer) { takeResult(answer); }));
}

void ServiceDesk::requeue() {
    const auto* view = shown();
    if (view == nullptr || !mayAsk())
        return;
    setBusy(true);
    m_client.api().post<model::TicketView>(
        "/tickets/" + view->ticket.id.value + "/requeue", sync::Empty{}, this,
        m_watch.watched<model::TicketView>([this](const auto& answer) { takeResult(answer); }));
}

} // namespace atrium::windowterminal
