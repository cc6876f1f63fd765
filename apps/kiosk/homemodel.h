// SPDX-License-Identifier: GPL-3.0-or-later
// What the home page and the quiet page show beside the tiles: where this machine stands and how full the
// hall is.
#pragma once

#include "shared/ui/types/recordlistmodel.h"

#include <QObject>
#include <QString>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace atrium::sync {
class HallClient;
}

namespace atrium::kiosk {

class HallLoad;

/// Roles of `load`: name, people, peopleText, wait, share (0..1 of the fullest), busy. GUI thread.
class HomeModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(QString place READ place NOTIFY changed FINAL)
    Q_PROPERTY(QUrl logo READ logo NOTIFY changed FINAL)
    Q_PROPERTY(atrium::ui::RecordListModel* load READ load CONSTANT FINAL)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed FINAL)
    Q_PROPERTY(bool takesBookings READ takesBookings NOTIFY changed FINAL)
public:
    HomeModel(sync::HallClient& client, HallLoad& load, QObject* parent = nullptr);

    /// "一楼 · 南门入口左侧 · 自助机 K01"
    QString place() const;
    QUrl logo() const;
    ui::RecordListModel* load() { return &m_rows; }
    /// People waiting in the whole hall.
    int waiting() const { return m_waiting; }
    /// Whether appointments are of any use here.
    bool takesBookings() const;

Q_SIGNALS:
    void changed();

private:
    void refresh();

    sync::HallClient& m_client;
    HallLoad& m_load;
    ui::RecordListModel m_rows;
    int m_waiting = 0;
};

} // namespace atrium::kiosk
