// SPDX-License-Identifier: GPL-3.0-or-later
// The service desk's page: who works, how the devices are, issuing on the left, finding on the right.
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace atrium::sync {
class Replica;
}

namespace atrium::windowterminal {

class DeskFindPanel;
class DeskIssuePanel;
class ElidedLabel;
class ItemSearch;
class ServiceDesk;
class WindowSession;

/// GUI thread.
class DeskPage : public QWidget {
    Q_OBJECT
public:
    DeskPage(ServiceDesk& desk, WindowSession& session, ItemSearch& search, sync::Replica& replica,
             QWidget* parent = nullptr);

    /// A person signed in: nothing of the last one is left.
    void begin();
    [[nodiscard]] QString number() const;

Q_SIGNALS:
    void signOut();

private:
    QWidget* makeBar();
    void follow();

    ServiceDesk& m_desk;
    WindowSession& m_session;
    ElidedLabel* m_name;
    QLabel* m_online;
    QLabel* m_printer;
    QPushButton* m_signOut;
    DeskIssuePanel* m_issue;
    DeskFindPanel* m_find;
};

} // namespace atrium::windowterminal
