// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/appkit/printing/ticketissue.h"

#include "shared/sync/qt/hallclient.h"

#include <QTimer>

#include <utility>

namespace atrium::ui {

namespace {

/// Whether an answer leaves open if the ticket was made by an earlier attempt.
bool leavesOpen(model::ErrorCode code) {
    return code == model::ErrorCode::unavailable || code == model::ErrorCode::tooMany ||
           code == model::ErrorCode::unauthenticated;
}

} // namespace

TicketIssue::TicketIssue(sync::HallClient& client, Place place, QObject* parent,
                         std::chrono::milliseconds askAgain)
    : QObject(parent), m_client(client), m_place(place), m_askAgain(askAgain) {}

void TicketIssue::ask(const model::IssueRequest& request, Answer answered, NoAnswer noAnswer) {
    begin({request, {}, sync::Api::newKey(), std::move(answered), std::move(noAnswer), false});
}

void TicketIssue::ask(const Redemption& redemption, Answer answered, NoAnswer noAnswer) {
    model::IssueRequest request;
    request.identity = redemption.request.identity;
    request.recognition = redemption.request.recognition;
    request.paper = redemption.request.paper;
    begin({request, redemption, sync::Api::newKey(), std::move(answered), std::move(noAnswer), false});
}

void TicketIssue::begin(Wish wish) {
    Q_ASSERT(!asking());
    m_present = std::make_shared<Wish>(std::move(wish));
    send(m_present);
}

void TicketIssue::send(const std::shared_ptr<Wish>& wish) {
    sync::CallOptions options;
    options.idempotencyKey = wish->key;
    auto& api = m_client.api();
    const auto taken = [this, wish](const model::Result<model::TicketView>& answer) { take(wish, answer); };
    if (wish->redemption)
        api.post<model::TicketView>("/appointments/" + wish->redemption->id.value + "/redeem",
                                    wish->redemption->request, this, taken, options);
    else
        api.post<model::TicketView>("/tickets", wish->request, this, taken, options);
}

void TicketIssue::take(const std::shared_ptr<Wish>& wish, const model::Result<model::TicketView>& answer) {
    if (!answer && answer.error().code == model::ErrorCode::unavailable)
        wish->mayBeMade = true;
    if (!answer && wish->mayBeMade && leavesOpen(answer.error().code)) {
        // One that nobody waits for is asked for only to be given back.
        if (wish == m_present || canGiveBack(wish->request))
            again(wish);
        if (wish == m_present)
            wish->noAnswer(answer.error());
        return;
    }
    if (wish == m_present) {
        m_present.reset();
        return wish->answered(answer);
    }
    if (answer)
        giveBack(wish, answer->ticket.id);
}

void TicketIssue::again(const std::shared_ptr<Wish>& wish) {
    QTimer::singleShot(m_askAgain, this, [this, wish] { send(wish); });
}

/// When it does not work, the same key brings the same ticket again.
void TicketIssue::giveBack(const std::shared_ptr<Wish>& wish, const model::TicketId& ticket) {
    const std::string path = "/tickets/" + ticket.value;
    model::CancelRequest cancel;
    cancel.reason = "未收到答复，自动收回";
    if (!wish->request.paper && m_place == Place::kiosk) {
        if (!wish->request.identity)
            return;
        cancel.identity = wish->request.identity;
        cancel.recognition = wish->request.recognition;
        m_client.api().post<model::TicketView>(path + "/cancel", cancel, this,
                                               [this, wish](const model::Result<model::TicketView>& answer) {
                                                   if (!answer && leavesOpen(answer.error().code))
                                                       again(wish);
                                               });
        return;
    }
    auto& outbox = m_client.outbox();
    const bool kept = wish->request.paper
                          ? outbox
                                .enqueue("POST", path + "/print",
                                         model::PrintReport{model::PrintOutcome::failed, "no answer in time"})
                                .has_value()
                          : outbox.enqueue("POST", path + "/cancel", cancel).has_value();
    if (!kept)
        again(wish);
}

} // namespace atrium::ui
