// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/appkit/enrolment.h"

#include "shared/sync/qt/hallclient.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLength = 8;
constexpr int kComparedDigits = 20;
constexpr int kGroup = 4;
constexpr auto kLookAgain = std::chrono::seconds(3);
/// What the server makes codes of: nothing that is taken for something else.
const QString kKeys = u"23456789ABCDEFGHJKLMNPQRSTUVWXYZ"_s;

} // namespace

Enrolment::Enrolment(sync::HallClient& client, bool alwaysEnrolled, QObject* parent)
    : QObject(parent), m_client(client), m_alwaysEnrolled(alwaysEnrolled) {
    connect(&client, &sync::HallClient::enrolledChanged, this, [this] {
        if (needed() && compares())
            look();
        Q_EMIT neededChanged();
        Q_EMIT changed();
    });
    m_again.setSingleShot(true);
    m_again.setInterval(kLookAgain);
    connect(&m_again, &QTimer::timeout, this, &Enrolment::look);
    if (needed() && compares())
        look();
}

// A fingerprint that was given beforehand is the administrator's own: there is nothing to compare.
bool Enrolment::compares() const {
    return m_client.connection().server.scheme() == u"https" && m_client.connection().fingerprint.isEmpty();
}

void Enrolment::look() {
    sync::probeCertificate(m_client.connection(), this, [this](const sync::CertificateSight& sight) {
        m_sight = sight;
        if (m_sight.fingerprint.isEmpty() && needed())
            m_again.start();
        Q_EMIT changed();
    });
}

QString Enrolment::grouped(const QString& fingerprint) {
    QStringList groups;
    const auto digits = std::min<qsizetype>(fingerprint.size(), kComparedDigits);
    for (qsizetype at = 0; at < digits; at += kGroup)
        groups.append(fingerprint.mid(at, std::min<qsizetype>(kGroup, digits - at)));
    return groups.join(u' ');
}

QString Enrolment::fingerprint() const {
    const QByteArray& given = m_client.connection().fingerprint;
    return grouped(QString::fromLatin1(given.isEmpty() ? m_sight.fingerprint : given));
}

bool Enrolment::ready() const {
    return complete() && !m_busy && (!compares() || !m_sight.fingerprint.isEmpty());
}

bool Enrolment::needed() const {
    return !m_alwaysEnrolled && !m_client.enrolled();
}

bool Enrolment::revoked() const {
    return needed() && m_client.revoked();
}

QString Enrolment::code() const {
    const QString full = m_typed.leftJustified(kLength, u'\u00b7');
    return full.left(kLength / 2) + u' ' + full.mid(kLength / 2);
}

QString Enrolment::keys() const {
    return kKeys;
}

bool Enrolment::complete() const {
    return m_typed.size() == kLength;
}

QString Enrolment::server() const {
    return m_client.connection().server.toDisplayString();
}

void Enrolment::type(const QString& character) {
    const QString key = character.toUpper();
    if (key.size() != 1 || !kKeys.contains(key) || complete() || m_busy)
        return;
    m_typed += key;
    m_refusal = None;
    Q_EMIT changed();
}

void Enrolment::backspace() {
    if (m_busy)
        return;
    m_typed.chop(1);
    Q_EMIT changed();
}

void Enrolment::clear() {
    if (m_busy)
        return;
    m_typed.clear();
    Q_EMIT changed();
}

void Enrolment::setText(const QString& typed) {
    if (m_busy)
        return;
    QString taken;
    for (const QChar key : typed.toUpper())
        if (kKeys.contains(key) && taken.size() < kLength)
            taken += key;
    if (taken == m_typed)
        return;
    m_typed = taken;
    m_refusal = None;
    Q_EMIT changed();
}

void Enrolment::send() {
    if (!ready())
        return;
    if (compares() && !m_sight.known)
        m_client.pin(m_sight.fingerprint);
    m_busy = true;
    Q_EMIT changed();
    m_client.enrol(m_typed.toStdString(), QCoreApplication::applicationVersion().toStdString(), this,
                   [this](const model::Result<model::EnrolResponse>& answer) {
                       m_busy = false;
                       m_refusal = answer ? None : refusalOf(answer.error());
                       // A code that did not arrive may be sent again; any other is used up or wrong.
                       if (m_refusal != NoAnswer)
                           m_typed.clear();
                       Q_EMIT changed();
                   });
}

Enrolment::Refusal Enrolment::refusalOf(const model::Error& why) {
    switch (why.code) {
    case model::ErrorCode::forbidden:
    case model::ErrorCode::invalid:
        return WrongCode;
    case model::ErrorCode::tooMany:
        return TooMany;
    case model::ErrorCode::conflict:
        return OtherKind;
    case model::ErrorCode::unavailable:
        return NoAnswer;
    default:
        return Other;
    }
}

} // namespace atrium::ui
