// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/durability/poweredhall.h"

#include "server/services/core/crypto.h"
#include "server/store/db.h"

#include <stdlib.h>

#include <filesystem>
#include <functional>
#include <future>
#include <thread>

namespace atrium::test {

using model::Result;
using services::Outcome;
using services::WriteContext;
namespace queueing = rules::queueing;

namespace {

constexpr int kKiosks = 3;

std::string temporaryFolder() {
    std::string folder = (std::filesystem::temp_directory_path() / "atrium-power-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr)
        throw std::runtime_error("no temporary folder");
    return folder;
}

services::Job commandJob(queueing::Command command) {
    return [command = std::move(command)](WriteContext& context) -> Result<Outcome> {
        if (auto done = context.command(command); !done)
            return done.error();
        context.audit("test", "hall", "hall");
        return Outcome{};
    };
}

/// Answers with the number, as the route answers with the whole ticket.
services::Job issueJob(const std::string& id) {
    return [id](WriteContext& context) -> Result<Outcome> {
        queueing::IssueTicket command;
        command.ticketId = model::TicketId(id);
        command.itemId = model::ServiceItemId("item");
        command.deviceId = model::DeviceId("kiosk");
        command.paper = false;
        if (auto done = context.command(command); !done)
            return done.error();
        context.audit("ticket.issue", "ticket", id);
        return Outcome{201, context.state().queue.tickets.at(command.ticketId).number};
    };
}

} // namespace

PoweredHall::PoweredHall(FaultVfs& vfs, std::string synchronous)
    : m_vfs(vfs), m_synchronous(std::move(synchronous)),
      m_calendar(services::Calendar::create("Asia/Shanghai").value()), m_folder(temporaryFolder()) {
    if (!open())
        throw std::runtime_error(m_whyClosed);
    const auto setUp = [](WriteContext& context) -> Result<Outcome> {
        for (const auto& record : services::testing::smallHall())
            context.record("recordChanged", {store::put(record)});
        return Outcome{};
    };
    (void)run("set-up", setUp).value();
    for (const char* id : {"window-1", "window-2"})
        (void)run(id, commandJob(queueing::OpenWindow{
                          model::WindowId(id),
                          model::StaffId(id == std::string("window-1") ? "clerk" : "clerk-2")}))
            .value();
    close();
}

PoweredHall::~PoweredHall() {
    close();
    std::error_code error;
    std::filesystem::remove_all(m_folder, error);
}

bool PoweredHall::open() {
    auto opened = store::Store::open([this] {
        auto db = store::openSqlite(m_folder + "/hall.db");
        if (!m_synchronous.empty())
            db->run("PRAGMA synchronous=" + m_synchronous);
        // The log is written back often, so that many cuts fall into that.
        db->run("PRAGMA wal_autocheckpoint=24");
        return db;
    });
    if (!opened) {
        m_whyClosed = opened.error().detail;
        return false;
    }
    m_store = std::move(*opened);
    const auto now = m_clock.now();
    auto loaded = m_store->load(m_calendar->local(now).day, now - std::chrono::seconds(120),
                                now - std::chrono::hours(24));
    if (!loaded) {
        m_whyClosed = loaded.error().detail;
        m_store.reset();
        return false;
    }
    m_hall = std::make_unique<services::HallModel>(services::HallState::from(*loaded));
    m_writer = std::make_unique<services::Writer>(*m_store, *m_hall, m_calendar, m_clock, *loaded);
    m_writer->start([this](const std::vector<store::LogEventPtr>& group) {
        const std::lock_guard lock(m_mutex);
        for (const auto& event : group)
            m_promises.events[event->seq] = store::eventBody(*event);
    });
    return true;
}

void PoweredHall::close() {
    m_writer.reset();
    m_hall.reset();
    m_store.reset();
}

Result<Outcome> PoweredHall::run(std::string key, services::Job job) {
    auto promise = std::make_shared<std::promise<Result<Outcome>>>(); // shared with the callback
    auto future = promise->get_future();
    m_writer->submit({.device = model::DeviceId("kiosk"), .staff = {}}, key, std::move(job),
                     [promise](Result<Outcome> outcome) { promise->set_value(std::move(outcome)); });
    auto outcome = future.get();
    if (outcome) {
        const std::lock_guard lock(m_mutex);
        m_promises.answers[key] = outcome->body;
    }
    return outcome;
}

void PoweredHall::issue(int thread, std::uint64_t seed) {
    std::mt19937_64 draw(seed);
    while (true) {
        const std::string id = "t" + std::to_string(++m_drawn) + "-" + std::to_string(draw() % 97);
        auto outcome = run("key-" + std::to_string(thread) + id, issueJob(id));
        if (!outcome)
            return; // the power is off: the writer refuses everything
        const std::lock_guard lock(m_mutex);
        m_promises.numbers[id] = outcome->body;
    }
}

void PoweredHall::serve(const std::string& window) {
    const model::WindowId id(window);
    while (!m_vfs.isOff()) {
        // A refusal is no fault: the first commands may meet what an earlier life left open.
        const auto key = [&] { return window + "-" + std::to_string(++m_drawn); };
        (void)run(key(), commandJob(queueing::CallNext{id, model::CallId("c" + std::to_string(++m_drawn))}));
        (void)run(key(), commandJob(queueing::StartService{id}));
        (void)run(key(), commandJob(queueing::FinishService{id}));
    }
}

void PoweredHall::writeBeside(std::uint64_t seed) {
    const std::string name = "beside-" + std::to_string(seed % 3);
    for (int value = m_promises.settings[name] + 1;; ++value) {
        if (!m_store->putSetting(name, std::to_string(value)))
            return;
        const std::lock_guard lock(m_mutex);
        m_promises.settings[name] = value;
    }
}

std::vector<std::string> PoweredHall::liveUntilCut(std::uint64_t seed) {
    std::vector<std::string> faults;
    if (!m_store && !open())
        return {"the database does not open: " + m_whyClosed};
    m_vfs.cutAfter(1 + seed * 7919 % 600);
    std::vector<std::thread> threads;
    for (int i = 0; i < kKiosks; ++i)
        threads.emplace_back([this, i, seed] { issue(i, seed + static_cast<std::uint64_t>(i)); });
    threads.emplace_back([this] { serve("window-1"); });
    threads.emplace_back([this] { serve("window-2"); });
    if (seed % 2 == 0)
        threads.emplace_back([this, seed] { writeBeside(seed); });
    for (std::thread& thread : threads)
        thread.join();
    close();
    m_vfs.reboot(seed);
    if (!open())
        return {"the database does not open: " + m_whyClosed};
    checkStore(faults);
    checkEvents(faults);
    checkTickets(faults);
    return faults;
}

} // namespace atrium::test
