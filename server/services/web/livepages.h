// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"
#include "shared/model/livehall.h"

namespace atrium::services {

/// Who is called where, newest first; of one area where the path names it, 404 for an unknown one.
[[nodiscard]] http::Response boardPage(const model::LiveHall& hall, const http::Request& request);

/// How many wait in each queue and how long, and what each window does.
[[nodiscard]] http::Response hallPage(const model::LiveHall& hall, const http::Request& request);

} // namespace atrium::services
