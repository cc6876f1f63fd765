// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/services.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace atrium::services {

/// What happens by itself: reservations settle, windows of queues that are not called by hand get their next
/// ticket, the day changes (also after the server was off overnight), what was done at the command line gets
/// its entries, sessions end when their time is over, silent devices go offline, the audit trail's head is
/// signed and written out each day, old answers and events are dropped. A thread that wakes every few seconds
/// and sends ordinary writes to the writer.
class Housekeeping {
public:
    explicit Housekeeping(Services& services) : m_services(services), m_started(services.clock.now()) {}
    ~Housekeeping() { stop(); }
    Housekeeping(const Housekeeping&) = delete;
    Housekeeping& operator=(const Housekeeping&) = delete;

    void start();
    void stop();
    /// One round; also called once before the server takes requests.
    void round();
    /// Rolls the statistics of closed days; not a part of the first round, because nobody waits for it.
    void rollDays();

private:
    void endSessions();
    void followMessages();
    void followGateway();
    void noteActs();
    void followDevices();
    void followAlarms();
    void sayDoubt(std::chrono::milliseconds doubt);
    void exportAudit();
    void tellTrouble();

    Services& m_services;
    const model::Instant m_started;
    model::Instant m_lastPrune{};
    model::Instant m_lastNearTurns{};
    std::uint64_t m_failedGroups = 0; ///< of which an alarm told
    bool m_doubted = false;           ///< the machine's clock, as was said last
    model::Day m_rolled{};            ///< the day before which statistics are rolled
    model::Day m_auditExported{};
    model::Day m_auditComplained{}; ///< the day's failure is said once
    std::mutex m_mutex;             // guards m_stopping
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

/// The day change as a write: nothing when the day is the present one.
[[nodiscard]] model::Result<Outcome> changeDay(WriteContext& context);
/// A device that was seen is online, one that was not for so long is not.
[[nodiscard]] model::Result<Outcome> noteDevice(WriteContext& context, const model::DeviceId& id, bool online,
                                                const std::string& address);

} // namespace atrium::services
