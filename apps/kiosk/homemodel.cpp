// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/homemodel.h"

#include "apps/kiosk/hallload.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/tokens/theme.h"

#include <algorithm>

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

namespace {
/// From here on the wait is shown as long.
constexpr int kLongMinutes = 35;
} // namespace

HomeModel::HomeModel(sync::HallClient& client, HallLoad& load, QObject* parent)
    : QObject(parent), m_client(client), m_load(load),
      m_rows({u"name"_s, u"people"_s, u"wait"_s, u"share"_s, u"busy"_s}) {
    connect(&load, &HallLoad::changed, this, &HomeModel::refresh);
    connect(&client, &sync::HallClient::selfChanged, this, &HomeModel::changed);
    connect(&client.media(), &sync::MediaCache::ready, this, &HomeModel::changed);
    // Queued: the translators of the new language are installed by another receiver of the same signal.
    connect(&ui::Theme::instance(), &ui::Theme::languageChanged, this, &HomeModel::refresh,
            Qt::QueuedConnection);
    refresh();
}

void HomeModel::refresh() {
    const auto& areas = m_client.replica().all<model::Area>();
    int most = 10;
    m_waiting = 0;
    for (const auto& area : areas) {
        const int people = m_load.ofArea(area.id).people;
        most = std::max(most, people);
        m_waiting += people;
    }
    QList<ui::RecordRow> rows;
    for (const auto& area : areas) {
        const auto load = m_load.ofArea(area.id);
        const bool isBusy = load.wait && load.wait->highMinutes.value_or(HallLoad::kNoEnd) >= kLongMinutes;
        rows.append({toText(area.id.value),
                     {inLanguage(area.name, area.nameEn), HallLoad::peopleText(load.people),
                      HallLoad::waitText(load.wait), static_cast<double>(load.people) / most, isBusy}});
    }
    m_rows.update(rows);
    Q_EMIT changed();
}

QString HomeModel::place() const {
    const auto self = m_client.self();
    if (!self)
        return {};
    QStringList parts;
    if (self->floorId)
        if (const auto* floor = m_client.replica().peek<model::Floor>(*self->floorId))
            parts.append(inLanguage(floor->name, floor->nameEn));
    // The location is written in Chinese only.
    if (!self->location.empty() && !isEnglish())
        parts = {toText(self->location)};
    parts.append(tr("自助机 %1").arg(toText(self->name)));
    return parts.join(u" · "_s);
}

bool HomeModel::takesBookings() const {
    return m_load.takesBookings();
}

QUrl HomeModel::logo() const {
    const auto& halls = m_client.replica().all<model::Hall>();
    if (halls.empty() || !halls.front().logo)
        return {};
    const QString path = m_client.media().path(*halls.front().logo);
    return path.isEmpty() ? QUrl() : QUrl::fromLocalFile(path);
}

} // namespace atrium::kiosk
