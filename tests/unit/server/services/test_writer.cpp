// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/crypto.h"
#include "server/services/core/housekeeping.h"
#include "server/services/records/recordrules.h"
#include "shared/model/json.h"
#include "tests/unit/server/services/hallfixture.h"

#include <atomic>
#include <future>
#include <latch>
#include <set>
#include <stdexcept>
#include <utility>

namespace atrium::services::testing {

using model::ErrorCode;
using model::Result;
using model::WindowId;
namespace queueing = rules::queueing;

namespace {

Job issueJob(std::string id) {
    return [id = std::move(id)](WriteContext& context) -> Result<Outcome> {
        queueing::IssueTicket command;
        command.ticketId = model::TicketId(id);
        command.itemId = model::ServiceItemId("item");
        command.paper = false;
        if (auto done = context.command(command); !done)
            return done.error();
        return Outcome{201, id};
    };
}

void expectGapless(const std::vector<store::LogEvent>& events) {
    for (std::size_t i = 0; i < events.size(); ++i)
        ASSERT_EQ(events[i].seq, static_cast<std::int64_t>(i) + 1);
}

} // namespace

class WriterTest : public HallTest {
protected:
    /// Submits all at once while the writer is held up, so that they share a group.
    std::vector<Result<Outcome>> together(const std::vector<std::pair<std::string, Job>>& jobs) {
        std::promise<void> release;
        auto released = release.get_future().share();
        writer->submit(
            {}, {},
            [released](WriteContext&) -> Result<Outcome> {
                released.wait();
                return Outcome{};
            },
            [](Result<Outcome>) {});
        std::vector<std::future<Result<Outcome>>> answers;
        for (const auto& [key, job] : jobs) {
            auto promise = std::make_shared<std::promise<Result<Outcome>>>(); // shared with the callback
            answers.push_back(promise->get_future());
            writer->submit({.device = model::DeviceId("kiosk"), .staff = {}}, key, job,
                           [promise](Result<Outcome> outcome) { promise->set_value(std::move(outcome)); });
        }
        release.set_value();
        std::vector<Result<Outcome>> out;
        for (auto& answer : answers)
            out.push_back(answer.get());
        return out;
    }
};

TEST_F(WriterTest, manyWritesShareOneCommit) {
    std::vector<std::pair<std::string, Job>> jobs;
    for (int i = 0; i < 100; ++i)
        jobs.emplace_back("key" + std::to_string(i), issueJob("t" + std::to_string(i)));
    const int before = trouble.commits;
    for (const auto& answer : together(jobs))
        EXPECT_TRUE(answer);
    EXPECT_LE(trouble.commits - before, 3);
    std::set<std::string> numbers;
    for (int i = 0; i < 100; ++i)
        numbers.insert(ticket("t" + std::to_string(i)).number);
    EXPECT_EQ(numbers.size(), 100U);
    expectGapless(events());
}

TEST_F(WriterTest, aRepeatedKeyGetsTheStoredAnswerAndChangesNothing) {
    const auto first = together({{"same", issueJob("t1")}, {"same", issueJob("t2")}});
    EXPECT_EQ(first[0]->body, "t1");
    EXPECT_EQ(first[1]->body, "t1");
    EXPECT_EQ(together({{"same", issueJob("t3")}})[0]->body, "t1");
    close();
    open();
    EXPECT_EQ(together({{"same", issueJob("t4")}})[0]->body, "t1");
    EXPECT_EQ(hall->read([](const HallState& state) { return state.queue.tickets.size(); }), 1U);
}

TEST_F(WriterTest, aRefusalIsNotKeptAndChangesNothing) {
    const auto count = events().size();
    auto refused = run(queueing::CallNext{WindowId("window-1"), model::CallId("c")});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::nothingWaiting);
    EXPECT_EQ(events().size(), count);
}

TEST_F(WriterTest, aJobRefusedHalfWayLeavesNothingBehind) {
    issue("t1").value();
    const auto halfWay = [](WriteContext& context) -> Result<Outcome> {
        queueing::IssueTicket command;
        command.ticketId = model::TicketId("t2");
        command.itemId = model::ServiceItemId("item");
        command.paper = false;
        context.command(command).value();
        context.audit("test", "ticket", "t2");
        return model::Error{ErrorCode::conflict, {}, "thought better of it"};
    };
    const auto answers =
        together({{"a", issueJob("t3")}, {"b", halfWay}, {"c", issueJob("t4")}, {"b", halfWay}});
    EXPECT_TRUE(answers[0]);
    EXPECT_EQ(answers[1].error().code, ErrorCode::conflict);
    EXPECT_TRUE(answers[2]);
    EXPECT_EQ(answers[3].error().code, ErrorCode::conflict);
    EXPECT_EQ(ticket("t3").number, "A0002");
    EXPECT_EQ(ticket("t4").number, "A0003");
    EXPECT_FALSE(hall->read(
        [](const HallState& state) { return state.queue.tickets.contains(model::TicketId("t2")); }));
    expectGapless(events());
    issue("t5").value();
    EXPECT_EQ(ticket("t5").number, "A0004");
}

TEST_F(WriterTest, aJobThatThrowsIsRefusedAndTheNextOneGoesOn) {
    const auto before = events().size();
    const auto thrown = writer->run({}, [&](WriteContext& context) -> Result<Outcome> {
        (void)issueJob("t1")(context);
        throw std::runtime_error("a defect");
    });
    EXPECT_EQ(thrown.error().code, ErrorCode::unavailable);
    EXPECT_EQ(events().size(), before);
    issue("t2").value();
    EXPECT_EQ(ticket("t2").number, "A0001");
}

TEST_F(WriterTest, anAnswerThatThrowsKeepsNobodyWaiting) {
    const Actor kiosk{.device = model::DeviceId("kiosk"), .staff = {}};
    writer->submit(kiosk, "a", issueJob("t1"),
                   [](const Result<Outcome>&) { throw std::runtime_error("a defect"); });
    issue("t2").value();
    EXPECT_EQ(ticket("t1").number, "A0001");
    EXPECT_EQ(ticket("t2").number, "A0002");
}

TEST_F(WriterTest, stoppingTellsEverybodyFirst) {
    constexpr int kWrites = 200;
    std::atomic<int> told = 0;
    for (int i = 0; i < kWrites; ++i)
        writer->submit({}, {}, issueJob("t" + std::to_string(i)),
                       [&told](const Result<Outcome>& outcome) { told += outcome ? 1 : 0; });
    writer->stop();
    EXPECT_EQ(told, kWrites);
}

TEST(AnswerKeysTest, aKeyIsKnownForAsLongAsItsAnswerAndNotForEver) {
    using std::chrono::hours;
    const model::Instant start = model::fromMillis(1'795'276'800'000);
    AnswerKeys keys;
    keys.insert("stored before the start", {});
    for (int hour = 0; hour < 24 * 10; ++hour) {
        keys.insert(std::to_string(hour), start + hours(hour));
        for (int kept = std::max(0, hour - 23); kept <= hour; ++kept)
            ASSERT_TRUE(keys.contains(std::to_string(kept))) << kept << " at " << hour;
    }
    EXPECT_FALSE(keys.contains("stored before the start"));
    EXPECT_LE(keys.size(), 48U);
    keys.erase("239");
    EXPECT_FALSE(keys.contains("239"));
}

TEST_F(WriterTest, aFailedCommitDropsTheWholeGroupAndTheNextOneGoesOn) {
    issue("t1").value();
    const auto seq = hall->read([](const HallState& state) { return state.lastSeq; });
    trouble.failCommits = true;
    for (const auto& answer : together({{"a", issueJob("t2")}, {"b", issueJob("t3")}})) {
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().code, ErrorCode::unavailable);
    }
    EXPECT_EQ(hall->read([](const HallState& state) { return state.lastSeq; }), seq);
    trouble.failCommits = false;
    EXPECT_EQ(together({{"a", issueJob("t2")}})[0]->body, "t2"); // the key was not taken by the failure
    EXPECT_EQ(ticket("t2").number, "A0002");
    expectGapless(events());
    writer->stop();
    for (const auto& event : announced)
        EXPECT_LE(event->seq, events().back().seq);
    EXPECT_EQ(announced.size(), events().size()); // nothing was announced that is not durable
}

TEST_F(WriterTest, aFullDiskIsSaidAsSuchUntilAWriteSucceeds) {
    using Told = Writer::Trouble;
    EXPECT_EQ(writer->trouble(), Told::none);
    trouble.failCommits = true;
    EXPECT_EQ(issue("t1").error().saying.sentence, model::Sentence::storeFailed);
    EXPECT_EQ(writer->trouble(), Told::failed);
    trouble.full = true;
    const auto refused = issue("t2");
    EXPECT_EQ(refused.error().code, ErrorCode::unavailable);
    EXPECT_EQ(refused.error().saying.sentence, model::Sentence::storeFull);
    EXPECT_EQ(writer->trouble(), Told::full);
    trouble.failCommits = false;
    issue("t3").value();
    EXPECT_EQ(writer->trouble(), Told::none);
    EXPECT_EQ(writer->lastTrouble(), Told::full);
}

TEST_F(WriterTest, whatWasDecidedUponAFailedCommitIsDroppedToo) {
    issue("t1").value();
    std::promise<void> reached;
    std::promise<void> release;
    auto released = release.get_future();
    trouble.failCommits = true;
    trouble.beforeCommit = [&, first = true]() mutable {
        if (!std::exchange(first, false))
            return;
        reached.set_value();
        released.wait();
    };
    const Actor kiosk{.device = model::DeviceId("kiosk"), .staff = {}};
    const auto submit = [&](const std::string& key, Job job) {
        auto promise = std::make_shared<std::promise<Result<Outcome>>>(); // shared with the callback
        auto answer = promise->get_future();
        writer->submit(kiosk, key, std::move(job),
                       [promise](Result<Outcome> outcome) { promise->set_value(std::move(outcome)); });
        return answer;
    };
    auto failing = submit("a", issueJob("t2"));
    reached.get_future().wait();
    // The commit is under way: the next jobs are decided on what it would have written.
    std::promise<std::size_t> decided;
    auto upon = submit("b", [&](WriteContext& context) {
        decided.set_value(context.state().queue.tickets.size());
        return issueJob("t3")(context);
    });
    auto repeated = submit("a", issueJob("t4"));
    EXPECT_EQ(decided.get_future().get(), 2U);
    release.set_value();
    for (auto* answer : {&failing, &upon, &repeated})
        EXPECT_EQ(answer->get().error().code, ErrorCode::unavailable);
    trouble.failCommits = false;
    EXPECT_EQ(hall->read([](const HallState& state) { return state.queue.tickets.size(); }), 1U);
    EXPECT_EQ(submit("b", issueJob("t3")).get()->body, "t3"); // neither key nor number was taken
    EXPECT_EQ(ticket("t3").number, "A0002");
    expectGapless(events());
    close();
    open();
    EXPECT_EQ(ticket("t3").number, "A0002");
}

TEST_F(WriterTest, twoWindowsNeverGetTheSameTicket) {
    constexpr int kTickets = 60;
    for (int i = 0; i < kTickets; ++i)
        issue("t" + std::to_string(i)).value();
    std::latch begin(2);
    const auto serve = [&](const char* window) {
        begin.arrive_and_wait();
        std::vector<std::string> called;
        while (run(queueing::CallNext{WindowId(window), model::CallId(randomHex(16))})) {
            called.push_back(hall->read([&](const HallState& state) {
                return state.queue.windows.at(WindowId(window)).ticketId->value;
            }));
            run(queueing::StartService{WindowId(window)}).value();
            run(queueing::FinishService{WindowId(window)}).value();
        }
        return called;
    };
    auto other = std::async(std::launch::async, serve, "window-2");
    auto all = serve("window-1");
    for (auto& id : other.get())
        all.push_back(id);
    EXPECT_EQ(all.size(), static_cast<std::size_t>(kTickets));
    EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), all.size());
}

TEST_F(WriterTest, aRestartKeepsEverythingTheUndoIncluded) {
    issue("t1").value();
    run(queueing::CallNext{WindowId("window-1"), model::CallId("c1")}).value();
    run(queueing::StartService{WindowId("window-1")}).value();
    run(queueing::FinishService{WindowId("window-1")}).value();
    const auto before = hall->copy();
    close();
    open();
    const auto after = hall->copy();
    EXPECT_EQ(after.lastSeq, before.lastSeq);
    EXPECT_EQ(after.queue.tickets, before.queue.tickets);
    EXPECT_EQ(after.queue.windows, before.queue.windows);
    EXPECT_EQ(after.queue.undoTickets, before.queue.undoTickets);
    EXPECT_EQ(after.calls, before.calls);
    ASSERT_TRUE(run(queueing::UndoLast{WindowId("window-1")}));
    EXPECT_EQ(ticket("t1").state, model::TicketState::serving);
}

TEST_F(WriterTest, theNextMorningBeginsAtOneEvenAfterTheServerWasOff) {
    issue("t1").value();
    close();
    clock.advance(std::chrono::hours(24));
    open();
    EXPECT_EQ(ticket("t1").state, model::TicketState::waiting); // yesterday's, until the day is closed
    writer->run({}, changeDay).value();
    EXPECT_EQ(hall->read([](const HallState& state) { return state.queue.day; }), model::Day{20261123});
    EXPECT_EQ(store->ticket(model::TicketId("t1")).value()->state, model::TicketState::expired);
    run(queueing::OpenWindow{WindowId("window-1"), model::StaffId("clerk")}).value();
    issue("t2").value();
    EXPECT_EQ(ticket("t2").number, "A0001");
    const auto count = events().size();
    close();
    open();
    writer->run({}, changeDay).value();
    EXPECT_EQ(events().size(), count); // the day is closed once
}

TEST_F(WriterTest, aPrefixOfTodaysNumbersStaysWhereItIs) {
    const auto refused = [&](const model::Queue& next) {
        return hall->read([&](const HallState& state) {
            const auto good = checkPrefix(state, state.setup->find("queue", next.id.value), next);
            return good ? model::Sentence::none : good.error().saying.sentence;
        });
    };
    auto queue = hall->read(
        [](const HallState& state) { return state.setup->config.queues.at(model::QueueId("queue")); });
    queue.prefix = "ZZ";
    EXPECT_EQ(refused(queue), model::Sentence::none) << "before the first number";
    issue("t1").value();
    EXPECT_EQ(refused(queue), model::Sentence::prefixIssued);
    queue.id = model::QueueId("another");
    EXPECT_EQ(refused(queue), model::Sentence::none);
    queue.prefix = "A";
    EXPECT_EQ(refused(queue), model::Sentence::prefixBorne);
    close();
    open();
    EXPECT_EQ(refused(queue), model::Sentence::prefixBorne) << "after a restart too";
    clock.advance(std::chrono::hours(24));
    writer->run({}, changeDay).value();
    EXPECT_EQ(refused(queue), model::Sentence::none) << "the next day";
}

TEST_F(WriterTest, theAuditTrailIsAChain) {
    issue("t1").value();
    issue("t2").value();
    close();
    open();
    issue("t3").value();
    auto entries = store->audit(1000, 100).value();
    ASSERT_GE(entries.size(), 5U);
    std::string previous;
    std::int64_t sequence = 0;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        EXPECT_EQ(entry->sequence, ++sequence);
        model::AuditEntry canonical = *entry;
        canonical.hash = previous;
        EXPECT_EQ(entry->hash, sha256Hex(model::toJson(canonical)));
        previous = entry->hash;
    }
}

} // namespace atrium::services::testing
