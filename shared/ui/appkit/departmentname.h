// SPDX-License-Identifier: GPL-3.0-or-later
// A department as a ticket names it.
#pragma once

#include "shared/model/ids.h"

#include <QString>

namespace atrium::sync {
class HallClient;
}

namespace atrium::ui {

/// The department's full name, and behind it the section's where the id is a section's: "公安局 · 户政科".
/// Chinese where a name has no English. Empty for an unknown id. GUI thread.
[[nodiscard]] QString departmentAndSection(sync::HallClient& client, const model::DepartmentId& id,
                                           bool english);

} // namespace atrium::ui
