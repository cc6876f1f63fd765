// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/server/gateways/emulator.h"
#include "tests/integration/server/services/eventstream.h"
#include "tests/integration/server/services/running.h"

#include <string>
#include <vector>

namespace boost::json {
class object; // its header is heavy
}

namespace atrium::test {

/// Settings that go to the emulator of cloud MAS at that port; reports come by kReportPath.
[[nodiscard]] std::vector<std::string> masSettings(std::uint16_t port);
/// Settings that go to the emulator of CMPP; version: "cmpp2" or "cmpp3".
[[nodiscard]] std::vector<std::string> cmppSettings(std::uint16_t port, const std::string& version);

inline const std::string kReportPath = "/api/v1/messages/reports/key-of-the-reports";

/// The demonstration hall as a running program that sends messages: texts of its own, a clerk signed in
/// at the first window, and the admin's event stream from then on.
class MessageHall {
public:
    /// settings: members of Hall.messages as JSON, beside active and the signature.
    explicit MessageHall(std::vector<std::string> gateway, const std::string& settings = {});

    /// Its number; without a phone when that is empty.
    std::string take(const std::string& phone);
    /// Calls the next ticket at the window, and ends the service of the one before when there was one.
    std::string call();
    /// The events so far, up to the first of that type.
    std::string until(const std::string& type) { return m_stream->until("event: " + type + "\n"); }
    /// After a stop: the program again, with its sessions and the stream anew.
    void startAgain();

    RunningServer server;
    std::string admin;

private:
    void save(const std::string& kind, const boost::json::object& record);
    void signIn();

    std::string m_clerk;
    std::unique_ptr<EventStream> m_stream;
    bool m_hasCalled = false;
};

} // namespace atrium::test
