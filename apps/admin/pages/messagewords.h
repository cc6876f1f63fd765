// SPDX-License-Identifier: GPL-3.0-or-later
// The words of messages on the page that lists them.
#pragma once

#include "shared/model/message.h"

#include <QString>

namespace atrium::admin {

[[nodiscard]] QString messageKindWord(model::MessageKind kind);
[[nodiscard]] QString messageStateWord(model::MessageState state);
/// Why it ended as it did, with the gateway's own word; empty: nothing to say.
[[nodiscard]] QString messageCauseWord(const model::Message& message);

} // namespace atrium::admin
