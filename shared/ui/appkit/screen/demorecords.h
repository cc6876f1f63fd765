// SPDX-License-Identifier: GPL-3.0-or-later
// The small hall of --demo: one area, two queues, four windows and who sits there.
#pragma once

#include "shared/model/hall.h"
#include "shared/model/queue.h"
#include "shared/model/serviceitem.h"
#include "shared/model/staff.h"

#include <vector>

namespace atrium::ui {

struct DemoRecords {
    model::Hall hall;
    model::Area area;
    std::vector<model::Department> departments;
    std::vector<model::Queue> queues;
    std::vector<model::ServiceItem> items; ///< item i waits in queue i
    std::vector<model::Window> windows;    ///< windows 1 and 2 serve item 0, 3 both, 4 item 1
    std::vector<model::Staff> staff;       ///< staff i sits at window i
    model::Device device;                  ///< of the asked kind, at window 3
};

[[nodiscard]] DemoRecords demoRecords(model::DeviceKind kind);

} // namespace atrium::ui
