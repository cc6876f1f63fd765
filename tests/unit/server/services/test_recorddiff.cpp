// SPDX-License-Identifier: GPL-3.0-or-later
// What the audit trail tells of a change.
#include "server/services/records/recorddiff.h"
#include "shared/model/adminapi.h"
#include "shared/model/json.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace atrium::services::testing {
namespace {

model::AuditChanges told(std::string_view kind, const std::optional<store::AnyRecord>& before,
                         const std::optional<store::AnyRecord>& after) {
    return model::fromJson<model::AuditChanges>(recordDiff(kind, before, after)).value();
}

model::Area hallArea() {
    model::Area out;
    out.id = model::AreaId("area");
    out.name = "一层等候区";
    out.version = 7;
    return out;
}

} // namespace

TEST(RecordDiff, tellsOldAndNewOfWhatChangedAlone) {
    const model::Area before = hallArea();
    model::Area after = before;
    after.caption = "今日办理至17时";
    after.announcement.repeat = before.announcement.repeat + 1;
    after.version = 8;
    const auto changes = told("area", before, after);
    ASSERT_EQ(changes.changes.size(), 2U);
    EXPECT_EQ(changes.changes[0].member, "announcement.repeat");
    EXPECT_EQ(changes.changes[0].before, std::to_string(before.announcement.repeat));
    EXPECT_EQ(changes.changes[0].after, std::to_string(after.announcement.repeat));
    EXPECT_EQ(changes.changes[1], (model::AuditChange{"caption", "", "今日办理至17时", false}));
    EXPECT_EQ(changes.more, 0);
}

TEST(RecordDiff, tellsWhatWasMadeAndWhatIsGone) {
    const auto made = told("area", std::nullopt, hallArea());
    const auto gone = told("area", hallArea(), std::nullopt);
    ASSERT_FALSE(made.changes.empty());
    EXPECT_EQ(made.changes.size(), gone.changes.size());
    const auto isName = [](const model::AuditChange& change) { return change.member == "name"; };
    EXPECT_EQ(std::find_if(made.changes.begin(), made.changes.end(), isName)->after, "一层等候区");
    EXPECT_EQ(std::find_if(gone.changes.begin(), gone.changes.end(), isName)->before, "一层等候区");
}

TEST(RecordDiff, neverTellsWhoSomebodyIs) {
    model::Staff before;
    before.name = "赵一";
    before.account = "zhao";
    before.number = "C1001";
    model::Staff after = before;
    after.name = "钱二";
    after.account = "qian";
    after.number = "C1002";
    after.photo = model::Sha256(std::string(64, 'a'));
    after.role = model::Role::supervisor;
    for (const std::string& text :
         {recordDiff("staff", before, after), recordDiff("staff", std::nullopt, after),
          recordDiff("staff", before, std::nullopt)})
        for (const char* secret : {"赵一", "钱二", "zhao", "qian", "C1001", "C1002", "aaaaaaaa"})
            EXPECT_EQ(text.find(secret), std::string::npos) << text;
    const auto changes = told("staff", before, after);
    const auto role = std::find_if(changes.changes.begin(), changes.changes.end(),
                                   [](const auto& change) { return change.member == "role"; });
    EXPECT_EQ(*role, (model::AuditChange{"role", "clerk", "supervisor", false}));
    EXPECT_EQ(std::count_if(changes.changes.begin(), changes.changes.end(),
                            [](const auto& change) { return change.hidden; }),
              4);
}

TEST(RecordDiff, isShortHoweverLongTheValuesAre) {
    model::ServiceItem before;
    model::ServiceItem after;
    for (int i = 0; i < 2000; ++i)
        after.conditions.push_back("条件");
    after.name = std::string(kValueBytes, 'x');
    for (int i = 0; i < 100; ++i)
        after.materials.push_back({"材料" + std::to_string(i), "原件", 1, true, {}});
    const std::string text = recordDiff("serviceItem", before, after);
    EXPECT_LT(text.size(), 2000U);
    const auto changes = told("serviceItem", before, after);
    for (const model::AuditChange& change : changes.changes) {
        EXPECT_LE(change.after.size(), kValueBytes + 3) << change.member;
        if (change.member == "conditions") {
            EXPECT_TRUE(change.after.ends_with("…") && change.after.starts_with("[\"条件\""));
        }
        if (change.member == "name") {
            EXPECT_EQ(change.after, after.name);
        }
    }
}

} // namespace atrium::services::testing
