// SPDX-License-Identifier: GPL-3.0-or-later
// Names and tickets as long as a real hall's, which strain every page of the kiosk.
#pragma once

#include "apps/kiosk/demo/demohall.h"
#include "shared/model/api.h"

namespace atrium::kiosk {

/// The longest names of the demonstration hall and of halls like it.
void longNames(DemoHall& demo);
/// A ticket for the item, with many people ahead and a long way to wait.
model::TicketView ticketFor(const model::ServiceItemId& item);

} // namespace atrium::kiosk
