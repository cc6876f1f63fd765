// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/phoneentry.h"

#include "shared/ui/tokens/theme.h"

#include <QStringList>

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLength = 11;

/// 13 to 19 at the front; the server says the same.
bool isMobile(const QString& digits) {
    return digits.size() == kLength && digits[0] == u'1' && digits[1] >= u'3';
}

} // namespace

PhoneEntry::PhoneEntry(QObject* parent) : QObject(parent) {
    connect(&ui::Theme::instance(), &ui::Theme::languageChanged, this, &PhoneEntry::changed,
            Qt::QueuedConnection);
}

QString PhoneEntry::keyed() const {
    QStringList groups{m_keyed.left(3), m_keyed.mid(3, 4), m_keyed.mid(7)};
    groups.removeAll(QString());
    return groups.join(u' ');
}

QString PhoneEntry::refusal() const {
    return m_isRefused ? tr("手机号是 11 位，以 13 至 19 开头，请对照检查。") : QString();
}

bool PhoneEntry::complete() const {
    return m_keyed.size() == kLength;
}

void PhoneEntry::type(const QString& digit) {
    if (m_keyed.size() >= kLength || digit.size() != 1 || !digit[0].isDigit())
        return;
    m_keyed += digit;
    m_isRefused = false;
    m_isConfirmed = false;
    Q_EMIT changed();
}

void PhoneEntry::backspace() {
    m_keyed.chop(1);
    m_isRefused = false;
    m_isConfirmed = false;
    Q_EMIT changed();
}

void PhoneEntry::clear() {
    m_keyed.clear();
    m_isRefused = false;
    m_isConfirmed = false;
    Q_EMIT changed();
}

void PhoneEntry::begin() {
    m_isRefused = false;
    m_isConfirmed = false;
    Q_EMIT changed();
}

bool PhoneEntry::confirm() {
    m_isConfirmed = isMobile(m_keyed);
    m_isRefused = !m_isConfirmed;
    Q_EMIT changed();
    return m_isConfirmed;
}

std::string PhoneEntry::number() const {
    return m_isConfirmed ? m_keyed.toStdString() : std::string();
}

QString PhoneEntry::masked() const {
    return m_isConfirmed ? m_keyed.left(3) + u"****"_s + m_keyed.mid(7) : QString();
}

} // namespace atrium::kiosk
