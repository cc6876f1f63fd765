// SPDX-License-Identifier: GPL-3.0-or-later
// A small hall that needs no server, for --demo and --self-test.
#pragma once

#include "shared/model/records.h"

#include <vector>

namespace atrium::kiosk {

/// Records of the small hall; every list in order of no importance.
struct DemoHall {
    model::Hall hall;
    model::Device device;
    std::vector<model::Floor> floors;
    std::vector<model::Area> areas;
    std::vector<model::Department> departments;
    std::vector<model::Queue> queues;
    std::vector<model::ServiceItem> items;
    std::vector<model::Window> windows;
    std::vector<model::WindowStatus> statuses;
    std::vector<model::QueueDay> days;
};

inline constexpr model::Day kDemoDay{20261123};

[[nodiscard]] DemoHall demoHall();

} // namespace atrium::kiosk
