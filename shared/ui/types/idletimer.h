// SPDX-License-Identifier: GPL-3.0-or-later
// When a citizen walks away the page must warn, then forget what was entered. This counts the time without
// input and says when to warn and when to leave.
#pragma once

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace atrium::ui {

/// GUI thread only. Runs while `running` and not `held`; every touch, key, click or wheel anywhere in the
/// application starts it anew. While the warning stands only its page answers: extend(), or leaving.
class IdleTimer : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool running READ running WRITE setRunning NOTIFY runningChanged FINAL)
    Q_PROPERTY(bool held READ held WRITE setHeld NOTIFY heldChanged FINAL)
    Q_PROPERTY(int timeout READ timeout WRITE setTimeout NOTIFY timesChanged FINAL)
    Q_PROPERTY(int warning READ warning WRITE setWarning NOTIFY timesChanged FINAL)
    Q_PROPERTY(bool warningActive READ warningActive NOTIFY warningActiveChanged FINAL)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY secondsLeftChanged FINAL)
public:
    explicit IdleTimer(QObject* parent = nullptr);
    ~IdleTimer() override;

    bool running() const { return m_running; }
    void setRunning(bool running);
    /// True while something is read, printed or spoken: the clock stands, and starts anew when it ends.
    bool held() const { return m_held; }
    void setHeld(bool held);
    /// Milliseconds without input before the warning (45 000 by default).
    int timeout() const { return m_timeout; }
    void setTimeout(int milliseconds);
    /// Milliseconds of warning before expired() (20 000 by default); 0 expires without a warning.
    int warning() const { return m_warning; }
    void setWarning(int milliseconds);
    bool warningActive() const { return m_warningActive; }
    /// Whole seconds, rounded up, until expired() while the warning is active; otherwise until the warning.
    int secondsLeft() const { return m_secondsLeft; }

    /// Starts the time anew, as any input does.
    Q_INVOKABLE void extend();
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void runningChanged(bool running);
    void heldChanged(bool held);
    void timesChanged();
    void warningActiveChanged(bool active);
    void secondsLeftChanged(int seconds);
    /// Nobody has touched anything for timeout + warning. The timer has stopped; extend() starts it again.
    void expired();

private:
    void restart();
    void phaseEnded();
    void showSeconds();
    void setWarningActive(bool active);

    QTimer m_phase;
    QTimer m_tick;
    int m_timeout = 45'000;
    int m_warning = 20'000;
    int m_secondsLeft = 0;
    bool m_running = false;
    bool m_held = false;
    bool m_warningActive = false;
};

} // namespace atrium::ui
