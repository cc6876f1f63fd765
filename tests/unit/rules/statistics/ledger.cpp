// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/statistics/ledger.h"

namespace atrium::rules::statistics::tests {

std::vector<Increments> incrementsOf(const queueing::tests::Hall& hall) {
    const queueing::tests::Hall fresh;
    queueing::State state = fresh.state;
    std::set<model::TicketId> called;
    std::vector<Increments> out;
    for (const auto& event : hall.log) {
        const auto minutes = std::chrono::floor<std::chrono::minutes>(event.at) -
                             std::chrono::floor<std::chrono::minutes>(fresh.now().at);
        const auto minute = fresh.now().local.minute.value + static_cast<int>(minutes.count());
        out.push_back(account(event, {state, called, {}, hall.config.undoSeconds},
                              {fresh.now().local.day, {minute % 1440}, 1}));
        queueing::evolve(state, event);
        if (event.call)
            called.insert(event.call->ticketId);
    }
    return out;
}

Sheet sheetOf(const queueing::tests::Hall& hall) {
    Sheet out;
    for (const auto& increments : incrementsOf(hall))
        out.add(increments);
    out.tidy();
    return out;
}

Counters totals(const Sheet& sheet) {
    Counters out;
    for (const auto& [key, n] : sheet.rows)
        out += n;
    return out;
}

std::int64_t secondsIn(const Sheet& sheet, WindowUse use, const std::string& window) {
    std::int64_t out = 0;
    for (const auto& [key, seconds] : sheet.windows)
        if (key.use == use && (window.empty() || key.windowId.value == window))
            out += seconds;
    return out;
}

} // namespace atrium::rules::statistics::tests
