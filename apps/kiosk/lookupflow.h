// SPDX-License-Identifier: GPL-3.0-or-later
// Looking up one's tickets by card, number or code; giving one back, or coming back to one that was passed.
#pragma once

#include "shared/model/api.h"
#include "shared/ui/types/recordlistmodel.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <vector>

namespace atrium::sync {
class HallClient;
}

namespace atrium::kiosk {

class HallLoad;
class Visitor;

/// Roles of `tickets`: number, spaced, item, state, open, ahead, wait, windows, holder, canCancel, called,
/// canReport. A
/// ticket is given back only with the holder's identity, asked once more before it happens. GUI thread.
class LookupFlow : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(atrium::ui::RecordListModel* tickets READ tickets CONSTANT FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(QString toCancel READ toCancel NOTIFY changed FINAL)
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    Q_PROPERTY(bool byCode READ byCode NOTIFY changed FINAL)
public:
    LookupFlow(sync::HallClient& client, HallLoad& load, const Visitor& visitor, QObject* parent = nullptr);

    ui::RecordListModel* tickets() { return &m_rows; }
    bool busy() const { return m_busy; }
    /// Number of the ticket that is asked about; empty when none.
    QString toCancel() const { return m_toCancel; }
    /// What came of giving back, for a line on the page.
    QString message() const { return m_message ? m_message() : QString(); }
    /// Found by a ticket's code: whose it is was not proved, so it cannot be given back.
    bool byCode() const { return m_byCode; }

    /// By the visitor's identity.
    void findMine();
    /// By the text of a ticket's code.
    void findByCode(const QString& qrText);
    Q_INVOKABLE void askCancel(const QString& number);
    Q_INVOKABLE void confirmCancel();
    Q_INVOKABLE void keep();
    /// The holder of a passed ticket is back.
    Q_INVOKABLE void report(const QString& number);
    void clear();
    /// Whether a scanned text is a ticket's code.
    [[nodiscard]] static bool isTicketCode(const QString& text);

Q_SIGNALS:
    void changed();
    /// A question took the place of what could be touched, or gave it back.
    void askedChanged();
    void found();
    void refused(const atrium::model::Error& why);

private:
    void find(const model::LookupRequest& request);
    void refresh();
    [[nodiscard]] bool canReport(const model::Ticket& ticket) const;
    /// Writes to a ticket: its row and the line say what came of it. Both texts are made when they are shown.
    template <class Body>
    void change(const model::TicketId& ticket, const std::string& act, const Body& body,
                std::function<QString(const model::TicketView&)> done,
                std::function<QString(const model::Error&)> refused);

    sync::HallClient& m_client;
    HallLoad& m_load;
    const Visitor& m_visitor;
    ui::RecordListModel m_rows;
    std::vector<model::TicketView> m_found;
    std::string m_code; ///< by which they were found; empty: by identity
    QString m_toCancel;
    std::function<QString()> m_message; ///< says it in the language of the moment
    int m_request = 0;                  ///< an answer to an older request is dropped
    bool m_busy = false;
    bool m_byCode = false;
};

} // namespace atrium::kiosk
