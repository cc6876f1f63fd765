// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/housekeeping.h"

#include "server/services/appointments/keeping.h"
#include "server/services/auth/gate.h"
#include "server/services/core/alarms.h"
#include "server/services/core/owncalls.h"
#include "server/services/records/audithead.h"
#include "server/services/statistics/rolling.h"

#include <algorithm>
#include <iostream>
#include <tuple>
#include <utility>

namespace atrium::services {

using model::Result;

namespace {

constexpr std::chrono::seconds kRound{2};
constexpr std::chrono::seconds kSilence{90};
constexpr std::chrono::hours kEventsKept{24 * 8};

bool reservationIsOver(const HallState& state, model::Instant now) {
    const auto limit = std::chrono::seconds(state.setup->config.reservationSeconds);
    return std::any_of(state.queue.reserved.begin(), state.queue.reserved.end(), [&](const auto& id) {
        const auto ticket = state.queue.tickets.find(id);
        return ticket != state.queue.tickets.end() && now - ticket->second.issuedAt >= limit;
    });
}

} // namespace

Result<Outcome> changeDay(WriteContext& context) {
    const auto& now = context.now();
    if (context.state().queue.day >= now.local.day)
        return Outcome{};
    recordMissed(context);
    // The phones were left for that day.
    const auto reachable = context.state().reachable;
    if (auto done = context.command(rules::queueing::CloseDay{now.local.day}); !done)
        return done.error();
    for (const auto& ticket : reachable)
        context.dropPhone(ticket);
    context.audit("day.close", "hall", context.state().setup->hall.id.value,
                  std::to_string(now.local.day.value));
    return Outcome{};
}

Result<Outcome> noteDevice(WriteContext& context, const model::DeviceId& id, bool online,
                           const std::string& address) {
    const HallState& state = context.state();
    const auto device = state.setup->devices.find(id);
    if (device == state.setup->devices.end())
        return Outcome{};
    model::DeviceStatus status;
    const auto known = state.deviceStatus.find(model::RecordId(id.value));
    if (known != state.deviceStatus.end())
        status = known->second;
    if (status.online != online) {
        status.id = model::RecordId(id.value);
        status.hallId = state.setup->hall.id;
        status.deviceId = id;
        status.online = online;
        status.since = context.now().at;
        context.record("deviceStatusChanged", {store::put(status)});
        setAlarm(context, {model::AlarmKind::deviceSilent, false, "device", id.value, {}}, !online);
    }
    if (!address.empty() && device->second.address != address) {
        model::Device moved = device->second;
        moved.address = address;
        context.record("recordChanged", {store::put(moved)});
    }
    return Outcome{};
}

void Housekeeping::start() {
    m_thread = std::thread([this] {
        std::unique_lock lock(m_mutex);
        while (!m_wake.wait_for(lock, kRound, [this] { return m_stopping; })) {
            lock.unlock();
            round();
            rollDays();
            lock.lock();
        }
    });
}

void Housekeeping::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Housekeeping::round() {
    const auto now = m_services.now();
    struct Due {
        bool day = false;
        bool reservations = false;
        std::vector<model::WindowId> calls;
    };
    const Due due = m_services.model.read([&](const HallState& state) {
        return Due{state.queue.day < now.local.day, reservationIsOver(state, now.at),
                   windowsToCallTo(state, now.at)};
    });
    if (due.day)
        (void)m_services.writer.run({}, changeDay);
    if (due.reservations)
        (void)m_services.writer.run({}, [](WriteContext& context) -> Result<Outcome> {
            if (auto done = context.command(rules::queueing::SettleReservations{}); !done)
                return done.error();
            return Outcome{};
        });
    for (const auto& window : due.calls)
        (void)m_services.writer.run(
            {}, [&window](WriteContext& context) { return callByItself(context, window); });
    takeUpDue(m_services);
    followMessages();
    noteActs();
    endSessions();
    followDevices();
    followAlarms();
    tellTrouble();
    exportAudit();
    if (now.at - m_lastPrune > std::chrono::hours(1)) {
        m_lastPrune = now.at;
        (void)m_services.store.prune(now.at - kAnswersKept, now.at - kEventsKept);
    }
}

void Housekeeping::rollDays() {
    const auto today = m_services.model.read([](const HallState& state) { return state.queue.day; });
    if (m_rolled == today)
        return;
    if (rollStatistics(m_services.store, *m_services.model.setup(), today)) // else the next round tries again
        m_rolled = today;
}

/// What was done at the command line goes into the trail, and whoever is signed in by a password that was
/// replaced there is out. What fails is done in the next round.
void Housekeeping::noteActs() {
    const auto acts = m_services.store.acts();
    if (!acts || acts->empty())
        return;
    for (const auto& [name, act] : *acts) {
        if (act.subjectKind != "staff")
            continue;
        const auto ended = m_services.gate.closeSessionsOf(model::StaffId(act.subjectId));
        if (!ended)
            return;
        for (const auto& device : *ended)
            m_services.closeStreams(device.value);
    }
    (void)m_services.writer.run({}, [&](WriteContext& context) -> Result<Outcome> {
        for (const auto& [name, act] : *acts) {
            context.audit(act.action, act.subjectKind, act.subjectId, "commandLine");
            context.dropAct(name);
        }
        return Outcome{};
    });
}

/// A request with a session that is over is refused; a stream asks nothing, so it is ended.
void Housekeeping::endSessions() {
    const auto ended = m_services.gate.closeExpired(); // the next round tries again when the store fails
    for (const auto& device : ended ? *ended : std::vector<model::DeviceId>())
        m_services.closeStreams(device.value);
}

/// A store that failed: said by an alarm as soon as one can be saved, which stays until somebody has seen it.
/// While nothing can be saved the dashboard's own figures say so.
void Housekeeping::tellTrouble() {
    const auto failed = m_services.writer.figures().failedGroups;
    if (failed == m_failedGroups)
        return;
    const auto told = m_services.writer.run({}, [this](WriteContext& context) -> Result<Outcome> {
        setAlarm(context,
                 {model::AlarmKind::storeFailed, true, "hall", context.state().setup->hall.id.value,
                  std::string(troubleWord(m_services.writer.lastTrouble()))},
                 true);
        return Outcome{};
    });
    if (told)
        m_failedGroups = failed;
}

void Housekeeping::exportAudit() {
    const auto now = m_services.now();
    if (m_services.config.auditFolder.empty() || m_auditExported == now.local.day)
        return;
    auto done = exportAuditHead(m_services.store, m_services.signer, m_services.config.auditFolder,
                                now.local.day, now.at);
    if (done && *done)
        m_auditExported = now.local.day;
    if (!done && m_auditComplained != now.local.day) {
        m_auditComplained = now.local.day;
        std::cerr << "atrium-server: the audit trail's head was not written out: " << done.error().detail
                  << std::endl;
    }
}

void Housekeeping::followDevices() {
    const auto now = m_services.clock.now();
    auto seen = m_services.gate.lastSeen();
    // A screen that only listens asks nothing, yet is there.
    for (const std::string& listener : m_services.listeners())
        seen[model::DeviceId(listener)].at = now;
    // After a start everybody gets time to come back before being called silent.
    const bool settled = now - m_started >= kSilence;
    struct News {
        model::DeviceId id;
        bool online = false;
        std::string address;
    };
    std::vector<News> news;
    m_services.model.read([&](const HallState& state) {
        for (const auto& [id, device] : state.setup->devices) {
            const auto last = seen.find(id);
            const auto status = state.deviceStatus.find(model::RecordId(id.value));
            const bool was = status != state.deviceStatus.end() && status->second.online;
            const bool heard = last != seen.end() && now - last->second.at < kSilence;
            const bool is = heard || (was && !settled);
            const bool moved =
                heard && !last->second.address.empty() && device.address != last->second.address;
            if (was != is || moved)
                news.push_back({id, is, moved ? last->second.address : std::string()});
        }
    });
    if (news.empty())
        return;
    (void)m_services.writer.run({}, [&](WriteContext& context) -> Result<Outcome> {
        for (const News& one : news)
            if (auto noted = noteDevice(context, one.id, one.online, one.address); !noted)
                return noted;
        return Outcome{};
    });
}

/// Once when the machine's clock is no longer followed and once when it is again.
void Housekeeping::sayDoubt(std::chrono::milliseconds doubt) {
    const bool doubted = doubt != std::chrono::milliseconds::zero();
    if (std::exchange(m_doubted, doubted) == doubted)
        return;
    if (doubted)
        std::cerr << "atrium-server: the machine's clock is off by "
                  << std::chrono::duration_cast<std::chrono::seconds>(doubt).count()
                  << " s and is not followed" << std::endl;
    else
        std::cerr << "atrium-server: the machine's clock is followed again" << std::endl;
}

void Housekeeping::followAlarms() {
    const auto now = m_services.clock.now();
    const auto doubt = m_services.clock.doubt();
    sayDoubt(doubt);
    const bool doubted = doubt != std::chrono::milliseconds::zero();
    const Cause wrong{model::AlarmKind::clockWrong, true, "hall", m_services.model.setup()->hall.id.value,
                      doubt.count() > 0 ? "clockAhead" : "clockBehind"};
    // Its kind says it all.
    const Cause insecure{
        model::AlarmKind::insecureLan, true, "hall", m_services.model.setup()->hall.id.value, {}};
    struct Due {
        std::vector<Cause> present;
        std::vector<Cause> gone;
    };
    Due due = m_services.model.read([&](const HallState& state) {
        Due out{hallCauses(state, now), causesGone(state, now)};
        std::erase_if(out.present, [&](const Cause& cause) { return standsSo(state, cause); });
        const bool stands = state.alarms.contains(insecure.id());
        if (m_services.config.insecureLan && !stands)
            out.present.push_back(insecure);
        else if (!m_services.config.insecureLan && stands)
            out.gone.push_back(insecure);
        if (doubted && !standsSo(state, wrong))
            out.present.push_back(wrong);
        else if (!doubted && state.alarms.contains(wrong.id()))
            out.gone.push_back(wrong);
        return out;
    });
    if (due.present.empty() && due.gone.empty())
        return;
    (void)m_services.writer.run({}, [&](WriteContext& context) -> Result<Outcome> {
        for (const Cause& cause : due.present)
            setAlarm(context, cause, true);
        for (const Cause& cause : due.gone)
            setAlarm(context, cause, false);
        return Outcome{};
    });
}

} // namespace atrium::services
