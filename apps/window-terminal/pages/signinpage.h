// SPDX-License-Identifier: GPL-3.0-or-later
// Account and password of the person who opens the window.
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace atrium::windowterminal {

class ElidedLabel;
class WindowSession;

/// GUI thread.
class SignInPage : public QWidget {
    Q_OBJECT
public:
    explicit SignInPage(WindowSession& session, QWidget* parent = nullptr);

    /// What stands above the fields: hall, and the window that will open.
    void setPlace(const QString& hall, const QString& window);
    void showRefusal(const QString& why);
    /// For a new person: empty fields, focus on the account, and why the last one left.
    void reset();

private:
    void submit();
    bool eventFilter(QObject* watched, QEvent* event) override;

    WindowSession& m_session;
    ElidedLabel* m_hall;
    ElidedLabel* m_window;
    QLineEdit* m_account;
    QLineEdit* m_password;
    QLabel* m_caps;
    QLabel* m_refusal;
    QPushButton* m_signIn;
};

} // namespace atrium::windowterminal
