// SPDX-License-Identifier: GPL-3.0-or-later
// First page: enrols this machine when it has no token yet, then asks who is there.
#pragma once

#include "shared/ui/appkit/enrolment.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace atrium::sync {
class HallClient;
}

namespace atrium::admin {

class Account;

class SignInPage : public QWidget {
    Q_OBJECT
public:
    SignInPage(sync::HallClient& client, Account& account, QWidget* parent = nullptr);

    /// Shows why somebody is here again.
    void say(const QString& message);

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeCard();
    void refresh();
    void submit();

    sync::HallClient& m_client;
    Account& m_account;
    ui::Enrolment m_enrolment;
    QWidget* m_enrolmentCard;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_password = nullptr;
    QPushButton* m_button = nullptr;
    QLabel* m_message = nullptr;
    QWidget* m_card;
};

} // namespace atrium::admin
