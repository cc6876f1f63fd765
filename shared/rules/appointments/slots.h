// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/appointmentapi.h"
#include "shared/rules/appointments/officedays.h"
#include "shared/rules/appointments/state.h"

namespace atrium::rules::appointments {

/// Which slots a queue has on that day and whether they can be booked now (local). Slots begin with each span
/// of opening hours; a rest shorter than a slot is none. A slot's places are taken by every appointment that
/// overlaps it, so that a changed length of slots never gives a place out twice.
[[nodiscard]] model::SlotList slotsOf(const model::Queue& queue, model::Day day, const OfficeDays& days,
                                      const State& state, const model::LocalTime& local);

} // namespace atrium::rules::appointments
