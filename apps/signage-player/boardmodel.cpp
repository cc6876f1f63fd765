// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/signage-player/boardmodel.h"

#include "shared/model/reflect.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/localtext.h"
#include "shared/ui/tokens/theme.h"

#include <algorithm>
#include <chrono>
#include <map>

namespace atrium::signage {

using namespace Qt::Literals::StringLiterals;
using ui::inLanguage;

namespace {

constexpr std::chrono::seconds kLitFor{10};
/// More rows than any style shows, so that a style never runs out.
constexpr std::size_t kMostCalls = 14;
constexpr int kMostPassed = 6;

/// Who did not come, waits again or went home is not sent to a window any more.
bool isOver(const model::Ticket* ticket) {
    using enum model::TicketState;
    return ticket != nullptr && (ticket->state == noShow || ticket->state == waiting ||
                                 ticket->state == cancelled || ticket->state == voided);
}

/// Only what is of the service day is shown; the replica's day is 0 before it is known.
bool isOf(model::Day day, const model::Ticket* ticket) {
    return ticket != nullptr && (day.value == 0 || ticket->day == day);
}

bool toBeHeard(const model::Ticket* ticket) {
    return ticket != nullptr &&
           (ticket->state == model::TicketState::called || ticket->state == model::TicketState::serving);
}

} // namespace

BoardModel::BoardModel(sync::HallClient& client, QObject* parent)
    : QObject(parent), m_client(client), m_calls({u"number"_s, u"window"_s, u"queue"_s, u"lit"_s}),
      m_waiting({u"prefix"_s, u"name"_s, u"waiting"_s}) {
    m_unlight.setSingleShot(true);
    connect(&m_unlight, &QTimer::timeout, this, &BoardModel::refresh);
    connect(&client.replica(), &sync::Replica::batchApplied, this, &BoardModel::refresh);
    connect(&client, &sync::HallClient::selfChanged, this, &BoardModel::refresh);
    connect(&ui::Theme::instance(), &ui::Theme::languageChanged, this, &BoardModel::refresh);
    refresh();
}

std::vector<const model::Area*> BoardModel::areas() const {
    std::vector<const model::Area*> out;
    const auto self = m_client.self();
    for (const auto& area : m_client.replica().all<model::Area>())
        if (!self || self->areaIds.empty() ||
            std::find(self->areaIds.begin(), self->areaIds.end(), area.id) != self->areaIds.end())
            out.push_back(&area);
    return out;
}

bool BoardModel::shows(const model::AreaId& area) const {
    const auto mine = areas();
    return std::any_of(mine.begin(), mine.end(), [&](const model::Area* a) { return a->id == area; });
}

void BoardModel::refresh() {
    refreshWaiting();
    refreshCalls();
    Q_EMIT changed();
}

void BoardModel::refreshCalls() {
    const auto& all = m_client.replica().all<model::Call>();
    std::vector<const model::Call*> mine;
    const model::Day today = m_client.replica().day();
    for (const auto& call : all)
        if (shows(call.areaId) && isOf(today, m_client.replica().peek<model::Ticket>(call.ticketId)))
            mine.push_back(&call);
    std::sort(mine.begin(), mine.end(), [](const model::Call* a, const model::Call* b) {
        return std::pair(a->at, a->version) > std::pair(b->at, b->version);
    });

    const model::Instant now = m_client.sync().serverNow();
    QList<ui::RecordRow> rows;
    std::vector<model::WindowId> windows;
    std::vector<model::Call> fresh;
    std::optional<model::Milliseconds> nextUnlight;
    for (const auto* call : mine) {
        if (static_cast<std::size_t>(rows.size()) >= kMostCalls)
            break;
        // One row a window: its newer call says that the older person is served.
        if (std::find(windows.begin(), windows.end(), call->windowId) != windows.end())
            continue;
        windows.push_back(call->windowId);
        const auto* ticket = m_client.replica().peek<model::Ticket>(call->ticketId);
        if (isOver(ticket))
            continue;
        const auto* queue = m_client.replica().peek<model::Queue>(call->queueId);
        const auto age = now - call->at;
        const bool lit = age < kLitFor && toBeHeard(ticket);
        if (lit)
            nextUnlight =
                std::min(nextUnlight.value_or(kLitFor), std::max(kLitFor - age, model::Milliseconds(50)));
        rows.append({QString::fromStdString(call->ticketId.value),
                     {QString::fromStdString(call->number), call->windowNumber,
                      queue == nullptr ? QString() : inLanguage(queue->name, queue->nameEn), lit}});
    }
    // To be said: calls not seen before whose person has not come yet, oldest first.
    std::vector<model::CallId> known;
    for (auto at = mine.rbegin(); at != mine.rend(); ++at) {
        known.push_back((*at)->id);
        const auto* ticket = m_client.replica().peek<model::Ticket>((*at)->ticketId);
        const bool seen = std::find(m_known.begin(), m_known.end(), (*at)->id) != m_known.end();
        if (!seen && ticket != nullptr && ticket->state == model::TicketState::called)
            fresh.push_back(**at);
    }
    m_known = std::move(known);
    m_calls.update(rows);
    if (nextUnlight)
        m_unlight.start(*nextUnlight);
    if (!fresh.empty())
        Q_EMIT callsShown(fresh);
}

void BoardModel::refreshWaiting() {
    // Only how many: who comes next is decided by what the screens may not know (priority, the window's
    // items).
    std::map<model::QueueId, int> waiting;
    QStringList passed;
    std::vector<const model::Ticket*> passedTickets;
    const model::Day today = m_client.replica().day();
    for (const auto& ticket : m_client.replica().all<model::Ticket>()) {
        if (!isOf(today, &ticket))
            continue;
        if (ticket.state == model::TicketState::waiting)
            ++waiting[ticket.queueId];
        const bool over = ticket.state == model::TicketState::noShow ||
                          (ticket.state == model::TicketState::waiting && ticket.noShows > 0);
        const auto* queue = m_client.replica().peek<model::Queue>(ticket.queueId);
        if (over && queue != nullptr && shows(queue->areaId))
            passedTickets.push_back(&ticket);
    }
    std::sort(passedTickets.begin(), passedTickets.end(),
              [](const auto* a, const auto* b) { return a->version > b->version; });
    for (const auto* ticket : passedTickets)
        if (passed.size() < kMostPassed)
            passed.append(QString::fromStdString(ticket->number));
    m_passed = passed.join(u" · "_s);

    QList<ui::RecordRow> rows;
    for (const auto& queue : m_client.replica().all<model::Queue>()) {
        if (!queue.active || !shows(queue.areaId))
            continue;
        rows.append({QString::fromStdString(queue.id.value),
                     {QString::fromStdString(queue.prefix), inLanguage(queue.name, queue.nameEn),
                      waiting[queue.id]}});
    }
    m_waiting.update(rows);
}

QString BoardModel::areaName() const {
    const auto mine = areas();
    if (mine.size() == 1)
        return inLanguage(mine.front()->name, mine.front()->nameEn);
    const auto& halls = m_client.replica().all<model::Hall>();
    return halls.empty() ? QString() : inLanguage(halls.front().name, halls.front().nameEn);
}

QString BoardModel::caption() const {
    QStringList parts;
    for (const auto* area : areas()) {
        const QString text = inLanguage(area->caption, area->captionEn);
        if (!text.isEmpty() && !parts.contains(text))
            parts.append(text);
    }
    return parts.join(u"　　"_s);
}

QString BoardModel::style() const {
    const auto self = m_client.self();
    const auto mine = areas();
    const model::BoardStyle style = self && self->boardStyle ? *self->boardStyle
                                    : mine.empty()           ? model::BoardStyle::classic
                                                             : mine.front()->boardStyle;
    const auto name = model::enumName(style);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

QString BoardModel::currentNumber() const {
    return m_calls.value(0, u"number"_s).toString();
}

int BoardModel::currentWindow() const {
    return m_calls.value(0, u"window"_s).toInt();
}

bool BoardModel::currentLit() const {
    return m_calls.value(0, u"lit"_s).toBool();
}

bool BoardModel::known() const {
    return !m_client.replica().all<model::Hall>().empty();
}

bool BoardModel::sound() const {
    const auto self = m_client.self();
    return self && self->sound;
}

} // namespace atrium::signage
