// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/statistics/statisticstable.h"

#include "apps/admin/records/words.h"
#include "shared/model/reflect.h"

#include <QCoreApplication>

#include <algorithm>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;
using model::StatisticsBy;
using model::StatisticsFigures;

namespace {

constexpr double kWholePercent = 100;

QString nothing() {
    return u"–"_s;
}

QString said(const char* text) {
    return QCoreApplication::translate("Statistics", text);
}

StatisticsValue counted(std::int64_t count) {
    return {QString::number(count), static_cast<double>(count)};
}

StatisticsValue lasted(const std::optional<double>& minutes) {
    return {minutesText(minutes), minutes};
}

StatisticsValue shared(const std::optional<double>& share) {
    return {shareText(share), share};
}

/// One column: its title, what it means, and its value.
struct FigureColumn {
    const char* title;
    const char* hint;
    StatisticsValue (*value)(const StatisticsFigures&);
    bool ofIssue = false; ///< happens before there is a window
};

constexpr FigureColumn kFigureColumns[] = {
    {QT_TRANSLATE_NOOP("Statistics", "取号"), QT_TRANSLATE_NOOP("Statistics", "发出的号码，作废的不计"),
     [](const StatisticsFigures& f) { return counted(f.issued); }, true},
    {QT_TRANSLATE_NOOP("Statistics", "预约"), QT_TRANSLATE_NOOP("Statistics", "其中凭预约取的号"),
     [](const StatisticsFigures& f) { return counted(f.appointments); }, true},
    {QT_TRANSLATE_NOOP("Statistics", "办结"), QT_TRANSLATE_NOOP("Statistics", "办理完毕的号码"),
     [](const StatisticsFigures& f) { return counted(f.finished); }},
    {QT_TRANSLATE_NOOP("Statistics", "等候（分）"), QT_TRANSLATE_NOOP("Statistics", "从取号到首次叫号，平均"),
     [](const StatisticsFigures& f) { return lasted(f.waitMeanMinutes); }},
    {QT_TRANSLATE_NOOP("Statistics", "等候p50"), QT_TRANSLATE_NOOP("Statistics", "一半的人等候不超过，分钟"),
     [](const StatisticsFigures& f) { return lasted(f.waitP50Minutes); }},
    {QT_TRANSLATE_NOOP("Statistics", "等候p90"), QT_TRANSLATE_NOOP("Statistics", "九成的人等候不超过，分钟"),
     [](const StatisticsFigures& f) { return lasted(f.waitP90Minutes); }},
    {QT_TRANSLATE_NOOP("Statistics", "15分钟内"), QT_TRANSLATE_NOOP("Statistics", "15 分钟内被叫到的比例"),
     [](const StatisticsFigures& f) { return shared(f.serviceLevel); }},
    {QT_TRANSLATE_NOOP("Statistics", "未办离开"),
     QT_TRANSLATE_NOOP("Statistics", "过号后未回、取消或到闭馆未办的号码"),
     [](const StatisticsFigures& f) { return counted(f.abandoned); }},
    {QT_TRANSLATE_NOOP("Statistics", "过号"), QT_TRANSLATE_NOOP("Statistics", "叫到未来的次数"),
     [](const StatisticsFigures& f) { return counted(f.noShows); }},
    {QT_TRANSLATE_NOOP("Statistics", "重呼"), QT_TRANSLATE_NOOP("Statistics", "重呼的次数"),
     [](const StatisticsFigures& f) { return counted(f.recalls); }},
    {QT_TRANSLATE_NOOP("Statistics", "转号"), QT_TRANSLATE_NOOP("Statistics", "转到别的事项或窗口的次数"),
     [](const StatisticsFigures& f) { return counted(f.transferred); }},
    {QT_TRANSLATE_NOOP("Statistics", "办理（分）"),
     QT_TRANSLATE_NOOP("Statistics", "从开始到结束，平均，挂起不计"),
     [](const StatisticsFigures& f) { return lasted(f.handlingMeanMinutes); }},
    {QT_TRANSLATE_NOOP("Statistics", "办理p50"), QT_TRANSLATE_NOOP("Statistics", "一半的办理不超过，分钟"),
     [](const StatisticsFigures& f) { return lasted(f.handlingP50Minutes); }},
    {QT_TRANSLATE_NOOP("Statistics", "办理p90"), QT_TRANSLATE_NOOP("Statistics", "九成的办理不超过，分钟"),
     [](const StatisticsFigures& f) { return lasted(f.handlingP90Minutes); }},
    {QT_TRANSLATE_NOOP("Statistics", "开窗（时）"),
     QT_TRANSLATE_NOOP("Statistics", "窗口开放的小时数，含暂停"),
     [](const StatisticsFigures& f) { return lasted(f.openMinutes / 60); }},
    {QT_TRANSLATE_NOOP("Statistics", "占用率"),
     QT_TRANSLATE_NOOP("Statistics", "开放且未暂停的时间里叫号和办理所占的比例"),
     [](const StatisticsFigures& f) { return shared(f.occupancy); }},
    {QT_TRANSLATE_NOOP("Statistics", "有人空闲"),
     QT_TRANSLATE_NOOP("Statistics", "窗口空闲而下一位已在等候，分钟"),
     [](const StatisticsFigures& f) { return lasted(f.idleAwaitedMinutes); }},
    {QT_TRANSLATE_NOOP("Statistics", "暂停（分）"), QT_TRANSLATE_NOOP("Statistics", "窗口暂停，分钟"),
     [](const StatisticsFigures& f) { return lasted(f.pausedMinutes); }},
    {QT_TRANSLATE_NOOP("Statistics", "估时误差"),
     QT_TRANSLATE_NOOP("Statistics", "取号时告知的等候与实际相差，平均，分钟"),
     [](const StatisticsFigures& f) { return lasted(f.toldErrorMinutes); }},
};

/// What has no window has none of these figures, rather than none of them happened.
bool hasNoIssue(StatisticsBy by) {
    return by == StatisticsBy::window || by == StatisticsBy::staff;
}

QList<StatisticsValue> valuesOf(const StatisticsFigures& figures, bool withIssue) {
    QList<StatisticsValue> out;
    for (const FigureColumn& column : kFigureColumns)
        out.append(column.ofIssue && !withIssue ? StatisticsValue{nothing(), {}} : column.value(figures));
    return out;
}

QString recognitionWord(const QString& key) {
    if (key == u"idCard")
        return said(QT_TRANSLATE_NOOP("Statistics", "刷身份证"));
    if (key == u"keyedId")
        return said(QT_TRANSLATE_NOOP("Statistics", "输入证件号"));
    if (key == u"creditCode")
        return said(QT_TRANSLATE_NOOP("Statistics", "统一社会信用代码"));
    if (key == u"scanned")
        return said(QT_TRANSLATE_NOOP("Statistics", "扫码"));
    return said(QT_TRANSLATE_NOOP("Statistics", "未识别身份"));
}

} // namespace

QDate dateOf(model::Day day) {
    return {day.value / 10000, day.value / 100 % 100, day.value % 100};
}

model::Day dayOf(const QDate& date) {
    return {date.year() * 10000 + date.month() * 100 + date.day()};
}

QString minutesText(const std::optional<double>& minutes) {
    return minutes ? QString::number(*minutes, 'f', 1) : nothing();
}

QString shareText(const std::optional<double>& share) {
    return share ? QString::number(*share * kWholePercent, 'f', 1) + u'%' : nothing();
}

std::string statisticsByName(StatisticsBy by) {
    return std::string(model::enumName(by));
}

QString statisticsByWord(StatisticsBy by) {
    switch (by) {
    case StatisticsBy::queue:
        return said(QT_TRANSLATE_NOOP("Statistics", "队列"));
    case StatisticsBy::item:
        return said(QT_TRANSLATE_NOOP("Statistics", "事项"));
    case StatisticsBy::department:
        return said(QT_TRANSLATE_NOOP("Statistics", "部门"));
    case StatisticsBy::window:
        return said(QT_TRANSLATE_NOOP("Statistics", "窗口"));
    case StatisticsBy::staff:
        return said(QT_TRANSLATE_NOOP("Statistics", "人员"));
    case StatisticsBy::hour:
        return said(QT_TRANSLATE_NOOP("Statistics", "时段"));
    case StatisticsBy::weekday:
        return said(QT_TRANSLATE_NOOP("Statistics", "星期"));
    case StatisticsBy::recognition:
        return said(QT_TRANSLATE_NOOP("Statistics", "识别方式"));
    case StatisticsBy::day:
        break;
    }
    return said(QT_TRANSLATE_NOOP("Statistics", "日期"));
}

QString statisticsName(StatisticsBy by, const QString& key, const sync::Replica& replica) {
    if (key.isEmpty())
        return by == StatisticsBy::queue ? said(QT_TRANSLATE_NOOP("Statistics", "（不属于队列的窗口时间）"))
                                         : said(QT_TRANSLATE_NOOP("Statistics", "（未知）"));
    switch (by) {
    case StatisticsBy::queue:
        return referenceWord(u"queue"_s, key, replica);
    case StatisticsBy::item:
        return referenceWord(u"serviceItem"_s, key, replica);
    case StatisticsBy::department:
        return referenceWord(u"department"_s, key, replica);
    case StatisticsBy::window:
        return referenceWord(u"window"_s, key, replica);
    case StatisticsBy::staff:
        return referenceWord(u"staff"_s, key, replica);
    case StatisticsBy::hour:
        return u"%1:00–%2:00"_s.arg(key.toInt()).arg(key.toInt() + 1);
    case StatisticsBy::weekday:
        return weekdayWord(key.toInt());
    case StatisticsBy::recognition:
        return recognitionWord(key);
    case StatisticsBy::day:
        break;
    }
    return dateOf({key.toInt()}).toString(u"yyyy-MM-dd"_s);
}

StatisticsTable statisticsTable(const model::Statistics& statistics, const sync::Replica& replica) {
    StatisticsTable out;
    const QString by = statisticsByWord(statistics.by);
    out.titles.append(by.left(1).toUpper() + by.mid(1));
    out.hints.append(QString());
    for (const FigureColumn& column : kFigureColumns) {
        out.titles.append(said(column.title));
        out.hints.append(said(column.hint));
    }
    const bool withIssue = !hasNoIssue(statistics.by);
    for (const model::StatisticsRow& row : statistics.rows) {
        const QString key = QString::fromStdString(row.key);
        out.lines.append(
            {statisticsName(statistics.by, key, replica), key, valuesOf(row.figures, withIssue)});
    }
    std::stable_partition(out.lines.begin(), out.lines.end(),
                          [](const StatisticsTable::Line& line) { return !line.key.isEmpty(); });
    out.sum = {said(QT_TRANSLATE_NOOP("Statistics", "合计")), {}, valuesOf(statistics.totals, true)};
    return out;
}

} // namespace atrium::admin
