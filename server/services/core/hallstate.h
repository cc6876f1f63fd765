// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/setup.h"
#include "server/store/store.h"
#include "shared/rules/appointments/state.h"
#include "shared/rules/messages/decide.h"
#include "shared/rules/queueing/event.h"

#include <deque>
#include <memory>
#include <set>

namespace atrium::services {

/// Everything the server knows of its hall, as it follows from the log. The writer holds one (tentative),
/// the readers another (durable); both are moved on by the same events.
struct HallState {
    std::shared_ptr<const Setup> setup = std::make_shared<Setup>();
    rules::queueing::State queue;
    std::map<model::CallId, model::Call> calls; ///< of the day
    std::deque<model::CallId> callOrder;
    std::map<model::RecordId, model::DeviceStatus> deviceStatus;
    std::map<model::AlarmId, model::Alarm> alarms; ///< not cleared
    std::vector<model::Rating> ratings;            ///< of the day
    std::set<model::TicketId> rated;
    rules::appointments::State appointments; ///< of the day and later
    std::set<model::TicketId> called;        ///< tickets of the day that were called at least once
    std::map<model::TicketId, store::WaitPrediction> predictions; ///< of the day's tickets that were told one
    std::set<model::TicketId> reachable; ///< of the day's tickets, whose holders left a phone
    rules::messages::State messages;     ///< of the day's tickets, and what is on its way still
    bool hasGateway = false;             ///< messages can be sent; the server's configuration, not of the log
    std::int64_t lastSeq = 0;
    std::shared_ptr<const store::LogRuns> runs = std::make_shared<store::LogRuns>(); ///< of the log

    /// Moves on by one event of the log.
    void apply(const store::LogEvent& event);
    /// Everything but the queue's own records; used by the writer, which evolves the queue itself.
    void applyOthers(const store::LogEvent& event);

    [[nodiscard]] static HallState from(store::Loaded loaded);

private:
    void putMessage(const store::Change& change);
    void startDay(model::Day day);
    void putRating(const model::Rating& rating);
    /// Erasing a person is no act of the queue, but takes what was written from its tickets.
    void forgetWords(const model::Ticket& blank);
};

/// The queue's event as an entry of the log; every record gets the entry's number as its version.
[[nodiscard]] store::LogEvent toLogEvent(rules::queueing::Event event, std::int64_t seq);
/// The way back; nullopt for entries that are not the queue's.
[[nodiscard]] std::optional<rules::queueing::Event> toQueueEvent(const store::LogEvent& event);

} // namespace atrium::services
