// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/appkit/departmentname.h"

#include "shared/model/hall.h"
#include "shared/sync/qt/hallclient.h"

#include <QStringList>

#include <optional>

namespace atrium::ui {

QString departmentAndSection(sync::HallClient& client, const model::DepartmentId& id, bool english) {
    constexpr int kDeepest = 16; // a ring of parents must not hang a screen
    QStringList names;
    auto at = std::optional(id);
    while (at && names.size() < kDeepest) {
        const auto* department = client.replica().peek<model::Department>(*at);
        if (department == nullptr)
            break;
        names.prepend(QString::fromStdString(english && !department->nameEn.empty() ? department->nameEn
                                                                                    : department->name));
        at = department->parentId;
    }
    return names.join(QStringLiteral(" · "));
}

} // namespace atrium::ui
