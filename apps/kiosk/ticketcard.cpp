// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/ticketcard.h"

#include "apps/kiosk/hallload.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/departmentname.h"
#include "shared/ui/appkit/halltime.h"
#include "shared/ui/appkit/morebusinesses.h"
#include "shared/ui/appkit/passedrule.h"
#include "shared/ui/tokens/theme.h"

#include <QDateTime>

#include <algorithm>

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

QString spaced(const QString& number) {
    const auto digit = std::find_if(number.begin(), number.end(), [](QChar c) { return c.isDigit(); });
    const auto prefix = std::distance(number.begin(), digit);
    return prefix == 0 ? number : number.left(prefix) + u' ' + number.mid(prefix);
}

TicketCard::TicketCard(sync::HallClient& client, HallLoad& load, QObject* parent)
    : QObject(parent), m_client(client), m_load(load) {
    connect(&ui::Theme::instance(), &ui::Theme::languageChanged, this, &TicketCard::changed,
            Qt::QueuedConnection);
}

void TicketCard::show(const model::TicketView& view) {
    m_view = view;
    m_unconfirmed = false;
    m_onScreen = false;
    Q_EMIT changed();
}

void TicketCard::setUnconfirmed(bool unconfirmed) {
    m_unconfirmed = unconfirmed;
    Q_EMIT changed();
}

void TicketCard::setOnScreen(bool onScreen) {
    m_onScreen = onScreen;
    Q_EMIT changed();
}

void TicketCard::setPhone(const QString& masked) {
    m_phone = masked;
    Q_EMIT changed();
}

void TicketCard::clear() {
    m_view.reset();
    m_phone.clear();
    m_unconfirmed = false;
    m_onScreen = false;
    Q_EMIT changed();
}

const model::ServiceItem* TicketCard::record() const {
    return m_view ? m_client.replica().peek<model::ServiceItem>(m_view->ticket.itemId) : nullptr;
}

QString TicketCard::message() const {
    return m_phone.isEmpty() ? QString() : tr("快到号和叫号时，会发短信到 %1").arg(m_phone);
}

QString TicketCard::number() const {
    return m_view ? toText(m_view->ticket.number) : QString();
}

QString TicketCard::spacedNumber() const {
    return spaced(number());
}

QString TicketCard::item() const {
    const auto* item = record();
    return item == nullptr ? QString() : inLanguage(item->name, item->nameEn);
}

QString TicketCard::department() const {
    const auto* item = record();
    return item == nullptr ? QString() : ui::departmentAndSection(m_client, item->departmentId, isEnglish());
}

QString TicketCard::peopleAhead() const {
    return m_view ? HallLoad::peopleText(m_view->peopleAhead) : QString();
}

QString TicketCard::expectedWait() const {
    return m_view ? HallLoad::waitText(m_view->waitLowMinutes, m_view->waitHighMinutes) : QString();
}

QString TicketCard::windows() const {
    return m_view && !m_view->windowNumbers.empty() ? tr("%1 号").arg(numberRanges(m_view->windowNumbers))
                                                    : QString();
}

QString TicketCard::area() const {
    if (!m_view)
        return {};
    const auto* queue = m_client.replica().peek<model::Queue>(m_view->ticket.queueId);
    const auto* area = queue == nullptr ? nullptr : m_client.replica().peek<model::Area>(queue->areaId);
    if (area == nullptr)
        return {};
    const auto* floor = m_client.replica().peek<model::Floor>(area->floorId);
    const QString name = inLanguage(area->name, area->nameEn);
    return floor == nullptr ? name : inLanguage(floor->name, floor->nameEn) + u' ' + name;
}

QString TicketCard::holder() const {
    return m_view ? (toText(m_view->holderName) + u' ' + toText(m_view->holderNumber)).trimmed() : QString();
}

QString TicketCard::takenAt() const {
    if (!m_view)
        return {};
    return ui::hallTime(m_client.replica(), m_view->ticket.issuedAt).toString(u"yyyy-MM-dd HH:mm"_s);
}

QString TicketCard::hint() const {
    const auto* queue = m_view ? m_client.replica().peek<model::Queue>(m_view->ticket.queueId) : nullptr;
    return queue == nullptr ? QString() : inLanguage(queue->hint, queue->hintEn);
}

QString TicketCard::more() const {
    return m_view ? ui::moreBusinessesText(m_view->ticket, m_client, isEnglish()) : QString();
}

QString TicketCard::passedRule() const {
    const auto* queue = m_view ? m_client.replica().peek<model::Queue>(m_view->ticket.queueId) : nullptr;
    return queue == nullptr ? QString() : ui::passedRuleText(*queue, isEnglish());
}

QString TicketCard::materials() const {
    const auto* item = record();
    QStringList names;
    if (item != nullptr)
        for (const auto& material : item->materials)
            if (material.required)
                names.append(toText(material.name));
    return names.join(u"、"_s);
}

int TicketCard::materialCount() const {
    const auto* item = record();
    return item == nullptr ? 0
                           : static_cast<int>(std::count_if(item->materials.begin(), item->materials.end(),
                                                            [](const auto& one) { return one.required; }));
}

QString TicketCard::qrText() const {
    return m_view ? toText(m_view->qrText) : QString();
}

ui::TicketPrint TicketCard::print() const {
    ui::TicketPrint paper;
    const auto& halls = m_client.replica().all<model::Hall>();
    if (!halls.empty())
        paper.hall = inLanguage(halls.front().name, halls.front().nameEn);
    paper.number = number();
    paper.department = department();
    paper.item = item();
    paper.windows = windows();
    if (const QString where = area(); !where.isEmpty())
        paper.windows = paper.windows.isEmpty() ? where : paper.windows + u" · "_s + where;
    paper.takenAt = takenAt();
    paper.peopleAhead = peopleAhead();
    paper.expectedWait = expectedWait();
    paper.holder = holder();
    for (const QString& line : {more(), hint()})
        if (!line.isEmpty())
            paper.hints.append(line);
    if (const QString line = message(); !line.isEmpty())
        paper.hints.append(line);
    if (const QString line = passedRule(); !line.isEmpty())
        paper.hints.append(line);
    paper.qrText = qrText();
    paper.english = isEnglish();
    return paper;
}

} // namespace atrium::kiosk
