// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/guide.h"

#include "apps/kiosk/hallload.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/localtext.h"
#include "shared/ui/tokens/theme.h"

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

namespace {

QString daysText(int days) {
    return days == 0 ? Guide::tr("当场办结") : Guide::tr("%n 个工作日", nullptr, days);
}

} // namespace

Guide::Guide(sync::HallClient& client, HallLoad& load, QObject* parent)
    : QObject(parent), m_client(client), m_load(load), m_materials({u"number"_s, u"name"_s, u"detail"_s}) {
    connect(&load, &HallLoad::changed, this, &Guide::refresh);
    connect(&ui::Theme::instance(), &ui::Theme::languageChanged, this, &Guide::refresh, Qt::QueuedConnection);
}

void Guide::open(const model::ServiceItemId& item) {
    m_id = item;
    refresh();
}

void Guide::clear() {
    m_id.reset();
    refresh();
}

void Guide::refresh() {
    m_item = m_id ? m_client.replica().find<model::ServiceItem>(*m_id) : std::nullopt;
    QList<ui::RecordRow> rows;
    if (m_item)
        for (const auto& material : m_item->materials) {
            const QString number = QString::number(rows.size() + 1);
            QStringList details{ui::usualWord(material.form)};
            if (material.copies > 1)
                details.append(tr("%n 份", nullptr, material.copies));
            if (!material.required)
                details.append(tr("视情况提交"));
            details.append(toText(material.note));
            details.removeAll(QString());
            rows.append({number, {number, toText(material.name), details.join(u" · "_s)}});
        }
    m_materials.update(rows);
    Q_EMIT changed();
}

QStringList Guide::texts(std::vector<std::string> model::ServiceItem::*list) const {
    QStringList lines;
    if (m_item)
        for (const auto& line : (*m_item).*list)
            lines.append(toText(line));
    return lines;
}

QString Guide::title() const {
    return m_item ? inLanguage(m_item->name, m_item->nameEn) : QString();
}

QString Guide::place() const {
    if (!m_item)
        return {};
    QStringList parts{m_load.departmentOf(*m_item)};
    if (const QString windows = m_load.windowsOf(*m_item); !windows.isEmpty())
        parts.append(windows);
    return parts.join(u" · "_s);
}

QString Guide::waiting() const {
    if (!m_item)
        return {};
    const auto load = m_load.of(*m_item);
    return HallLoad::aheadText(load.ahead) + u" · "_s + HallLoad::waitText(load.wait);
}

QString Guide::hours() const {
    const auto* queue = m_item ? m_client.replica().peek<model::Queue>(m_item->queueId) : nullptr;
    return queue == nullptr ? QString() : hoursText(*queue);
}

QString Guide::shut() const {
    return m_item ? shutText(m_load.doorOf(*m_item)) : QString();
}

QString Guide::audience() const {
    if (!m_item)
        return {};
    switch (m_item->audience) {
    case model::Audience::individual:
        return tr("个人");
    case model::Audience::enterprise:
        return tr("企业");
    case model::Audience::both:
        break;
    }
    return tr("个人和企业");
}

QString Guide::time() const {
    if (!m_item)
        return {};
    const QString promised = tr("承诺 %1").arg(daysText(m_item->promisedDays));
    return m_item->legalDays == m_item->promisedDays
               ? daysText(m_item->promisedDays)
               : promised + u" · "_s + tr("法定 %1").arg(daysText(m_item->legalDays));
}

QString Guide::fee() const {
    return m_item ? ui::usualWord(m_item->fee) : QString();
}

QStringList Guide::basis() const {
    QStringList lines;
    if (m_item)
        for (const auto& basis : m_item->legalBasis)
            lines.append(toText(basis.law) + toText(basis.article));
    return lines;
}

} // namespace atrium::kiosk
