// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/appointments/bookings.h"

namespace atrium::rules::appointments::tests {
namespace {

constexpr int kHour = 60;

model::CalendarDay unlikeItsWeekday(const char* id, model::Day day, bool working, const char* name) {
    model::CalendarDay out;
    out.id = model::CalendarDayId(id);
    out.day = day;
    out.working = working;
    out.hoursOf = 4;
    out.name = name;
    return out;
}

} // namespace

Bookings::Bookings() {
    config.hallId = model::HallId("hall");
    model::Queue tax;
    tax.id = model::QueueId("tax");
    tax.slotMinutes = 30;
    tax.slotCapacity = 2;
    tax.appointmentQuota = 0;
    tax.bookingDays = 30;
    tax.bookingCutoffMinutes = 30;
    for (int weekday = 1; weekday <= 5; ++weekday) {
        tax.hours.push_back({.weekday = weekday, .from = {14 * kHour}, .to = {16 * kHour + 45}});
        tax.hours.push_back({.weekday = weekday, .from = {9 * kHour}, .to = {11 * kHour}});
    }
    config.queues.emplace(tax.id, tax);
    model::ServiceItem item;
    item.id = model::ServiceItemId("item");
    item.queueId = tax.id;
    config.items.emplace(item.id, item);
    days.emplace(kHoliday, unlikeItsWeekday("national", kHoliday, false, "国庆节"));
    days.emplace(kWorkedSaturday, unlikeItsWeekday("worked", kWorkedSaturday, true, "国庆节调休"));
}

void Bookings::setTime(model::Day day, int hour, int minute) {
    local = {.day = day, .minute = {hour * kHour + minute}, .weekday = isoWeekday(day)};
}

Context Bookings::context() const {
    return {state, config, days, {model::fromMillis(1'000'000 + local.minute.value), local}};
}

model::Result<Appointment> Bookings::book(const std::string& person, model::Day day, int hour, int minute) {
    Book wish;
    std::string digits = std::to_string(++m_drawn);
    wish.id = AppointmentId("appointment-" + digits);
    wish.code = std::string(8 - digits.size(), '0') + digits;
    wish.itemId = model::ServiceItemId("item");
    wish.day = day;
    wish.from = {hour * kHour + minute};
    wish.personId = model::PersonId(person);
    auto out = appointments::book(context(), wish);
    if (out)
        put(state, *out);
    return out;
}

model::Result<Appointment> Bookings::cancel(const AppointmentId& id, bool byStaff) {
    auto out = appointments::cancel(context(), {id, "asked for", byStaff});
    if (out)
        put(state, *out);
    return out;
}

model::Result<TakenUp> Bookings::redeem(const AppointmentId& id, bool ticketLost) {
    auto out = appointments::redeem(context(), {id, model::TicketId("ticket"), ticketLost});
    if (out)
        put(state, out->appointment);
    return out;
}

} // namespace atrium::rules::appointments::tests
