// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/queueing/steps.h"

#include <algorithm>
#include <array>
#include <ostream>

namespace atrium::rules::queueing::tests {
namespace {

using model::TicketId;

TicketId pickTicket(const Hall& hall, int which) {
    if (hall.state.tickets.empty())
        return TicketId{"none"};
    std::vector<TicketId> ids;
    for (const auto& [id, ticket] : hall.state.tickets)
        ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    return ids[static_cast<std::size_t>(which) % ids.size()];
}

/// One in this state if there is any: reports, returns and requeues should often hit.
TicketId pickIn(const Hall& hall, model::TicketState state, int which) {
    std::vector<TicketId> ids;
    for (const auto& [id, ticket] : hall.state.tickets)
        if (ticket.state == state)
            ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    return ids.empty() ? pickTicket(hall, which) : ids[static_cast<std::size_t>(which) % ids.size()];
}

IssueTicket issueOf(Hall& hall, const Step& step) {
    constexpr std::array kItems{"a1", "a2", "b1"};
    auto wish = hall.issueOf(kItems.at(static_cast<std::size_t>(step.which % 3)),
                             step.other % 3 == 0 ? std::string{} : "p" + std::to_string(step.other % 4));
    wish.paper = step.other % 5 != 0;
    if (step.other % 4 == 0)
        wish.priorityClass = step.which % 5;
    return wish;
}

TransferTicket transferOf(const Step& step) {
    constexpr std::array kItems{"a1", "a2", "b1"};
    TransferTicket wish;
    wish.windowId = win("w" + std::to_string(1 + step.which % 4));
    if (step.other % 4 != 0)
        wish.itemId = model::ServiceItemId{kItems.at(static_cast<std::size_t>(step.other % 3))};
    if (step.other % 5 < 3)
        wish.toWindowId = win("w" + std::to_string(1 + step.other % 4));
    wish.withReturn = step.other % 2 == 0;
    return wish;
}

Command windowVerb(Hall& hall, const Step& step) {
    const auto window = win("w" + std::to_string(1 + step.which % 4));
    switch (step.verb) {
    case 20:
    case 21:
    case 22:
        return OpenWindow{window, StaffId{"s" + std::to_string(step.other % 5)}};
    case 23:
        return CloseWindow{window};
    case 24:
        return PauseWindow{window, "reason"};
    case 25:
    case 26:
        return ResumeWindow{window};
    case 27:
    case 28:
    case 29:
    case 30:
        return StartService{window};
    case 31:
    case 32:
    case 33:
    case 34:
        return FinishService{window};
    case 35:
    case 36:
    case 37:
        return MarkNoShow{window};
    case 38:
    case 39:
        return HoldTicket{window, "reason"};
    case 40:
    case 41:
        return ReturnHeld{window, pickIn(hall, model::TicketState::held, step.other)};
    case 42:
    case 43:
    case 44:
        return transferOf(step);
    case 45:
    case 46:
        return UndoLast{window};
    case 47:
        return PromptRating{window};
    case 48:
    case 49:
        return Recall{window, hall.nextCallId()};
    case 50:
        return CallTicket{window, hall.nextCallId(), pickIn(hall, model::TicketState::waiting, step.other),
                          "x"};
    default:
        return CallNext{window, hall.nextCallId()};
    }
}

} // namespace

std::ostream& operator<<(std::ostream& out, const Step& step) {
    return out << "{" << step.verb << ", " << step.which << ", " << step.other << ", " << step.seconds << "}";
}

std::ostream& operator<<(std::ostream& out, const Rules& rules) {
    return out << "{requeuePlaces " << rules.requeuePlaces << ", noShowLimit " << rules.noShowLimit
               << ", dailyQuota " << rules.dailyQuota << ", maxOpen " << rules.maxOpen << ", finallyCallBy "
               << rules.finallyCallBy << ", ageing " << rules.ageing << "}";
}

void apply(Hall& hall, const Rules& rules) {
    for (auto& [id, queue] : hall.config.queues) {
        queue.requeuePlaces = rules.requeuePlaces;
        queue.noShowLimit = rules.noShowLimit;
        queue.dailyQuota = rules.dailyQuota;
        queue.maxOpenPerIdentity = rules.maxOpen;
        queue.finallyCallByMinutes = rules.finallyCallBy;
        queue.ageingMinutes = rules.ageing;
    }
    hall.config.holdLimitPerWindow = 2;
    hall.config.queues.at(model::QueueId{"land"}).realName = rules.maxOpen % 2 == 1;
}

Command commandOf(Hall& hall, const Step& step) {
    hall.pass(std::chrono::seconds(step.seconds));
    if (step.verb < 10)
        return issueOf(hall, step);
    if (step.verb < 16)
        return ReportPrint{pickIn(hall, model::TicketState::reserved, step.other),
                           static_cast<model::PrintOutcome>(step.which % 4),
                           {}};
    switch (step.verb) {
    case 16:
        return SettleReservations{};
    case 17:
        return CancelTicket{pickTicket(hall, step.other), {}};
    case 18:
        return RequeueTicket{pickIn(hall, model::TicketState::noShow, step.other)};
    case 19:
        return CloseRating{pickTicket(hall, step.other)};
    default:
        break;
    }
    if (step.verb == kVerbs - 1 && step.other % 4 == 0)
        return CloseDay{model::Day{hall.state.day.value + 1}};
    return windowVerb(hall, step);
}

} // namespace atrium::rules::queueing::tests
