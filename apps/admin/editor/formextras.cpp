// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/announcementextra.h"
#include "apps/admin/editor/deviceextra.h"
#include "apps/admin/editor/formextra.h"
#include "apps/admin/editor/messageextra.h"
#include "apps/admin/editor/passwordextra.h"
#include "apps/admin/editor/previewextra.h"

namespace atrium::admin {

FormExtra* makeExtra(const QString& kind, sync::HallClient& client, Account& account, QWidget* parent) {
    if (kind == QLatin1String("area"))
        return new AnnouncementExtra(parent);
    if (kind == QLatin1String("messageTemplate"))
        return new MessageExtra(client, parent);
    if (kind == QLatin1String("staff"))
        return new PasswordExtra(client, account, parent);
    if (kind == QLatin1String("device"))
        return new DeviceExtra(client, account, parent);
    if (kind == QLatin1String("queue"))
        return new PreviewExtra(client, account, parent);
    return nullptr;
}

} // namespace atrium::admin
