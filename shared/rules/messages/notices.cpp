// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/messages/notices.h"

#include "shared/rules/queueing/dispatch.h"

namespace atrium::rules::messages {
namespace {

using model::Ticket;
using model::TicketState;

Notice noticeFor(const Ticket& ticket, const Reach& reach, MessageKind kind, const HallView& hall) {
    Notice notice;
    notice.kind = kind;
    notice.ticketId = ticket.id;
    notice.personId = reach.personId;
    notice.language = ticket.language;
    notice.values.number = ticket.number;
    const auto item = hall.config.items.find(ticket.itemId);
    if (item != hall.config.items.end()) {
        const bool english = ticket.language == model::Language::en && !item->second.nameEn.empty();
        notice.values.item = english ? item->second.nameEn : item->second.name;
    }
    return notice;
}

std::string minutesOf(const estimate::Interval& wait) {
    const auto low = std::to_string(wait.lowMinutes);
    return wait.highMinutes ? low + "-" + std::to_string(*wait.highMinutes) : low + "+";
}

void addCalled(const model::Call& call, const HallView& hall, const NoticeRules& rules, FollowUp& out) {
    const auto ticket = hall.state.tickets.find(call.ticketId);
    if (rules.callStyle == CallStyle::spoken || ticket == hall.state.tickets.end())
        return;
    const auto reach = hall.reachOf(ticket->second);
    if (!reach)
        return;
    auto notice = noticeFor(ticket->second, *reach, MessageKind::called, hall);
    notice.key = "called/" + call.id.value;
    notice.values.window = call.windowNumber;
    notice.expiresAt = hall.now.at + std::chrono::minutes(rules.callLifeMinutes);
    out.notices.push_back(std::move(notice));
}

void addNext(const model::WindowId& window, const HallView& hall, const NoticeRules& rules, FollowUp& out) {
    const auto* ticket = queueing::nextFor(window, hall.state, hall.now.at, hall.config);
    if (!ticket)
        return;
    const auto reach = hall.reachOf(*ticket);
    if (!reach)
        return;
    auto notice = noticeFor(*ticket, *reach, MessageKind::nextPerson, hall);
    notice.key = "next/" + ticket->id.value;
    notice.values.ahead = queueing::peopleAhead(ticket->id, hall.state, hall.now.at, hall.config);
    notice.expiresAt = hall.now.at + std::chrono::minutes(rules.nextLifeMinutes);
    out.notices.push_back(std::move(notice));
}

} // namespace

FollowUp followUp(const queueing::Event& event, const HallView& hall, const NoticeRules& rules) {
    FollowUp out;
    for (const auto& ticket : event.tickets)
        if (ticket.state != TicketState::waiting && ticket.state != TicketState::reserved)
            out.withdrawals.push_back({ticket.id, ticket.state != TicketState::called});
    if (event.type != queueing::EventType::ticketCalled || !event.call)
        return out;
    addCalled(*event.call, hall, rules, out);
    addNext(event.call->windowId, hall, rules, out);
    return out;
}

std::vector<Notice> nearTurns(const std::vector<model::TicketId>& candidates, const HallView& hall,
                              const NoticeRules& rules) {
    std::vector<Notice> out;
    for (const auto& id : candidates) {
        const auto found = hall.state.tickets.find(id);
        if (found == hall.state.tickets.end() || found->second.state != TicketState::waiting)
            continue;
        const auto& ticket = found->second;
        const auto reach = hall.reachOf(ticket);
        if (!reach || hall.now.at - ticket.issuedAt < std::chrono::minutes(rules.restMinutes))
            continue;
        const auto wait = estimate::waitOf(ticket, hall.state, hall.now.at, hall.config, hall.pools);
        // Nobody serves: a turn is not near however few are ahead.
        if (!wait.wait || (wait.peopleAhead > rules.nearPeople &&
                           wait.wait->lowMinutes > reach->walkMinutes + rules.marginMinutes))
            continue;
        auto notice = noticeFor(ticket, *reach, MessageKind::nearTurn, hall);
        notice.key = "near/" + ticket.id.value;
        notice.values.ahead = wait.peopleAhead;
        notice.values.minutes = minutesOf(*wait.wait);
        notice.expiresAt = hall.now.at + std::chrono::minutes(rules.nearLifeMinutes);
        out.push_back(std::move(notice));
    }
    return out;
}

} // namespace atrium::rules::messages
