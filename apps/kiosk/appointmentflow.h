// SPDX-License-Identifier: GPL-3.0-or-later
// One's appointments, found by card, by the eight digits or by the QR code, and which of them is due.
#pragma once

#include "apps/kiosk/takenumber.h"
#include "shared/model/appointmentapi.h"
#include "shared/ui/types/recordlistmodel.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace atrium::sync {
class HallClient;
}

namespace atrium::kiosk {

class Visitor;

/// Roles of `rows`: key, when, item, said (what can be done with it), due (a number can be had now), holder.
/// Also the field in which the code is keyed. GUI thread.
class AppointmentFlow : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(atrium::ui::RecordListModel* rows READ rows CONSTANT FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(QString keyed READ keyed NOTIFY changed FINAL)
    Q_PROPERTY(bool complete READ complete NOTIFY changed FINAL)
    Q_PROPERTY(QString refusal READ refusal NOTIFY changed FINAL)
public:
    AppointmentFlow(sync::HallClient& client, const Visitor& visitor, QObject* parent = nullptr);

    ui::RecordListModel* rows() { return &m_rows; }
    bool busy() const { return m_busy; }
    /// "1234 5678" as far as it was keyed.
    QString keyed() const;
    bool complete() const;
    /// Why the code is not taken; empty while there is nothing to say.
    QString refusal() const;
    Q_INVOKABLE void type(const QString& character);
    Q_INVOKABLE void backspace();
    Q_INVOKABLE void clearKeyed();
    Q_INVOKABLE void confirmKeyed();

    /// By the visitor's identity.
    void findMine();
    void findByCode(const QString& code);
    void findByQr(const QString& text);
    /// The key of the one appointment whose number can be had now; empty when there is none, or a choice.
    [[nodiscard]] QString onlyDue() const;
    /// What to ask for it, with the proof by which it was found; nothing when there is no such row.
    [[nodiscard]] TakeNumber::Wanted wanted(const QString& key) const;
    void clear();
    /// Whether a scanned text is an appointment's code: its QR, or the eight digits of its bar code.
    [[nodiscard]] static bool isQr(const QString& text);
    [[nodiscard]] static bool isCode(const QString& text);

Q_SIGNALS:
    void changed();
    void found();
    void refused(const atrium::model::Error& why);

private:
    void find(const model::AppointmentLookup& request);
    void notFound(const model::Error& why);
    void refresh();
    [[nodiscard]] bool isDue(const model::AppointmentView& view) const;
    [[nodiscard]] bool canProve() const;
    [[nodiscard]] QString said(const model::AppointmentView& view) const;

    sync::HallClient& m_client;
    const Visitor& m_visitor;
    ui::RecordListModel m_rows;
    std::vector<model::AppointmentView> m_found;
    model::AppointmentLookup m_proof; ///< by which they were found
    QString m_keyed;
    model::ErrorCode m_refused = model::ErrorCode::invalid;
    bool m_isRefused = false;
    int m_request = 0; ///< an answer to an older request is dropped
    bool m_busy = false;
};

} // namespace atrium::kiosk
