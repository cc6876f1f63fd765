// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/basket.h"

#include "shared/model/records.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/localtext.h"

#include <algorithm>

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

Basket::Basket(sync::HallClient& client, QObject* parent) : QObject(parent), m_client(client) {}

QStringList Basket::ids() const {
    QStringList out;
    for (const auto& item : m_items)
        out.append(QString::fromStdString(item.value));
    return out;
}

QString Basket::words() const {
    QStringList out;
    for (const auto& id : m_items) {
        const auto* item = m_client.replica().peek<model::ServiceItem>(id);
        if (item != nullptr)
            out.append(u"%1 %2"_s.arg(out.size() + 1).arg(ui::inLanguage(item->name, item->nameEn)));
    }
    return out.join(u"　"_s);
}

void Basket::setOpen(bool open) {
    m_open = open;
    m_items.clear();
    Q_EMIT changed();
}

bool Basket::toggle(const model::ServiceItemId& item) {
    const auto found = std::find(m_items.begin(), m_items.end(), item);
    if (found != m_items.end())
        m_items.erase(found);
    else if (full())
        return false;
    else
        m_items.push_back(item);
    Q_EMIT changed();
    return true;
}

} // namespace atrium::kiosk
