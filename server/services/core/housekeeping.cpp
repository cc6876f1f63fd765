// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/housekeeping.h"

#include "server/services/auth/gate.h"

#include <algorithm>

namespace atrium::services {

using model::Result;

namespace {

constexpr std::chrono::seconds kRound{2};
constexpr std::chrono::seconds kSilence{90};
constexpr std::chrono::hours kAnswersKept{24};
constexpr std::chrono::hours kEventsKept{24 * 8};

bool reservationIsOver(const HallState& state, model::Instant now) {
    const auto limit = std::chrono::seconds(state.setup->config.reservationSeconds);
    return std::any_of(state.queue.reserved.begin(), state.queue.reserved.end(), [&](const auto& id) {
        const auto ticket = state.queue.tickets.find(id);
        return ticket != state.queue.tickets.end() && now - ticket->second.issuedAt >= limit;
    });
}

model::Alarm silentAlarm(const HallState& state, const model::DeviceId& id, model::Instant at) {
    model::Alarm alarm;
    alarm.id = model::AlarmId("silent." + id.value);
    alarm.hallId = state.setup->hall.id;
    alarm.kind = model::AlarmKind::deviceSilent;
    alarm.subjectKind = "device";
    alarm.subjectId = id.value;
    alarm.raisedAt = at;
    return alarm;
}

} // namespace

Result<Outcome> changeDay(WriteContext& context) {
    const auto& now = context.now();
    if (context.state().queue.day >= now.local.day)
        return Outcome{};
    if (auto done = context.command(rules::queueing::CloseDay{now.local.day}); !done)
        return done.error();
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
        model::Alarm alarm = silentAlarm(state, id, context.now().at);
        if (!online) {
            context.record("alarmRaised", {store::put(alarm)});
        } else if (state.alarms.contains(alarm.id)) {
            alarm = state.alarms.at(alarm.id);
            alarm.clearedAt = context.now().at;
            context.record("alarmChanged", {store::put(alarm)});
        }
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
    };
    const Due due = m_services.model.read([&](const HallState& state) {
        return Due{state.queue.day < now.local.day, reservationIsOver(state, now.at)};
    });
    if (due.day)
        (void)m_services.writer.run({}, changeDay);
    if (due.reservations)
        (void)m_services.writer.run({}, [](WriteContext& context) -> Result<Outcome> {
            if (auto done = context.command(rules::queueing::SettleReservations{}); !done)
                return done.error();
            return Outcome{};
        });
    followDevices();
    raiseStandingAlarms();
    if (now.at - m_lastPrune > std::chrono::hours(1)) {
        m_lastPrune = now.at;
        (void)m_services.store.prune(now.at - kAnswersKept, now.at - kEventsKept);
    }
}

void Housekeeping::followDevices() {
    const auto now = m_services.clock.now();
    const auto seen = m_services.gate.lastSeen();
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
            const bool is = last != seen.end() && now - last->second.at < kSilence;
            if (was != is || (is && device.address != last->second.address))
                news.push_back({id, is, is ? last->second.address : std::string()});
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

void Housekeeping::raiseStandingAlarms() {
    if (!m_services.config.insecureLan)
        return;
    const model::AlarmId id("insecure-lan");
    if (m_services.model.read([&](const HallState& state) { return state.alarms.contains(id); }))
        return;
    (void)m_services.writer.run({}, [&](WriteContext& context) -> Result<Outcome> {
        model::Alarm alarm;
        alarm.id = id;
        alarm.hallId = context.state().setup->hall.id;
        alarm.kind = model::AlarmKind::insecureLan;
        alarm.urgent = true;
        alarm.subjectKind = "hall";
        alarm.subjectId = alarm.hallId.value;
        alarm.detail = "the server answers other machines without TLS";
        alarm.raisedAt = context.now().at;
        context.record("alarmRaised", {store::put(alarm)});
        return Outcome{};
    });
}

} // namespace atrium::services
