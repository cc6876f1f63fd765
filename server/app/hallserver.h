// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/options.h"
#include "server/http/clock.h"

#include <memory>

namespace atrium::http {
class Server;
}
namespace atrium::services {
struct Services;
}

namespace atrium::app {

/// One running server: store, writer, services and the HTTP side, put together.
class HallServer {
public:
    /// Opens the store and listens. Errors say what the operator must change.
    [[nodiscard]] static model::Result<std::unique_ptr<HallServer>>
    create(const Options& options, const http::Clock& clock = http::Clock::system());
    /// Stops in order: no new requests, running ones finished, writer drained, log written back.
    ~HallServer();

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] services::Services& services();
    /// It may not write any more and must be started anew. Any thread.
    [[nodiscard]] bool lost() const;
    /// For the self-test: the API's description.
    [[nodiscard]] const std::string& openApi() const;

private:
    class Parts;
    explicit HallServer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace atrium::app
