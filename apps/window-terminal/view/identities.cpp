// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/view/identities.h"

#include "apps/window-terminal/view/words.h"
#include "shared/model/masking.h"

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;
using model::IdentityKind;
using model::NumberFault;

namespace {

std::string compact(const std::optional<std::chrono::year_month_day>& day) {
    if (!day)
        return {};
    return QDate(int(day->year()), int(unsigned(day->month())), int(unsigned(day->day())))
        .toString(u"yyyyMMdd"_s)
        .toStdString();
}

IdentityKind kindOf(devices::CardKind kind) {
    switch (kind) {
    case devices::CardKind::resident:
        return IdentityKind::citizenId;
    case devices::CardKind::hkMacaoTaiwan:
        return IdentityKind::hkMoTwResident;
    case devices::CardKind::foreignResident2017:
    case devices::CardKind::foreignResident2023:
        break;
    }
    return IdentityKind::permanentResident;
}

std::optional<IdentityKind> kindOf(model::DocumentKind kind) {
    switch (kind) {
    case model::DocumentKind::residentId:
        return IdentityKind::citizenId;
    case model::DocumentKind::hkMacaoTaiwanResidence:
        return IdentityKind::hkMoTwResident;
    case model::DocumentKind::foreignResidence:
    case model::DocumentKind::foreignResidence2017:
        return IdentityKind::permanentResident;
    case model::DocumentKind::creditCode:
        return IdentityKind::creditCode;
    case model::DocumentKind::organisationCode:
        break;
    }
    return std::nullopt;
}

} // namespace

Visitor Identities::fromCard(const devices::IdCard& card) {
    const char* sex = card.sex == devices::CardSex::male     ? "1"
                      : card.sex == devices::CardSex::female ? "2"
                                                             : "";
    return {.identity = {.kind = kindOf(card.kind),
                         .number = card.idNumber,
                         .name = devices::displayName(card),
                         .sex = sex,
                         .birth = compact(card.birth)},
            .recognition = model::Recognition::idCard};
}

std::optional<Visitor> Identities::fromKeys(const QString& typed, const QDate& today, QString& why) {
    const std::chrono::year_month_day day{std::chrono::year(today.year()),
                                          std::chrono::month(static_cast<unsigned>(today.month())),
                                          std::chrono::day(static_cast<unsigned>(today.day()))};
    const auto check = model::checkAnyNumber(typed.toStdString(), day);
    if (!check.ok()) {
        why = numberFault(check.fault);
        return std::nullopt;
    }
    const auto kind = kindOf(check.kind);
    if (!kind) {
        why = tr("请使用统一社会信用代码（18 位），不再使用组织机构代码");
        return std::nullopt;
    }
    const bool code = *kind == IdentityKind::creditCode;
    return Visitor{.identity = {.kind = *kind,
                                .number = check.number,
                                .name = {},
                                .sex = {},
                                .birth = compact(check.birth)},
                   .recognition = code ? model::Recognition::creditCode : model::Recognition::keyedId};
}

QString Identities::masked(const Visitor& visitor) {
    const QString name = text(model::maskName(visitor.identity.name));
    return (name + u"  "_s + text(model::maskNumber(visitor.identity.number))).trimmed();
}

QString Identities::cardFault(devices::CardFault fault) {
    switch (fault) {
    case devices::CardFault::takenTooEarly:
        return tr("证件拿开太早，请重新放好");
    case devices::CardFault::unreadable:
        return tr("证件没有读出，请重新放一次");
    case devices::CardFault::refused:
        return tr("读卡器不接受这张证件，请改为输入号码");
    case devices::CardFault::badText:
        return tr("证件内容无法识别，请改为输入号码");
    case devices::CardFault::badNumber:
        return tr("证件号码校验不符，请核对证件");
    }
    return {};
}

QString Identities::numberFault(NumberFault fault) {
    switch (fault) {
    case NumberFault::none:
        return {};
    case NumberFault::empty:
        return tr("请输入证件号码");
    case NumberFault::length:
        return tr("位数不对：身份证和统一社会信用代码都是 18 位");
    case NumberFault::oldFifteen:
        return tr("15 位身份证号已停用，请输入 18 位号码");
    case NumberFault::character:
        return tr("有不应出现的字符，请核对");
    case NumberFault::region:
        return tr("前两位不是有效的地区代码，请核对");
    case NumberFault::birthDate:
        return tr("出生日期不存在，请核对");
    case NumberFault::checkCharacter:
        return tr("校验位不符，有一位输错了，请核对");
    }
    return {};
}

} // namespace atrium::windowterminal
