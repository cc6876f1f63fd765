// SPDX-License-Identifier: GPL-3.0-or-later
// First page: enrols this machine when it has no token yet, then asks who is there.
#pragma once

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
    void refresh();
    void submit();
    void enrol();

    sync::HallClient& m_client;
    Account& m_account;
    QLabel* m_title;
    QLabel* m_hint;
    QLineEdit* m_name;
    QLineEdit* m_password;
    QLineEdit* m_code;
    QPushButton* m_button;
    QLabel* m_message;
    bool m_enrolling = false;
};

} // namespace atrium::admin
