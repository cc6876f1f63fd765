// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/types/clockticker.h"

#include "shared/ui/tokens/theme.h"
#include "shared/ui/types/wallclock.h"

#include <QLocale>

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;

ClockTicker::ClockTicker(QObject* parent) : QObject(parent) {
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ClockTicker::refresh);
    connect(&Theme::instance(), &Theme::languageChanged, this, &ClockTicker::tick);
    connect(&WallClock::instance(), &WallClock::changed, this, &ClockTicker::refresh);
    refresh();
}

QString ClockTicker::time() const {
    return m_now.toString(m_seconds ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

QString ClockTicker::date() const {
    return dateText(m_now, Theme::instance().language());
}

QString ClockTicker::dateText(const QDateTime& moment, const QString& language) {
    const bool chinese = language.startsWith(u"zh"_s);
    return QLocale(language).toString(moment, chinese ? u"M月d日 dddd"_s : u"dddd, d MMMM"_s);
}

void ClockTicker::setSeconds(bool on) {
    if (m_seconds == on) {
        return;
    }
    m_seconds = on;
    refresh();
}

void ClockTicker::refresh() {
    m_now = WallClock::instance().now();
    const int intoSecond = m_now.time().msec();
    const int intoMinute = m_now.time().second() * 1000 + intoSecond;
    m_timer.start(m_seconds ? 1000 - intoSecond : 60'000 - intoMinute);
    Q_EMIT tick();
}

} // namespace atrium::ui
