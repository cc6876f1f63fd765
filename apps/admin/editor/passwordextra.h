// SPDX-License-Identifier: GPL-3.0-or-later
// Sets a person's password; it is sent at once and never shown again.
#pragma once

#include "apps/admin/editor/formextra.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace atrium::admin {

class PasswordExtra : public FormExtra {
    Q_OBJECT
public:
    PasswordExtra(sync::HallClient& client, Account& account, QWidget* parent);
    void setRecord(const Record& record, bool isNew) override;

private:
    void set();
    void refresh();

    sync::HallClient& m_client;
    Account& m_account;
    QLineEdit* m_old;
    QLineEdit* m_first;
    QLineEdit* m_second;
    QPushButton* m_button;
    QLabel* m_words;
    Record m_record;
    bool m_isNew = false;
};

} // namespace atrium::admin
