// SPDX-License-Identifier: GPL-3.0-or-later
// View model of a queue board: the calls of this player's areas, who waits, who was passed, and the caption.
#pragma once

#include "apps/signage-player/callbook.h"
#include "shared/model/hall.h"
#include "shared/model/ticket.h"
#include "shared/ui/types/recordlistmodel.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace atrium::sync {
class HallClient;
}

namespace atrium::signage {

/// Everything comes from the replica, so that the board goes on showing what it knows without the network.
/// GUI thread.
class BoardModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(atrium::ui::RecordListModel* calls READ calls CONSTANT FINAL)
    Q_PROPERTY(atrium::ui::RecordListModel* waiting READ waiting CONSTANT FINAL)
    Q_PROPERTY(QString areaName READ areaName NOTIFY changed FINAL)
    Q_PROPERTY(QString passed READ passed NOTIFY changed FINAL)
    Q_PROPERTY(QString caption READ caption NOTIFY changed FINAL)
    Q_PROPERTY(QString style READ style NOTIFY changed FINAL)
    Q_PROPERTY(QString currentNumber READ currentNumber NOTIFY changed FINAL)
    Q_PROPERTY(int currentWindow READ currentWindow NOTIFY changed FINAL)
    Q_PROPERTY(bool currentLit READ currentLit NOTIFY changed FINAL)
    Q_PROPERTY(bool known READ known NOTIFY changed FINAL)
public:
    explicit BoardModel(sync::HallClient& client, QObject* parent = nullptr);

    /// Roles: number, window, queue, lit. In the order of CallBook: the first is the current call, and every
    /// style shows that one.
    ui::RecordListModel* calls() { return &m_calls; }
    /// Roles: prefix, name, waiting. One row a queue of the areas.
    ui::RecordListModel* waiting() { return &m_waiting; }
    QString areaName() const;
    QString passed() const { return m_passed; }
    QString caption() const;
    /// classic, split, ledger or large: the device's own, else the first area's.
    QString style() const;
    QString currentNumber() const;
    int currentWindow() const;
    bool currentLit() const;
    bool known() const;
    /// This player speaks (the device's switch).
    bool sound() const;
    /// Calls that the present style shows at once.
    [[nodiscard]] std::size_t places() const;

    [[nodiscard]] bool shows(const model::AreaId& area) const;
    /// Who is spoken, or next, and who comes behind; whoever takes turns says so, without anybody each call
    /// stands as soon as it came.
    void setTurns(Turns turns);
    [[nodiscard]] const CallBook& book() const { return m_book; }

Q_SIGNALS:
    void changed();
    /// Calls not seen before whose person is still to come, oldest first; before the rows follow.
    void callsArrived(const std::vector<atrium::model::Call>& fresh);

private:
    void refresh();
    void takeCalls();
    void refreshCalls();
    void refreshWaiting();
    [[nodiscard]] std::vector<const model::Area*> areas() const;
    [[nodiscard]] model::BoardStyle boardStyle() const;
    [[nodiscard]] const model::Ticket* ticketOfToday(const model::TicketId& id) const;

    sync::HallClient& m_client;
    ui::RecordListModel m_calls;
    ui::RecordListModel m_waiting;
    QString m_passed;
    CallBook m_book;
    QStringList m_changedCalls; ///< since the last refresh
    bool m_anew = true;         ///< any call may have changed, or come to these areas
    QTimer m_unlight;
};

} // namespace atrium::signage
