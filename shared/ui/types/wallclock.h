// SPDX-License-Identifier: GPL-3.0-or-later
// The time that this program's clocks show.
#pragma once

#include <QDateTime>
#include <QObject>

#include <functional>

namespace atrium::ui {

/// One per process. This machine's own clock and zone, until somebody knows better: a screen whose clock
/// battery is dead shows the hall's time. GUI thread.
class WallClock : public QObject {
    Q_OBJECT
public:
    static WallClock& instance();

    [[nodiscard]] QDateTime now() const;
    /// Shows what source says, as long as owner lives. The latest owner counts.
    void follow(QObject* owner, std::function<QDateTime()> source);

Q_SIGNALS:
    /// Clocks show another time from now on.
    void changed();

private:
    QObject* m_owner = nullptr;
    std::function<QDateTime()> m_source;
};

} // namespace atrium::ui
