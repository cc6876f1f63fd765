// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/web/livehall.h"

#include "server/services/web/livepages.h"
#include "shared/model/json.h"
#include "shared/rules/estimate/newcomerwaits.h"

#include <algorithm>
#include <set>

namespace atrium::services {
namespace {

constexpr std::chrono::seconds kFresh{1};
constexpr std::size_t kCalls = 100;

/// What is copied out under the readers' lock.
struct Copy {
    std::shared_ptr<const Setup> setup;
    model::Day day;
    std::vector<model::QueueDay> days;
    std::vector<model::WindowStatus> statuses;
    std::vector<model::Ticket> queuing;
    std::vector<model::Call> calls; ///< newest first
};

Copy copyOf(const HallState& state) {
    Copy out;
    out.setup = state.setup;
    out.day = state.queue.day;
    for (const auto& [id, day] : state.queue.queueDays)
        out.days.push_back(day);
    for (const auto& [id, status] : state.queue.windows)
        out.statuses.push_back(status);
    for (const auto& [item, lanes] : state.queue.lanes)
        for (const auto& [key, lane] : lanes)
            for (const auto& place : lane)
                out.queuing.push_back(state.queue.tickets.at(place.ticketId));
    for (const auto* ids : {&state.queue.lettingPass, &state.queue.reserved})
        for (const auto& id : *ids)
            out.queuing.push_back(state.queue.tickets.at(id));
    for (auto at = state.callOrder.rbegin(); at != state.callOrder.rend() && out.calls.size() < kCalls; ++at)
        if (const auto call = state.calls.find(*at); call != state.calls.end())
            out.calls.push_back(call->second);
    return out;
}

template <class Map> auto valuesOf(const Map& map) {
    std::vector<typename Map::mapped_type> out;
    out.reserve(map.size());
    for (const auto& [id, value] : map)
        out.push_back(value);
    return out;
}

void addQueues(const Copy& copy, model::Instant now, model::LiveHall& out) {
    const auto& config = copy.setup->config;
    const auto queues = valuesOf(config.queues);
    const auto windows = valuesOf(config.windows);
    const auto staff = valuesOf(copy.setup->staff);
    const estimate::NewcomerWaits waits(
        {.queues = queues,
         .queueDays = copy.days,
         .windows = windows,
         .windowStatuses = copy.statuses,
         .tickets = copy.queuing,
         .staff = staff,
         .queueOf = [&config](const model::ServiceItemId& id) -> std::optional<model::QueueId> {
             const auto item = config.items.find(id);
             return item == config.items.end() ? std::nullopt : std::optional(item->second.queueId);
         }},
        now, copy.day);
    std::map<model::QueueId, std::set<model::WindowId>> open;
    for (const auto& status : copy.statuses)
        if (const auto window = config.windows.find(status.windowId);
            estimate::isOpen(status.state) && window != config.windows.end() && window->second.active)
            for (const auto& id : window->second.itemIds)
                if (const auto item = config.items.find(id); item != config.items.end())
                    open[item->second.queueId].insert(status.windowId);
    for (const auto& queue : queues) {
        if (!queue.active)
            continue;
        model::LiveQueue live{.id = queue.id,
                              .prefix = queue.prefix,
                              .name = queue.name,
                              .nameEn = queue.nameEn,
                              .areaId = queue.areaId,
                              .windowsOpen = static_cast<int>(open[queue.id].size()),
                              .waitLowMinutes = {},
                              .waitHighMinutes = {}};
        if (const auto* day = waits.dayOf(queue.id)) {
            live.waiting = day->waiting;
            live.issued = day->issued;
        }
        if (const auto wait = waits.longestOf(queue.id)) {
            live.waitLowMinutes = wait->lowMinutes;
            live.waitHighMinutes = wait->highMinutes;
        }
        out.queues.push_back(std::move(live));
    }
    std::sort(out.queues.begin(), out.queues.end(), [](const auto& a, const auto& b) {
        return std::tie(a.prefix, a.id) < std::tie(b.prefix, b.id);
    });
}

void addWindows(const Copy& copy, model::LiveHall& out) {
    std::map<model::WindowId, const model::WindowStatus*> statuses;
    for (const auto& status : copy.statuses)
        statuses.emplace(status.windowId, &status);
    for (const auto& [id, window] : copy.setup->config.windows) {
        if (!window.active)
            continue;
        model::LiveWindow live{.id = id,
                               .number = window.number,
                               .name = window.name,
                               .nameEn = window.nameEn,
                               .areaId = window.areaId,
                               .ticket = {},
                               .since = {}};
        if (const auto status = statuses.find(id); status != statuses.end()) {
            live.state = status->second->state;
            live.ticket = status->second->number;
            live.since = status->second->since;
        }
        out.windows.push_back(std::move(live));
    }
    std::sort(out.windows.begin(), out.windows.end(),
              [](const auto& a, const auto& b) { return a.number < b.number; });
}

void addCalls(const Copy& copy, model::LiveHall& out) {
    std::set<std::string> seen;
    for (const auto& call : copy.calls)
        if (seen.insert(call.number).second)
            out.calls.push_back({call.number, call.windowNumber, call.areaId, call.ordinal, call.at});
}

} // namespace

model::LiveHall LiveHalls::make() const {
    const auto now = m_services.clock.now();
    const auto copy = m_services.model.read(copyOf);
    model::LiveHall out;
    out.name = copy.setup->hall.name;
    out.nameEn = copy.setup->hall.nameEn;
    out.at = now;
    out.day = copy.day;
    for (const auto& [id, area] : copy.setup->areas)
        out.areas.push_back({id, area.name, area.nameEn});
    addQueues(copy, now, out);
    addWindows(copy, out);
    addCalls(copy, out);
    return out;
}

std::shared_ptr<const model::LiveHall> LiveHalls::now() {
    const std::lock_guard lock(m_mutex);
    const auto now = m_services.clock.now();
    // A clock that was set back makes it anew, too.
    if (!m_last || now < m_last->at || now - m_last->at >= kFresh)
        m_last = std::make_shared<const model::LiveHall>(make());
    return m_last;
}

void addLiveRoutes(http::RouteTable& routes, Services& services) {
    const auto halls = std::make_shared<LiveHalls>(services);
    routes.add({.method = "GET",
                .pattern = api("/live"),
                .summary = "Queues, windows and calls as the hall's screens show them, at most a second old",
                .access = http::Access::everybody(),
                .responseType = "LiveHall",
                .handler = http::answer([halls](const http::Request&) {
                    return http::jsonResponse(model::toJson(*halls->now()));
                })});
    const auto page = [&](const char* pattern, const char* summary, auto make, bool isOfArea) {
        routes.add({.method = "GET",
                    .pattern = pattern,
                    .summary = summary,
                    .access = http::Access::everybody(),
                    .responseMedia = "text/html",
                    .otherStatuses = isOfArea ? std::vector<int>{404} : std::vector<int>{},
                    .handler = http::answer([halls, make](const http::Request& request) {
                        return make(*halls->now(), request);
                    })});
    };
    page("/board", "The calls of the whole hall as a page", boardPage, false);
    page("/board/{area}", "The calls of one waiting area as a page", boardPage, true);
    page("/hall", "Queues and windows of the hall as a page", hallPage, false);
}

} // namespace atrium::services
