// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/view/windowsession.h"

#include "apps/window-terminal/view/words.h"
#include "shared/sync/qt/hallclient.h"

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::chrono::seconds kSignOfLife{20};
} // namespace

WindowSession::WindowSession(sync::HallClient& client, AnswerWatch& watch, QObject* parent)
    : QObject(parent), m_client(client), m_watch(watch), m_file(client.connection().dataDir + u"/session"_s) {
    connect(&client.api(), &sync::Api::sessionLost, this,
            [this] { end(tr("登录已失效：可能已过期，或本窗口已由他人登录。请重新登录。")); });
    connect(&client, &sync::HallClient::selfChanged, this, &WindowSession::changed);
    m_alive.setInterval(kSignOfLife);
    connect(&m_alive, &QTimer::timeout, this, [this] { m_file.touch(); });
}

WindowSession::~WindowSession() {
    m_file.remove();
}

void WindowSession::resume() {
    if (!m_file.exists())
        return;
    if (const auto session = m_file.read(m_client.sync().serverNow()))
        return take(*session);
    end(tr("程序停了一段时间，为了安全请重新登录。"));
}

void WindowSession::signIn(const QString& account, const QString& password) {
    if (m_busy)
        return;
    const QString name = account.trimmed();
    if (name.isEmpty())
        return Q_EMIT refused(tr("请输入账号"));
    if (password.isEmpty())
        return Q_EMIT refused(tr("请输入密码"));
    if (!m_client.enrolled())
        return Q_EMIT refused(tr("本终端尚未登记，请联系管理员"));
    setBusy(true);
    m_client.setSession({}); // an old token must not turn a wrong password into a lost session
    const model::SignInRequest request{
        .account = name.toStdString(), .password = password.toStdString(), .windowId = {}};
    // One attempt: a wrong password that is sent again would count twice.
    sync::CallOptions once;
    once.retries = 0;
    m_client.api().post<model::SessionView>(
        "/session", request, this,
        m_watch.watched<model::SessionView>([this](model::Result<model::SessionView> answer) {
            setBusy(false);
            if (!answer)
                return Q_EMIT refused(Words::signInRefusal(answer.error()));
            const auto self = m_client.self();
            const bool somewhere = answer->windowId || (self && self->windowId) || answer->staff.serviceDesk;
            if (!somewhere) {
                m_client.setSession(answer->token);
                m_client.api().remove("/session", this, [](const model::Result<sync::Empty>&) {});
                m_client.setSession({});
                return Q_EMIT refused(tr("本终端没有绑定窗口，只有服务台人员可以登录"));
            }
            m_file.write(*answer);
            take(*answer);
        }),
        once);
}

void WindowSession::signOut() {
    if (!m_session || m_busy)
        return;
    setBusy(true);
    m_client.api().remove("/session", this,
                          m_watch.watched<sync::Empty>([this](const model::Result<sync::Empty>& answer) {
                              setBusy(false);
                              if (!answer && answer.error().code != model::ErrorCode::unauthenticated)
                                  return Q_EMIT refused(Words::refusal(answer.error()));
                              end({});
                          }));
}

void WindowSession::take(const model::SessionView& session) {
    m_session = session;
    m_notice.clear();
    m_file.touch();
    m_alive.start();
    m_client.setSession(session.token);
    Q_EMIT changed();
}

void WindowSession::end(const QString& notice) {
    m_file.remove();
    m_alive.stop();
    m_session.reset();
    m_notice = notice;
    m_client.setSession({});
    Q_EMIT changed();
}

void WindowSession::setBusy(bool busy) {
    m_busy = busy;
    Q_EMIT busyChanged();
}

std::optional<model::WindowId> WindowSession::windowId() const {
    if (m_session && m_session->windowId)
        return m_session->windowId;
    const auto self = m_client.self();
    return self ? self->windowId : std::nullopt;
}

QString WindowSession::staffName() const {
    return m_session ? inLanguage(m_session->staff.name, m_session->staff.nameEn) : QString();
}

} // namespace atrium::windowterminal
