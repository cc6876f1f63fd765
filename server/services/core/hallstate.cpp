// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/hallstate.h"

#include "shared/model/reflect.h"
#include "shared/rules/queueing/decide.h"

#include <algorithm>

namespace atrium::services {

using rules::queueing::Event;
using rules::queueing::EventType;

namespace {

template <class Record> void moveInto(std::vector<Record>& records, std::vector<store::Change>& out) {
    for (Record& record : records)
        out.push_back(store::put(std::move(record)));
}

bool isQueueKind(std::string_view kind) {
    return kind == "ticket" || kind == "windowStatus" || kind == "queueDay";
}

} // namespace

store::LogEvent toLogEvent(Event event, std::int64_t seq) {
    store::LogEvent out;
    out.seq = seq;
    out.at = event.at;
    out.type = std::string(model::enumName(event.type));
    moveInto(event.tickets, out.changes);
    if (event.call)
        out.changes.push_back(store::put(std::move(*event.call)));
    moveInto(event.windows, out.changes);
    moveInto(event.queueDays, out.changes);
    for (store::Change& change : out.changes)
        store::setVersion(*change.record, seq);
    out.undoTicket = std::move(event.undoTicket);
    out.nextDay = event.nextDay;
    return out;
}

std::optional<Event> toQueueEvent(const store::LogEvent& entry) {
    Event out;
    if (!model::enumFromName(entry.type, out.type))
        return std::nullopt;
    out.at = entry.at;
    for (const store::Change& change : entry.changes) {
        if (!change.record)
            continue;
        if (const auto* ticket = std::get_if<model::Ticket>(&*change.record))
            out.tickets.push_back(*ticket);
        else if (const auto* window = std::get_if<model::WindowStatus>(&*change.record))
            out.windows.push_back(*window);
        else if (const auto* day = std::get_if<model::QueueDay>(&*change.record))
            out.queueDays.push_back(*day);
        else if (const auto* call = std::get_if<model::Call>(&*change.record))
            out.call = *call;
    }
    out.undoTicket = entry.undoTicket;
    out.nextDay = entry.nextDay;
    return out;
}

void HallState::apply(const store::LogEvent& event) {
    if (const auto queueEvent = toQueueEvent(event))
        rules::queueing::evolve(queue, *queueEvent);
    applyOthers(event);
}

void HallState::applyOthers(const store::LogEvent& event) {
    lastSeq = event.seq;
    std::shared_ptr<Setup> edited; // copied at the first change, because readers share the present one
    for (const store::Change& change : event.changes) {
        if (change.kind == "ticket" && event.type == "personErased")
            forgetWords(std::get<model::Ticket>(*change.record));
        if (isQueueKind(change.kind))
            continue;
        if (store::isSetupKind(change.kind)) {
            if (!edited)
                edited = std::make_shared<Setup>(*setup);
            edited->apply(change);
        } else if (change.kind == "call" && change.record) {
            const auto& call = std::get<model::Call>(*change.record);
            if (calls.insert_or_assign(call.id, call).second)
                callOrder.push_back(call.id);
            called.insert(call.ticketId);
        } else if (change.kind == "deviceStatus") {
            if (change.record)
                deviceStatus.insert_or_assign(model::RecordId(change.id),
                                              std::get<model::DeviceStatus>(*change.record));
            else
                deviceStatus.erase(model::RecordId(change.id));
        } else if (change.kind == "rating" && change.record) {
            putRating(std::get<model::Rating>(*change.record));
        } else if (change.kind == "appointment" && change.record) {
            rules::appointments::put(appointments, std::get<model::Appointment>(*change.record));
        } else if (change.kind == "message") {
            putMessage(change);
        } else if (change.kind == "alarm") {
            if (change.record && !std::get<model::Alarm>(*change.record).clearedAt)
                alarms.insert_or_assign(model::AlarmId(change.id), std::get<model::Alarm>(*change.record));
            else
                alarms.erase(model::AlarmId(change.id));
        }
    }
    for (const store::WaitPrediction& told : event.predictions)
        predictions.insert_or_assign(told.ticketId, told);
    for (const store::Reach& reach : event.reaches) {
        if (reach.hasPhone)
            reachable.insert(reach.ticketId);
        else
            reachable.erase(reach.ticketId);
    }
    if (event.nextDay)
        startDay(*event.nextDay);
    if (edited) {
        edited->index();
        setup = std::move(edited);
    }
}

/// Which fact made it so is in the log; the outbox follows from the messages' values alone.
void HallState::putMessage(const store::Change& change) {
    rules::messages::Event event;
    if (change.record) {
        event.message = std::get<model::Message>(*change.record);
    } else {
        event.type = rules::messages::EventType::messageForgotten;
        event.message.id = model::MessageId(change.id);
    }
    rules::messages::evolve(messages, event);
}

void HallState::startDay(model::Day day) {
    rules::appointments::forgetBefore(appointments, day);
    predictions.clear();
    calls.clear();
    callOrder.clear();
    called.clear();
    ratings.clear();
    rated.clear();
    reachable.clear();
    std::vector<model::Message> onTheirWay;
    for (const auto& [id, message] : messages.messages)
        if (message.state == model::MessageState::waiting || message.state == model::MessageState::sending)
            onTheirWay.push_back(message);
    messages = rules::messages::restore(onTheirWay);
}

void HallState::putRating(const model::Rating& rating) {
    if (rated.insert(rating.ticketId).second) {
        if (rating.day >= queue.day) // one of a day that is closed arrived late
            ratings.push_back(rating);
        return;
    }
    const auto known = std::find_if(ratings.begin(), ratings.end(),
                                    [&](const model::Rating& one) { return one.id == rating.id; });
    if (known != ratings.end())
        *known = rating;
}

void HallState::forgetWords(const model::Ticket& blank) {
    if (const auto known = queue.tickets.find(blank.id); known != queue.tickets.end())
        known->second = blank;
    for (auto& [window, before] : queue.undoTickets)
        if (before.id == blank.id) {
            before.note.clear();
            before.priorityReason.clear();
        }
}

HallState HallState::from(store::Loaded loaded) {
    HallState out;
    store::LogEvent others;
    std::vector<model::Ticket> tickets;
    std::vector<model::WindowStatus> windows;
    std::vector<model::QueueDay> days;
    for (store::AnyRecord& record : loaded.records) {
        if (auto* ticket = std::get_if<model::Ticket>(&record))
            tickets.push_back(std::move(*ticket));
        else if (auto* window = std::get_if<model::WindowStatus>(&record))
            windows.push_back(std::move(*window));
        else if (auto* day = std::get_if<model::QueueDay>(&record))
            days.push_back(std::move(*day));
        else
            others.changes.push_back(store::put(std::move(record)));
    }
    std::stable_sort(others.changes.begin(), others.changes.end(), [](const auto& a, const auto& b) {
        return store::versionOf(*a.record) < store::versionOf(*b.record);
    });
    out.applyOthers(others);
    out.queue = rules::queueing::restore(loaded.day, tickets, windows, days);
    for (store::WaitPrediction& told : loaded.predictions)
        out.predictions.insert_or_assign(told.ticketId, std::move(told));
    out.reachable.insert(loaded.reachable.begin(), loaded.reachable.end());
    for (const store::LogEvent& event : loaded.recent)
        if (const auto queueEvent = toQueueEvent(event))
            rules::queueing::evolve(out.queue, *queueEvent);
    out.lastSeq = loaded.lastSeq;
    out.runs = std::move(loaded.runs);
    return out;
}

} // namespace atrium::services
