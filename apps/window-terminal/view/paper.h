// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on a ticket printed at the service desk.
#pragma once

#include "shared/model/api.h"
#include "shared/ui/ticket/ticketpainter.h"

namespace atrium::sync {
class HallClient;
}

namespace atrium::windowterminal {

/// In the ticket's language, which need not be the clerk's. GUI thread.
[[nodiscard]] ui::TicketPrint paperOf(const model::TicketView& view, sync::HallClient& client, bool again);

} // namespace atrium::windowterminal
