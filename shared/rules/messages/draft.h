// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/messages/decide.h"

#include <vector>

// What the rules' own files share. Nothing outside this folder includes it.
namespace atrium::rules::messages {

using Events = std::vector<Event>;

struct Context {
    const State& state;
    const Now& now;
    const Config& config;
};

/// nullptr when unknown.
[[nodiscard]] const Message* findMessage(const Context& context, const MessageId& id);
/// The message in its new state. One that has ended gets its cause and the time of its end.
[[nodiscard]] Event change(const Context& context, EventType type, Message message, MessageState state,
                           Cause cause = Cause::none);
/// What the quiet hours make of a message that is to go at once; nothing when it may.
[[nodiscard]] std::optional<Event> heldByQuiet(const Context& context, const Message& message);

[[nodiscard]] Events apply(const Context& context, const QueueMessage& wish);
[[nodiscard]] Events apply(const Context& context, const Withdraw& wish);
[[nodiscard]] Events apply(const Context& context, const Tick& wish);
[[nodiscard]] Events apply(const Context& context, const Answer& wish);
[[nodiscard]] Events apply(const Context& context, const Report& wish);
[[nodiscard]] Events apply(const Context& context, const Recover& wish);
[[nodiscard]] Events apply(const Context& context, const Forget& wish);

} // namespace atrium::rules::messages
