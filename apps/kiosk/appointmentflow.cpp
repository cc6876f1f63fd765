// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/appointmentflow.h"

#include "apps/kiosk/hallload.h"
#include "apps/kiosk/visitor.h"
#include "shared/rules/appointments/officedays.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/halltime.h"
#include "shared/ui/tokens/theme.h"

#include <QLocale>

#include <algorithm>

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;
using model::AppointmentState;

namespace {

constexpr int kDigits = 8;

model::Day dayOf(const QDate& date) {
    return {date.year() * 10000 + date.month() * 100 + date.day()};
}

/// "今天 9:00–9:30", "11月25日 周三 9:00–9:30"
QString whenText(const model::Appointment& appointment, model::Day today) {
    const QString span = toText(rules::appointments::spanText(appointment.from, appointment.to));
    const int ahead = rules::appointments::daysFrom(today, appointment.day);
    if (ahead == 0)
        return AppointmentFlow::tr("今天 %1").arg(span);
    if (ahead == 1)
        return AppointmentFlow::tr("明天 %1").arg(span);
    const QDate date(appointment.day.value / 10000, appointment.day.value / 100 % 100,
                     appointment.day.value % 100);
    const QLocale locale(isEnglish() ? QLocale::English : QLocale::Chinese);
    return locale.toString(date, isEnglish() ? u"ddd d MMM"_s : u"M月d日 ddd"_s) + u' ' + span;
}

} // namespace

AppointmentFlow::AppointmentFlow(sync::HallClient& client, const Visitor& visitor, QObject* parent)
    : QObject(parent), m_client(client), m_visitor(visitor),
      m_rows({u"key"_s, u"when"_s, u"item"_s, u"said"_s, u"due"_s, u"holder"_s}) {
    connect(&ui::Theme::instance(), &ui::Theme::languageChanged, this, &AppointmentFlow::refresh,
            Qt::QueuedConnection);
}

bool AppointmentFlow::isQr(const QString& text) {
    return text.contains(u"/a/"_s);
}

bool AppointmentFlow::isCode(const QString& text) {
    const QString code = text.trimmed();
    return code.size() == kDigits &&
           std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString AppointmentFlow::keyed() const {
    return (m_keyed.left(kDigits / 2) + u' ' + m_keyed.mid(kDigits / 2)).trimmed();
}

bool AppointmentFlow::complete() const {
    return m_keyed.size() == kDigits;
}

QString AppointmentFlow::refusal() const {
    if (!m_isRefused)
        return {};
    return m_refused == model::ErrorCode::tooMany
               ? tr("输错次数太多，请稍后再试，或放上身份证。")
               : tr("没有找到这个预约。请核对8位预约码，或放上预约人的身份证。");
}

void AppointmentFlow::type(const QString& character) {
    if (m_keyed.size() >= kDigits || character.size() != 1 || !character.front().isDigit())
        return;
    m_keyed += character;
    m_isRefused = false;
    Q_EMIT changed();
}

void AppointmentFlow::backspace() {
    m_keyed.chop(1);
    m_isRefused = false;
    Q_EMIT changed();
}

void AppointmentFlow::clearKeyed() {
    m_keyed.clear();
    m_isRefused = false;
    Q_EMIT changed();
}

void AppointmentFlow::confirmKeyed() {
    if (complete() && !m_busy)
        findByCode(m_keyed);
}

void AppointmentFlow::findMine() {
    find({.identity = m_visitor.identity(), .code = {}, .qrText = {}});
}

void AppointmentFlow::findByCode(const QString& code) {
    find({.identity = {}, .code = code.trimmed().toStdString(), .qrText = {}});
}

void AppointmentFlow::findByQr(const QString& text) {
    find({.identity = {}, .code = {}, .qrText = text.toStdString()});
}

void AppointmentFlow::find(const model::AppointmentLookup& request) {
    m_busy = true;
    m_isRefused = false;
    m_found.clear();
    m_rows.clear();
    m_proof = request;
    const int number = ++m_request;
    Q_EMIT changed();
    m_client.api().post<model::AppointmentList>("/appointments/lookup", request, this,
                                                [this, number](model::Result<model::AppointmentList> answer) {
                                                    if (number != m_request)
                                                        return;
                                                    m_busy = false;
                                                    if (!answer)
                                                        return notFound(answer.error());
                                                    m_found = answer->appointments;
                                                    refresh();
                                                    Q_EMIT found();
                                                });
}

/// What is wrong with a code is said beside the keys; the list says that a card has none.
void AppointmentFlow::notFound(const model::Error& why) {
    using model::ErrorCode;
    if (why.code != ErrorCode::notFound && why.code != ErrorCode::tooMany && why.code != ErrorCode::invalid) {
        Q_EMIT changed();
        Q_EMIT refused(why);
        return;
    }
    m_isRefused = true;
    m_refused = why.code;
    m_keyed.clear();
    Q_EMIT changed();
    if (m_proof.code.empty())
        Q_EMIT found();
}

bool AppointmentFlow::canProve() const {
    return !m_proof.code.empty() || !m_proof.qrText.empty() ||
           m_visitor.recognition() == model::Recognition::idCard;
}

bool AppointmentFlow::isDue(const model::AppointmentView& view) const {
    const QDateTime now = ui::hallNow(m_client);
    return view.appointment.state == AppointmentState::booked && canProve() &&
           view.appointment.day == dayOf(now.date()) &&
           model::toMillis(view.takenFrom) <= now.toMSecsSinceEpoch();
}

QString AppointmentFlow::said(const model::AppointmentView& view) const {
    const auto& appointment = view.appointment;
    const QDateTime now = ui::hallNow(m_client);
    switch (appointment.state) {
    case AppointmentState::redeemed:
        return view.number.empty() ? tr("已经取号，请看号单。")
                                   : tr("已经取号：%1，请听叫号。").arg(toText(view.number));
    case AppointmentState::cancelled:
        return tr("已经取消。请重新预约，或现场取号。");
    case AppointmentState::noShow:
        return tr("预约时间已过。请重新预约，或现场取号。");
    case AppointmentState::booked:
        break;
    }
    if (appointment.day != dayOf(now.date()))
        return tr("还没有到日子，请在预约当天来取号。");
    if (!canProve())
        return tr("请放上身份证，或输入8位预约码取号。");
    if (now.toMSecsSinceEpoch() < model::toMillis(view.takenFrom))
        return tr("来早了，请在 %1 以后取号。")
            .arg(ui::hallTime(m_client.replica(), view.takenFrom).toString(u"H:mm"_s));
    return now.toMSecsSinceEpoch() < model::toMillis(view.firstUntil)
               ? tr("可以取号，到号优先办理。")
               : tr("预约时间已过，仍可取号，按现场顺序办理。");
}

void AppointmentFlow::refresh() {
    const auto today = dayOf(ui::hallNow(m_client).date());
    QList<ui::RecordRow> rows;
    for (const auto& view : m_found) {
        const auto* item = m_client.replica().peek<model::ServiceItem>(view.appointment.itemId);
        const QString key = toText(view.appointment.id.value);
        rows.append({key,
                     {key, whenText(view.appointment, today),
                      item == nullptr ? QString() : inLanguage(item->name, item->nameEn), said(view),
                      isDue(view), (toText(view.holderName) + u' ' + toText(view.holderNumber)).trimmed()}});
    }
    m_rows.update(rows);
    Q_EMIT changed();
}

QString AppointmentFlow::onlyDue() const {
    QString key;
    for (const auto& view : m_found) {
        if (!isDue(view))
            continue;
        if (!key.isEmpty())
            return {};
        key = toText(view.appointment.id.value);
    }
    return key;
}

TakeNumber::Wanted AppointmentFlow::wanted(const QString& key) const {
    const auto found = std::find_if(m_found.begin(), m_found.end(), [&](const auto& view) {
        return view.appointment.id.value == key.toStdString();
    });
    if (found == m_found.end())
        return {};
    return {.item = found->appointment.itemId,
            .appointment = found->appointment.id,
            .code = m_proof.code,
            .qrText = m_proof.qrText};
}

void AppointmentFlow::clear() {
    ++m_request;
    m_found.clear();
    m_rows.clear();
    m_proof = {};
    m_keyed.clear();
    m_isRefused = false;
    m_busy = false;
    Q_EMIT changed();
}

} // namespace atrium::kiosk
