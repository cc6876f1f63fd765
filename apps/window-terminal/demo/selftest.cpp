// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/demo/selftest.h"

#include "apps/window-terminal/mainwindow.h"
#include "apps/window-terminal/pages/workpage.h"

#include <QTimer>

#include <array>
#include <chrono>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kLook = 50ms;
constexpr int kLooks = 100; ///< five seconds for each step

/// One press and the state or panel it must lead to.
struct Step {
    Action action;
    const char* state;
    const char* panel;
};
constexpr std::array kSteps{
    Step{Action::pause, "idle", "pause"},  Step{Action::call, "calling", ""},
    Step{Action::recall, "calling", ""},   Step{Action::start, "serving", ""},
    Step{Action::show, "serving", ""},     Step{Action::transfer, "serving", "transfer"},
    Step{Action::hold, "serving", "hold"}, Step{Action::finish, "idle", ""},
    Step{Action::undo, "serving", ""},     Step{Action::finish, "idle", ""},
    Step{Action::rating, "idle", ""}};

} // namespace

SelfTest::SelfTest(MainWindow& window, bool atWindow, QObject* parent)
    : QObject(parent), m_window(window), m_atWindow(atWindow) {}

void SelfTest::start() {
    m_step = -1; // signing in
    m_patience = kLooks;
    m_window.session().signIn(u"demonstration"_s, u"demonstration"_s);
    QTimer::singleShot(kLook, this, &SelfTest::step);
}

bool SelfTest::reached() const {
    const QVariantMap now = m_window.describe();
    if (m_step < 0)
        return now.value(u"page"_s) == (m_atWindow ? u"work"_s : u"desk"_s) &&
               (!m_atWindow || m_window.desk().situation().waiting > 0);
    const Step& wanted = kSteps.at(static_cast<std::size_t>(m_step));
    return now.value(u"state"_s) == QLatin1StringView(wanted.state) &&
           now.value(u"panel"_s) == QLatin1StringView(wanted.panel) && !m_window.desk().situation().busy;
}

void SelfTest::step() {
    if (!reached()) {
        if (--m_patience > 0)
            return QTimer::singleShot(kLook, this, &SelfTest::step);
        qWarning("step %d of the self-test was not reached", m_step);
        return Q_EMIT finished(false);
    }
    (void)m_window.grab(); // draws everything that is open
    m_patience = kLooks;
    if (!m_atWindow || ++m_step == static_cast<int>(kSteps.size()))
        return Q_EMIT finished(true);
    m_window.work().press(kSteps.at(static_cast<std::size_t>(m_step)).action);
    QTimer::singleShot(kLook, this, &SelfTest::step);
}

} // namespace atrium::windowterminal
