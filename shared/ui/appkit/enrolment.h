// SPDX-License-Identifier: GPL-3.0-or-later
// A device that has no token yet: what is typed of the administrator's code, and what the server said to it.
#pragma once

#include "shared/model/result.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace atrium::sync {
class HallClient;
}

namespace atrium::ui {

/// For EnrolPage.qml, or a page of widgets. GUI thread; the client must outlive it. The code goes to the
/// server when it is complete and send() is called, once: the server counts wrong ones.
class Enrolment : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given to pages by the app")
    Q_PROPERTY(bool needed READ needed NOTIFY neededChanged FINAL)
    Q_PROPERTY(QString code READ code NOTIFY changed FINAL)
    Q_PROPERTY(QString keys READ keys CONSTANT FINAL)
    Q_PROPERTY(bool complete READ complete NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(int refusal READ refusal NOTIFY changed FINAL)
    Q_PROPERTY(QString server READ server CONSTANT FINAL)
public:
    /// Why the server did not take the code; the order of EnrolPage.Refusal, which has the words.
    enum Refusal { None, WrongCode, TooMany, NoAnswer, Other };
    Q_ENUM(Refusal)

    /// alwaysEnrolled: for demonstrations, which have no server.
    explicit Enrolment(sync::HallClient& client, bool alwaysEnrolled = false, QObject* parent = nullptr);

    /// Until then the app has nothing to show.
    bool needed() const;
    /// As typed so far, in two groups, empty places as dots: "7KQ4 M···".
    QString code() const;
    /// The characters a code is made of.
    QString keys() const;
    bool complete() const;
    bool busy() const { return m_busy; }
    int refusal() const { return m_refusal; }
    /// The address that is asked.
    QString server() const;

    /// One character; others than a code's own are not taken.
    Q_INVOKABLE void type(const QString& character);
    Q_INVOKABLE void backspace();
    Q_INVOKABLE void clear();
    Q_INVOKABLE void send();

Q_SIGNALS:
    void neededChanged();
    void changed();

private:
    [[nodiscard]] static Refusal refusalOf(const model::Error& why);

    sync::HallClient& m_client;
    QString m_typed;
    Refusal m_refusal = None;
    bool m_alwaysEnrolled;
    bool m_busy = false;
};

} // namespace atrium::ui
