// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/hall.h"
#include "shared/rules/estimate/ticketwait.h"
#include "shared/rules/messages/command.h"
#include "shared/rules/queueing/decide.h"

#include <functional>
#include <optional>
#include <vector>

// Which notices the life of the queue causes. Pure: the caller shows the hall as it is after the event.
namespace atrium::rules::messages {

using model::CallStyle;

/// Whether the loudspeaker says the call. A silent call is spoken to who has given no phone.
[[nodiscard]] constexpr bool isSpoken(CallStyle style, bool isReachable) {
    return style != CallStyle::silent || !isReachable;
}

struct NoticeRules {
    CallStyle callStyle = CallStyle::spokenAndMessage;
    int nearPeople = 3;    ///< so few ahead is near
    int marginMinutes = 5; ///< on top of the way on foot
    int restMinutes = 2;   ///< no near-turn notice so soon after the ticket was taken
    int nearLifeMinutes = 15;
    int callLifeMinutes = 3;
    int nextLifeMinutes = 10;
};

/// Somebody who wants messages and has given a phone number.
struct Reach {
    model::PersonId personId;
    int walkMinutes = 0; ///< from where they wait to the window, known or planned
};

/// The hall around a decision. All is of one moment; references outlive the call only.
struct HallView {
    const queueing::State& state;
    const queueing::Config& config;
    const queueing::Now& now;
    const estimate::Pools& pools; ///< of config
    /// Nothing: no message may or can be sent to the holder of this ticket.
    const std::function<std::optional<Reach>(const model::Ticket&)>& reachOf;
};

/// What the outbox is asked for because of one event: first withdraw, then queue.
struct FollowUp {
    std::vector<Withdraw> withdrawals;
    std::vector<Notice> notices;
};

/// Call notice and the notice to the next person of that window, and what the event makes pointless. A recall
/// sends nothing: who did not come at the first message has it still.
[[nodiscard]] FollowUp followUp(const queueing::Event& event, const HallView& hall, const NoticeRules& rules);

/// Near-turn notices among the candidates: waiting tickets that had none yet. To be asked after every event
/// that moves the queue, and once in half a minute, because time brings a turn near too.
[[nodiscard]] std::vector<Notice> nearTurns(const std::vector<model::TicketId>& candidates,
                                            const HallView& hall, const NoticeRules& rules);

} // namespace atrium::rules::messages
