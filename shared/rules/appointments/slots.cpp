// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/appointments/slots.h"

#include <algorithm>

namespace atrium::rules::appointments {

using model::BookingDayState;
using model::SlotState;

namespace {

/// The appointments of the queue and day that take a place.
std::vector<const Appointment*> placesTaken(const State& state, const model::QueueId& queue, model::Day day) {
    std::vector<const Appointment*> out;
    const auto found = state.ofQueueDay.find({queue, day});
    if (found == state.ofQueueDay.end())
        return out;
    for (const AppointmentId& id : found->second)
        if (const auto* appointment = find(state, id); takesPlace(*appointment))
            out.push_back(appointment);
    return out;
}

BookingDayState dayStateOf(const model::Queue& queue, model::Day day, int spans,
                           const model::LocalTime& local) {
    if (!queue.active || queue.slotCapacity <= 0)
        return BookingDayState::none;
    const int ahead = daysFrom(local.day, day);
    if (ahead < 0)
        return BookingDayState::over;
    if (ahead > queue.bookingDays)
        return BookingDayState::tooFar;
    return spans == 0 ? BookingDayState::closed : BookingDayState::open;
}

SlotState slotStateOf(const model::Slot& slot, int minutesUntil, const model::Queue& queue) {
    if (minutesUntil <= slot.from.value - slot.to.value)
        return SlotState::over;
    if (minutesUntil <= 0 || minutesUntil < queue.bookingCutoffMinutes)
        return SlotState::cutOff;
    return slot.free > 0 ? SlotState::free : SlotState::full;
}

} // namespace

model::SlotList slotsOf(const model::Queue& queue, model::Day day, const OfficeDays& days, const State& state,
                        const model::LocalTime& local) {
    constexpr int kMinutesOfDay = 1440;
    model::SlotList out;
    out.queueId = queue.id;
    out.day = day;
    if (const auto named = days.find(day); named != days.end()) {
        out.dayName = named->second.name;
        out.dayNameEn = named->second.nameEn;
    }
    const auto spans = hoursOn(queue, officeWeekday(days, day));
    out.state = dayStateOf(queue, day, static_cast<int>(spans.size()), local);
    if (out.state == BookingDayState::none || out.state == BookingDayState::closed)
        return out;
    const auto taken = placesTaken(state, queue.id, day);
    out.booked = static_cast<int>(taken.size());
    out.quota = queue.appointmentQuota;
    const int rest = queue.appointmentQuota > 0 ? queue.appointmentQuota - out.booked : queue.slotCapacity;
    if (out.state == BookingDayState::open && rest <= 0)
        out.state = BookingDayState::full;
    const int step = std::max(queue.slotMinutes, 1);
    for (const auto& span : spans)
        for (int from = span.from.value; from + step <= span.to.value; from += step) {
            model::Slot slot{.from = {from}, .to = {from + step}, .capacity = queue.slotCapacity};
            slot.booked = static_cast<int>(std::count_if(taken.begin(), taken.end(), [&](const auto* one) {
                return one->from < slot.to && slot.from < one->to;
            }));
            slot.free = std::max(0, std::min(slot.capacity - slot.booked, rest));
            const int minutesUntil = daysFrom(local.day, day) * kMinutesOfDay + from - local.minute.value;
            slot.state = slotStateOf(slot, minutesUntil, queue);
            out.times.push_back(slot);
        }
    return out;
}

} // namespace atrium::rules::appointments
