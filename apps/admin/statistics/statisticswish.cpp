// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/statistics/statisticswish.h"

#include "apps/admin/records/recordkind.h"
#include "apps/admin/records/words.h"
#include "apps/admin/statistics/statisticstable.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/halltime.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QUrl>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;
using model::StatisticsBy;

namespace {

constexpr int kWishGap = 10;
constexpr int kFilterWidest = 210;
constexpr int kDayWidth = 150;
constexpr int kDaysOfWeek = 7;

constexpr StatisticsBy kGroupings[] = {StatisticsBy::queue,   StatisticsBy::item,  StatisticsBy::department,
                                       StatisticsBy::window,  StatisticsBy::staff, StatisticsBy::hour,
                                       StatisticsBy::weekday, StatisticsBy::day,   StatisticsBy::recognition};

QComboBox* filterBox(const QString& name, const QString& accessible, QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(accessible);
    box->setMaximumWidth(kFilterWidest);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

QDateEdit* dayEdit(const QString& name, const QString& accessible, QWidget* parent) {
    auto* edit = new QDateEdit(parent);
    edit->setObjectName(name);
    edit->setAccessibleName(accessible);
    edit->setCalendarPopup(true);
    edit->setMinimumWidth(kDayWidth);
    edit->setDisplayFormat(u"yyyy-MM-dd"_s);
    edit->setKeyboardTracking(false); // a date half typed asks for nothing
    return edit;
}

} // namespace

DateSpan spanOf(StatisticsPeriod period, const QDate& today) {
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    const QDate first(today.year(), today.month(), 1);
    switch (period) {
    case StatisticsPeriod::yesterday:
        return {today.addDays(-1), today.addDays(-1)};
    case StatisticsPeriod::thisWeek:
        return {monday, today};
    case StatisticsPeriod::lastWeek:
        return {monday.addDays(-kDaysOfWeek), monday.addDays(-1)};
    case StatisticsPeriod::thisMonth:
        return {first, today};
    case StatisticsPeriod::lastMonth:
        return {first.addMonths(-1), first.addDays(-1)};
    case StatisticsPeriod::today:
    case StatisticsPeriod::any:
        break;
    }
    return {today, today};
}

StatisticsWish::StatisticsWish(sync::HallClient& client, QWidget* parent)
    : QWidget(parent), m_client(client), m_period(filterBox(u"period"_s, tr("期间"), this)),
      m_from(dayEdit(u"from"_s, tr("起始日期"), this)), m_to(dayEdit(u"to"_s, tr("结束日期"), this)),
      m_by(filterBox(u"by"_s, tr("分组"), this)), m_department(filterBox(u"department"_s, tr("部门"), this)),
      m_queue(filterBox(u"queue"_s, tr("队列"), this)) {
    m_period->addItem(tr("今天"), static_cast<int>(StatisticsPeriod::today));
    m_period->addItem(tr("昨天"), static_cast<int>(StatisticsPeriod::yesterday));
    m_period->addItem(tr("本周"), static_cast<int>(StatisticsPeriod::thisWeek));
    m_period->addItem(tr("上周"), static_cast<int>(StatisticsPeriod::lastWeek));
    m_period->addItem(tr("本月"), static_cast<int>(StatisticsPeriod::thisMonth));
    m_period->addItem(tr("上月"), static_cast<int>(StatisticsPeriod::lastMonth));
    m_period->addItem(tr("自选日期"), static_cast<int>(StatisticsPeriod::any));
    for (const StatisticsBy by : kGroupings)
        m_by->addItem(tr("按%1").arg(statisticsByWord(by)), static_cast<int>(by));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kWishGap);
    row->addWidget(m_period);
    row->addWidget(m_from);
    row->addWidget(new QLabel(tr("至"), this));
    row->addWidget(m_to);
    row->addWidget(m_by);
    row->addWidget(m_department);
    row->addWidget(m_queue);
    row->addStretch();
    m_period->setCurrentIndex(m_period->findData(static_cast<int>(StatisticsPeriod::thisWeek)));
    follow();
    fillFilters();
    connect(m_period, &QComboBox::currentIndexChanged, this, [this] {
        follow();
        Q_EMIT changed();
    });
    for (QDateEdit* edit : {m_from, m_to})
        connect(edit, &QDateEdit::dateChanged, this, [this] {
            const QSignalBlocker quiet(m_period);
            m_period->setCurrentIndex(m_period->findData(static_cast<int>(StatisticsPeriod::any)));
            Q_EMIT changed();
        });
    for (QComboBox* box : {m_by, m_department, m_queue})
        connect(box, &QComboBox::currentIndexChanged, this, &StatisticsWish::changed);
    connect(&m_client.replica(), &sync::Replica::changed, this, [this](const QString& kind) {
        if (sync::Replica::isKind<model::Queue>(kind) || sync::Replica::isKind<model::Department>(kind) ||
            sync::Replica::isKind<model::Hall>(kind))
            fillFilters();
    });
}

/// The dates show what the period chosen means.
void StatisticsWish::follow() {
    const auto period = static_cast<StatisticsPeriod>(m_period->currentData().toInt());
    const QDate today = ui::hallNow(m_client).date();
    for (QDateEdit* edit : {m_from, m_to})
        edit->setMaximumDate(today);
    if (period == StatisticsPeriod::any)
        return;
    const DateSpan span = spanOf(period, today);
    const QSignalBlocker quietFrom(m_from);
    const QSignalBlocker quietTo(m_to);
    m_from->setDate(span.from);
    m_to->setDate(span.to);
}

void StatisticsWish::fillFilters() {
    fill(*m_department, tr("全部部门"), u"department"_s);
    fill(*m_queue, tr("全部队列"), u"queue"_s);
}

void StatisticsWish::fill(QComboBox& box, const QString& all, const QString& kind) {
    const QSignalBlocker quiet(box);
    const QVariant chosen = box.currentData();
    box.clear();
    box.addItem(all, QString());
    const RecordKind* known = recordKind(kind);
    for (const Record& record : known->all(m_client.replica()))
        box.addItem(recordWord(*known, record, m_client.replica()), idOf(record));
    box.setCurrentIndex(std::max(0, box.findData(chosen)));
}

DateSpan StatisticsWish::span() const {
    return {std::min(m_from->date(), m_to->date()), std::max(m_from->date(), m_to->date())};
}

StatisticsBy StatisticsWish::by() const {
    return static_cast<StatisticsBy>(m_by->currentData().toInt());
}

std::string StatisticsWish::path() const {
    const DateSpan dates = span();
    std::string out = "/statistics?from=" + std::to_string(dayOf(dates.from).value) +
                      "&to=" + std::to_string(dayOf(dates.to).value) + "&by=" + statisticsByName(by());
    const auto add = [&out](const char* name, const QComboBox& box) {
        const QString id = box.currentData().toString();
        if (!id.isEmpty())
            out += std::string("&") + name + "=" + QUrl::toPercentEncoding(id).toStdString();
    };
    add("department", *m_department);
    add("queue", *m_queue);
    return out;
}

QString StatisticsWish::words() const {
    const DateSpan dates = span();
    QString out =
        dates.from == dates.to
            ? dates.from.toString(u"yyyy-MM-dd"_s)
            : tr("%1 至 %2").arg(dates.from.toString(u"yyyy-MM-dd"_s), dates.to.toString(u"yyyy-MM-dd"_s));
    for (const QComboBox* box : {m_department, m_queue})
        if (!box->currentData().toString().isEmpty())
            out += u" · "_s + box->currentText();
    return out;
}

void StatisticsWish::takeFocus() {
    m_period->setFocus(Qt::ShortcutFocusReason);
}

} // namespace atrium::admin
