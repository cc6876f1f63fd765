// SPDX-License-Identifier: GPL-3.0-or-later
// What a number is for after its present business, in words for its holder.
#pragma once

#include "shared/model/ticket.h"

#include <QString>

namespace atrium::sync {
class HallClient;
}

namespace atrium::ui {

/// One sentence for a ticket, in the language asked for; empty when it is for one business.
[[nodiscard]] QString moreBusinessesText(const model::Ticket& ticket, sync::HallClient& client, bool english);

} // namespace atrium::ui
