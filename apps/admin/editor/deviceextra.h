// SPDX-License-Identifier: GPL-3.0-or-later
// Lets a machine in (an enrolment code, large enough to read across a room) or shuts it out.
#pragma once

#include "apps/admin/editor/formextra.h"
#include "shared/model/api.h"

#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace atrium::admin {

class DeviceExtra : public FormExtra {
    Q_OBJECT
public:
    DeviceExtra(sync::HallClient& client, Account& account, QWidget* parent);
    void setRecord(const Record& record, bool isNew) override;

protected:
    void hideEvent(QHideEvent* event) override;
    /// Of the button that revokes: whatever else is done means that it was not meant.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void wantCode();
    void allow();
    void showCode(const model::EnrolmentCode& code);
    void tick();
    void revoke();
    void disarm();

    sync::HallClient& m_client;
    Account& m_account;
    QPushButton* m_get;
    QPushButton* m_revoke;
    QLabel* m_code;
    QLabel* m_words;
    QTimer m_clock;
    Record m_record;
    model::Instant m_expires;
    QString m_fingerprint;
    bool m_isNew = true;
    bool m_sure = false; ///< the second press revokes
    QTimer m_armed;      ///< for so long
};

} // namespace atrium::admin
