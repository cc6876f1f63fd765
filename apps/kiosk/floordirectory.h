// SPDX-License-Identifier: GPL-3.0-or-later
// Which floor: areas with their windows and departments, floor by floor.
#pragma once

#include "shared/ui/types/recordlistmodel.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace atrium::sync {
class HallClient;
}

namespace atrium::kiosk {

class HallLoad;

/// Roles of `areas`: floor (on the first area of each: its name, and whether this machine stands there),
/// name, windows, departments, people. From the lowest floor up. GUI thread.
class FloorDirectory : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(atrium::ui::RecordListModel* areas READ areas CONSTANT FINAL)
public:
    FloorDirectory(sync::HallClient& client, HallLoad& load, QObject* parent = nullptr);

    ui::RecordListModel* areas() { return &m_areas; }
    /// Brings the list up to date; it then follows until release().
    void open();
    void release();

private:
    void refresh();

    sync::HallClient& m_client;
    HallLoad& m_load;
    ui::RecordListModel m_areas;
    bool m_open = false;
};

} // namespace atrium::kiosk
