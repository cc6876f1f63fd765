// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/store.h"
#include "tests/unit/server/store/databases.h"

#include <algorithm>

namespace atrium::store::testing {
namespace {

/// A connection whose n-th write fails, as a full disk would.
class FailingDb final : public Db {
public:
    FailingDb(std::unique_ptr<Db> inner, std::shared_ptr<int> left)
        : m_inner(std::move(inner)), m_left(std::move(left)) {}
    [[nodiscard]] Dialect dialect() const override { return m_inner->dialect(); }
    std::int64_t exec(const std::string& sql, const Values& values) override {
        spend();
        return m_inner->exec(sql, values);
    }
    std::vector<Row> query(const std::string& sql, const Values& values, const ColumnTypes& types) override {
        return m_inner->query(sql, values, types);
    }
    void run(const std::string& sql) override {
        if (sql == "COMMIT")
            spend();
        m_inner->run(sql);
    }

private:
    void spend() {
        if (*m_left > 0 && --*m_left == 0)
            throw DbError("the disk is full");
    }
    std::unique_ptr<Db> m_inner;
    std::shared_ptr<int> m_left; // shared with the test, which arms it
};

model::Ticket ticket(const std::string& id, int sequence) {
    model::Ticket out;
    out.id = model::TicketId(id);
    out.hallId = model::HallId("h");
    out.day = {20261122};
    out.queueId = model::QueueId("queue-tax");
    out.number = "A" + std::to_string(sequence);
    out.sequence = sequence;
    out.personId = model::PersonId("p1");
    out.calledAt = model::fromMillis(1763777040000);
    out.note = "带材料";
    return out;
}

Group groupOf(std::int64_t seq, const model::Ticket& value) {
    auto event = std::make_shared<LogEvent>();
    event->seq = seq;
    event->at = model::fromMillis(seq);
    event->type = "ticketIssued";
    model::Queue queue;
    queue.id = value.queueId;
    queue.hours = {{1, {540}, {1020}}};
    model::Rating rating;
    rating.id = model::RatingId("r" + std::to_string(seq));
    rating.day = value.day;
    rating.reasons = {"态度好", "办得快"};
    model::QueueDay figures;
    figures.id = model::RecordId("q");
    figures.day = value.day;
    figures.serviceSeconds = 12.5;
    event->changes = {put(value), put(queue), put(rating), put(figures)};
    event->undoTicket = value;
    event->predictions = {{.ticketId = value.id,
                           .queueId = value.queueId,
                           .day = value.day,
                           .peopleAhead = 3,
                           .predictedMinutes = 7.3,
                           .lowMinutes = 5,
                           .highMinutes = {},
                           .actualMinutes = {}}};
    Group group;
    group.hallId = model::HallId("h");
    group.events = {event};
    model::AuditEntry audit;
    audit.sequence = seq;
    audit.deviceId = model::DeviceId("kiosk-01");
    audit.action = "ticket.issue";
    audit.hash = "hash" + std::to_string(seq);
    group.audit = {audit};
    group.answers = {{"kiosk-01", "key" + std::to_string(seq), 201, "{}", model::fromMillis(seq)}};
    return group;
}

bool holds(const Loaded& loaded, const AnyRecord& record) {
    return std::find(loaded.records.begin(), loaded.records.end(), record) != loaded.records.end();
}

} // namespace

class Commit : public OnBoth {};

TEST_P(Commit, whatWasCommittedIsThereAfterReopening) {
    const Group group = groupOf(1, ticket("t1", 7));
    {
        auto store = Store::open(where());
        ASSERT_TRUE(store) << store.error().detail;
        const auto done = (*store)->commit(group);
        ASSERT_TRUE(done) << done.error().detail;
    }
    auto store = Store::open(where());
    ASSERT_TRUE(store);
    const auto loaded = (*store)->load({20261122}, model::fromMillis(0), model::fromMillis(0));
    ASSERT_TRUE(loaded) << loaded.error().detail;
    for (const Change& change : group.events.at(0)->changes)
        EXPECT_TRUE(holds(*loaded, *change.record)) << change.kind;
    EXPECT_EQ(loaded->lastSeq, 1);
    EXPECT_EQ(loaded->auditHead, "hash1");
    ASSERT_EQ(loaded->recent.size(), 1U);
    EXPECT_EQ(loaded->recent[0], *group.events[0]);
    EXPECT_EQ(loaded->predictions, group.events[0]->predictions);
    EXPECT_EQ((*store)->answerOf("kiosk-01", "key1").value()->status, 201);
    EXPECT_FALSE((*store)->answerOf("kiosk-02", "key1").value().has_value());
    EXPECT_EQ((*store)->audit(10, 10).value().at(0).deviceId->value, "kiosk-01");
    EXPECT_EQ((*store)->ticket(model::TicketId("t1")).value(), ticket("t1", 7));
}

TEST_P(Commit, ofSeveralValuesOfOneRecordTheLastCounts) {
    auto store = Store::open(where());
    ASSERT_TRUE(store);
    Group group = groupOf(1, ticket("t1", 7));
    const Group second = groupOf(2, ticket("t1", 8));
    group.events.push_back(second.events[0]);
    ASSERT_TRUE((*store)->commit(group));
    EXPECT_EQ((*store)->ticket(model::TicketId("t1")).value()->sequence, 8);

    auto removal = std::make_shared<LogEvent>();
    removal->seq = 3;
    removal->type = "recordDeleted";
    removal->changes = {gone("ticket", "t1")};
    Group third;
    third.events = {removal};
    ASSERT_TRUE((*store)->commit(third));
    EXPECT_FALSE((*store)->ticket(model::TicketId("t1")).value().has_value());
    EXPECT_EQ((*store)->eventsAfter(1, 10).value()->size(), 2U);
}

TEST_P(Commit, aWaitsTruthJoinsWhatWasTold) {
    auto store = Store::open(where());
    ASSERT_TRUE(store);
    const auto called = [](Group group, double minutes) {
        auto event = std::make_shared<LogEvent>(*group.events.at(0));
        event->predictions.at(0).highMinutes = 15;
        event->predictions.at(0).actualMinutes = minutes;
        group.events = {event};
        return group;
    };
    Group both = groupOf(1, ticket("t1", 7)); // issued and called in one group
    both.events.push_back(called(groupOf(2, ticket("t1", 7)), 0.1).events[0]);
    ASSERT_TRUE((*store)->commit(both));
    ASSERT_TRUE((*store)->commit(groupOf(3, ticket("t2", 8))));
    ASSERT_TRUE((*store)->commit(called(groupOf(4, ticket("t2", 8)), 12.4)));
    auto told = (*store)->load({20261122}, {}, {}).value().predictions;
    ASSERT_EQ(told.size(), 2U);
    std::sort(told.begin(), told.end(), [](const auto& a, const auto& b) { return a.ticketId < b.ticketId; });
    EXPECT_EQ(told[0].actualMinutes, 0.1);
    EXPECT_EQ(told[0].highMinutes, 15);
    EXPECT_EQ(told[1].actualMinutes, 12.4);
    EXPECT_EQ(told[1].predictedMinutes, 7.3);
    EXPECT_TRUE((*store)->load({20261123}, {}, {}).value().predictions.empty()) << "of another day";
}

TEST_P(Commit, aFailureAtAnyPointLeavesNothingAndTheNextOneWorks) {
    auto left = std::make_shared<int>(0);
    auto store = Store::open([&] { return std::make_unique<FailingDb>(connect(), left); });
    ASSERT_TRUE(store);
    int failures = 0;
    for (int point = 1;; ++point) {
        *left = point;
        const auto done = (*store)->commit(groupOf(1, ticket("t1", 7)));
        *left = 0;
        if (done)
            break;
        ++failures;
        EXPECT_EQ(done.error().code, model::ErrorCode::unavailable);
        EXPECT_FALSE((*store)->ticket(model::TicketId("t1")).value().has_value()) << point;
        EXPECT_EQ((*store)->load({}, {}, {}).value().lastSeq, 0) << point;
    }
    EXPECT_GE(failures, 6);
    EXPECT_TRUE((*store)->ticket(model::TicketId("t1")).value().has_value());
}

ATRIUM_ON_BOTH(Commit);

} // namespace atrium::store::testing
