// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/account.h"

#include "apps/admin/records/words.h"
#include "shared/sync/qt/hallclient.h"

namespace atrium::admin {

Account::Account(sync::HallClient& client, QObject* parent) : QObject(parent), m_client(client) {
    connect(&m_client.api(), &sync::Api::sessionLost, this, [this] {
        if (!m_session)
            return;
        m_session.reset();
        m_client.setSession({});
        Q_EMIT changed();
        Q_EMIT refused(tr("登录已失效，请重新登录。"));
    });
}

void Account::signIn(const QString& account, const QString& password) {
    if (m_busy)
        return;
    m_busy = true;
    Q_EMIT changed();
    const model::SignInRequest request{
        .account = account.trimmed().toStdString(), .password = password.toStdString(), .windowId = {}};
    m_client.api().post<model::SessionView>("/session", request, this,
                                            [this](const model::Result<model::SessionView>& answer) {
                                                m_busy = false;
                                                if (answer) {
                                                    m_session = *answer;
                                                    m_client.setSession(answer->token);
                                                }
                                                Q_EMIT changed();
                                                if (!answer)
                                                    Q_EMIT refused(errorWord(answer.error()));
                                            });
}

void Account::signOut() {
    if (!m_session)
        return;
    // The server ends the session by itself when this does not reach it.
    m_client.api().remove("/session", this, [](const model::Result<sync::Empty>&) {});
    m_session.reset();
    m_client.setSession({});
    Q_EMIT changed();
}

bool Account::seesToAlarms() const {
    return has(model::Role::administrator) || has(model::Role::supervisor) || has(model::Role::inspector);
}

bool Account::has(model::Role role) const {
    return m_session && m_session->staff.role == role;
}

} // namespace atrium::admin
