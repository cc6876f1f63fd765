// SPDX-License-Identifier: GPL-3.0-or-later
// Several businesses for one number, gathered one touch after the other.
#pragma once

#include "shared/model/ids.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace atrium::sync {
class HallClient;
}

namespace atrium::kiosk {

/// While it is open, choosing a business puts it in, or takes it out again, instead of taking a number. GUI
/// thread.
class Basket : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool full READ full NOTIFY changed FINAL)
    Q_PROPERTY(QStringList ids READ ids NOTIFY changed FINAL)
    Q_PROPERTY(QString words READ words NOTIFY changed FINAL)
public:
    static constexpr std::size_t kMost = 5; ///< what the server takes on one ticket

    explicit Basket(sync::HallClient& client, QObject* parent = nullptr);

    bool isOpen() const { return m_open; }
    bool full() const { return m_items.size() >= kMost; }
    /// In the order in which they will be done.
    QStringList ids() const;
    /// "1 公司设立登记　2 税务登记"
    QString words() const;
    [[nodiscard]] const std::vector<model::ServiceItemId>& items() const { return m_items; }

    /// Opens it empty, or closes it and forgets what is in it.
    void setOpen(bool open);
    /// Puts the item in at the end, or takes it out. False when it is full.
    bool toggle(const model::ServiceItemId& item);

Q_SIGNALS:
    void changed();

private:
    sync::HallClient& m_client;
    std::vector<model::ServiceItemId> m_items;
    bool m_open = false;
};

} // namespace atrium::kiosk
