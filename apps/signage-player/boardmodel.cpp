// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/signage-player/boardmodel.h"

#include "shared/model/reflect.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/localtext.h"
#include "shared/ui/tokens/theme.h"

#include <algorithm>
#include <map>
#include <utility>

namespace atrium::signage {

using namespace Qt::Literals::StringLiterals;
using ui::inLanguage;

namespace {

/// More rows than any style shows, so that a style never runs out.
constexpr std::size_t kMostCalls = 14;
constexpr int kMostPassed = 6;

/// Only what is of the service day is shown; the replica's day is 0 before it is known.
bool isOf(model::Day day, const model::Ticket* ticket) {
    return ticket != nullptr && (day.value == 0 || ticket->day == day);
}

} // namespace

BoardModel::BoardModel(sync::HallClient& client, QObject* parent)
    : QObject(parent), m_client(client), m_calls({u"number"_s, u"window"_s, u"queue"_s, u"lit"_s}),
      m_waiting({u"prefix"_s, u"name"_s, u"waiting"_s}) {
    m_unlight.setSingleShot(true);
    connect(&m_unlight, &QTimer::timeout, this, &BoardModel::refresh);
    connect(&client.replica(), &sync::Replica::changed, this,
            [this](const QString& kind, const QStringList& ids) {
                if (sync::Replica::isKind<model::Call>(kind))
                    m_changedCalls += ids;
                m_anew = m_anew || sync::Replica::isKind<model::Area>(kind) ||
                         (ids.isEmpty() && sync::Replica::isKind<model::Call>(kind));
            });
    connect(&client.replica(), &sync::Replica::batchApplied, this, &BoardModel::refresh);
    connect(&client, &sync::HallClient::selfChanged, this, [this] {
        m_anew = true; // other areas, perhaps
        refresh();
    });
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

const model::Ticket* BoardModel::ticketOfToday(const model::TicketId& id) const {
    const auto* ticket = m_client.replica().peek<model::Ticket>(id);
    return isOf(m_client.replica().day(), ticket) ? ticket : nullptr;
}

void BoardModel::refresh() {
    refreshWaiting();
    takeCalls();
    refreshCalls();
    Q_EMIT changed();
}

void BoardModel::takeCalls() {
    std::vector<const model::Call*> came;
    const auto take = [&](const model::Call* call) {
        if (call != nullptr && shows(call->areaId) && ticketOfToday(call->ticketId) != nullptr)
            came.push_back(call);
    };
    const bool anew = std::exchange(m_anew, false);
    const QStringList ids = std::exchange(m_changedCalls, {});
    if (anew)
        for (const auto& call : m_client.replica().all<model::Call>())
            take(&call);
    else
        for (const auto& id : ids)
            take(m_client.replica().peek<model::Call>(model::CallId(id.toStdString())));
    std::sort(came.begin(), came.end(), [](const model::Call* a, const model::Call* b) {
        return std::pair(a->at, a->version) < std::pair(b->at, b->version);
    });
    std::vector<model::Call> fresh;
    if (anew)
        m_book.beginAnew();
    for (const auto* call : came)
        if (m_book.add(*call) && ticketOfToday(call->ticketId)->state == model::TicketState::called)
            fresh.push_back(*call);
    if (anew)
        m_book.finishAnew();
    if (!fresh.empty())
        Q_EMIT callsArrived(fresh);
}

void BoardModel::setTurns(Turns turns) {
    if (!m_book.setTurns(std::move(turns), m_client.sync().serverNow()))
        return;
    refreshCalls();
    Q_EMIT changed();
}

void BoardModel::refreshCalls() {
    const auto shown = m_book.rows([this](const auto& id) { return ticketOfToday(id); },
                                   m_client.sync().serverNow(), kMostCalls);
    QList<ui::RecordRow> rows;
    for (const auto& [call, lit] : shown.rows) {
        const auto* queue = m_client.replica().peek<model::Queue>(call->queueId);
        rows.append({QString::fromStdString(call->ticketId.value),
                     {QString::fromStdString(call->number), call->windowNumber,
                      queue == nullptr ? QString() : inLanguage(queue->name, queue->nameEn), lit}});
    }
    m_calls.update(rows);
    if (shown.changesIn)
        m_unlight.start(*shown.changesIn);
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

model::BoardStyle BoardModel::boardStyle() const {
    const auto self = m_client.self();
    const auto mine = areas();
    return self && self->boardStyle ? *self->boardStyle
           : mine.empty()           ? model::BoardStyle::classic
                                    : mine.front()->boardStyle;
}

std::size_t BoardModel::places() const {
    switch (boardStyle()) {
    case model::BoardStyle::classic: // the current one and a list of five
    case model::BoardStyle::split:
        return 6;
    case model::BoardStyle::ledger: // two columns
        return kMostCalls;
    case model::BoardStyle::large: // the current one and three below
        return 4;
    }
    return 1;
}

QString BoardModel::style() const {
    const auto name = model::enumName(boardStyle());
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
