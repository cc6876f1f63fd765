// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/dashboard/alarmlist.h"

#include "apps/admin/account.h"
#include "apps/admin/records/words.h"
#include "shared/model/reflect.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/widgets/emptystate.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kBar = 6;
constexpr int kMostRows = 100;

int rank(const model::Alarm& alarm) {
    return (alarm.acknowledgedAt ? 2 : 0) + (alarm.urgent ? 0 : 1);
}

} // namespace

AlarmList::AlarmList(sync::HallClient& client, Account& account, QWidget* parent)
    : QWidget(parent), m_client(client), m_account(account), m_rows(new QVBoxLayout) {
    auto* inside = new QWidget(this);
    inside->setLayout(m_rows);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(2);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setStyleSheet(u"QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"_s);
    scroll->setWidget(inside);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    connect(&m_client.replica(), &sync::Replica::changed, this, [this](const QString& kind) {
        if (sync::Replica::isKind<model::Alarm>(kind))
            refresh();
    });
    connect(&m_account, &Account::changed, this, &AlarmList::refresh);
    refresh();
}

void AlarmList::refresh() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater(); // its own button may be on the call stack
        }
        delete item;
    }
    std::vector<model::Alarm> alarms;
    for (const model::Alarm& alarm : m_client.replica().all<model::Alarm>()) {
        if (!alarm.clearedAt)
            alarms.push_back(alarm);
    }
    std::sort(alarms.begin(), alarms.end(), [](const model::Alarm& left, const model::Alarm& right) {
        return rank(left) != rank(right) ? rank(left) < rank(right) : left.raisedAt > right.raisedAt;
    });
    m_open = static_cast<int>(std::count_if(alarms.begin(), alarms.end(),
                                            [](const model::Alarm& alarm) { return !alarm.acknowledgedAt; }));
    if (alarms.size() > kMostRows)
        alarms.resize(kMostRows);
    for (const model::Alarm& alarm : alarms)
        m_rows->addWidget(row(alarm));
    if (alarms.empty())
        m_rows->addWidget(
            new ui::EmptyState(u"circle-check"_s, tr("没有告警"), tr("没有等待处理的事。"), this), 1);
    else
        m_rows->addStretch();
    Q_EMIT changed();
}

/// A ticket by the window that served it, while that is known, else by its number, which is the detail.
QString AlarmList::subjectWord(const model::Alarm& alarm) const {
    const sync::Replica& replica = m_client.replica();
    if (alarm.subjectKind == "gateway")
        return tr("短信网关");
    if (alarm.subjectKind != model::RecordTraits<model::Ticket>::kind)
        return referenceWord(QString::fromStdString(alarm.subjectKind),
                             QString::fromStdString(alarm.subjectId), replica);
    const auto* ticket = replica.peek<model::Ticket>(model::TicketId(alarm.subjectId));
    return ticket != nullptr && ticket->windowId
               ? referenceWord(u"window"_s, QString::fromStdString(ticket->windowId->value), replica)
               : QString::fromStdString(alarm.detail);
}

QWidget* AlarmList::row(const model::Alarm& alarm) {
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 8, 4, 8);
    auto* bar = new QFrame(row);
    bar->setFixedWidth(kBar);
    const auto colour = alarm.acknowledgedAt ? &ui::Palette::outline
                        : alarm.urgent       ? &ui::Palette::accent
                                             : &ui::Palette::warning;
    bar->setStyleSheet(u"background: %1; border-radius: 3px;"_s.arg(ui::widgetColor(colour).name()));
    const QString subject = subjectWord(alarm);
    auto* title = new QLabel(
        u"%1 · %2"_s.arg(enumWord(QString::fromUtf8(model::enumName(alarm.kind).data())), subject), row);
    title->setTextFormat(Qt::PlainText);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    title->setWordWrap(true);
    const qint64 minutes = std::max<qint64>(
        0, (model::toMillis(m_client.sync().serverNow()) - model::toMillis(alarm.raisedAt)) / 60'000);
    const QString age = minutes < 1    ? tr("刚刚")
                        : minutes < 60 ? tr("%1 分钟前").arg(minutes)
                                       : tr("%1 小时前").arg(minutes / 60);
    QStringList parts{age};
    if (alarm.kind == model::AlarmKind::queueStranded)
        parts.prepend(tr("%1 人等候").arg(QString::fromStdString(alarm.detail)));
    else if (!alarm.detail.empty() && QString::fromStdString(alarm.detail) != subject)
        parts.prepend(enumWord(QString::fromStdString(alarm.detail)));
    if (alarm.acknowledgedBy)
        parts.append(tr("%1 已确认")
                         .arg(referenceWord(u"staff"_s, QString::fromStdString(alarm.acknowledgedBy->value),
                                            m_client.replica())));
    auto* hint = new QLabel(parts.join(u" · "_s), row);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    ui::setKind(*hint, u"hint"_s);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(title);
    auto* below = new QHBoxLayout; // the title has the whole width: a long one leaves room for the next alarm
    below->addWidget(hint, 1);
    texts->addLayout(below);
    line->addWidget(bar);
    line->addLayout(texts, 1);
    if (!alarm.acknowledgedAt && m_account.seesToAlarms()) {
        auto* button = new QPushButton(tr("确认"), row);
        ui::setKind(*button, u"tinted"_s);
        button->setStyleSheet(u"padding: 2px 12px; min-height: 0;"_s);
        const QString id = QString::fromStdString(alarm.id.value);
        button->setObjectName(u"acknowledge-"_s + id);
        button->setAccessibleName(tr("确认告警：%1").arg(title->text()));
        connect(button, &QPushButton::clicked, this, [this, id, button] {
            button->setEnabled(false);
            acknowledge(id);
        });
        below->addWidget(button, 0, Qt::AlignTop);
    }
    return row;
}

void AlarmList::acknowledge(const QString& id) {
    m_client.api().post<sync::Empty>("/alarms/" + id.toStdString() + "/acknowledge", sync::Empty{}, this,
                                     [this](const model::Result<sync::Empty>& answer) {
                                         if (answer)
                                             return; // the event brings the change
                                         refresh();
                                         Q_EMIT failed(errorWord(answer.error()));
                                     });
}

} // namespace atrium::admin
