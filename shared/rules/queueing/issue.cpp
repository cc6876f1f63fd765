// SPDX-License-Identifier: GPL-3.0-or-later
// Giving out a number.
#include "shared/rules/queueing/draft.h"

#include <algorithm>

namespace atrium::rules::queueing {
namespace {

using model::ErrorCode;

constexpr int kLastClass = 4;
constexpr std::size_t kDigits = 4;
constexpr std::size_t kMostBusinesses = 5; ///< on one ticket
constexpr int kHoliday = 0;                ///< Now::local

bool givesNumbersAt(const model::Queue& queue, const model::LocalTime& local) {
    return queue.hours.empty() ||
           std::any_of(queue.hours.begin(), queue.hours.end(), [&](const model::OpeningHours& hours) {
               return hours.weekday == local.weekday && hours.from <= local.minute && local.minute < hours.to;
           });
}

std::string numberOf(const model::Queue& queue, int sequence) {
    std::string digits = std::to_string(sequence);
    if (digits.size() < kDigits)
        digits.insert(0, kDigits - digits.size(), '0');
    return queue.prefix + digits;
}

/// Of the further businesses: each is one that gives numbers, somebody serves it, and none is named twice.
/// Their queues' hours and quotas do not count: the number is the first queue's.
std::optional<model::Error> refusalOfMore(const Context& context, const IssueTicket& wish) {
    const auto& more = wish.moreItemIds;
    if (more.size() >= kMostBusinesses)
        return refuse(ErrorCode::tooLarge, "/moreItemIds",
                      {model::Sentence::tooManyBusinesses, {{"count", std::to_string(kMostBusinesses)}}});
    for (std::size_t at = 0; at < more.size(); ++at) {
        const std::string path = "/moreItemIds/" + std::to_string(at);
        const auto before = more.begin() + static_cast<std::ptrdiff_t>(at);
        const auto item = context.config.items.find(more[at]);
        if (item == context.config.items.end())
            return refuse(ErrorCode::notFound, path, model::Sentence::noSuchItem);
        if (more[at] == wish.itemId || std::find(more.begin(), before, more[at]) != before)
            return refuse(ErrorCode::invalid, path, model::Sentence::namedTwice);
        const auto& queue = queueOf(context, item->second.queueId);
        if (!item->second.active || !queue.active)
            return refuse(ErrorCode::queueClosed, path, model::Sentence::itemGivesNoNumbers);
        if (!isServed(context.config, more[at]))
            return refuse(ErrorCode::notServable, path, model::Sentence::noWindowServes);
        if (queue.realName && !wish.personId)
            return refuse(ErrorCode::identityRequired, "/identity", model::Sentence::queueNeedsIdentity);
    }
    return std::nullopt;
}

std::optional<model::Error> refusal(const Context& context, const IssueTicket& wish,
                                    const model::Queue& queue) {
    if (wish.ticketId.empty() || findTicket(context, wish.ticketId))
        return refuse(ErrorCode::conflict, "/ticketId", model::Sentence::drawNewId);
    if (wish.priorityClass && (*wish.priorityClass < 0 || *wish.priorityClass > kLastClass))
        return refuse(ErrorCode::invalid, "/priorityClass", model::Sentence::classRange);
    if (!isServed(context.config, wish.itemId))
        return refuse(ErrorCode::notServable, "/itemId", model::Sentence::noWindowServes);
    if (wish.atWindow)
        return std::nullopt;
    if (wish.booked)
        return std::nullopt;
    if (!queue.hours.empty() && context.now.local.weekday == kHoliday)
        return refuse(ErrorCode::outsideHours, "/itemId", model::Sentence::hallClosedToday);
    if (!givesNumbersAt(queue, context.now.local))
        return refuse(ErrorCode::outsideHours, "/itemId", model::Sentence::comeInOpeningHours);
    if (auto error = refusalOfMore(context, wish))
        return error;
    if (queue.realName && !wish.personId)
        return refuse(ErrorCode::identityRequired, "/identity", model::Sentence::queueNeedsIdentity);
    if (queue.dailyQuota > 0 && queueDayOf(context, queue.id).issued >= queue.dailyQuota)
        return refuse(ErrorCode::quotaReached, "/itemId", model::Sentence::allGivenOut);
    return needRoomForPerson(context, wish.personId, queue.id);
}

model::Ticket newTicket(const Context& context, const IssueTicket& wish, const model::Queue& queue) {
    model::Ticket ticket;
    ticket.id = wish.ticketId;
    ticket.hallId = context.config.hallId;
    ticket.day = context.state.day;
    ticket.queueId = queue.id;
    ticket.itemId = wish.itemId;
    ticket.state = wish.paper ? model::TicketState::reserved : model::TicketState::waiting;
    ticket.printState = wish.paper ? model::PrintState::pending : model::PrintState::onScreen;
    ticket.channel = wish.channel;
    ticket.deviceId = wish.deviceId;
    ticket.personId = wish.personId;
    ticket.recognition = wish.recognition;
    ticket.language = wish.language;
    ticket.priorityClass = wish.priorityClass.value_or(queue.priorityClass);
    ticket.priorityReason = wish.priorityReason;
    ticket.issuedAt = context.now.at;
    ticket.arrivedAt = context.now.at;
    ticket.moreItemIds = wish.moreItemIds;
    if (wish.booked) {
        ticket.appointmentId = wish.booked->id;
        ticket.dueFrom = wish.booked->firstFrom;
        ticket.dueUntil = wish.booked->firstUntil;
    }
    return ticket;
}

} // namespace

model::Result<const model::Queue*> queueToIssue(const Context& context, const IssueTicket& wish) {
    const auto item = context.config.items.find(wish.itemId);
    if (item == context.config.items.end())
        return refuse(ErrorCode::notFound, "/itemId", model::Sentence::noSuchItem);
    const auto found = context.config.queues.find(item->second.queueId);
    if (found == context.config.queues.end() || !found->second.active || !item->second.active)
        return refuse(ErrorCode::queueClosed, "/itemId", model::Sentence::itemGivesNoNumbers);
    if (auto error = refusal(context, wish, found->second))
        return *error;
    return &found->second;
}

model::Ticket giveOut(Draft& draft, const Context& context, const IssueTicket& wish,
                      const model::Queue& queue) {
    auto& counters = draft.queueDay(queue.id);
    // Never given back, not even by a void: a number names one person a day. One that another queue gave
    // out under the same prefix is passed over.
    do
        ++counters.lastSequence;
    while (context.state.numbers.contains(numberOf(queue, counters.lastSequence)));
    ++counters.issued;
    auto ticket = newTicket(context, wish, queue);
    ticket.sequence = counters.lastSequence;
    ticket.number = numberOf(queue, ticket.sequence);
    return ticket;
}

Decision apply(const Context& context, const IssueTicket& wish) {
    const auto queue = queueToIssue(context, wish);
    if (!queue)
        return queue.error();
    Draft draft(context, wish.paper ? EventType::ticketReserved : EventType::ticketIssued);
    auto ticket = giveOut(draft, context, wish, **queue);
    if (!wish.paper)
        ++draft.queueDay(ticket.queueId).waiting;
    draft.put(std::move(ticket));
    return std::move(draft).done();
}

} // namespace atrium::rules::queueing
