// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/server/services/running.h"

#include <boost/json/fwd.hpp>

#include <string>

namespace atrium::test {

// What an administrator's tool does with a set-up record; admin: the session.

/// The record of that id as its kind's list gives it; a failure and empty when there is none.
[[nodiscard]] boost::json::object recordOf(RunningServer& server, const std::string& admin,
                                           const std::string& kind, const std::string& id);

/// Puts or deletes it in the version it was read in. language: of the answer.
Reply change(RunningServer& server, const std::string& admin, const std::string& method,
             const std::string& kind, const boost::json::object& wanted, const std::string& language = "zh");

} // namespace atrium::test
