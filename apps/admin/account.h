// SPDX-License-Identifier: GPL-3.0-or-later
// Who is signed in at this tool, and what their role lets them do here. The server decides; this only spares
// people from trying.
#pragma once

#include "shared/model/api.h"

#include <QObject>
#include <QString>

#include <optional>

namespace atrium::sync {
class HallClient;
}

namespace atrium::admin {

/// GUI thread; the client must outlive it.
class Account : public QObject {
    Q_OBJECT
public:
    explicit Account(sync::HallClient& client, QObject* parent = nullptr);

    void signIn(const QString& account, const QString& password);
    void signOut();
    [[nodiscard]] bool signedIn() const { return m_session.has_value(); }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] const std::optional<model::SessionView>& session() const { return m_session; }
    [[nodiscard]] bool isAdministrator() const { return has(model::Role::administrator); }
    [[nodiscard]] bool isPublisher() const { return has(model::Role::publisher); }
    /// Supervisors, inspectors and administrators see to alarms.
    [[nodiscard]] bool seesToAlarms() const;
    [[nodiscard]] bool readsStatistics() const { return seesToAlarms(); }
    [[nodiscard]] bool readsAudit() const { return isAdministrator() || has(model::Role::inspector); }

Q_SIGNALS:
    void changed();
    /// Signing in did not work, or the session ended; the text says why and what to do.
    void refused(const QString& why);

private:
    [[nodiscard]] bool has(model::Role role) const;

    sync::HallClient& m_client;
    std::optional<model::SessionView> m_session;
    bool m_busy = false;
};

} // namespace atrium::admin
