// SPDX-License-Identifier: GPL-3.0-or-later
// A small hall inside the program, for --demo and --self-test: no server is needed and nothing is kept.
#pragma once

#include "shared/sync/qt/connection.h"

#include <memory>

namespace atrium::sync {
class HallClient;
}

namespace atrium::admin {

/// A client whose server is made up: anybody may sign in, records are read, figures move a little; changes
/// are refused as "unavailable".
[[nodiscard]] std::unique_ptr<sync::HallClient> demoClient(const sync::Connection& connection);

} // namespace atrium::admin
