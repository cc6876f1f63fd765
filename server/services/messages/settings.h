// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/hall.h"
#include "shared/model/message.h"
#include "shared/rules/messages/notices.h"
#include "shared/rules/messages/state.h"

#include <map>

namespace atrium::services {

/// The hall's set-up of messages as the rules take it.
struct OutboxSettings {
    bool active = false;
    int walkMinutes = 0; ///< planned, of everybody
    rules::messages::Config config;
    rules::messages::NoticeRules notices;
};

/// A kind without an active template is not sent. Nothing at all goes out in the quiet hours: a near turn
/// waits for their end if that makes sense, a call and the notice to the next person do not. Pure.
[[nodiscard]] OutboxSettings
outboxSettings(const model::Hall& hall,
               const std::map<model::MessageTemplateId, model::MessageTemplate>& templates);

} // namespace atrium::services
