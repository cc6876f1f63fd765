// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/server/wire.h"
#include "tests/integration/server/services/running.h"

#include <string>
#include <vector>

namespace atrium::bench {

/// Of a queue without a quota, served at test::kWindow.
inline constexpr const char* kUnlimitedItem = "item-company-formation-registration";

/// The real server with the demonstration hall, and as many more screens as a benchmark wants.
class BenchHall {
public:
    BenchHall();

    /// Tokens of so many players, created and enrolled through the API. Restarts the server; call it
    /// first.
    std::vector<std::string> players(std::size_t count);
    /// A screen of that token that is subscribed to /api/v1/events: its answer's header was read.
    [[nodiscard]] Wire stream(const std::string& token, int receiveBuffer = 0) const;

    /// A clerk is signed in at the window from here on.
    void openWindow();
    void issueTicket();
    /// Writes the POST of "call", "start" … at the window; windowAnswer() takes its answer.
    void windowPost(const std::string& what);
    void windowAnswer();

    [[nodiscard]] int pid() const { return m_server.pid(); }
    [[nodiscard]] std::uint16_t port() const { return m_server.port(); }
    [[nodiscard]] test::RunningServer& server() { return m_server; }

private:
    test::RunningServer m_server;
    std::string m_session;
    std::string m_window; ///< header lines of the window's requests
    std::vector<Wire> m_desk;
    int m_keys = 0;
};

} // namespace atrium::bench
