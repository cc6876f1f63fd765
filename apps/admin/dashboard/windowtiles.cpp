// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/dashboard/windowtiles.h"

#include "apps/admin/records/words.h"
#include "shared/model/reflect.h"
#include "shared/sync/qt/replica.h"

#include <QCoreApplication>

#include <algorithm>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;
using model::WindowState;

namespace {

void paintState(WindowTile& tile, const model::WindowStatus& status, model::Instant now) {
    const QString number = QString::fromStdString(status.number);
    const auto minutes = std::max<qint64>(0, (model::toMillis(now) - model::toMillis(status.since)) / 60'000);
    switch (status.state) {
    case WindowState::closed:
        tile.words = QCoreApplication::translate("WindowTiles", "未开");
        tile.ground = &ui::Palette::well;
        tile.ink = &ui::Palette::ink2;
        return;
    case WindowState::idle:
        tile.words = QCoreApplication::translate("WindowTiles", "空闲");
        tile.ground = &ui::Palette::goodLight;
        tile.ink = &ui::Palette::good;
        return;
    case WindowState::calling:
        tile.words = QCoreApplication::translate("WindowTiles", "叫 %1").arg(number);
        tile.brief = number;
        tile.ground = &ui::Palette::primaryLight;
        tile.ink = &ui::Palette::primary;
        return;
    case WindowState::serving:
        tile.words = QCoreApplication::translate("WindowTiles", "办 %1").arg(number);
        tile.brief = number;
        tile.ground = &ui::Palette::primaryLight;
        tile.ink = &ui::Palette::primary;
        return;
    case WindowState::paused:
        tile.words = QCoreApplication::translate("WindowTiles", "暂停 %1 分").arg(minutes);
        tile.brief = QCoreApplication::translate("WindowTiles", "暂停");
        tile.ground = &ui::Palette::warningLight;
        tile.ink = &ui::Palette::warning;
        return;
    }
}

} // namespace

QList<WindowTile> windowTiles(const sync::Replica& replica, model::Instant now) {
    std::vector<const model::Window*> windows;
    for (const model::Window& window : replica.all<model::Window>()) {
        if (window.active)
            windows.push_back(&window);
    }
    std::sort(windows.begin(), windows.end(),
              [](const auto* left, const auto* right) { return left->number < right->number; });
    QList<WindowTile> tiles;
    for (const model::Window* window : windows) {
        WindowTile tile;
        tile.id = QString::fromStdString(window->id.value);
        tile.number = window->number;
        const auto* known = replica.peek<model::WindowStatus>(model::RecordId(window->id.value));
        const model::WindowStatus status = known == nullptr ? model::WindowStatus{} : *known;
        paintState(tile, status, now);
        QStringList more{u"%1 · %2"_s.arg(window->number).arg(QString::fromStdString(window->name)),
                         enumWord(QString::fromUtf8(model::enumName(status.state).data())) + u' ' +
                             QString::fromStdString(status.number)};
        if (status.staffId)
            more.append(referenceWord(u"staff"_s, QString::fromStdString(status.staffId->value), replica));
        if (!status.pauseReason.empty())
            more.append(QString::fromStdString(status.pauseReason));
        tile.more = more.join(u'\n');
        tiles.append(tile);
    }
    return tiles;
}

} // namespace atrium::admin
