// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/appkit/halltime.h"

#include "shared/sync/qt/hallclient.h"

#include <QTimeZone>

namespace atrium::ui {

QDateTime hallTime(const sync::Replica& replica, model::Instant at) {
    const auto& halls = replica.all<model::Hall>();
    const QTimeZone zone(halls.empty() ? QByteArrayLiteral("Asia/Shanghai")
                                       : QByteArray::fromStdString(halls.front().timeZone));
    return QDateTime::fromMSecsSinceEpoch(model::toMillis(at))
        .toTimeZone(zone.isValid() ? zone : QTimeZone::utc());
}

QDateTime hallNow(sync::HallClient& client) {
    return hallTime(client.replica(), client.sync().serverNow());
}

} // namespace atrium::ui
