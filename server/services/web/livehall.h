// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/services.h"
#include "shared/model/livehall.h"

#include <memory>
#include <mutex>

namespace atrium::services {

/// The hall as everybody may see it, made anew at most once a second however many ask. Any thread.
class LiveHalls {
public:
    explicit LiveHalls(Services& services) : m_services(services) {}

    [[nodiscard]] std::shared_ptr<const model::LiveHall> now();

private:
    [[nodiscard]] model::LiveHall make() const;

    Services& m_services;
    std::mutex m_mutex; // guards m_last; held while it is made, so that it is made once
    std::shared_ptr<const model::LiveHall> m_last;
};

/// GET /api/v1/live for other systems; GET /board, /board/{area} and /hall as pages. No token: it is what
/// hangs on the hall's walls.
void addLiveRoutes(http::RouteTable& routes, Services& services);

} // namespace atrium::services
