// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/visitor.h"

#include "apps/kiosk/hallload.h"
#include "shared/model/masking.h"
#include "shared/ui/tokens/theme.h"

#include <QDate>
#include <QStringList>

#include <utility>

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFullLength = 18;
constexpr int kOldCardLength = 15;

std::chrono::year_month_day asDate(const QDate& day) {
    return std::chrono::year(day.year()) / day.month() / day.day();
}

QString sentenceOf(model::NumberFault fault) {
    using enum model::NumberFault;
    switch (fault) {
    case none:
        return {};
    case empty:
        return Visitor::tr("请先输入号码。");
    case length:
        return Visitor::tr("位数不对：身份证号码和统一社会信用代码都是 18 位。");
    case oldFifteen:
        return Visitor::tr("15 位旧身份证号码已停用，请输入 18 位号码。");
    case character:
        return Visitor::tr("有不该出现的字符，请对照证件逐位检查。");
    case region:
        return Visitor::tr("前两位不是有效的地区代码，请对照证件检查。");
    case birthDate:
        return Visitor::tr("第 7 至 14 位不是有效的出生日期，请对照证件检查。");
    case checkCharacter:
        return Visitor::tr("号码有误（校验位不符），请对照证件逐位检查。");
    }
    return {};
}

model::IdentityKind kindOf(model::DocumentKind kind) {
    switch (kind) {
    case model::DocumentKind::hkMacaoTaiwanResidence:
        return model::IdentityKind::hkMoTwResident;
    case model::DocumentKind::foreignResidence:
    case model::DocumentKind::foreignResidence2017:
        return model::IdentityKind::permanentResident;
    case model::DocumentKind::creditCode:
    case model::DocumentKind::organisationCode:
        return model::IdentityKind::creditCode;
    case model::DocumentKind::residentId:
        break;
    }
    return model::IdentityKind::citizenId;
}

std::string dayText(const std::optional<std::chrono::year_month_day>& day) {
    if (!day)
        return {};
    return QDate(int(day->year()), int(unsigned(day->month())), int(unsigned(day->day())))
        .toString(u"yyyyMMdd"_s)
        .toStdString();
}

} // namespace

Visitor::Visitor(std::function<QDate()> today, QObject* parent) : QObject(parent), m_today(std::move(today)) {
    connect(&ui::Theme::instance(), &ui::Theme::languageChanged, this, &Visitor::keyedChanged,
            Qt::QueuedConnection);
}

QString Visitor::refusal() const {
    return sentenceOf(m_fault);
}

QString Visitor::holder() const {
    if (!m_identity)
        return {};
    const QString number = toText(model::maskNumber(m_identity->number));
    return m_identity->name.empty() ? number : toText(model::maskName(m_identity->name)) + u' ' + number;
}

bool Visitor::takeCard(const devices::IdCard& card) {
    const auto check = model::checkCitizenId(card.idNumber, asDate(m_today()));
    if (!check.ok())
        return false;
    model::Identity identity;
    identity.kind = kindOf(check.kind);
    identity.number = check.number;
    identity.name = devices::displayName(card);
    identity.sex = card.sex == devices::CardSex::male ? "1" : card.sex == devices::CardSex::female ? "2" : "";
    identity.birth = dayText(card.birth);
    m_identity = std::move(identity);
    m_recognition = model::Recognition::idCard;
    m_fault = model::NumberFault::none;
    Q_EMIT changed();
    Q_EMIT keyedChanged();
    return true;
}

bool Visitor::take(const QString& number, bool scanned) {
    const auto check = model::checkAnyNumber(number.toStdString(), asDate(m_today()));
    m_fault = check.fault;
    if (check.ok()) {
        m_identity = model::Identity{.kind = kindOf(check.kind),
                                     .number = check.number,
                                     .name = {},
                                     .sex = {},
                                     .birth = dayText(check.birth)};
        m_recognition = scanned                                               ? model::Recognition::scanned
                        : m_identity->kind == model::IdentityKind::creditCode ? model::Recognition::creditCode
                                                                              : model::Recognition::keyedId;
        m_keyed.clear();
        Q_EMIT changed();
    }
    Q_EMIT keyedChanged();
    return check.ok();
}

bool Visitor::takeScan(const QString& text) {
    return take(text, true);
}

bool Visitor::confirmKeyed() {
    return take(m_keyed, false);
}

QString Visitor::keyed() const {
    // 110105 19491231 002X: as the card is read aloud.
    QStringList groups{m_keyed.left(6), m_keyed.mid(6, 8), m_keyed.mid(14)};
    groups.removeAll(QString());
    return groups.join(u' ');
}

bool Visitor::complete() const {
    return m_keyed.size() == kFullLength || m_keyed.size() == kOldCardLength;
}

void Visitor::type(const QString& character) {
    if (m_keyed.size() >= kFullLength || character.size() != 1)
        return;
    m_keyed += character.toUpper();
    m_fault = model::NumberFault::none;
    Q_EMIT keyedChanged();
}

void Visitor::backspace() {
    m_keyed.chop(1);
    m_fault = model::NumberFault::none;
    Q_EMIT keyedChanged();
}

void Visitor::clearKeyed() {
    m_keyed.clear();
    m_fault = model::NumberFault::none;
    Q_EMIT keyedChanged();
}

void Visitor::clear() {
    m_identity.reset();
    m_recognition = model::Recognition::none;
    clearKeyed();
    Q_EMIT changed();
}

} // namespace atrium::kiosk
