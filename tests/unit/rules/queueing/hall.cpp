// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/queueing/hall.h"

namespace atrium::rules::queueing::tests {
namespace {

void addQueue(Config& config, const std::string& id, const std::string& prefix) {
    model::Queue queue;
    queue.id = model::QueueId{id};
    queue.hallId = config.hallId;
    queue.areaId = model::AreaId{"area"};
    queue.prefix = prefix;
    config.queues[queue.id] = queue;
}

void addItem(Config& config, const std::string& id, const std::string& queue) {
    model::ServiceItem item;
    item.id = model::ServiceItemId{id};
    item.queueId = model::QueueId{queue};
    config.items[item.id] = item;
}

void addWindow(Config& config, int number, const std::vector<std::string>& items) {
    model::Window window;
    window.id = model::WindowId{"w" + std::to_string(number)};
    window.areaId = model::AreaId{"area-" + std::to_string(number)};
    window.number = number;
    for (const auto& item : items)
        window.itemIds.emplace_back(item);
    config.windows[window.id] = window;
}

} // namespace

Config smallConfig() {
    Config config;
    config.hallId = model::HallId{"hall"};
    addQueue(config, "tax", "A");
    addQueue(config, "land", "B");
    addItem(config, "a1", "tax");
    addItem(config, "a2", "tax");
    addItem(config, "b1", "land");
    addWindow(config, 1, {"a1"});
    addWindow(config, 2, {"a1", "a2", "b1"});
    addWindow(config, 3, {"b1"});
    addWindow(config, 4, {"a2"});
    return config;
}

Hall::Hall() {
    const model::Day day{20261123};
    state = restore(day, {}, {}, {});
    m_now.at = model::fromMillis(1'795'395'600'000);
    m_now.local = {day, model::MinuteOfDay{9 * 60}, 1};
}

model::Result<std::vector<Event>> Hall::ask(const Command& command) {
    auto decided = decide(state, command, m_now, config);
    EXPECT_TRUE(decided == decide(state, command, m_now, config));
    if (decided) {
        for (const auto& event : *decided) {
            evolve(state, event);
            log.push_back(event);
        }
    } else {
        EXPECT_FALSE(decided.error().detail.empty());
    }
    return decided;
}

void Hall::make(const Command& command) {
    const auto answer = ask(command);
    EXPECT_TRUE(answer) << (answer ? "" : answer.error().detail);
}

std::optional<model::ErrorCode> Hall::refusal(const Command& command) {
    const auto answer = ask(command);
    return answer ? std::nullopt : std::optional(answer.error().code);
}

std::string Hall::refusedPath(const Command& command) {
    const auto answer = ask(command);
    return answer ? "not refused" : answer.error().path;
}

void Hall::pass(std::chrono::seconds time) {
    const auto before = std::chrono::floor<std::chrono::minutes>(m_now.at);
    m_now.at += time;
    const auto minutes = std::chrono::floor<std::chrono::minutes>(m_now.at) - before;
    m_now.local.minute.value += static_cast<int>(minutes.count());
}

IssueTicket Hall::issueOf(const std::string& item, const std::string& person) {
    IssueTicket wish;
    wish.ticketId = model::TicketId{"t" + std::to_string(++m_tickets)};
    wish.itemId = model::ServiceItemId{item};
    if (!person.empty())
        wish.personId = model::PersonId{person};
    return wish;
}

CallId Hall::nextCallId() {
    return CallId{"c" + std::to_string(++m_calls)};
}

model::TicketId Hall::reserve(const std::string& item, const std::string& person) {
    const auto wish = issueOf(item, person);
    make(wish);
    return wish.ticketId;
}

model::TicketId Hall::arrive(const std::string& item, std::optional<int> priorityClass,
                             const std::string& person) {
    auto wish = issueOf(item, person);
    wish.priorityClass = priorityClass;
    make(wish);
    make(ReportPrint{wish.ticketId, model::PrintOutcome::printed, {}});
    return wish.ticketId;
}

void Hall::open(const std::string& window) {
    make(OpenWindow{win(window), StaffId{"staff-" + window}});
}

std::string Hall::callNext(const std::string& window) {
    const auto answer = ask(CallNext{win(window), nextCallId()});
    return answer ? answer->front().call.value().ticketId.value : std::string{};
}

void Hall::serve(const std::string& window) {
    make(StartService{win(window)});
    pass(std::chrono::minutes(5));
    make(FinishService{win(window)});
}

const model::Ticket& Hall::ticket(const model::TicketId& id) const {
    return state.tickets.at(id);
}
const model::WindowStatus& Hall::window(const std::string& id) const {
    return state.windows.at(win(id));
}
const model::QueueDay& Hall::queueDay(const std::string& id) const {
    return state.queueDays.at(model::QueueId{id});
}
model::Queue& Hall::queue(const std::string& id) {
    return config.queues.at(model::QueueId{id});
}

} // namespace atrium::rules::queueing::tests
