// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/store.h"
#include "tests/unit/server/store/databases.h"

namespace atrium::store::testing {

class Rows : public OnBoth {
protected:
    void SetUp() override {
        OnBoth::SetUp();
        auto opened = Store::open(where());
        ASSERT_TRUE(opened) << opened.error().detail;
        store = std::move(*opened);
    }
    std::unique_ptr<Store> store;
};

TEST_P(Rows, aPersonWithoutItsKeyIsGone) {
    Group group;
    group.persons.push_back({model::PersonId("p1"), model::HallId("h"), "hash", "sealed", "key", {}});
    ASSERT_TRUE(store->commit(group));
    EXPECT_EQ(store->personByLookup("hash").value().value().id.value, "p1");
    ASSERT_TRUE(store->erasePerson(model::PersonId("p1")));
    EXPECT_FALSE(store->person(model::PersonId("p1")).value().has_value());
    EXPECT_FALSE(store->personByLookup("hash").value().has_value());
}

TEST_P(Rows, tokensSessionsCodesAndAccountsAreKept) {
    const auto at = model::fromMillis(1000);
    const model::DeviceId kiosk("kiosk-01");
    ASSERT_TRUE(store->addDeviceToken("hash1", kiosk, at));
    EXPECT_EQ(store->deviceTokens().value().size(), 1U);
    ASSERT_TRUE(store->dropDeviceTokens(kiosk));
    EXPECT_TRUE(store->deviceTokens().value().empty());

    ASSERT_TRUE(store->putEnrolment({kiosk, "c1", at, 0}));
    ASSERT_TRUE(store->putEnrolment({kiosk, "c2", at, 3}));
    EXPECT_EQ(store->enrolments().value().at(0).codeHash, "c2");
    EXPECT_EQ(store->enrolments().value().at(0).wrong, 3);

    ASSERT_TRUE(store->putAccount({model::StaffId("s1"), "argon", true}));
    EXPECT_TRUE(store->account(model::StaffId("s1")).value()->demonstration);
    EXPECT_FALSE(store->account(model::StaffId("s2")).value().has_value());

    ASSERT_TRUE(store->putSession(
        {"t", model::StaffId("s1"), kiosk, model::WindowId("w1"), model::fromMillis(5000)}));
    EXPECT_EQ(store->sessions(model::fromMillis(4999)).value().at(0).windowId->value, "w1");
    EXPECT_TRUE(store->sessions(model::fromMillis(5000)).value().empty());
}

TEST_P(Rows, pruningKeepsTheLastEventAndSaysWhatIsLost) {
    Group group;
    for (std::int64_t seq = 1; seq <= 3; ++seq) {
        auto event = std::make_shared<LogEvent>();
        event->seq = seq;
        event->at = model::fromMillis(seq * 100);
        event->type = "recordChanged";
        group.events.push_back(std::move(event));
    }
    ASSERT_TRUE(store->commit(group));
    ASSERT_TRUE(store->prune(model::fromMillis(0), model::fromMillis(1000)));
    EXPECT_FALSE(store->eventsAfter(0, 10).value().has_value());
    EXPECT_EQ(store->eventsAfter(2, 10).value()->size(), 1U);
    EXPECT_EQ(store->load({}, {}, {}).value().lastSeq, 3);
}

ATRIUM_ON_BOTH(Rows);

} // namespace atrium::store::testing
