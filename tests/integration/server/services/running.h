// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace boost::json {
class value; // its header is heavy
}

namespace atrium::test {

/// What the server answered.
struct Reply {
    int status = 0;
    std::string text;
    std::map<std::string, std::string> headers;
    std::shared_ptr<const boost::json::value> json; ///< shared by copies; null value when the text is no JSON

    /// The value at a JSON pointer; null when there is none.
    [[nodiscard]] const boost::json::value& at(std::string_view pointer) const;
    [[nodiscard]] std::string string(std::string_view pointer) const;
};

/// One server process over a temporary folder, with the demonstration hall (without its history) and ready
/// device tokens.
class RunningServer {
public:
    /// more: options beside those. Complaints::kept: what goes to the standard error is read by complaints().
    enum class Complaints { shown, kept };
    explicit RunningServer(std::vector<std::string> more = {}, Complaints complaints = Complaints::shown);
    ~RunningServer();
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    /// once: options of this start alone.
    void start(const std::vector<std::string>& once = {});
    /// Sends the signal, waits for the end and gives the exit code (negative: the signal that ended it).
    int stop(int signal);

    /// Waits until the program ends by itself; the same.
    int waitForEnd();
    [[nodiscard]] std::string complaints() const;

    /// device: whose token to send, empty: none. key: empty draws a fresh one for a POST.
    Reply ask(const std::string& method, const std::string& path, const std::string& device = {},
              const std::string& body = {}, const std::string& session = {},
              const std::map<std::string, std::string>& headers = {});
    Reply get(const std::string& path, const std::string& device = {}, const std::string& session = {}) {
        return ask("GET", path, device, {}, session);
    }
    Reply post(const std::string& path, const std::string& device, const std::string& body,
               const std::string& session = {}) {
        return ask("POST", path, device, body, session);
    }
    [[nodiscard]] std::string token(const std::string& device) const;
    /// Signs in and gives the session's token.
    std::string signIn(const std::string& device, const std::string& account);

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] const std::string& folder() const { return m_folder; }

private:
    std::string m_folder;
    std::string m_package;
    std::uint16_t m_port = 0;
    pid_t m_pid = -1;
    int m_output = -1; ///< what the program says
    int m_keys = 0;
    std::vector<std::string> m_more;
    bool m_keepsComplaints = false;
};

/// What the program said, both ways, and its exit code (-1: a signal ended it).
struct Ended {
    int status = -1;
    std::string said;
};
/// Runs the program with those words, as a shell reads them, until it ends.
Ended runProgram(const std::string& words);

/// One server for all tests of the program that do not kill it.
RunningServer& sharedServer();

// Of the demonstration hall.
inline const std::string kWindow = "window-01";
inline const std::string kTerminal = "window-terminal-01";
inline const std::string kOuter = "dual-screen-01";
inline const std::string kKiosk = "kiosk-01";
inline const std::string kBoard = "signage-a";
inline const std::string kTool = "admin-01";
inline const std::string kClerk = "c1001";
inline const std::string kItem = "item-one-stop-company-start-up";

} // namespace atrium::test
