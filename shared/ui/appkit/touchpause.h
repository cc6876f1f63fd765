// SPDX-License-Identifier: GPL-3.0-or-later
// A finger that taps twice means the page it saw, not the one that came between the taps.
#pragma once

#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

#include <chrono>
#include <functional>

namespace atrium::ui {

/// Lies over everything that can be touched. For half a second after begin() it takes every touch, click and
/// what belongs to one that began then; before and afterwards they pass to what lies below. Draws nothing and
/// disables nothing, so a page looks the same in both. Keys are not held back. GUI thread.
class TouchPause : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
public:
    using Clock = std::function<std::chrono::milliseconds()>;
    static constexpr std::chrono::milliseconds kLength{500};

    explicit TouchPause(QQuickItem* parent = nullptr);

    /// Something else stands here now: call it as the page, or a question in it, replaces another.
    Q_INVOKABLE void begin();
    [[nodiscard]] bool active() const;
    /// A clock that only goes forward, instead of the machine's steady one. For tests.
    void setClock(Clock clock) { m_clock = std::move(clock); }

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void touchEvent(QTouchEvent* event) override;

private:
    Clock m_clock;
    std::chrono::milliseconds m_until{0};
};

} // namespace atrium::ui
