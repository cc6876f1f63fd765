// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/dual-screen/guidelines.h"

#include "shared/ui/appkit/localtext.h"

#include <QStringList>

namespace atrium::dualscreen {

using namespace Qt::Literals::StringLiterals;

namespace {

QVariant line(const QString& text, const QString& hint = {}, bool section = false) {
    return QVariantMap{{u"text"_s, text}, {u"hint"_s, hint}, {u"section"_s, section}};
}

QString fromUtf8(const std::string& text) {
    return QString::fromStdString(text);
}

} // namespace

QVariantList GuideLines::materials(const model::ServiceItem& item) {
    QVariantList out{line(tr("需要的材料（%1 项）").arg(item.materials.size()), {}, true)};
    if (item.materials.empty())
        out.append(line(tr("请向窗口工作人员询问。")));
    int number = 0;
    for (const auto& material : item.materials) {
        QStringList facts{ui::usualWord(material.form), tr("%1 份").arg(material.copies),
                          material.required ? tr("必要") : tr("非必要"), fromUtf8(material.note)};
        facts.removeAll(QString());
        out.append(line(u"%1. %2"_s.arg(++number).arg(fromUtf8(material.name)), facts.join(u" · "_s)));
    }
    return out;
}

QVariantList GuideLines::facts(const model::ServiceItem& item) {
    QVariantList out{line(tr("时限与费用"), {}, true)};
    out.append(line(item.promisedDays == 0 ? tr("承诺时限：当场办结")
                                           : tr("承诺时限：%1 个工作日").arg(item.promisedDays)));
    out.append(line(item.legalDays == 0 ? tr("法定时限：当场办结")
                                        : tr("法定时限：%1 个工作日").arg(item.legalDays)));
    if (!item.fee.empty())
        out.append(line(tr("收费：%1").arg(ui::usualWord(item.fee))));
    if (!item.conditions.empty())
        out.append(line(tr("受理条件"), {}, true));
    for (const auto& condition : item.conditions)
        out.append(line(fromUtf8(condition)));
    return out;
}

} // namespace atrium::dualscreen
