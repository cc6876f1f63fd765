// SPDX-License-Identifier: GPL-3.0-or-later
// From the options to a hall in memory.
#pragma once

#include "server/app/options.h"
#include "server/http/clock.h"
#include "server/services/core/calendar.h"
#include "server/services/core/hallmodel.h"
#include "server/services/people/keycheck.h"
#include "server/store/store.h"

#include <memory>

namespace atrium::app {

struct OpenedHall {
    std::unique_ptr<store::Store> store;
    services::CheckedKeys keys;
    std::shared_ptr<const services::Calendar> calendar;
    store::Loaded loaded;
    std::unique_ptr<services::HallModel> model;
};

/// Opens the store, alone, with the keys that belong to it, and loads today. A demonstration is prepared
/// first. Errors say what the operator must change.
[[nodiscard]] model::Result<OpenedHall> openHall(const Options& options, const http::Clock& clock);

} // namespace atrium::app
