// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/view/paper.h"

#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/departmentname.h"
#include "shared/ui/appkit/morebusinesses.h"
#include "shared/ui/appkit/passedrule.h"

#include <QDateTime>
#include <QTimeZone>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

namespace {

QString windowsText(const std::vector<int>& windows, bool english) {
    QStringList numbers;
    for (const int number : windows)
        numbers.append(QString::number(number));
    if (numbers.isEmpty())
        return {};
    const QString word = numbers.size() == 1 ? u"Window "_s : u"Windows "_s;
    return english ? word + numbers.join(u", "_s) : numbers.join(u'、') + u" 号窗口"_s;
}

QString waitText(const model::TicketView& view, bool english) {
    if (!view.waitLowMinutes)
        return {};
    if (view.waitHighMinutes == 0)
        return english ? u"no waiting"_s : u"马上办理"_s;
    if (!view.waitHighMinutes && *view.waitLowMinutes >= model::kLongestWaitMinutes)
        return english ? u"over 2 h"_s : u"超过 2 小时"_s;
    if (!view.waitHighMinutes)
        return english ? u"over %1 min"_s.arg(*view.waitLowMinutes)
                       : u"%1 分钟以上"_s.arg(*view.waitLowMinutes);
    const QString span = *view.waitLowMinutes == *view.waitHighMinutes
                             ? QString::number(*view.waitHighMinutes)
                             : u"%1–%2"_s.arg(*view.waitLowMinutes).arg(*view.waitHighMinutes);
    return english ? u"about %1 min"_s.arg(span) : u"约 %1 分钟"_s.arg(span);
}

} // namespace

ui::TicketPrint paperOf(const model::TicketView& view, sync::HallClient& client, bool again) {
    const auto& ticket = view.ticket;
    const bool english = ticket.language == model::Language::en;
    const auto pick = [english](const std::string& chinese, const std::string& inEnglish) {
        return QString::fromStdString(english && !inEnglish.empty() ? inEnglish : chinese);
    };
    ui::TicketPrint paper;
    paper.english = english;
    QByteArray zoneName = "Asia/Shanghai";
    if (const auto& halls = client.replica().all<model::Hall>(); !halls.empty()) {
        paper.hall = pick(halls.front().name, halls.front().nameEn);
        zoneName = QByteArray::fromStdString(halls.front().timeZone);
    }
    paper.number = QString::fromStdString(ticket.number);
    if (const auto* item = client.replica().peek<model::ServiceItem>(ticket.itemId)) {
        paper.item = pick(item->name, item->nameEn);
        paper.department = ui::departmentAndSection(client, item->departmentId, english);
    }
    if (const QString more = ui::moreBusinessesText(ticket, client, english); !more.isEmpty())
        paper.hints.append(more);
    if (const auto* queue = client.replica().peek<model::Queue>(ticket.queueId)) {
        if (const QString hint = pick(queue->hint, queue->hintEn); !hint.isEmpty())
            paper.hints.append(hint);
        paper.hints.append(ui::passedRuleText(*queue, english));
    }
    const QTimeZone zone(zoneName);
    paper.takenAt = QDateTime::fromMSecsSinceEpoch(model::toMillis(ticket.issuedAt))
                        .toTimeZone(zone.isValid() ? zone : QTimeZone::utc())
                        .toString(u"yyyy-MM-dd HH:mm"_s);
    paper.windows = windowsText(view.windowNumbers, english);
    paper.peopleAhead = english ? QString::number(view.peopleAhead) : u"%1 人"_s.arg(view.peopleAhead);
    paper.expectedWait = waitText(view, english);
    paper.holder = QString::fromStdString(view.holderName + " " + view.holderNumber).trimmed();
    paper.qrText = QString::fromStdString(view.qrText);
    paper.unconfirmed = again && ticket.printState == model::PrintState::unconfirmed;
    paper.duplicate = again;
    return paper;
}

} // namespace atrium::windowterminal
