// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/demonstrationbookings.h"

#include "server/services/appointments/views.h"
#include "server/services/core/crypto.h"
#include "server/services/people/vault.h"
#include "shared/rules/appointments/slots.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iostream>
#include <map>
#include <string>

namespace atrium::app {

using model::Result;
using namespace services;

namespace {

constexpr const char* kWanted = "demonstration.bookings";
constexpr int kDays = 4;       ///< today and the next ones
constexpr int kEverySlots = 3; ///< one of so many times is booked
constexpr int kMorning = 540;  ///< from nine …
constexpr int kEvening = 1020; ///< … to five, also where the demonstration is always open
constexpr std::array kNames{"赵敏华", "钱立新", "孙晓燕", "李国强", "周玉兰", "吴建平", "郑海涛", "王丽娟",
                            "冯志远", "陈秋霞", "褚卫东", "卫思雨", "蒋文博", "沈佳怡", "韩立群", "杨春梅"};

/// A citizen's number that checks and belongs to nobody: district 110100 is no place of birth.
model::Identity inventedPerson(int number) {
    constexpr std::array kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}; // GB 11643
    constexpr int kModulus = 11;
    const int year = 1960 + number % 40;
    const int month = 1 + number % 12;
    const int day = 1 + number % 28;
    std::string digits = "110100" + std::to_string(year * 10000 + month * 100 + day) + "9" +
                         (number % 100 < 10 ? "0" : "") + std::to_string(number % 100);
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += (digits[i] - '0') * kWeights.at(i);
    digits += "10X98765432"[sum % kModulus];
    model::Identity out;
    out.number = digits;
    out.name = kNames.at(static_cast<std::size_t>(number) % kNames.size());
    return out;
}

/// Books for the next person; whatever the rules refuse is left out.
void bookOne(Services& services, WriteContext& context, rules::appointments::Book wish, int& number) {
    const auto identity = checkedIdentity(inventedPerson(number), context.now().local.day, {});
    if (!identity)
        return;
    auto person = context.person(services.vault.seal(*identity, context.now().at), false);
    if (!person)
        return;
    wish.id = model::AppointmentId(randomHex(16));
    wish.code = std::to_string(20'000'000 + ++number);
    wish.personId = *person;
    wish.channel = number % 3 == 0 ? model::AppointmentChannel::telephone : model::AppointmentChannel::web;
    auto made = rules::appointments::book(bookingContext(context.state(), context.now()), wish);
    if (made)
        context.record("appointmentBooked", {store::put(*made)});
}

void bookDay(Services& services, WriteContext& context, const model::Queue& queue, model::Day day,
             int& number) {
    const HallState& state = context.state();
    const auto item = std::find_if(
        state.setup->config.items.begin(), state.setup->config.items.end(),
        [&](const auto& entry) { return entry.second.queueId == queue.id && entry.second.active; });
    if (item == state.setup->config.items.end())
        return;
    const auto list = rules::appointments::slotsOf(queue, day, state.setup->officeDays, state.appointments,
                                                   context.now().local);
    rules::appointments::Book wish;
    wish.itemId = item->first;
    wish.day = day;
    for (std::size_t at = 0; at < list.times.size(); at += kEverySlots) {
        const model::Slot& slot = list.times[at];
        const bool isDaytime = slot.from.value >= kMorning && slot.to.value <= kEvening;
        wish.from = slot.from;
        if (isDaytime && slot.state == model::SlotState::free)
            bookOne(services, context, wish, number);
    }
}

} // namespace

Result<void> wantBookings(store::Store& store) {
    return store.putSetting(kWanted, "wanted");
}

Result<void> makeBookings(Services& services) {
    const auto wanted = services.store.setting(kWanted);
    if (!wanted)
        return wanted.error();
    if (*wanted != "wanted")
        return {};
    int number = 0;
    auto done = services.writer.run({}, [&](WriteContext& context) -> Result<Outcome> {
        const auto setup = context.state().setup; // shared: recording bookings makes no other one
        for (const auto& [id, queue] : std::map(setup->config.queues.begin(), setup->config.queues.end()))
            for (int ahead = 0; queue.slotCapacity > 0 && ahead < kDays; ++ahead)
                if (ahead > 0 || queue.checkIn) // today's would become tickets by themselves
                    bookDay(services, context, queue,
                            rules::appointments::dayAfter(context.now().local.day, ahead), number);
        return Outcome{};
    });
    if (!done)
        return done.error();
    std::cout << "booked " << number << " appointments" << std::endl;
    return services.store.putSetting(kWanted, "made");
}

} // namespace atrium::app
