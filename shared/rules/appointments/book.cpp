// SPDX-License-Identifier: GPL-3.0-or-later
// Booking and cancelling.
#include "shared/rules/appointments/decide.h"
#include "shared/rules/appointments/slots.h"

#include <algorithm>

namespace atrium::rules::appointments {

using model::BookingDayState;
using model::Error;
using model::ErrorCode;
using model::Sentence;
using model::SlotState;

namespace {

constexpr std::size_t kCodeDigits = 8;

bool isCode(const std::string& code) {
    return code.size() == kCodeDigits && code.find_first_not_of("0123456789") == std::string::npos;
}

std::optional<Error> dayFault(const model::SlotList& list, const model::Queue& queue) {
    switch (list.state) {
    case BookingDayState::open:
        return std::nullopt;
    case BookingDayState::full:
        return Error{ErrorCode::quotaReached, "/day", {Sentence::dayIsFull, {{"day", dayText(list.day)}}}};
    case BookingDayState::closed:
        return Error{ErrorCode::outsideHours, "/day", {Sentence::closedOnDay, {{"day", dayText(list.day)}}}};
    case BookingDayState::tooFar:
        return Error{ErrorCode::conflict,
                     "/day",
                     {Sentence::bookedTooEarly, {{"days", std::to_string(queue.bookingDays)}}}};
    case BookingDayState::over:
        return Error{ErrorCode::conflict, "/day", Sentence::slotIsOver};
    case BookingDayState::none:
        break;
    }
    return Error{ErrorCode::queueClosed, "/itemId", Sentence::takesNoBookings};
}

std::optional<Error> slotFault(const model::Slot& slot, const model::Queue& queue) {
    switch (slot.state) {
    case SlotState::free:
        return std::nullopt;
    case SlotState::full:
        return Error{ErrorCode::quotaReached, "/from", Sentence::slotIsFull};
    case SlotState::cutOff:
        return Error{ErrorCode::conflict,
                     "/from",
                     {Sentence::bookedTooLate, {{"minutes", std::to_string(queue.bookingCutoffMinutes)}}}};
    case SlotState::over:
        break;
    }
    return Error{ErrorCode::conflict, "/from", Sentence::slotIsOver};
}

std::optional<Error> secondOne(const Context& context, const Book& wish, const model::QueueId& queue) {
    const auto theirs = context.state.ofPerson.find(*wish.personId);
    if (theirs == context.state.ofPerson.end())
        return std::nullopt;
    for (const AppointmentId& id : theirs->second) {
        const auto* known = find(context.state, id);
        if (known->state == AppointmentState::booked && known->queueId == queue && known->day == wish.day)
            return Error{ErrorCode::conflict,
                         "/identity",
                         {Sentence::bookedAlready, {{"time", spanText(known->from, known->to)}}}};
    }
    return std::nullopt;
}

} // namespace

model::Result<Appointment> book(const Context& context, const Book& wish) {
    const auto item = context.config.items.find(wish.itemId);
    if (item == context.config.items.end())
        return Error{ErrorCode::notFound, "/itemId", Sentence::noSuchItem};
    const auto found = context.config.queues.find(item->second.queueId);
    if (found == context.config.queues.end() || !item->second.active)
        return Error{ErrorCode::queueClosed, "/itemId", Sentence::takesNoBookings};
    if (!isDate(wish.day))
        return Error{ErrorCode::invalid, "/day", Sentence::dayForm};
    if (!wish.personId)
        return Error{ErrorCode::identityRequired, "/identity", Sentence::bookingNeedsIdentity};
    if (wish.id.empty() || find(context.state, wish.id) || !isCode(wish.code) ||
        context.state.bookedByCode.contains(wish.code))
        return Error{ErrorCode::conflict, "/id", Sentence::drawNewId};
    const model::Queue& queue = found->second;
    const auto list = slotsOf(queue, wish.day, context.days, context.state, context.now.local);
    // Their own appointment is the reason they can act on, whatever else speaks against another one.
    if (auto fault = secondOne(context, wish, queue.id))
        return *fault;
    if (auto fault = dayFault(list, queue))
        return *fault;
    const auto slot = std::find_if(list.times.begin(), list.times.end(),
                                   [&](const model::Slot& one) { return one.from == wish.from; });
    if (slot == list.times.end())
        return Error{ErrorCode::notFound, "/from", Sentence::noSuchSlot};
    if (auto fault = slotFault(*slot, queue))
        return *fault;

    Appointment out;
    out.id = wish.id;
    out.hallId = context.config.hallId;
    out.queueId = queue.id;
    out.itemId = wish.itemId;
    out.day = wish.day;
    out.from = slot->from;
    out.to = slot->to;
    out.code = wish.code;
    out.channel = wish.channel;
    out.personId = wish.personId;
    out.staffId = wish.staffId;
    out.bookedAt = context.now.at;
    return out;
}

model::Result<Appointment> cancel(const Context& context, const Cancel& wish) {
    const auto* known = find(context.state, wish.id);
    if (!known)
        return Error{ErrorCode::notFound, {}, Sentence::noSuchAppointment};
    if (known->state == AppointmentState::redeemed)
        return Error{ErrorCode::conflict, {}, Sentence::appointmentRedeemed};
    if (known->state == AppointmentState::cancelled)
        return Error{ErrorCode::conflict, {}, Sentence::appointmentCancelled};
    if (known->state == AppointmentState::noShow)
        return Error{ErrorCode::conflict, {}, {Sentence::appointmentOver, {{"day", dayText(known->day)}}}};
    const auto queue = context.config.queues.find(known->queueId);
    if (!wish.byStaff && queue != context.config.queues.end()) {
        constexpr int kMinutesOfDay = 1440;
        const auto& local = context.now.local;
        const int minutesUntil =
            daysFrom(local.day, known->day) * kMinutesOfDay + known->from.value - local.minute.value;
        const int cutOff = queue->second.bookingCutoffMinutes;
        if (minutesUntil <= 0 || minutesUntil < cutOff)
            return Error{
                ErrorCode::conflict, {}, {Sentence::cancelledTooLate, {{"minutes", std::to_string(cutOff)}}}};
    }
    Appointment out = *known;
    out.state = AppointmentState::cancelled;
    out.note = wish.reason;
    out.endedAt = context.now.at;
    return out;
}

} // namespace atrium::rules::appointments
