// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/queuedoor.h"

#include "shared/ui/appkit/localtext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWeek = 7;
constexpr int kHour = 60;
constexpr int kNoon = 12 * kHour;

using rules::appointments::OfficeDays;

/// The weekday whose hours count then, so many days ahead.
int officeWeekdayOf(const QDateTime& now, int ahead, const OfficeDays& days) {
    const QDate date = now.date().addDays(ahead);
    return rules::appointments::officeWeekday(days, {date.year() * 10000 + date.month() * 100 + date.day()});
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(QueueDoor)
};

std::optional<QueueDoor::Next> nextOpening(const model::Queue& queue, const QDateTime& now, int firstDay,
                                           const OfficeDays& days) {
    const int minute = now.time().hour() * kHour + now.time().minute();
    for (int ahead = firstDay; ahead <= kWeek; ++ahead) {
        const int weekday = (now.date().dayOfWeek() - 1 + ahead) % kWeek + 1;
        if (queue.hours.empty())
            return QueueDoor::Next{.daysAhead = ahead, .weekday = weekday, .from = {}};
        std::optional<model::MinuteOfDay> first;
        for (const auto& hours : rules::appointments::hoursOn(queue, officeWeekdayOf(now, ahead, days)))
            if (ahead > 0 || hours.from.value > minute)
                first = first ? std::min(*first, hours.from) : hours.from;
        if (first)
            return QueueDoor::Next{.daysAhead = ahead, .weekday = weekday, .from = first};
    }
    return std::nullopt;
}

QString clockText(model::MinuteOfDay at) {
    return u"%1:%2"_s.arg(at.value / kHour).arg(at.value % kHour, 2, 10, QChar(u'0'));
}

QString partOfDay(model::MinuteOfDay at) {
    return (at.value < kNoon ? Words::tr("上午 %1") : Words::tr("下午 %1")).arg(clockText(at));
}

QString dayName(int weekday) {
    const QLocale locale(ui::isEnglish() ? QLocale::English : QLocale::Chinese);
    return locale.dayName(weekday, QLocale::ShortFormat);
}

/// "9:00–12:00、13:30–17:00" of one weekday.
QString hoursOf(const model::Queue& queue, int weekday) {
    std::vector<model::OpeningHours> day;
    for (const auto& hours : queue.hours)
        if (hours.weekday == weekday)
            day.push_back(hours);
    std::sort(day.begin(), day.end(),
              [](const auto& left, const auto& right) { return left.from < right.from; });
    QStringList parts;
    for (const auto& hours : day)
        parts.append(clockText(hours.from) + u"–"_s + clockText(hours.to));
    return parts.join(ui::isEnglish() ? u", "_s : u"、"_s);
}

} // namespace

QueueDoor doorOf(const model::Queue& queue, const model::QueueDay* today, const QDateTime& now,
                 const OfficeDays& days) {
    using State = QueueDoor::State;
    if (!queue.active)
        return {.state = State::off, .next = {}};
    if (queue.dailyQuota > 0 && today != nullptr && today->issued >= queue.dailyQuota)
        return {.state = State::full, .next = nextOpening(queue, now, 1, days)};
    const model::MinuteOfDay minute{now.time().hour() * kHour + now.time().minute()};
    const bool isOpen = rules::appointments::isOpenAt(queue, officeWeekdayOf(now, 0, days), minute);
    return isOpen ? QueueDoor{} : QueueDoor{.state = State::closed, .next = nextOpening(queue, now, 0, days)};
}

QString whyShut(const QueueDoor& door) {
    switch (door.state) {
    case QueueDoor::State::open:
        return {};
    case QueueDoor::State::off:
        return Words::tr("暂停取号");
    case QueueDoor::State::full:
        return Words::tr("今日号已取完");
    case QueueDoor::State::closed:
        return Words::tr("不在取号时间");
    case QueueDoor::State::unserved:
        return Words::tr("暂无窗口办理");
    }
    return {};
}

QString whenOpen(const QueueDoor& door) {
    if (!door.next)
        return {};
    const auto& next = *door.next;
    if (!next.from)
        return Words::tr("明天可以取号");
    const QString time = partOfDay(*next.from);
    return next.daysAhead == 0   ? Words::tr("%1 开始取号").arg(time)
           : next.daysAhead == 1 ? Words::tr("明天%1 开始取号").arg(time)
                                 : Words::tr("%1%2 开始取号").arg(dayName(next.weekday), time);
}

QString shutText(const QueueDoor& door) {
    const QString when = whenOpen(door);
    return when.isEmpty() ? whyShut(door) : Words::tr("%1，%2").arg(whyShut(door), when);
}

QString hoursText(const model::Queue& queue) {
    QStringList lines;
    for (int from = 1; from <= kWeek;) {
        const QString hours = hoursOf(queue, from);
        int to = from;
        while (to < kWeek && hoursOf(queue, to + 1) == hours)
            ++to;
        if (!hours.isEmpty())
            lines.append((from == 1 && to == kWeek ? Words::tr("每天")
                          : from == to             ? dayName(from)
                                                   : Words::tr("%1至%2").arg(dayName(from), dayName(to))) +
                         u' ' + hours);
        from = to + 1;
    }
    return lines.join(ui::isEnglish() ? u"; "_s : u"；"_s);
}

} // namespace atrium::kiosk
