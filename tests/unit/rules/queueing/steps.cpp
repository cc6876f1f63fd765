// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/queueing/steps.h"

#include "shared/model/reflect.h"

#include <algorithm>
#include <array>
#include <ostream>

namespace atrium::rules::queueing::tests {
namespace {

using model::TicketId;
using model::WindowState;

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
    if (step.other % 6 == 1)
        wish.moreItemIds = {model::ServiceItemId{kItems.at(static_cast<std::size_t>(step.other % 3))}};
    if (step.other % 12 == 2)
        wish.moreItemIds = {model::ServiceItemId{"b1"}, model::ServiceItemId{"a2"}};
    return wish;
}

/// A window for which the verb makes sense if there is one; now and then any, so that refusals come too.
template <class Suits> WindowId pickWindow(const Hall& hall, const Step& step, Suits suits) {
    std::vector<WindowId> ids;
    for (const auto& [id, status] : hall.state.windows)
        if (suits(status))
            ids.push_back(id);
    if (ids.empty() || step.other % 8 == 7)
        return win("w" + std::to_string(1 + step.which % 4));
    return ids[static_cast<std::size_t>(step.which) % ids.size()];
}

WindowId pickWindow(const Hall& hall, const Step& step, model::WindowState state) {
    return pickWindow(hall, step, [state](const auto& status) { return status.state == state; });
}

TransferTicket transferOf(const Hall& hall, const Step& step) {
    constexpr std::array kItems{"a1", "a2", "b1"};
    TransferTicket wish;
    wish.windowId = pickWindow(hall, step, [](const auto& status) { return status.ticketId.has_value(); });
    if (step.other % 4 != 0)
        wish.itemId = model::ServiceItemId{kItems.at(static_cast<std::size_t>(step.other % 3))};
    if (step.other % 5 < 3)
        wish.toWindowId = win("w" + std::to_string(1 + step.other % 4));
    wish.withReturn = step.other % 2 == 0;
    return wish;
}

Command staffVerb(const Hall& hall, const Step& step) {
    const auto window = win("w" + std::to_string(1 + step.which % 4));
    const StaffId newcomer{"s" + std::to_string(step.other % 5)};
    if (step.verb < 24 && step.other % 6 == 5)
        return OpenWindow{
            pickWindow(hall, step, [](const auto& status) { return status.ticketId.has_value(); }), newcomer,
            true};
    if (step.verb < 24)
        return OpenWindow{pickWindow(hall, step, WindowState::closed), newcomer};
    if (step.verb < 25)
        return CloseWindow{window};
    if (step.verb < 26)
        return PauseWindow{window, "reason"};
    return ResumeWindow{pickWindow(hall, step, WindowState::paused)};
}

Command awayVerb(Hall& hall, const Step& step) {
    if (step.verb < 38)
        return HoldTicket{pickWindow(hall, step, [](const auto& at) { return at.ticketId.has_value(); }), {}};
    if (step.verb < 40) {
        const auto id = pickIn(hall, model::TicketState::held, step.other);
        const auto found = hall.state.tickets.find(id);
        const auto holder = found == hall.state.tickets.end() ? std::nullopt : found->second.windowId;
        return ReturnHeld{holder.value_or(win("w1")), id};
    }
    if (step.verb < 43)
        return transferOf(hall, step);
    if (step.verb < 47)
        return UndoLast{pickWindow(hall, step, [](const auto& at) { return at.undoTicketId.has_value(); })};
    if (step.verb < 48) {
        if (step.other % 2 == 0)
            return ShowGuide{pickWindow(hall, step, WindowState::serving),
                             step.other % 3 == 0 ? std::nullopt : std::optional(model::ServiceItemId{"a1"})};
        return PromptRating{pickWindow(
            hall, step, [](const auto& at) { return at.ratingTicketId.has_value() && !at.ticketId; })};
    }
    if (step.verb < 50)
        return Recall{pickWindow(hall, step, WindowState::calling), hall.nextCallId()};
    return CallTicket{pickWindow(hall, step, WindowState::idle), hall.nextCallId(),
                      pickIn(hall, model::TicketState::waiting, step.other), "x"};
}

Command windowVerb(Hall& hall, const Step& step) {
    if (step.verb < 27)
        return staffVerb(hall, step);
    if (step.verb < 30)
        return StartService{pickWindow(hall, step, WindowState::calling)};
    if (step.verb < 34)
        return FinishService{pickWindow(hall, step, WindowState::serving)};
    if (step.verb < 36)
        return MarkNoShow{pickWindow(hall, step, WindowState::calling)};
    if (step.verb < 52)
        return awayVerb(hall, step);
    if (step.other % 7 == 0) {
        ServeDirectly wish{pickWindow(hall, step, WindowState::idle), hall.issueOf("a1").ticketId, {}};
        wish.itemId = model::ServiceItemId{step.which % 3 == 0 ? "b1" : "a1"};
        return wish;
    }
    if (step.other % 5 == 0)
        return CallByItself{pickWindow(hall, step, WindowState::idle), hall.nextCallId()};
    return CallNext{pickWindow(hall, step, WindowState::idle), hall.nextCallId()};
}

} // namespace

std::ostream& operator<<(std::ostream& out, const Step& step) {
    return out << "{" << step.verb << ", " << step.which << ", " << step.other << ", " << step.seconds << "}";
}

std::ostream& operator<<(std::ostream& out, const Rules& rules) {
    return out << "{" << model::enumName(rules.passedRule) << ", requeuePlaces " << rules.requeuePlaces
               << ", noShowLimit " << rules.noShowLimit << ", dailyQuota " << rules.dailyQuota << ", maxOpen "
               << rules.maxOpen << ", finallyCallBy " << rules.finallyCallBy << ", ageing " << rules.ageing
               << ", " << model::enumName(rules.callMode) << ", skills " << rules.hasSkills << "}";
}

void apply(Hall& hall, const Rules& rules) {
    for (auto& [id, queue] : hall.config.queues) {
        queue.passedRule = rules.passedRule;
        queue.requeuePlaces = rules.requeuePlaces;
        queue.noShowLimit = rules.noShowLimit;
        queue.dailyQuota = rules.dailyQuota;
        queue.maxOpenPerIdentity = rules.maxOpen;
        queue.finallyCallByMinutes = rules.finallyCallBy;
        queue.ageingMinutes = rules.ageing;
        queue.callMode = rules.callMode;
        queue.callAfterSeconds = 10;
    }
    const model::QueueId tax{"tax"};
    const model::QueueId land{"land"};
    if (rules.hasSkills) {
        using enum model::Skill;
        hall.config.skills = {{StaffId{"staff-w2"}, {{tax, backup}, {land, preferred}}},
                              {StaffId{"staff-w3"}, {{land, exclude}}},
                              {StaffId{"s1"}, {{tax, preferred}, {land, exclude}}},
                              {StaffId{"s2"}, {{tax, exclude}, {land, backup}}}};
    }
    hall.config.holdLimitPerWindow = 2;
    hall.config.queues.at(land).realName = rules.maxOpen % 2 == 1;
}

/// An administrator switches a window on or off, or gives and takes its last item, while people wait.
void changeSetUp(Hall& hall, const Step& step) {
    auto& window = hall.config.windows.at(win("w" + std::to_string(1 + step.which % 4)));
    static const Config kUsual = smallConfig();
    const auto& usual = kUsual.windows.at(window.id).itemIds;
    if (step.other % 2 == 0)
        window.active = !window.active;
    else if (window.itemIds.size() == usual.size())
        window.itemIds.pop_back();
    else
        window.itemIds = usual;
}

Command commandOf(Hall& hall, const Step& step) {
    hall.pass(std::chrono::seconds(step.seconds));
    if (step.verb == kVerbs - 2 && step.other % 4 != 3)
        changeSetUp(hall, step);
    if (step.verb < 10)
        return issueOf(hall, step);
    if (step.verb < 16)
        return ReportPrint{pickIn(hall, model::TicketState::reserved, step.other),
                           static_cast<model::PrintOutcome>(step.which % 4),
                           {}};
    if (step.verb == 16)
        return SettleReservations{};
    if (step.verb == 17)
        return CancelTicket{pickTicket(hall, step.other), {}};
    if (step.verb < 20)
        return RequeueTicket{pickIn(hall, model::TicketState::noShow, step.other), step.which % 2 == 0};
    if (step.verb == 20)
        return CloseRating{pickIn(hall, model::TicketState::finished, step.other)};
    if (step.verb == kVerbs - 1 && step.other % 4 == 0)
        return CloseDay{model::Day{hall.state.day.value + 1}};
    return windowVerb(hall, step);
}

} // namespace atrium::rules::queueing::tests
