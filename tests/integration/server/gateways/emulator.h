// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <sys/types.h>

namespace atrium::test {

/// What an emulator saw: one line of JSON. Of a member it did not say the text is empty and the number 0.
struct Seen {
    std::map<std::string, std::string> members; ///< numbers as they were written

    [[nodiscard]] std::string text(const std::string& name) const;
    [[nodiscard]] double number(const std::string& name) const;
};

/// One emulator of an SMS peer as a process of its own; ends with this object. Waits end the test's patience
/// with a failure after 20 seconds.
class Emulator {
public:
    /// name: "cmpp.py". script: lines of faults, see the program.
    Emulator(const std::string& name, std::vector<std::string> arguments = {},
             const std::string& script = {});
    ~Emulator();
    Emulator(const Emulator&) = delete;
    Emulator& operator=(const Emulator&) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    void command(const std::string& line);
    /// The number-th line of that event, from 1; empty when it does not come.
    Seen waitFor(const std::string& event, std::size_t number = 1);
    /// All lines of that event that were said when it was asked.
    [[nodiscard]] std::vector<Seen> all(const std::string& event);

private:
    void listen();

    std::string m_folder;
    std::size_t m_marks = 0;
    pid_t m_pid = -1;
    int m_input = -1;
    int m_output = -1;
    std::uint16_t m_port = 0;
    mutable std::mutex m_mutex; // guards m_lines
    std::vector<Seen> m_lines;
    std::condition_variable m_changed;
    std::thread m_reader;
};

} // namespace atrium::test
