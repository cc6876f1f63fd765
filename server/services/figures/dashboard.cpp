// SPDX-License-Identifier: GPL-3.0-or-later
// The dashboard's figures: today from memory, the days before from the tables, read once a day.
#include "server/services/core/alarms.h"
#include "server/services/figures/figures.h"
#include "server/services/figures/routes.h"
#include "server/store/store.h"
#include "shared/model/json.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace atrium::services {

using http::Access;
using model::Dashboard;
using model::DeviceKind;
using model::Instant;
using model::Ticket;
using model::TicketState;

namespace {

constexpr std::chrono::minutes kStep{10};
constexpr int kSatisfied = 3;

/// The value below which that share of the sorted values lies (nearest rank).
double quantile(const std::vector<double>& sorted, double share) {
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::max<std::size_t>(1, rank) - 1];
}

/// When a ticket stopped waiting for good or for now; none: it still waits. Who has no paper yet does not.
std::optional<Instant> leftAt(const Ticket& ticket) {
    if (ticket.calledAt)
        return ticket.calledAt;
    if (ticket.state == TicketState::waiting)
        return std::nullopt;
    if (ticket.state == TicketState::reserved)
        return ticket.issuedAt;
    return ticket.finishedAt ? ticket.finishedAt : std::optional(ticket.arrivedAt);
}

/// When each ticket was called first. Its own calledAt is of its present turn: whoever was transferred, held
/// or waits again after a no-show has been served or called before.
std::map<model::TicketId, Instant> firstCalls(const HallState& state) {
    std::map<model::TicketId, Instant> out;
    for (const auto& [id, call] : state.calls) {
        const auto [known, fresh] = out.try_emplace(call.ticketId, call.at);
        if (!fresh)
            known->second = std::min(known->second, call.at);
    }
    return out;
}

void countStates(Dashboard& out, const HallState& state, const std::vector<Ticket>& tickets) {
    std::vector<double> waits;
    const auto calledFirst = firstCalls(state);
    for (const Ticket& ticket : tickets) {
        if (ticket.state != TicketState::voided)
            ++out.issued;
        out.waiting += ticket.state == TicketState::waiting ? 1 : 0;
        out.serving += ticket.state == TicketState::called || ticket.state == TicketState::serving ? 1 : 0;
        out.served += ticket.state == TicketState::finished ? 1 : 0;
        out.noShows += ticket.state == TicketState::noShow ? 1 : 0;
        if (const auto called = calledFirst.find(ticket.id); called != calledFirst.end())
            waits.push_back(
                std::chrono::duration<double, std::ratio<60>>(called->second - ticket.issuedAt).count());
    }
    if (waits.empty())
        return;
    std::sort(waits.begin(), waits.end());
    out.waitP50Minutes = quantile(waits, 0.5);
    out.waitP90Minutes = quantile(waits, 0.9);
}

} // namespace

std::vector<model::TimePoint> curve(const std::vector<Ticket>& tickets, Instant begin, Instant end) {
    std::vector<model::TimePoint> out;
    for (Instant at = begin + kStep; at <= end; at += kStep)
        out.push_back({at, 0, 0, 0, false});
    if (const Instant last = out.empty() ? begin : out.back().at; last < end)
        out.push_back({end, 0, 0, 0, true});
    if (out.empty())
        return out;
    const auto indexOf = [&](Instant at) {
        const auto steps = (at - begin) / kStep;
        return static_cast<std::size_t>(
            std::clamp<std::int64_t>(steps, 0, static_cast<std::int64_t>(out.size())));
    };
    for (const Ticket& ticket : tickets) {
        if (ticket.state == TicketState::voided || ticket.issuedAt < begin)
            continue;
        const std::size_t from = indexOf(ticket.issuedAt);
        if (from < out.size())
            ++out[from].issued;
        if (ticket.calledAt && indexOf(*ticket.calledAt) < out.size())
            ++out[indexOf(*ticket.calledAt)].called;
        const auto left = leftAt(ticket);
        const std::size_t to = left ? indexOf(*left) : out.size();
        for (std::size_t i = from; i < to && i < out.size(); ++i)
            ++out[i].waiting;
    }
    return out;
}

std::vector<model::HeatCell> heat(const std::vector<Ticket>& tickets, const Calendar& calendar) {
    std::map<std::pair<int, int>, int> cells;
    for (const Ticket& ticket : tickets) {
        if (ticket.state == TicketState::voided)
            continue;
        const auto local = calendar.local(ticket.issuedAt);
        ++cells[{local.weekday, local.minute.value / 60}];
    }
    std::vector<model::HeatCell> out;
    for (const auto& [cell, issued] : cells)
        out.push_back({cell.first, cell.second, issued});
    return out;
}

Dashboard todayFigures(const HallState& state, const std::vector<Ticket>& tickets, Instant now) {
    Dashboard out;
    out.at = now;
    countStates(out, state, tickets);
    out.ratings = static_cast<int>(state.ratings.size());
    if (!state.ratings.empty()) {
        const auto satisfied = std::count_if(state.ratings.begin(), state.ratings.end(),
                                             [](const auto& rating) { return rating.grade >= kSatisfied; });
        out.satisfaction = static_cast<double>(satisfied) / static_cast<double>(state.ratings.size());
    }
    for (const auto& [id, window] : state.setup->config.windows)
        out.windowsTotal += window.active ? 1 : 0;
    for (const auto& [id, status] : state.queue.windows) {
        out.windowsPaused += status.state == model::WindowState::paused ? 1 : 0;
        out.windowsOpen += status.state != model::WindowState::closed ? 1 : 0;
    }
    for (const auto& [id, device] : state.setup->devices) {
        if (device.revoked)
            continue;
        const auto status = state.deviceStatus.find(model::RecordId(id.value));
        ++out.devicesTotal;
        out.devicesOnline += status != state.deviceStatus.end() && status->second.online ? 1 : 0;
    }
    return out;
}

History::History(store::Store& store, std::shared_ptr<const Calendar> calendar)
    : m_store(store), m_calendar(std::move(calendar)) {}

model::Result<History::Days> History::upTo(model::Day today) {
    const std::lock_guard lock(m_mutex);
    if (m_day == today)
        return m_days;
    auto tickets = m_store.ticketsBetween(addDays(today, -7), addDays(today, -1));
    if (!tickets)
        return tickets.error();
    const model::Day weekAgo = addDays(today, -7);
    std::vector<Ticket> sameWeekday;
    std::copy_if(tickets->begin(), tickets->end(), std::back_inserter(sameWeekday),
                 [&](const Ticket& ticket) { return ticket.day == weekAgo; });
    m_days.lastWeek =
        curve(sameWeekday, m_calendar->midnight(weekAgo), m_calendar->midnight(addDays(weekAgo, 1)));
    m_days.week = heat(*tickets, *m_calendar);
    m_day = today;
    return m_days;
}

void addDashboardRoutes(http::RouteTable& routes, Services& services) {
    auto history = std::make_shared<History>(services.store, services.calendar); // lives with the route
    routes.add({.method = "GET",
                .pattern = api("/dashboard"),
                .summary = "The hall's figures",
                .access = Access::staff(DeviceKind::admin),
                .responseType = "Dashboard",
                .handler = http::answer([&services, history](const http::Request&) {
                    const auto now = services.now();
                    auto days = history->upTo(now.local.day);
                    if (!days)
                        return http::problem(days.error());
                    std::vector<Ticket> tickets;
                    Dashboard out = services.model.read([&](const HallState& state) {
                        tickets.reserve(state.queue.tickets.size());
                        for (const auto& [id, ticket] : state.queue.tickets)
                            tickets.push_back(ticket);
                        return todayFigures(state, tickets, now.at);
                    });
                    out.today = curve(tickets, services.calendar->midnight(now.local.day), now.at);
                    out.lastWeek = days->lastWeek;
                    out.week = days->week;
                    out.storeTrouble = troubleWord(services.writer.trouble());
                    return http::jsonResponse(model::toJson(out));
                })});
}

} // namespace atrium::services
