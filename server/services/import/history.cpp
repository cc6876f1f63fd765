// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/import/history.h"

#include "server/services/core/crypto.h"
#include "server/services/import/historyplan.h"
#include "server/services/import/historystatistics.h"
#include "server/store/store.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>
#include <set>

namespace atrium::services {

using model::ErrorCode;
using model::Result;
using model::TicketState;

namespace {

using history::Plan;
using history::QueuePlan;

/// Windows of one queue on one day, each free from some moment on.
struct Desk {
    model::WindowId window;
    std::optional<model::StaffId> staff;
    model::Instant freeAt;
};

class Generator {
public:
    Generator(const Setup& setup, Plan plan, const Calendar& calendar)
        : m_setup(setup), m_plan(std::move(plan)), m_calendar(calendar),
          m_random(static_cast<std::mt19937_64::result_type>(m_plan.seed)),
          m_curve(history::arrivalCurve(m_plan)) {
        for (const auto& [id, item] : setup.config.items)
            m_items[item.queueId].push_back(id);
        for (auto& [queue, items] : m_items)
            std::sort(items.begin(), items.end());
    }

    PastDays run(model::Day today) {
        double total = 0;
        for (int back = m_plan.days; back >= 1; --back)
            total += weekdayWeight(addDays(today, -back));
        for (int back = m_plan.days; back >= 1 && total > 0; --back) {
            const model::Day day = addDays(today, -back);
            const double share = weekdayWeight(day) / total;
            makeDay(day, static_cast<int>(std::lround(m_plan.tickets * share)));
        }
        return std::move(m_out);
    }

private:
    double uniform() { return std::uniform_real_distribution<double>(0, 1)(m_random); }
    bool chance(double share) { return uniform() < share; }

    std::string id() {
        std::string bytes(16, '\0');
        for (char& c : bytes)
            c = static_cast<char>(m_random() & 0xFFU);
        return hex(bytes);
    }

    double weekdayWeight(model::Day day) const {
        for (const auto& entry : m_plan.weekdayWeights)
            if (entry.weekday == weekdayOf(day))
                return entry.weight;
        return 1;
    }

    void makeDay(model::Day day, int tickets) {
        std::vector<double> weights;
        for (const QueuePlan& queue : m_plan.queues)
            weights.push_back(m_items.contains(queue.queueId) ? queue.weight : 0.0);
        if (std::all_of(weights.begin(), weights.end(), [](double weight) { return weight <= 0; }))
            return;
        std::discrete_distribution<std::size_t> pickQueue(weights.begin(), weights.end());
        std::discrete_distribution<int> pickMinute(m_curve.begin(), m_curve.end());
        std::map<std::size_t, std::vector<model::Instant>> arrivals;
        const model::Instant midnight = m_calendar.midnight(day);
        for (int i = 0; i < tickets; ++i) {
            const auto queue = pickQueue(m_random);
            const auto minute = std::chrono::minutes(pickMinute(m_random));
            const auto rest = model::Milliseconds(static_cast<std::int64_t>(uniform() * 60'000));
            arrivals[queue].push_back(midnight + minute + rest);
        }
        for (auto& [queue, moments] : arrivals) {
            std::sort(moments.begin(), moments.end());
            serveQueue(day, m_plan.queues[queue], moments);
        }
    }

    std::vector<Desk> desksOf(const model::QueueId& queue, model::Instant opens) {
        std::set<model::WindowId> windows;
        for (const auto& item : m_items[queue])
            if (const auto found = m_setup.windowsOfItem.find(item); found != m_setup.windowsOfItem.end())
                windows.insert(found->second.begin(), found->second.end());
        std::vector<Desk> out;
        for (const auto& window : windows)
            out.push_back({window, clerkOf(window), opens});
        return out;
    }

    /// The same clerk of the window's department every time.
    std::optional<model::StaffId> clerkOf(const model::WindowId& window) const {
        const auto& department = m_setup.config.windows.at(window).departmentId;
        std::vector<model::StaffId> clerks;
        for (const auto& [staff, record] : m_setup.staff)
            if (record.role == model::Role::clerk && record.departmentId == department)
                clerks.push_back(staff);
        if (clerks.empty())
            return std::nullopt;
        return clerks[static_cast<std::size_t>(m_setup.config.windows.at(window).number) % clerks.size()];
    }

    void serveQueue(model::Day day, const QueuePlan& plan, const std::vector<model::Instant>& arrivals) {
        auto desks = desksOf(plan.queueId, m_calendar.at(day, {history::kOpens}));
        const auto& queue = m_setup.config.queues.at(plan.queueId);
        int sequence = 0;
        for (const model::Instant at : arrivals) {
            model::Ticket ticket = newTicket(day, queue, at, ++sequence);
            if (desks.empty() || chance(m_plan.cancelledShare)) {
                ticket.state = TicketState::cancelled;
                m_out.tickets.push_back(std::move(ticket));
                continue;
            }
            Desk& desk = *std::min_element(desks.begin(), desks.end(),
                                           [](const Desk& a, const Desk& b) { return a.freeAt < b.freeAt; });
            callAt(desk, ticket, plan);
            m_out.tickets.push_back(std::move(ticket));
        }
    }

    model::Ticket newTicket(model::Day day, const model::Queue& queue, model::Instant at, int sequence) {
        const auto& items = m_items[queue.id];
        model::Ticket ticket;
        ticket.id = model::TicketId(id());
        ticket.hallId = m_setup.hall.id;
        ticket.day = day;
        ticket.queueId = queue.id;
        ticket.itemId = items[std::min(
            items.size() - 1, static_cast<std::size_t>(uniform() * static_cast<double>(items.size())))];
        ticket.sequence = sequence;
        std::string digits = std::to_string(sequence);
        digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
        ticket.number = queue.prefix + digits;
        const bool kiosk = chance(m_plan.kioskShare);
        ticket.channel = kiosk ? model::TicketChannel::kiosk : model::TicketChannel::serviceDesk;
        ticket.printState = model::PrintState::printed;
        ticket.recognition =
            kiosk && sequence % 3 != 0 ? model::Recognition::idCard : model::Recognition::none;
        const bool first = chance(m_plan.priorityShare);
        ticket.priorityClass = first ? std::min(1, queue.priorityClass) : queue.priorityClass;
        ticket.priorityReason = first ? "老年人优先" : "";
        ticket.issuedAt = at;
        ticket.arrivedAt = at;
        return ticket;
    }

    void callAt(Desk& desk, model::Ticket& ticket, const QueuePlan& plan) {
        const auto seconds = [](double value) {
            return model::Milliseconds(static_cast<std::int64_t>(value * 1000));
        };
        const model::Instant called = std::max(desk.freeAt, ticket.arrivedAt) + seconds(15 + 30 * uniform());
        ticket.windowId = desk.window;
        ticket.staffId = desk.staff;
        ticket.calledAt = called;
        ticket.calls = 1;
        if (chance(plan.noShowShare)) {
            ticket.state = TicketState::noShow;
            ticket.noShows = 1;
            desk.freeAt = called + seconds(60);
            return;
        }
        const double sigma = plan.serviceSpread;
        std::lognormal_distribution<double> service(
            std::log(std::max(30.0, plan.serviceMeanSeconds)) - sigma * sigma / 2, sigma);
        ticket.state = TicketState::finished;
        ticket.startedAt = called + seconds(20 + 20 * uniform());
        ticket.finishedAt = *ticket.startedAt + seconds(std::clamp(service(m_random), 20.0, 7200.0));
        desk.freeAt = *ticket.finishedAt;
        if (chance(m_plan.rating.answeredShare))
            rate(ticket);
    }

    void rate(const model::Ticket& ticket) {
        std::vector<double> weights;
        for (const auto& grade : m_plan.rating.grades)
            weights.push_back(grade.weight);
        if (weights.empty())
            return;
        model::Rating rating;
        rating.id = model::RatingId(id());
        rating.hallId = ticket.hallId;
        rating.ticketId = ticket.id;
        rating.windowId = *ticket.windowId;
        rating.staffId = ticket.staffId;
        rating.itemId = ticket.itemId;
        rating.day = ticket.day;
        rating.grade =
            m_plan.rating
                .grades[std::discrete_distribution<std::size_t>(weights.begin(), weights.end())(m_random)]
                .grade;
        rating.channel = "outerScreen";
        rating.at = *ticket.finishedAt + std::chrono::seconds(8);
        m_out.ratings.push_back(std::move(rating));
    }

    const Setup& m_setup;
    Plan m_plan;
    const Calendar& m_calendar;
    std::mt19937_64 m_random; // its sequence is the same everywhere (C++20, 28.5.5)
    std::vector<double> m_curve;
    std::map<model::QueueId, std::vector<model::ServiceItemId>> m_items;
    PastDays m_out;
};

} // namespace

Result<PastDays> makeHistory(const Setup& setup, const std::string& historyJson, const Calendar& calendar,
                             model::Day today) {
    auto plan = history::readPlan(historyJson);
    if (!plan)
        return plan.error();
    for (std::size_t i = 0; i < plan->queues.size(); ++i)
        if (!setup.config.queues.contains(plan->queues[i].queueId))
            return model::Error{ErrorCode::invalid, "history.json#/queues/" + std::to_string(i) + "/queueId",
                                "there is no such queue"};
    return Generator(setup, std::move(*plan), calendar).run(today);
}

Result<std::size_t> writeHistory(store::Store& store, const Setup& setup, const std::string& historyJson,
                                 const Calendar& calendar, model::Instant now) {
    auto past = makeHistory(setup, historyJson, calendar, calendar.local(now).day);
    if (!past)
        return past.error();
    store::Group group;
    group.hallId = setup.hall.id;
    group.statistics = pastStatistics(past->tickets, calendar);
    for (auto& ticket : past->tickets)
        group.history.push_back(store::put(std::move(ticket)));
    for (auto& rating : past->ratings)
        group.history.push_back(store::put(std::move(rating)));
    if (auto done = store.commit(group); !done)
        return done.error();
    return past->tickets.size();
}

} // namespace atrium::services
