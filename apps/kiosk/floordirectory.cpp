// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/floordirectory.h"

#include "apps/kiosk/hallload.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/tokens/theme.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

FloorDirectory::FloorDirectory(sync::HallClient& client, HallLoad& load, QObject* parent)
    : QObject(parent), m_client(client), m_load(load),
      m_areas({u"floor"_s, u"name"_s, u"windows"_s, u"departments"_s, u"people"_s}) {
    connect(&load, &HallLoad::changed, this, &FloorDirectory::refresh);
    connect(&client, &sync::HallClient::selfChanged, this, &FloorDirectory::refresh);
    connect(&ui::Theme::instance(), &ui::Theme::languageChanged, this, &FloorDirectory::refresh,
            Qt::QueuedConnection);
}

void FloorDirectory::open() {
    m_open = true;
    refresh();
}

void FloorDirectory::release() {
    m_open = false;
    m_areas.clear();
}

void FloorDirectory::refresh() {
    if (!m_open)
        return;
    auto& replica = m_client.replica();
    const auto self = m_client.self();
    std::vector<const model::Floor*> floors;
    for (const auto& floor : replica.all<model::Floor>())
        floors.push_back(&floor);
    std::stable_sort(floors.begin(), floors.end(),
                     [](const auto* left, const auto* right) { return left->ordinal < right->ordinal; });
    QList<ui::RecordRow> rows;
    for (const auto* floor : floors) {
        QString heading = inLanguage(floor->name, floor->nameEn);
        if (self && self->floorId == floor->id)
            heading += u" · "_s + tr("您在这一层");
        for (const auto& area : replica.all<model::Area>()) {
            if (area.floorId != floor->id)
                continue;
            std::vector<int> numbers;
            QStringList departments;
            for (const auto& window : replica.all<model::Window>()) {
                if (!window.active || window.areaId != area.id)
                    continue;
                numbers.push_back(window.number);
                const QString name = m_load.departmentName(window.departmentId);
                if (!name.isEmpty() && !departments.contains(name))
                    departments.append(name);
            }
            rows.append({toText(area.id.value),
                         {std::exchange(heading, QString()), inLanguage(area.name, area.nameEn),
                          numbers.empty() ? QString() : HallLoad::windowsText(std::move(numbers)),
                          departments.join(isEnglish() ? u", "_s : u"、"_s),
                          HallLoad::peopleText(m_load.ofArea(area.id).people)}});
        }
    }
    m_areas.update(rows);
}

} // namespace atrium::kiosk
