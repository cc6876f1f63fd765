// SPDX-License-Identifier: GPL-3.0-or-later
// Who stands before the kiosk, as far as a card, the keys or the scanner said; forgotten on leaving.
#pragma once

#include "shared/devices/codec/idcard.h"
#include "shared/model/api.h"
#include "shared/model/idnumber.h"
#include "shared/model/ticket.h"

#include <QDate>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <optional>

namespace atrium::kiosk {

/// Holds the identity in memory only; pages get it masked (张*, 1101**********002X). Also the field in which
/// a number is keyed, checked by its check digit. GUI thread.
class Visitor : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(bool known READ known NOTIFY changed FINAL)
    Q_PROPERTY(QString holder READ holder NOTIFY changed FINAL)
    Q_PROPERTY(QString keyed READ keyed NOTIFY keyedChanged FINAL)
    Q_PROPERTY(QString refusal READ refusal NOTIFY keyedChanged FINAL)
    Q_PROPERTY(bool complete READ complete NOTIFY keyedChanged FINAL)
public:
    /// `today` in the hall, by the server's clock: a card born later than that is none.
    explicit Visitor(std::function<QDate()> today, QObject* parent = nullptr);

    bool known() const { return m_identity.has_value(); }
    /// "张* 1101**********002X", masked; empty when nobody is known.
    QString holder() const;
    [[nodiscard]] const std::optional<model::Identity>& identity() const { return m_identity; }
    [[nodiscard]] model::Recognition recognition() const { return m_recognition; }

    /// False when the number on the card fails its check.
    bool takeCard(const devices::IdCard& card);
    /// A scanned text; false (with refusal) when it is no valid number.
    bool takeScan(const QString& text);

    /// What was keyed so far, in groups that can be read back.
    QString keyed() const;
    /// Why the number is not taken, with what to do; empty while there is nothing to say.
    QString refusal() const;
    /// Long enough to be confirmed.
    bool complete() const;
    Q_INVOKABLE void type(const QString& character);
    Q_INVOKABLE void backspace();
    Q_INVOKABLE void clearKeyed();
    /// Checks what was keyed; true when it names somebody.
    bool confirmKeyed();

    /// Forgets everything.
    void clear();

Q_SIGNALS:
    void changed();
    void keyedChanged();

private:
    bool take(const QString& number, bool scanned);

    std::function<QDate()> m_today;
    std::optional<model::Identity> m_identity;
    model::Recognition m_recognition = model::Recognition::none;
    QString m_keyed;
    model::NumberFault m_fault = model::NumberFault::none; ///< of what was keyed or scanned last
};

} // namespace atrium::kiosk
