// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/result.h"

namespace atrium::store {
class Store;
}
namespace atrium::services {
struct Services;
}

namespace atrium::app {

/// Remembers that the hall that was just prepared shall have some appointments.
[[nodiscard]] model::Result<void> wantBookings(store::Store& store);
/// Books some places of today and the next days for invented people, once after wantBookings(). Writes
/// through the writer, so after it was started.
[[nodiscard]] model::Result<void> makeBookings(services::Services& services);

} // namespace atrium::app
