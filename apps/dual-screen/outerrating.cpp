// SPDX-License-Identifier: GPL-3.0-or-later
// The rating: its page, its time, and what becomes of it.
#include "apps/dual-screen/outerscreen.h"

#include "apps/dual-screen/reasons.h"
#include "shared/model/api.h"
#include "shared/sync/qt/hallclient.h"

#include <QLoggingCategory>

#include <utility>

Q_LOGGING_CATEGORY(lcOuter, "atrium.dualscreen")

namespace atrium::dualscreen {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostReasons = 3;

} // namespace

void OuterScreen::openRating(const model::TicketId& ticket) {
    m_rating = ticket;
    m_grade = 0;
    m_reasons.clear();
    m_secondsLeft = m_times.seconds;
    m_second.start();
    Q_EMIT ratingChanged();
    Q_EMIT secondsLeftChanged();
}

void OuterScreen::endRating(bool thanks) {
    if (m_rating)
        m_ended = *m_rating;
    m_rating.reset();
    m_grade = 0;
    m_reasons.clear();
    m_second.stop();
    m_thanking = thanks;
    if (thanks)
        m_thanks.start();
    Q_EMIT ratingChanged();
}

void OuterScreen::tick() {
    if (--m_secondsLeft <= 0)
        return closeRating();
    Q_EMIT secondsLeftChanged();
}

void OuterScreen::chooseGrade(int grade) {
    if (!m_rating || grade < 1 || grade > 5)
        return;
    if (m_grade != grade)
        m_reasons.clear();
    m_grade = grade;
    m_secondsLeft = m_times.seconds;
    Q_EMIT ratingChanged();
    Q_EMIT secondsLeftChanged();
}

void OuterScreen::toggleReason(const QString& reason) {
    const auto place = static_cast<int>(reasons().indexOf(reason));
    if (place >= 0 && !m_reasons.removeOne(place) && m_reasons.size() < kMostReasons)
        m_reasons.append(place);
    m_secondsLeft = m_times.seconds;
    Q_EMIT ratingChanged();
    Q_EMIT secondsLeftChanged();
}

void OuterScreen::submit() {
    if (!m_rating || m_grade == 0)
        return;
    model::RatingRequest request{.ticketId = *m_rating, .grade = m_grade, .reasons = {}, .comment = {}};
    for (const int place : std::as_const(m_reasons))
        request.reasons.emplace_back(Reasons::ofGrade(m_grade)[static_cast<std::size_t>(place)]);
    // The disk refusing is the one case in which the citizen must be asked again: the page stays.
    const auto key = m_client.outbox().enqueue("POST", "/ratings", request);
    if (!key)
        return;
    m_sent = *key;
    m_refused.reset();
    endRating(true);
    follow();
}

void OuterScreen::ratingRefused(const QByteArray& key, const model::Error& why) {
    // Thanks for what does not count would be a lie; whoever gave it is told while they can still be here.
    qCWarning(lcOuter, "the server does not take what waited here (%s): %s", key.constData(),
              why.detail.c_str());
    if (!m_thanking || key != m_sent)
        return;
    m_refused = why.code;
    m_thanks.start(); // time to read it
    follow();
}

QString OuterScreen::refusal() const {
    if (!m_refused)
        return {};
    switch (*m_refused) {
    case model::ErrorCode::alreadyRated:
        return tr("这次服务已经评价过了，每次服务评价一次。谢谢您！");
    case model::ErrorCode::conflict:
        return tr("这次服务又继续办理了，办完后会再请您评价。");
    case model::ErrorCode::notFound:
        return tr("这次服务已经超过评价的期限。有意见请到服务台反映。");
    default:
        return tr("系统没有接受这次评价。有意见请到服务台反映，谢谢您！");
    }
}

void OuterScreen::closeRating() {
    if (!m_rating)
        return;
    const auto body = QByteArray("{\"ticketId\":\"") + QByteArray::fromStdString(m_rating->value) + "\"}";
    (void)m_client.outbox().store("POST", "/ratings/dismiss", body, u"dismiss"_s);
    endRating(false);
    follow();
}

QStringList OuterScreen::reasons() const {
    return Reasons::shownOfGrade(m_grade);
}

QStringList OuterScreen::chosenReasons() const {
    const QStringList all = reasons();
    QStringList out;
    for (const int place : m_reasons)
        out.append(all.value(place));
    return out;
}

} // namespace atrium::dualscreen
