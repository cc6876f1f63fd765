// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/writer.h"
#include "server/store/db.h"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <memory>
#include <string>

namespace atrium::services::testing {

/// A clock that stands still until it is told otherwise.
class FakeClock final : public http::Clock {
public:
    [[nodiscard]] Steady steady() const override {
        return Steady{} + std::chrono::milliseconds(m_now.load());
    }
    [[nodiscard]] model::Instant now() const override { return model::fromMillis(m_now.load()); }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }

private:
    std::atomic<std::int64_t> m_now{1'795'312'800'000}; // 2026-11-22 10:00 in Shanghai
};

/// What the store's connections do wrong when told to.
struct Trouble {
    std::atomic<bool> failCommits{false};
    std::atomic<bool> full{false}; ///< for want of room
    std::atomic<int> commits{0};
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

    FakeClock clock;
    Trouble trouble;
    std::string folder;
    std::shared_ptr<const Calendar> calendar;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<HallModel> hall;
    std::unique_ptr<Writer> writer;
    std::vector<store::LogEventPtr> announced; ///< writer's thread only, until close()
};

/// The set-up of that hall.
[[nodiscard]] std::vector<store::AnyRecord> smallHall();

} // namespace atrium::services::testing
