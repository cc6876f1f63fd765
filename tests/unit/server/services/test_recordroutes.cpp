// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from a change of the set-up.
#include "shared/model/json.h"
#include "tests/unit/server/services/servicesfixture.h"

#include <gmock/gmock.h>

namespace atrium::services::testing {

using model::Result;

class RecordRoutes : public ServicesTest {
protected:
    void SetUp() override {
        ServicesTest::SetUp();
        admin = at("tool", "admin");
    }
    [[nodiscard]] store::AnyRecord record(std::string_view kind, const std::string& id) const {
        return hall->setup()->find(kind, id).value();
    }
    [[nodiscard]] http::Response put(std::string_view kind, const store::AnyRecord& record) const {
        return ask("PUT", "/api/v1/records/" + std::string(kind) + "/" + store::idOf(record), admin,
                   store::recordJson(record), std::to_string(store::versionOf(record)));
    }

    http::Caller admin;
};

TEST_F(RecordRoutes, theSameAgainIsNoChange) {
    const auto window = record("window", "window-1");
    const auto before = events().size();
    const auto answer = put("window", window);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, store::recordJson(window)) << "the present record, in its version";
    EXPECT_EQ(events().size(), before);
    EXPECT_EQ(audited("record.put"), 0U);
    auto renamed = std::get<model::Window>(window);
    renamed.name = "另一个";
    EXPECT_EQ(put("window", renamed).status, 200);
    EXPECT_EQ(events().size(), before + 1);
    EXPECT_EQ(audited("record.put"), 1U);
    EXPECT_EQ(put("window", window).status, 409) << "of an older version, even when it was the same once";
}

TEST_F(RecordRoutes, aWindowThatMovesToAnotherAreaEndsTheStreamsOfItsDevices) {
    auto second = std::get<model::Area>(record("area", "area"));
    second.id = model::AreaId("area-2");
    second.name = "B区";
    writer
        ->run({},
              [&](WriteContext& context) -> Result<Outcome> {
                  context.record("recordChanged", {store::put(second)});
                  return Outcome{};
              })
        .value();
    auto window = std::get<model::Window>(record("window", "window-1"));
    window.name = "换了名";
    EXPECT_EQ(put("window", window).status, 200);
    EXPECT_TRUE(closedStreams.empty());
    (void)at("kiosk", "clerk", "window-1"); // some device without a window of its own
    window = std::get<model::Window>(record("window", "window-1"));
    window.areaId = second.id;
    window.itemIds.clear();
    const auto moved = put("window", window);
    ASSERT_EQ(moved.status, 200) << moved.body;
    for (const char* device : {"terminal", "outer", "kiosk"})
        EXPECT_THAT(closedStreams, ::testing::Contains(device));
    EXPECT_THAT(closedStreams, ::testing::Not(::testing::Contains("board")));
}

TEST_F(RecordRoutes, aDeletedDeviceLeavesNoStatus) {
    writer
        ->run({},
              [](WriteContext& context) { return noteDevice(context, model::DeviceId("board"), true, ""); })
        .value();
    const auto board = record("device", "board");
    EXPECT_EQ(
        ask("DELETE", "/api/v1/records/device/board", admin, "", std::to_string(store::versionOf(board)))
            .status,
        204);
    const auto statuses = [this] {
        return hall->read([](const HallState& s) { return s.deviceStatus.size(); });
    };
    EXPECT_EQ(statuses(), 0U);
    dropParts();
    close();
    open();
    makeParts();
    EXPECT_EQ(statuses(), 0U);
}

TEST_F(RecordRoutes, theAlarmOfAnOpenNetworkIsToldByItsKindAlone) {
    services->config.insecureLan = true;
    housekeeping->round();
    const auto alarms = hall->read([](const HallState& state) { return state.alarms; });
    ASSERT_EQ(alarms.size(), 1U);
    EXPECT_EQ(alarms.begin()->second.kind, model::AlarmKind::insecureLan);
    EXPECT_EQ(alarms.begin()->second.detail, "") << "people read it in their language";
}

} // namespace atrium::services::testing
