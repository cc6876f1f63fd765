// SPDX-License-Identifier: GPL-3.0-or-later
// The guide of one service item: who, what to bring, how long, how much, and by what law.
#pragma once

#include "shared/model/records.h"
#include "shared/ui/types/recordlistmodel.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace atrium::sync {
class HallClient;
}

namespace atrium::kiosk {

class HallLoad;

/// Roles of `materials`: number, name, detail (form, copies, whether only some need it, note). The guide
/// itself is kept in Chinese; what stands around it follows the language. GUI thread.
class Guide : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString place READ place NOTIFY changed FINAL)
    Q_PROPERTY(QString waiting READ waiting NOTIFY changed FINAL)
    Q_PROPERTY(QString hours READ hours NOTIFY changed FINAL)
    Q_PROPERTY(QString shut READ shut NOTIFY changed FINAL)
    Q_PROPERTY(bool complete READ complete NOTIFY changed FINAL)
    Q_PROPERTY(QString audience READ audience NOTIFY changed FINAL)
    Q_PROPERTY(QString time READ time NOTIFY changed FINAL)
    Q_PROPERTY(QString fee READ fee NOTIFY changed FINAL)
    Q_PROPERTY(QStringList conditions READ conditions NOTIFY changed FINAL)
    Q_PROPERTY(QStringList steps READ steps NOTIFY changed FINAL)
    Q_PROPERTY(QStringList basis READ basis NOTIFY changed FINAL)
    Q_PROPERTY(atrium::ui::RecordListModel* materials READ materials CONSTANT FINAL)
public:
    Guide(sync::HallClient& client, HallLoad& load, QObject* parent = nullptr);

    void open(const model::ServiceItemId& item);
    void clear();

    QString title() const;
    /// Department and windows.
    QString place() const;
    /// People waiting and the expected wait.
    QString waiting() const;
    /// When numbers are given; empty when always.
    QString hours() const;
    /// Why one can have no number now and when instead; empty when one can.
    QString shut() const;
    /// Somebody has checked that nothing is missing.
    bool complete() const { return m_item && m_item->guideComplete; }
    QString audience() const;
    /// Promised and legal time limit.
    QString time() const;
    QString fee() const;
    QStringList conditions() const { return texts(&model::ServiceItem::conditions); }
    QStringList steps() const { return texts(&model::ServiceItem::steps); }
    QStringList basis() const;
    ui::RecordListModel* materials() { return &m_materials; }

Q_SIGNALS:
    void changed();

private:
    void refresh();
    [[nodiscard]] QStringList texts(std::vector<std::string> model::ServiceItem::*list) const;

    sync::HallClient& m_client;
    HallLoad& m_load;
    ui::RecordListModel m_materials;
    std::optional<model::ServiceItemId> m_id;
    std::optional<model::ServiceItem> m_item; ///< as the replica last had it
};

} // namespace atrium::kiosk
