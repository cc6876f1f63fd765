// SPDX-License-Identifier: GPL-3.0-or-later
// A device that has no token, or none any more: what is typed of the administrator's code, and what the
// server said to it.
#pragma once

#include "shared/model/result.h"
#include "shared/sync/qt/certificateprobe.h"

#include <QObject>
#include <QString>
#include <QTimer>
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
    Q_PROPERTY(bool revoked READ revoked NOTIFY neededChanged FINAL)
    Q_PROPERTY(QString code READ code NOTIFY changed FINAL)
    Q_PROPERTY(QString keys READ keys CONSTANT FINAL)
    Q_PROPERTY(bool complete READ complete NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(int refusal READ refusal NOTIFY changed FINAL)
    Q_PROPERTY(QString server READ server CONSTANT FINAL)
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
public:
    /// Why the server did not take the code; the order of EnrolPage.Refusal, which has the words.
    enum Refusal { None, WrongCode, TooMany, NoAnswer, Other, OtherKind };
    Q_ENUM(Refusal)

    /// alwaysEnrolled: for demonstrations, which have no server.
    explicit Enrolment(sync::HallClient& client, bool alwaysEnrolled = false, QObject* parent = nullptr);

    /// Until then the app has nothing to show.
    bool needed() const;
    /// It was enrolled until the server shut it out.
    bool revoked() const;
    /// As typed so far, in two groups, empty places as dots: "7KQ4 M···".
    QString code() const;
    /// The characters a code is made of.
    QString keys() const;
    bool complete() const;
    bool busy() const { return m_busy; }
    int refusal() const { return m_refusal; }
    /// The address that is asked.
    QString server() const;
    /// The first 20 digits of the certificate that the server showed, in groups of four, for a person to
    /// compare with what the admin tool shows; empty without TLS, and until the server answered.
    QString fingerprint() const;
    /// The code is complete and, with TLS, the certificate can be compared: send() would send.
    bool ready() const;

    /// One character; others than a code's own are not taken.
    Q_INVOKABLE void type(const QString& character);
    Q_INVOKABLE void backspace();
    Q_INVOKABLE void clear();
    /// The whole code at once, as it is typed or pasted into a field; what is not of a code is left out.
    void setText(const QString& typed);
    QString text() const { return m_typed; }
    /// Whoever sends has compared the fingerprint: that certificate is pinned before the code leaves. Where
    /// an authority that the device trusts speaks for the server, nothing is pinned, so that it may be
    /// renewed.
    Q_INVOKABLE void send();

    /// 20 hex digits as people compare them: "3f9a 01bc …". Shorter ones stay shorter.
    static QString grouped(const QString& fingerprint);

Q_SIGNALS:
    void neededChanged();
    void changed();

private:
    [[nodiscard]] static Refusal refusalOf(const model::Error& why);

    void look();
    [[nodiscard]] bool compares() const;

    sync::HallClient& m_client;
    QString m_typed;
    sync::CertificateSight m_sight;
    QTimer m_again;
    Refusal m_refusal = None;
    bool m_alwaysEnrolled;
    bool m_busy = false;
};

} // namespace atrium::ui
