// SPDX-License-Identifier: GPL-3.0-or-later
// What the life of the queue asks of the message outbox, from the hall's state.
#pragma once

#include "server/services/core/hallstate.h"
#include "shared/rules/messages/command.h"
#include "shared/rules/queueing/decide.h"

#include <optional>
#include <vector>

namespace atrium::services {

/// Whether messages can be sent at all: the hall wants them and the server has a gateway.
[[nodiscard]] bool sendsMessages(const HallState& state);

/// Whether the loudspeaker says a call that is being made: not where calls are silent and the person called
/// gets a message instead. A recall is always said.
[[nodiscard]] bool isSpoken(const model::Call& call, const HallState& state, const rules::queueing::Now& now);

/// What the outbox is asked for because of an event of the queue, which `state` has in its queue already.
/// Ids of new messages are drawn here.
[[nodiscard]] std::vector<rules::messages::Command>
messagesAfter(const rules::queueing::Event& event, const HallState& state, const rules::queueing::Now& now);

/// Near-turn notices that time has brought; to be asked every half minute.
[[nodiscard]] std::vector<rules::messages::Command> messagesByTime(const HallState& state,
                                                                   const rules::queueing::Now& now);

/// The call of that notice, to be made aloud under a new id, when it was silent and still stands; of another
/// message nothing.
[[nodiscard]] std::optional<model::Call> callAloud(const rules::messages::Message& notice,
                                                   const HallState& state, model::Instant now);

} // namespace atrium::services
