// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/types/wallclock.h"

#include <utility>

namespace atrium::ui {

WallClock& WallClock::instance() {
    static WallClock clock;
    return clock;
}

QDateTime WallClock::now() const {
    return m_source ? m_source() : QDateTime::currentDateTime();
}

void WallClock::follow(QObject* owner, std::function<QDateTime()> source) {
    m_owner = owner;
    m_source = std::move(source);
    connect(owner, &QObject::destroyed, this, [this, owner] {
        if (m_owner != owner)
            return;
        m_owner = nullptr;
        m_source = nullptr;
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

} // namespace atrium::ui
