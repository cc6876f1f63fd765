// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/figures/figures.h"

#include <gtest/gtest.h>

namespace atrium::services::testing {

namespace {

using std::chrono::minutes;

const model::Instant kMidnight = model::fromMillis(1'795'276'800'000); // 2026-11-22 in Shanghai

model::Ticket issuedAt(model::Instant at) {
    model::Ticket out;
    out.state = model::TicketState::waiting;
    out.issuedAt = at;
    out.arrivedAt = at;
    return out;
}

} // namespace

TEST(Curve, tellsTheRunningTenMinutesToo) {
    auto called = issuedAt(kMidnight + minutes(21));
    called.state = model::TicketState::called;
    called.calledAt = kMidnight + minutes(23);
    const auto line = curve({issuedAt(kMidnight + minutes(5)), issuedAt(kMidnight + minutes(22)), called},
                            kMidnight, kMidnight + minutes(24));
    ASSERT_EQ(line.size(), 3U);
    EXPECT_FALSE(line[0].running);
    EXPECT_FALSE(line[1].running);
    EXPECT_EQ(line[1].waiting, 1);
    EXPECT_TRUE(line[2].running);
    EXPECT_EQ(line[2].at, kMidnight + minutes(24));
    EXPECT_EQ(line[2].waiting, 2);
    EXPECT_EQ(line[2].issued, 2);
    EXPECT_EQ(line[2].called, 1);
}

TEST(Curve, beginsWithTheFirstMinute) {
    const auto line = curve({issuedAt(kMidnight + minutes(1))}, kMidnight, kMidnight + minutes(2));
    ASSERT_EQ(line.size(), 1U);
    EXPECT_TRUE(line[0].running);
    EXPECT_EQ(line[0].waiting, 1);
}

TEST(Curve, ofAWholeDayHasNothingRunning) {
    const auto line = curve({}, kMidnight, kMidnight + minutes(24 * 60));
    ASSERT_EQ(line.size(), 144U);
    EXPECT_FALSE(line.back().running);
    EXPECT_TRUE(curve({}, kMidnight, kMidnight).empty());
}

TEST(Figures, whoHasNoPaperYetWaitsInNeitherFigure) {
    auto reserved = issuedAt(kMidnight + minutes(3));
    reserved.state = model::TicketState::reserved;
    const std::vector tickets{issuedAt(kMidnight + minutes(1)), reserved};
    const auto now = kMidnight + minutes(5);
    EXPECT_EQ(todayFigures({}, tickets, now).waiting, 1);
    EXPECT_EQ(curve(tickets, kMidnight, now).back().waiting, 1);
    EXPECT_EQ(curve(tickets, kMidnight, now).back().issued, 2);
}

TEST(Figures, theWaitIsToTheFirstCall) {
    HallState state;
    auto ticket = issuedAt(kMidnight);
    ticket.id = model::TicketId("t");
    ticket.state = model::TicketState::finished;
    ticket.calledAt = kMidnight + minutes(90); // the second window's, after a transfer
    for (const int minute : {90, 4, 5}) {
        model::Call call;
        call.id = model::CallId("call-" + std::to_string(minute));
        call.ticketId = ticket.id;
        call.at = kMidnight + minutes(minute);
        state.calls.emplace(call.id, call);
    }
    EXPECT_DOUBLE_EQ(todayFigures(state, {ticket}, kMidnight + minutes(100)).waitP50Minutes.value(), 4.0);
    ticket.state = model::TicketState::waiting; // it waits again
    ticket.calledAt.reset();
    EXPECT_DOUBLE_EQ(todayFigures(state, {ticket}, kMidnight + minutes(100)).waitP90Minutes.value(), 4.0);
}

TEST(Figures, aDeviceThatIsNoMoreIsNotOnline) {
    auto setup = std::make_shared<services::Setup>();
    HallState state;
    for (const char* id : {"here", "gone", "revoked"}) {
        model::Device device;
        device.id = model::DeviceId(id);
        device.revoked = id == std::string("revoked");
        if (id != std::string("gone"))
            setup->devices.emplace(device.id, device);
        model::DeviceStatus status;
        status.id = model::RecordId(id);
        status.online = true;
        state.deviceStatus.emplace(status.id, status);
    }
    state.setup = setup;
    const auto figures = todayFigures(state, {}, kMidnight);
    EXPECT_EQ(figures.devicesOnline, 1);
    EXPECT_EQ(figures.devicesTotal, 1);
}

} // namespace atrium::services::testing
