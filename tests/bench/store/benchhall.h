// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/hallserver.h"
#include "server/services/core/writer.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace atrium::http {
class Server;
}

namespace atrium::bench {

/// The demonstration hall without its history behind the whole real server, in this process. Beside it, on a
/// port of its own, the same HTTP side with the same settings and the same sign-in, but with one route that
/// does nothing: what is left of a ticket without the ticket.
class BenchHall {
public:
    /// Throws std::runtime_error with the reason.
    explicit BenchHall(const std::string& folder);
    ~BenchHall();
    BenchHall(const BenchHall&) = delete;
    BenchHall& operator=(const BenchHall&) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_server->port(); }
    [[nodiscard]] std::uint16_t nothingPort() const;
    [[nodiscard]] std::string databasePath() const { return m_folder + "/data/hall.db"; }
    [[nodiscard]] services::Writer::Figures figures() const;

    /// The n-th request of a kiosk: a number for one of the hall's items, shown without paper.
    [[nodiscard]] std::string ticketRequest(std::uint64_t n) const;
    /// The same request to the route that does nothing.
    [[nodiscard]] std::string nothingRequest(std::uint64_t n) const;

private:
    [[nodiscard]] std::string request(const std::string& path, std::uint64_t n) const;
    void prepare();
    void openWindows();
    void startNothing();

    std::string m_folder;
    std::unique_ptr<app::HallServer> m_server;
    std::unique_ptr<http::Server> m_nothing;
    std::vector<std::string> m_tokens; ///< of the kiosks
    std::vector<std::string> m_items;
    mutable std::uint64_t m_keys = 0; ///< drawn so far; the requests are made by one thread
};

} // namespace atrium::bench
