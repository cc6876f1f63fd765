// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/accesslog.h"
#include "server/http/route.h"

#include <gtest/gtest.h>

#include <future>

using namespace atrium::http;
using namespace atrium::model;

namespace {

Caller device(DeviceKind kind) {
    Caller caller;
    caller.deviceId = DeviceId("d");
    caller.kind = kind;
    return caller;
}

Caller staff(DeviceKind kind, Role role, bool desk = false) {
    Caller caller = device(kind);
    caller.session = StaffSession{StaffId("s"), role, desk, std::nullopt};
    return caller;
}

std::optional<ErrorCode> refusal(const Access& access, const Caller& caller) {
    const auto error = access.check(caller);
    return error ? std::optional(error->code) : std::nullopt;
}

} // namespace

TEST(Access, byDefaultLetsNobodyIn) {
    EXPECT_EQ(refusal({}, {}), ErrorCode::unauthenticated);
    EXPECT_EQ(refusal({}, staff(DeviceKind::admin, Role::administrator)), ErrorCode::forbidden);
}

TEST(Access, openLetsEverybodyInAndDevicesEveryToken) {
    EXPECT_EQ(refusal(Access::everybody(), {}), std::nullopt);
    EXPECT_EQ(refusal(Access::devices(), {}), ErrorCode::unauthenticated);
    EXPECT_EQ(refusal(Access::devices(), device(DeviceKind::signagePlayer)), std::nullopt);
}

TEST(Access, ofKiosksAndTheServiceDesk) {
    const Access access = Access::kinds({DeviceKind::kiosk}) | Access::desk();
    EXPECT_EQ(refusal(access, device(DeviceKind::kiosk)), std::nullopt);
    EXPECT_EQ(refusal(access, device(DeviceKind::dualScreen)), ErrorCode::forbidden);
    EXPECT_EQ(refusal(access, device(DeviceKind::windowTerminal)), ErrorCode::unauthenticated);
    EXPECT_EQ(refusal(access, staff(DeviceKind::windowTerminal, Role::clerk)), ErrorCode::forbidden);
    EXPECT_EQ(refusal(access, staff(DeviceKind::windowTerminal, Role::clerk, true)), std::nullopt);
    EXPECT_EQ(refusal(access, staff(DeviceKind::admin, Role::clerk, true)), ErrorCode::forbidden);
}

TEST(Access, ofARoleAtOneKindOfDevice) {
    const Access access = Access::staff(DeviceKind::admin, {Role::administrator, Role::publisher});
    EXPECT_EQ(refusal(access, staff(DeviceKind::admin, Role::publisher)), std::nullopt);
    EXPECT_EQ(refusal(access, staff(DeviceKind::admin, Role::inspector)), ErrorCode::forbidden);
    EXPECT_EQ(refusal(access, staff(DeviceKind::windowTerminal, Role::administrator)), ErrorCode::forbidden);
    EXPECT_EQ(refusal(Access::staff(DeviceKind::admin), staff(DeviceKind::admin, Role::clerk)), std::nullopt);
}

TEST(AccessLine, isOneJsonObjectWithoutPathOrBody) {
    EXPECT_EQ(accessLine({.at = fromMillis(1763777040000),
                          .requestId = "ab",
                          .deviceId = "kiosk-\"1",
                          .method = "POST",
                          .route = "/api/v1/tickets/{id}/print",
                          .status = 200,
                          .milliseconds = 1.23456,
                          .bytes = 7}),
              "{\"at\":1763777040000,\"request\":\"ab\",\"device\":\"kiosk-\\\"1\",\"method\":\"POST\","
              "\"route\":\"/api/v1/tickets/{id}/print\",\"status\":200,\"ms\":1.235,\"bytes\":7}");
}

TEST(AccessLog, dropsAndCountsWhatASlowWriterCannotTake) {
    Metrics metrics;
    std::promise<void> begun;
    std::promise<void> go;
    int written = 0;
    AccessLog log(
        [&](const std::string&) {
            if (++written == 1) {
                begun.set_value();
                go.get_future().wait();
            }
        },
        metrics, 10);
    log.add({});
    begun.get_future().wait();
    for (int i = 0; i < 25; ++i)
        log.add({});
    EXPECT_EQ(metrics.counter("atrium_access_log_dropped_total", "").value(), 15U);
    go.set_value();
    log.stop();
    EXPECT_EQ(written, 11);
}
