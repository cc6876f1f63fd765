// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/appkit/enrolment.h"

#include "shared/sync/qt/hallclient.h"

#include <QCoreApplication>

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLength = 8;
/// What the server makes codes of: nothing that is taken for something else.
const QString kKeys = u"23456789ABCDEFGHJKLMNPQRSTUVWXYZ"_s;

} // namespace

Enrolment::Enrolment(sync::HallClient& client, bool alwaysEnrolled, QObject* parent)
    : QObject(parent), m_client(client), m_alwaysEnrolled(alwaysEnrolled) {
    connect(&client, &sync::HallClient::enrolledChanged, this, &Enrolment::neededChanged);
}

bool Enrolment::needed() const {
    return !m_alwaysEnrolled && !m_client.enrolled();
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

void Enrolment::send() {
    if (!complete() || m_busy)
        return;
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
    case model::ErrorCode::unavailable:
        return NoAnswer;
    default:
        return Other;
    }
}

} // namespace atrium::ui
