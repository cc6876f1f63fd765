// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/writer.h"
#include "tests/support/faultvfs/faultvfs.h"
#include "tests/unit/server/services/hallfixture.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace atrium::test {

/// Everything the server promised to somebody; none of it may be lost by a power cut.
struct Promises {
    std::map<std::string, std::string> numbers; ///< ticket id, its number
    std::map<std::string, std::string> answers; ///< idempotency key, the answer's body
    std::map<std::int64_t, std::string> events; ///< announced ones by number
    std::map<std::string, int> settings;        ///< what the side connection wrote, ever growing
};

/// A hall's store and writer over a disk whose power fails. One database lives through several cuts.
class PoweredHall {
public:
    /// synchronous: empty is what the server itself sets; "NORMAL" and "OFF" must lose something.
    explicit PoweredHall(FaultVfs& vfs, std::string synchronous = {});
    ~PoweredHall();
    PoweredHall(const PoweredHall&) = delete;
    PoweredHall& operator=(const PoweredHall&) = delete;

    /// Works under load until the power is cut at a moment drawn from seed, comes back, and gives what it
    /// found wrong; empty when every promise was kept.
    std::vector<std::string> liveUntilCut(std::uint64_t seed);
    [[nodiscard]] const Promises& promises() const { return m_promises; }
    [[nodiscard]] const std::string& whyClosed() const { return m_whyClosed; }

private:
    bool open();
    void close();
    void issue(int thread, std::uint64_t seed);
    void serve(const std::string& window);
    void writeBeside(std::uint64_t seed);
    model::Result<services::Outcome> run(std::string key, services::Job job);
    void checkStore(std::vector<std::string>& faults);
    void checkEvents(std::vector<std::string>& faults);
    void checkTickets(std::vector<std::string>& faults);

    FaultVfs& m_vfs;
    std::string m_synchronous;
    services::testing::FakeClock m_clock;
    std::shared_ptr<const services::Calendar> m_calendar; // shared with the writer
    std::string m_folder;
    std::string m_whyClosed;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<services::HallModel> m_hall;
    std::unique_ptr<services::Writer> m_writer;
    std::atomic<std::uint64_t> m_drawn{0}; ///< for ids and keys
    std::mutex m_mutex;                    // guards the promises while the hall lives
    Promises m_promises;
};

} // namespace atrium::test
