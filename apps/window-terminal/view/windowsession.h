// SPDX-License-Identifier: GPL-3.0-or-later
// Who works at this terminal: signing in, staying signed in over a crash, and losing the session.
#pragma once

#include "apps/window-terminal/view/answerwatch.h"
#include "apps/window-terminal/view/sessionfile.h"
#include "shared/model/api.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

namespace atrium::sync {
class HallClient;
}

namespace atrium::windowterminal {

/// GUI thread. The client must outlive it.
class WindowSession : public QObject {
    Q_OBJECT
public:
    WindowSession(sync::HallClient& client, AnswerWatch& watch, QObject* parent = nullptr);
    /// An orderly end of the program: the next start asks for the password.
    ~WindowSession() override;

    /// Takes up the session of a run that crashed at most SessionFile::kResumable ago; a file that is older
    /// is deleted, and notice() says so. Call once, after the signals are connected.
    void resume();
    /// Empty fields are said at once; otherwise one attempt goes to the server.
    void signIn(const QString& account, const QString& password);
    /// Closes the window. The server refuses while a ticket is called or served there; refused() says so.
    void signOut();

    [[nodiscard]] bool signedIn() const { return m_session.has_value(); }
    [[nodiscard]] bool busy() const { return m_busy; }
    /// Signed in with the service desk's duty.
    [[nodiscard]] bool isDesk() const { return m_session && m_session->staff.serviceDesk; }
    [[nodiscard]] std::optional<model::WindowId> windowId() const;
    [[nodiscard]] QString staffName() const;
    /// Why nobody is signed in any more, for the sign-in page; empty at first.
    [[nodiscard]] QString notice() const { return m_notice; }

Q_SIGNALS:
    /// Signed in, out, or the record of the person changed.
    void changed();
    void busyChanged();
    /// A sentence for the person.
    void refused(const QString& why);

private:
    void take(const model::SessionView& session);
    void end(const QString& notice);
    void setBusy(bool busy);

    sync::HallClient& m_client;
    AnswerWatch& m_watch;
    SessionFile m_file;
    std::optional<model::SessionView> m_session;
    QString m_notice;
    QTimer m_alive;
    bool m_busy = false;
};

} // namespace atrium::windowterminal
