// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/hallclock.h"
#include "server/services/core/writer.h"
#include "server/store/db.h"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace atrium::services::testing {

/// A clock that stands still until it is told otherwise.
class FakeClock final : public http::Clock {
public:
    [[nodiscard]] Steady steady() const override {
        return Steady{} + std::chrono::milliseconds(m_passed.load());
    }
    [[nodiscard]] model::Instant now() const override {
        return model::fromMillis(m_begun.load() + m_passed.load());
    }
    void advance(std::chrono::milliseconds by) { m_passed += by.count(); }
    /// What people see is set forward or back, without any time passing.
    void set(std::chrono::milliseconds by) { m_begun += by.count(); }

private:
    std::atomic<std::int64_t> m_begun{1'795'312'800'000}; // 2026-11-22 10:00 in Shanghai
    std::atomic<std::int64_t> m_passed{0};
};

/// What the store's connections do wrong when told to.
struct Trouble {
    std::atomic<bool> failCommits{false};
    std::atomic<bool> full{false}; ///< for want of room
    std::atomic<int> commits{0};
    std::atomic<int> answersRead{0}; ///< queries of stored answers
    std::function<void()>
        beforeCommit; ///< called on the committing thread; change it only while nothing is written
};

/// A small hall in a temporary database: one area, queue A with two windows that serve its one item, a kiosk,
/// a terminal and an outer screen at window-1, an administrator's tool, three members of staff.
class HallTest : public ::testing::Test {
protected:
    void SetUp() override;
    void TearDown() override;

    /// Opens store, model and writer over what the database holds.
    void open();
    void close();
    [[nodiscard]] model::Result<Outcome> issue(const std::string& id);
    [[nodiscard]] model::Result<Outcome> run(const rules::queueing::Command& command);
    [[nodiscard]] model::Ticket ticket(const std::string& id) const;
    [[nodiscard]] std::vector<store::LogEvent> events() const;

    FakeClock clock;                      ///< the machine's
    std::unique_ptr<HallClock> hallClock; ///< the hall's
    Trouble trouble;
    std::string folder;
    std::shared_ptr<const Calendar> calendar;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<HallModel> hall;
    std::unique_ptr<Writer> writer;
    std::vector<store::LogEventPtr> announced; ///< writer's thread only, until close()
    /// Is told of them too, on that thread, from now on; nothing: nobody is, and it is not told any more.
    using Listener = std::function<void(const std::vector<store::LogEventPtr>&)>;
    void listen(Listener listener);
    bool hasGateway = false; ///< of the hall that is opened next

private:
    std::mutex m_listening; // guards m_listener; held while it is told
    Listener m_listener;
};

/// The set-up of that hall.
[[nodiscard]] std::vector<store::AnyRecord> smallHall();

} // namespace atrium::services::testing
