// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/queueing/preview.h"

#include "shared/rules/queueing/dispatch.h"
#include "shared/rules/queueing/draft.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace atrium::rules::queueing {
namespace {

using model::Ticket;
using model::TicketId;
using model::WindowState;

/// A day that is only thought of.
class Play {
public:
    Play(State state, Config config, const Now& now)
        : m_state(std::move(state)), m_config(std::move(config)), m_now(now) {}

    /// False when the rules refuse it.
    bool act(const Command& command) {
        const auto events = decide(m_state, command, m_now, m_config);
        if (!events)
            return false;
        for (const auto& event : *events)
            evolve(m_state, event);
        return true;
    }

    [[nodiscard]] WindowState windowState(const WindowId& id) const {
        const auto found = m_state.windows.find(id);
        return found == m_state.windows.end() ? WindowState::closed : found->second.state;
    }

    /// Whoever is at the window is served and leaves.
    void release(const WindowId& id) {
        if (windowState(id) == WindowState::calling)
            act(StartService{id});
        if (windowState(id) == WindowState::serving)
            act(FinishService{id});
    }

    [[nodiscard]] const State& state() const { return m_state; }
    [[nodiscard]] const Config& config() const { return m_config; }
    [[nodiscard]] const Now& now() const { return m_now; }

private:
    State m_state;
    Config m_config;
    Now m_now;
};

std::map<TicketId, Ticket> waitersOf(const State& state, const model::QueueId& queue) {
    std::map<TicketId, Ticket> out;
    for (const auto& [id, ticket] : state.tickets)
        if (ticket.state == model::TicketState::waiting && ticket.queueId == queue)
            out.emplace(id, ticket);
    return out;
}

/// Windows that are switched on and may call any of these, by number.
std::vector<const model::Window*> windowsFor(const std::map<TicketId, Ticket>& waiters, const Play& play) {
    std::vector<const model::Window*> out;
    for (const auto& [id, window] : play.config().windows)
        if (std::any_of(waiters.begin(), waiters.end(), [&](const auto& entry) {
                return mayCall(window.id, entry.second, play.state(), play.now().at, play.config());
            }))
            out.push_back(&window);
    std::sort(out.begin(), out.end(), [](const auto* a, const auto* b) {
        return std::tie(a->number, a->id) < std::tie(b->number, b->id);
    });
    return out;
}

/// Keeps the open ones, or opens the first when none is. Gives whether it had to.
bool keepOpen(std::vector<const model::Window*>& windows, Play& play) {
    const auto isAway = [&](const auto* window) {
        const auto state = play.windowState(window->id);
        return state == WindowState::closed || state == WindowState::paused;
    };
    if (windows.empty())
        return false;
    if (!std::all_of(windows.begin(), windows.end(), isAway)) {
        windows.erase(std::remove_if(windows.begin(), windows.end(), isAway), windows.end());
        return false;
    }
    windows.resize(1);
    const auto& id = windows.front()->id;
    if (!play.act(ResumeWindow{id}))
        play.act(OpenWindow{id, StaffId{"preview"}});
    return true;
}

PreviewReason reasonOf(OrderReason decided, const Ticket& ticket, const WindowId& window) {
    switch (decided) {
    case OrderReason::finallyCallBy:
        return PreviewReason::finallyCallBy;
    case OrderReason::transferred:
        return ticket.onlyWindowId == window ? PreviewReason::bound : PreviewReason::freed;
    case OrderReason::aged:
        return PreviewReason::aged;
    case OrderReason::priority:
        return PreviewReason::priority;
    case OrderReason::appointment:
        return PreviewReason::appointment;
    case OrderReason::preferred:
        return PreviewReason::preferred;
    case OrderReason::backup:
        return PreviewReason::backup;
    case OrderReason::placesBack:
        return PreviewReason::nobodyElse;
    case OrderReason::arrival:
        break;
    }
    return ticket.noShows > 0 ? PreviewReason::returned : PreviewReason::arrival;
}

/// ticket: as it waits now, before anybody was called.
PreviewRow rowOf(const Ticket& ticket, const Choice& choice, const model::Window& window, const Play& play,
                 int limitMinutes) {
    PreviewRow row;
    row.number = ticket.number;
    row.priorityClass = ticket.priorityClass;
    row.effectiveClass = choice.effectiveClass;
    row.waitedMinutes =
        static_cast<int>(std::chrono::floor<std::chrono::minutes>(play.now().at - ticket.arrivedAt).count());
    row.windowNumber = window.number;
    row.reason = reasonOf(choice.reason, ticket, window.id);
    row.limitMinutes = limitMinutes;
    row.placesBack = ticket.placesBack;
    if (ticket.onlyWindowId)
        if (const auto* bound = findWindow(play.config(), *ticket.onlyWindowId))
            row.boundWindow = bound->number;
    return row;
}

} // namespace

State waitingOf(const State& state) {
    std::vector<Ticket> tickets;
    const auto add = [&](const TicketId& id) {
        const auto found = state.tickets.find(id);
        if (found != state.tickets.end())
            tickets.push_back(found->second);
    };
    for (const auto& [item, lanes] : state.lanes)
        for (const auto& [key, lane] : lanes)
            for (const auto& place : lane)
                add(place.ticketId);
    std::for_each(state.lettingPass.begin(), state.lettingPass.end(), add);
    std::vector<model::WindowStatus> windows;
    for (const auto& [id, status] : state.windows) {
        windows.push_back(status);
        if (status.ticketId)
            add(*status.ticketId);
    }
    std::vector<model::QueueDay> days;
    for (const auto& [id, day] : state.queueDays)
        days.push_back(day);
    return restore(state.day, tickets, windows, days);
}

CallPreview preview(State state, Config config, const model::Queue& draft, const Now& now,
                    std::size_t limit) {
    auto waiters = waitersOf(state, draft.id);
    config.queues.insert_or_assign(draft.id, draft);
    Play play(std::move(state), std::move(config), now);
    CallPreview out;
    out.waiting = static_cast<int>(waiters.size());
    auto windows = windowsFor(waiters, play);
    out.isAssumedOpen = keepOpen(windows, play);
    for (const auto* window : windows) {
        out.windows.push_back(window->number);
        play.release(window->id);
    }
    // Every call takes somebody who waits, and who comes back does so once: this ends.
    for (std::size_t turn = 0, idle = 0; idle < windows.size() && out.rows.size() < limit && !waiters.empty();
         ++turn) {
        const auto& window = *windows[turn % windows.size()];
        const auto choice = chooseFor(window.id, play.state(), now.at, play.config());
        if (!choice || !play.act(CallNext{window.id, CallId{"preview"}})) {
            ++idle;
            continue;
        }
        idle = 0;
        if (const auto listed = waiters.extract(choice->ticketId))
            out.rows.push_back(rowOf(listed.mapped(), *choice, window, play, draft.finallyCallByMinutes));
        play.release(window.id);
    }
    return out;
}

} // namespace atrium::rules::queueing
