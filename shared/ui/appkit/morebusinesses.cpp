// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/appkit/morebusinesses.h"

#include "shared/model/records.h"
#include "shared/sync/qt/hallclient.h"

#include <QStringList>

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;

QString moreBusinessesText(const model::Ticket& ticket, sync::HallClient& client, bool english) {
    QStringList names;
    for (const auto& id : ticket.moreItemIds)
        if (const auto* item = client.replica().peek<model::ServiceItem>(id))
            names.append(
                QString::fromStdString(english && !item->nameEn.empty() ? item->nameEn : item->name));
    if (names.isEmpty())
        return {};
    return english ? u"Then, with the same number: %1."_s.arg(names.join(u", then "_s))
                   : u"本号接着办：%1。办完一项自动排下一项，请听叫号。"_s.arg(names.join(u"、"_s));
}

} // namespace atrium::ui
