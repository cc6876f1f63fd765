// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/store.h"
#include "shared/model/api.h"
#include "shared/model/json.h"
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
    Group erasure;
    erasure.erased.push_back(model::PersonId("p1"));
    ASSERT_TRUE(store->commit(erasure));
    EXPECT_FALSE(store->person(model::PersonId("p1")).value().has_value());
    EXPECT_FALSE(store->personByLookup("hash").value().has_value());
    ASSERT_TRUE(store->commit(erasure)) << "once more does no harm";
    // The same document may come again in the very group that erases its person.
    ASSERT_TRUE(store->commit(group));
    Group both = erasure;
    both.persons.push_back({model::PersonId("p2"), model::HallId("h"), "hash", "sealed", "key", {}});
    ASSERT_TRUE(store->commit(both));
    EXPECT_EQ(store->personByLookup("hash").value().value().id.value, "p2");
}

TEST_P(Rows, storedAnswersNameTheErasedNoMoreAndOthersStay) {
    model::Ticket ticket;
    ticket.id = model::TicketId("0123456789abcdef0123456789abcdef");
    ticket.number = "A001";
    ticket.personId = model::PersonId("p1");
    model::TicketView view;
    view.ticket = ticket;
    view.ticket.personId.reset();
    view.holderName = "欧阳**";
    view.holderNumber = "1101**********002X";
    model::TicketView other = view;
    other.ticket.id = model::TicketId("fedcba9876543210fedcba9876543210");
    Group group;
    group.history.push_back(put(ticket));
    group.answers = {{"kiosk", "k1", 201, model::toJson(view), {}},
                     {"kiosk", "k2", 201, model::toJson(other), {}},
                     {"kiosk", "k3", 200, R"({"note":"0123456789abcdef0123456789abcdef"})", {}}};
    ASSERT_TRUE(store->commit(group));
    Group erasure;
    erasure.erased.push_back(model::PersonId("p1"));
    ASSERT_TRUE(store->commit(erasure));

    const auto kept = model::fromJson<model::TicketView>(store->answerOf("kiosk", "k1").value()->body);
    EXPECT_EQ(kept->ticket.number, "A001"); // the repeated request still gets its ticket
    EXPECT_EQ(kept->holderName, "");
    EXPECT_EQ(kept->holderNumber, "");
    EXPECT_EQ(store->answerOf("kiosk", "k2").value()->body, model::toJson(other));
    EXPECT_EQ(store->answerOf("kiosk", "k3").value()->body, R"({"note":"0123456789abcdef0123456789abcdef"})");
    EXPECT_EQ(store->ticket(ticket.id).value()->personId, model::PersonId("p1")); // an id of nobody
}

TEST_P(Rows, tokensSessionsCodesAndAccountsAreKept) {
    const auto at = model::fromMillis(1000);
    const model::DeviceId kiosk("kiosk-01");
    ASSERT_TRUE(store->addDeviceToken("hash1", kiosk, at));
    EXPECT_EQ(store->deviceTokens().value().size(), 1U);
    ASSERT_TRUE(store->dropDeviceTokens(kiosk));
    EXPECT_TRUE(store->deviceTokens().value().empty());

    ASSERT_TRUE(store->putEnrolment({kiosk, "c1", at}));
    ASSERT_TRUE(store->putEnrolment({kiosk, "c2", at}));
    EXPECT_EQ(store->enrolments().value().at(0).codeHash, "c2");

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

TEST_P(Rows, pruningTakesAllOldEventsHoweverMany) {
    Group group;
    for (std::int64_t seq = 1; seq <= 4500; ++seq) {
        auto event = std::make_shared<LogEvent>();
        event->seq = seq;
        event->at = model::fromMillis(seq);
        event->type = "recordChanged";
        group.events.push_back(std::move(event));
    }
    ASSERT_TRUE(store->commit(group));
    ASSERT_TRUE(store->prune(model::fromMillis(0), model::fromMillis(4400)));
    EXPECT_FALSE(store->eventsAfter(4398, 200).value().has_value()) << "4399 is gone";
    EXPECT_EQ(store->eventsAfter(4399, 200).value()->size(), 101U);
}

ATRIUM_ON_BOTH(Rows);

} // namespace atrium::store::testing
