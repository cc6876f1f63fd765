// SPDX-License-Identifier: GPL-3.0-or-later
// One ticket as the screen and the paper show it.
#pragma once

#include "shared/model/api.h"
#include "shared/model/serviceitem.h"
#include "shared/ui/ticket/ticketpainter.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace atrium::sync {
class HallClient;
}

namespace atrium::kiosk {

class HallLoad;

/// Texts in the present language, made from the server's answer and the replica. GUI thread.
class TicketCard : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(QString number READ number NOTIFY changed FINAL)
    Q_PROPERTY(QString spacedNumber READ spacedNumber NOTIFY changed FINAL)
    Q_PROPERTY(QString item READ item NOTIFY changed FINAL)
    Q_PROPERTY(QString more READ more NOTIFY changed FINAL)
    Q_PROPERTY(QString department READ department NOTIFY changed FINAL)
    Q_PROPERTY(QString peopleAhead READ peopleAhead NOTIFY changed FINAL)
    Q_PROPERTY(QString expectedWait READ expectedWait NOTIFY changed FINAL)
    Q_PROPERTY(QString windows READ windows NOTIFY changed FINAL)
    Q_PROPERTY(bool severalWindows READ severalWindows NOTIFY changed FINAL)
    Q_PROPERTY(QString area READ area NOTIFY changed FINAL)
    Q_PROPERTY(QString holder READ holder NOTIFY changed FINAL)
    Q_PROPERTY(QString takenAt READ takenAt NOTIFY changed FINAL)
    Q_PROPERTY(QString hint READ hint NOTIFY changed FINAL)
    Q_PROPERTY(QString materials READ materials NOTIFY changed FINAL)
    Q_PROPERTY(int materialCount READ materialCount NOTIFY changed FINAL)
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    Q_PROPERTY(QString qrText READ qrText NOTIFY changed FINAL)
    Q_PROPERTY(bool unconfirmed READ unconfirmed NOTIFY changed FINAL)
    Q_PROPERTY(bool onScreen READ onScreen NOTIFY changed FINAL)
public:
    TicketCard(sync::HallClient& client, HallLoad& load, QObject* parent = nullptr);

    void show(const model::TicketView& view);
    void setUnconfirmed(bool unconfirmed);
    void setOnScreen(bool onScreen);
    /// The phone that messages go to, masked; empty: none come.
    void setPhone(const QString& masked);
    void clear();
    [[nodiscard]] const std::optional<model::TicketView>& view() const { return m_view; }

    QString number() const;
    /// "A 0127": the prefix apart.
    QString spacedNumber() const;
    QString item() const;
    QString department() const;
    QString peopleAhead() const;
    QString expectedWait() const;
    QString windows() const;
    bool severalWindows() const { return m_view && m_view->windowNumbers.size() > 1; }
    QString area() const;
    QString holder() const;
    QString takenAt() const;
    QString hint() const;
    /// What the number is for afterwards; empty: nothing.
    QString more() const;
    /// What becomes of the number when it is passed.
    QString passedRule() const;
    /// Names of the papers to bring, as far as a line takes.
    QString materials() const;
    int materialCount() const;
    /// That messages will come, and where to; empty: none.
    QString message() const;
    QString qrText() const;
    /// The printer did not say what became of the paper.
    bool unconfirmed() const { return m_unconfirmed; }
    /// The code on the screen is the ticket; there is no paper.
    bool onScreen() const { return m_onScreen; }
    /// The paper.
    [[nodiscard]] ui::TicketPrint print() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] const model::ServiceItem* record() const;

    sync::HallClient& m_client;
    HallLoad& m_load;
    std::optional<model::TicketView> m_view;
    QString m_phone; ///< masked
    bool m_unconfirmed = false;
    bool m_onScreen = false;
};

/// "A0127" to "A 0127".
[[nodiscard]] QString spaced(const QString& number);

} // namespace atrium::kiosk
