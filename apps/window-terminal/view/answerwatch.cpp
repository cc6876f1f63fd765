// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/view/answerwatch.h"

namespace atrium::windowterminal {

AnswerWatch::AnswerWatch(sync::Api& api, Limits limits, QObject* parent)
    : QObject(parent), m_api(api), m_limits(limits) {
    m_due.setSingleShot(true);
    m_due.setTimerType(Qt::PreciseTimer); // a coarse one may be early, and nothing would be due yet
    m_again.setInterval(limits.again);
    connect(&m_due, &QTimer::timeout, this, &AnswerWatch::follow);
    connect(&m_again, &QTimer::timeout, this, &AnswerWatch::askAgain);
}

int AnswerWatch::begin() {
    m_open.emplace(++m_last, Clock::now());
    follow();
    return m_last;
}

void AnswerWatch::end(int question, bool answered) {
    const auto found = m_open.find(question);
    if (found == m_open.end())
        return;
    // A refusal that comes at once (503, nobody listens) is no silence; the connection's own state tells of
    // it.
    if (answered)
        m_isLost = false;
    else if (Clock::now() - found->second >= m_limits.silent)
        m_isLost = true;
    m_open.erase(found);
    follow();
}

void AnswerWatch::follow() {
    using std::chrono::ceil;
    using std::chrono::milliseconds;
    const auto waited = m_open.empty() ? Clock::duration::zero() : Clock::now() - m_open.begin()->second;
    const bool isWaiting = !m_open.empty() && waited >= m_limits.shown;
    const bool isSilent = m_isLost || (!m_open.empty() && waited >= m_limits.silent);
    if (m_open.empty() || waited >= m_limits.silent)
        m_due.stop();
    else
        m_due.start(ceil<milliseconds>((isWaiting ? m_limits.silent : m_limits.shown) - waited));
    if (isSilent != m_again.isActive()) {
        if (isSilent)
            m_again.start();
        else
            m_again.stop();
    }
    if (isWaiting == m_isWaiting && isSilent == m_isSilent)
        return;
    m_isWaiting = isWaiting;
    m_isSilent = isSilent;
    Q_EMIT changed();
}

/// Nobody presses a key while the screen says that nothing can be done.
void AnswerWatch::askAgain() {
    sync::CallOptions once;
    once.retries = 0;
    m_api.get<model::ServerInfo>(
        "/server", this,
        [this](const model::Result<model::ServerInfo>& answer) {
            if (!answer)
                return;
            m_isLost = false;
            follow();
        },
        once);
}

} // namespace atrium::windowterminal
