// SPDX-License-Identifier: GPL-3.0-or-later
// Makes RecordListModel known to QML; the class itself stays free of QML for the Widgets apps.
#pragma once

#include "shared/ui/types/recordlistmodel.h"

#include <QtQml/qqmlregistration.h>

namespace atrium::ui {

struct RecordListModelQml {
    Q_GADGET
    QML_FOREIGN(atrium::ui::RecordListModel)
    QML_NAMED_ELEMENT(RecordListModel)
    QML_UNCREATABLE("View models give their lists of records")
};

} // namespace atrium::ui
