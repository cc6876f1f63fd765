// SPDX-License-Identifier: GPL-3.0-or-later
// The phone number that somebody may leave for messages; forgotten on leaving.
#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <string>

namespace atrium::kiosk {

/// The field in which a mobile number is keyed. Held in memory only. GUI thread.
class PhoneEntry : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(QString keyed READ keyed NOTIFY changed FINAL)
    Q_PROPERTY(QString refusal READ refusal NOTIFY changed FINAL)
    Q_PROPERTY(bool complete READ complete NOTIFY changed FINAL)
public:
    explicit PhoneEntry(QObject* parent = nullptr);

    /// "138 1234 1234", as far as it was keyed.
    QString keyed() const;
    /// Why it is not taken, with what to do; empty while there is nothing to say.
    QString refusal() const;
    /// Long enough to be confirmed.
    bool complete() const;
    Q_INVOKABLE void type(const QString& digit);
    Q_INVOKABLE void backspace();
    Q_INVOKABLE void clear();

    /// The page opens: what the visitor keyed for the number before stands there still.
    void begin();
    /// Whether it can be a mobile number; says why not.
    bool confirm();
    /// Empty before confirm().
    [[nodiscard]] std::string number() const;
    /// 138****1234; empty before confirm().
    [[nodiscard]] QString masked() const;

Q_SIGNALS:
    void changed();

private:
    QString m_keyed;
    bool m_isConfirmed = false;
    bool m_isRefused = false;
};

} // namespace atrium::kiosk
