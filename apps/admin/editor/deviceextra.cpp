// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/deviceextra.h"

#include "apps/admin/account.h"
#include "apps/admin/records/words.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/enrolment.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <chrono>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCodeType = 64;
constexpr int kCodeSpacing = 8;
constexpr int kHalf = 4; // the code is read in two halves
constexpr std::chrono::seconds kSureFor{5};

} // namespace

DeviceExtra::DeviceExtra(sync::HallClient& client, Account& account, QWidget* parent)
    : FormExtra(parent), m_client(client), m_account(account), m_get(new QPushButton(tr("取登记码"), this)),
      m_revoke(new QPushButton(this)), m_code(new QLabel(this)), m_words(new QLabel(this)) {
    m_get->setObjectName(u"device-code"_s);
    m_revoke->setObjectName(u"device-revoke"_s);
    ui::setKind(*m_get, u"tinted"_s);
    m_code->setObjectName(u"enrolment-code"_s);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_code->setStyleSheet(
        u"font-size: %1px; font-weight: bold; letter-spacing: %2px; color: %3;"_s.arg(kCodeType)
            .arg(kCodeSpacing)
            .arg(ui::widgetColor(&ui::Palette::primary).name()));
    m_words->setWordWrap(true);
    m_words->setObjectName(u"device-words"_s);
    m_words->setTextFormat(Qt::PlainText);
    ui::setKind(*m_words, u"hint"_s);
    auto* row = new QHBoxLayout;
    row->addWidget(m_get);
    row->addWidget(m_revoke);
    row->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_code);
    column->addWidget(m_words);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &DeviceExtra::tick);
    connect(m_get, &QPushButton::clicked, this, &DeviceExtra::wantCode);
    // The record on the screen stays the same while one person leaves and another signs in.
    connect(&m_account, &Account::changed, this, &DeviceExtra::allow);
    connect(m_revoke, &QPushButton::clicked, this, &DeviceExtra::revoke);
    m_revoke->installEventFilter(this);
    m_armed.setSingleShot(true);
    m_armed.setInterval(kSureFor);
    connect(&m_armed, &QTimer::timeout, this, &DeviceExtra::disarm);
}

void DeviceExtra::setRecord(const Record& record, bool isNew) {
    const bool same = idOf(record) == idOf(m_record);
    m_record = record;
    m_isNew = isNew;
    allow();
    disarm();
    m_revoke->setVisible(record.value(u"enrolled"_s).toBool());
    if (same && m_clock.isActive() && !record.value(u"enrolled"_s).toBool())
        return; // the code on the screen is still good
    m_clock.stop();
    m_code->clear();
    m_code->hide();
    m_words->setText(isNew                                 ? tr("先保存这台设备，再取登记码。")
                     : record.value(u"revoked"_s).toBool() ? tr("已停用。重新取码并在设备上填写，即可再用。")
                     : record.value(u"enrolled"_s).toBool()
                         ? tr("已登记，正在使用。")
                         : tr("还没有登记。取码后在这台设备上填写，十分钟内有效，只能用一次。"));
}

void DeviceExtra::allow() {
    setEnabled(!m_isNew && m_account.isAdministrator());
}

void DeviceExtra::wantCode() {
    m_get->setEnabled(false);
    m_client.api().post<model::EnrolmentCode>(
        "/devices/" + idOf(m_record).toStdString() + "/code", sync::Empty{}, this,
        [this](const model::Result<model::EnrolmentCode>& answer) {
            m_get->setEnabled(true);
            if (!answer)
                Q_EMIT said(errorWord(answer.error()));
            else if (answer->deviceId.value == idOf(m_record).toStdString())
                showCode(*answer);
        });
}

void DeviceExtra::showCode(const model::EnrolmentCode& code) {
    const QString text = QString::fromStdString(code.code);
    m_code->setText(text.left(kHalf) + u' ' + text.mid(kHalf));
    m_code->setAccessibleName(text);
    m_code->show();
    m_expires = code.expiresAt;
    m_fingerprint = ui::Enrolment::grouped(QString::fromStdString(code.fingerprint));
    m_clock.start();
    tick();
    // The code stands below the form's end: it comes into sight by itself once it has its place.
    QTimer::singleShot(0, this, [this] {
        for (QWidget* above = parentWidget(); above != nullptr; above = above->parentWidget())
            if (auto* area = qobject_cast<QScrollArea*>(above))
                return area->ensureWidgetVisible(m_words);
    });
}

void DeviceExtra::tick() {
    const qint64 left = (model::toMillis(m_expires) - model::toMillis(m_client.sync().serverNow())) / 1000;
    if (left <= 0) {
        m_clock.stop();
        m_code->hide();
        m_words->setText(tr("登记码已过期，请重新取码。"));
        return;
    }
    constexpr int kSecondsOfMinute = 60;
    QString words = tr("还有 %1:%2 有效，只能用一次。")
                        .arg(left / kSecondsOfMinute)
                        .arg(left % kSecondsOfMinute, 2, 10, QLatin1Char('0'));
    if (!m_fingerprint.isEmpty())
        words += u'\n' + tr("设备上显示的证书指纹应是 %1。").arg(m_fingerprint);
    m_words->setText(words);
}

void DeviceExtra::disarm() {
    m_armed.stop();
    m_sure = false;
    m_revoke->setText(tr("停用这台设备"));
    ui::setKind(*m_revoke, {});
}

void DeviceExtra::hideEvent(QHideEvent* event) {
    disarm();
    FormExtra::hideEvent(event);
}

bool DeviceExtra::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_revoke && m_sure) {
        const auto* key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
        const bool pressing = key != nullptr && (key->key() == Qt::Key_Space ||
                                                 key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter);
        if (event->type() == QEvent::FocusOut || (key != nullptr && !pressing))
            disarm();
    }
    return FormExtra::eventFilter(watched, event);
}

void DeviceExtra::revoke() {
    if (!m_sure) {
        // Shutting a device out cannot be undone here: it must be enrolled again by hand.
        m_sure = true;
        m_revoke->setText(tr("再按一次确认停用"));
        ui::setKind(*m_revoke, u"danger"_s);
        m_revoke->setFocus();
        m_armed.start();
        return;
    }
    disarm();
    m_client.api().post<sync::Empty>("/devices/" + idOf(m_record).toStdString() + "/revoke", sync::Empty{},
                                     this, [this](const model::Result<sync::Empty>& answer) {
                                         Q_EMIT said(answer ? tr("设备已停用") : errorWord(answer.error()));
                                     });
}

} // namespace atrium::admin
