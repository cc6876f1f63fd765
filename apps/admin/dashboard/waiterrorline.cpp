// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/dashboard/waiterrorline.h"

#include "shared/sync/qt/replica.h"
#include "shared/ui/widgets/widgettheme.h"

#include <QStringList>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

QString percent(const std::optional<double>& share) {
    constexpr double kHundred = 100;
    return QString::number(qRound(share.value_or(0) * kHundred)) + u'%';
}

QString minutesOf(const model::WaitError& error) {
    return QString::number(error.meanMinutes.value_or(0), 'f', 1);
}

} // namespace

WaitErrorLine::WaitErrorLine(const sync::Replica& replica, QWidget* parent)
    : QLabel(parent), m_replica(replica) {
    setObjectName(u"wait-error"_s);
    ui::setKind(*this, u"hint"_s);
}

void WaitErrorLine::setErrors(const std::optional<model::WaitErrors>& errors) {
    if (!errors) {
        clear();
        setToolTip({});
        return;
    }
    const auto& hall = errors->hall;
    if (hall.count == 0) {
        setText(tr("估时误差 今天还没有叫号"));
        setToolTip({});
        return;
    }
    setText(tr("估时误差 平均 %1 分钟 · %2 在 5 分钟内").arg(minutesOf(hall), percent(hall.withinFive)));
    QStringList lines{tr("%1 在所示区间内").arg(percent(hall.inside))};
    for (const auto& [id, error] : errors->queues) {
        const auto* queue = m_replica.peek<model::Queue>(id);
        const QString name = QString::fromStdString(queue == nullptr ? id.value : queue->name);
        lines.append(
            tr("%1：平均 %2 分钟，%3 在 5 分钟内").arg(name, minutesOf(error), percent(error.withinFive)));
    }
    setToolTip(lines.join(u'\n'));
}

} // namespace atrium::admin
