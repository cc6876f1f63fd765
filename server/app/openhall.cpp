// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/openhall.h"

#include "server/app/demonstration.h"
#include "server/app/startcheck.h"
#include "server/services/core/answerkeys.h"

#include <filesystem>
#include <utility>

namespace atrium::app {

using model::Result;
using namespace services;

Result<OpenedHall> openHall(const Options& options, const http::Clock& clock) {
    OpenedHall out;
    std::error_code error;
    std::filesystem::create_directories(options.data, error);
    auto opened = store::Store::open(options.databasePath());
    if (!opened)
        return opened.error();
    out.store = std::move(*opened);
    if (auto taken = out.store->takeLease(); !taken)
        return taken.error();
    auto keys = openKeys(*out.store, options.keyFolder(), options.acceptLostKeys);
    if (!keys)
        return keys.error();
    out.keys = std::move(*keys);
    if (options.demonstration)
        if (auto prepared = prepareDemonstration(*out.store, options, clock.now()); !prepared)
            return prepared.error();
    auto zone = out.store->timeZone();
    if (!zone)
        return zone.error();
    if (zone->empty())
        return startFailure("the database holds no hall yet: atrium-server import PACKAGE");
    auto calendar = Calendar::create(*zone);
    if (!calendar)
        return calendar.error();
    out.calendar = *calendar;
    const auto now = clock.now();
    const auto undo = std::chrono::seconds(rules::queueing::Config{}.undoSeconds);
    auto loaded = out.store->load(out.calendar->local(now).day, now - undo, now - kAnswersKept);
    if (!loaded)
        return loaded.error();
    out.loaded = std::move(*loaded);
    auto state = HallState::from(out.loaded);
    state.hasGateway = options.sms.gateway != SmsOptions::Gateway::none;
    out.model = std::make_unique<HallModel>(std::move(state));
    return out;
}

} // namespace atrium::app
