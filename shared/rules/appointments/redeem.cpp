// SPDX-License-Identifier: GPL-3.0-or-later
// Coming at the booked time, coming too early or too late, and not coming.
#include "shared/rules/appointments/decide.h"

#include <algorithm>
#include <tuple>

namespace atrium::rules::appointments {

using model::Error;
using model::ErrorCode;
using model::MinuteOfDay;
using model::Sentence;

namespace {

constexpr int kMinutesOfDay = 1440;

/// Why it cannot be taken up on this day, however late or early.
std::optional<Error> stateFault(const Appointment& known, const Redeem& wish, model::Day today) {
    if (known.state == AppointmentState::cancelled)
        return Error{ErrorCode::conflict, {}, Sentence::appointmentCancelled};
    if (known.state == AppointmentState::noShow || known.day < today)
        return Error{ErrorCode::conflict, {}, {Sentence::appointmentOver, {{"day", dayText(known.day)}}}};
    if (known.state == AppointmentState::redeemed && !wish.ticketLost)
        return Error{ErrorCode::conflict, {}, Sentence::appointmentRedeemed};
    if (known.day > today)
        return Error{ErrorCode::conflict,
                     {},
                     {Sentence::appointmentOtherDay,
                      {{"day", dayText(known.day)}, {"time", spanText(known.from, known.to)}}}};
    return std::nullopt;
}

} // namespace

MinuteOfDay firstFrom(const Appointment& appointment, const model::Queue& queue) {
    return {std::max(0, appointment.from.value - queue.earlyMinutes)};
}

MinuteOfDay firstUntil(const Appointment& appointment, const model::Queue& queue) {
    return {std::min(kMinutesOfDay, appointment.to.value + queue.lateMinutes)};
}

model::Result<TakenUp> redeem(const Context& context, const Redeem& wish) {
    const auto* known = find(context.state, wish.id);
    if (!known)
        return Error{ErrorCode::notFound, {}, Sentence::noSuchAppointment};
    const auto queue = context.config.queues.find(known->queueId);
    if (queue == context.config.queues.end())
        return Error{ErrorCode::queueClosed, {}, Sentence::itemGivesNoNumbers};
    if (auto fault = stateFault(*known, wish, context.now.local.day))
        return *fault;
    const MinuteOfDay from = firstFrom(*known, queue->second);
    if (context.now.local.minute < from)
        return Error{ErrorCode::conflict,
                     {},
                     {Sentence::appointmentEarly,
                      {{"time", spanText(known->from, known->to)}, {"from", minuteText(from)}}}};
    TakenUp out{.appointment = *known,
                .firstFrom = from,
                .firstUntil = firstUntil(*known, queue->second),
                .isLate = false};
    out.isLate = context.now.local.minute >= out.firstUntil;
    out.appointment.state = AppointmentState::redeemed;
    out.appointment.ticketId = wish.ticketId;
    out.appointment.endedAt = context.now.at;
    return out;
}

std::vector<Appointment> missed(const State& state, model::Day day, model::Instant now) {
    std::vector<Appointment> out;
    for (const auto& [id, known] : state.appointments) {
        if (known.state != AppointmentState::booked || known.day >= day)
            continue;
        out.push_back(known);
        out.back().state = AppointmentState::noShow;
        out.back().endedAt = now;
    }
    return out;
}

std::vector<AppointmentId> dueByThemselves(const State& state, const queueing::Config& config,
                                           const model::LocalTime& local) {
    std::vector<const Appointment*> due;
    for (const auto& [queueId, queue] : config.queues) {
        if (queue.checkIn)
            continue;
        const auto ofDay = state.ofQueueDay.find({queueId, local.day});
        if (ofDay == state.ofQueueDay.end())
            continue;
        for (const AppointmentId& id : ofDay->second) {
            const auto* known = find(state, id);
            if (known->state == AppointmentState::booked && firstFrom(*known, queue) <= local.minute)
                due.push_back(known);
        }
    }
    std::sort(due.begin(), due.end(), [](const auto* a, const auto* b) {
        return std::tie(a->from, a->bookedAt, a->id) < std::tie(b->from, b->bookedAt, b->id);
    });
    std::vector<AppointmentId> out;
    for (const auto* known : due)
        out.push_back(known->id);
    return out;
}

} // namespace atrium::rules::appointments
