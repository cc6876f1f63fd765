// SPDX-License-Identifier: GPL-3.0-or-later
// What all emulators share: options, line commands on standard input and on a socket, scripts of faults.
#pragma once

#include "tests/emulators/common/port.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace atrium::emulators {

using Words = std::vector<std::string>;

/// Splits a line at blanks; "double quotes" keep blanks inside a word.
[[nodiscard]] Words splitWords(std::string_view line);

/// `--name value` and `--name` of the command line. Throws std::invalid_argument for what is not allowed.
class Options {
public:
    /// `valued` and `flags` are the names without dashes.
    Options(int argc, char** argv, const Words& valued, const Words& flags);
    [[nodiscard]] bool has(const std::string& name) const { return m_values.contains(name); }
    [[nodiscard]] std::string value(const std::string& name, const std::string& otherwise = {}) const;
    [[nodiscard]] int number(const std::string& name, int otherwise) const;

private:
    std::map<std::string, std::string> m_values;
};

/// One emulated device. Bytes of the line and commands of a person or test come in, both in the loop's
/// thread.
class Emulator {
public:
    /// `link`: the path of a pseudo-terminal's link to make, or `tcp:PORT` to listen on this machine (0:
    /// any).
    Emulator(Loop& loop, const std::string& link);
    virtual ~Emulator() = default;
    Emulator(const Emulator&) = delete;
    Emulator& operator=(const Emulator&) = delete;

    /// Carries out one command and gives the answer, "ok …" or "error …".
    std::string run(const std::string& line);

    /// Runs the lines of a file, each `MILLISECONDS COMMAND …` counted from now; # begins a remark.
    void runScript(const std::string& path);

    /// Listens for commands, one a line, answered by one line each.
    void listen(const std::string& socketPath);
    void listenOnStandardInput();

    Port& port() { return *m_port; }

protected:
    virtual void received(std::span<const std::uint8_t> bytes) = 0;
    /// Answers a command that is not one of plug, unplug, quit. Throws std::invalid_argument to refuse.
    virtual std::string command(const Words& words) = 0;
    virtual void unplugged() {}

    Loop& loop() { return m_loop; }

private:
    void accept(int server);
    void readLines(int descriptor, int answerTo);

    Loop& m_loop;
    std::unique_ptr<Port> m_port;
    std::map<int, std::string> m_partial;
};

/// The common part of main(): help, options, loop. `make` builds the device.
int runEmulator(int argc, char** argv, std::string_view help, Words valued, Words flags,
                const std::function<std::unique_ptr<Emulator>(Loop&, const Options&)>& make);

/// A count for `fault NAME [COUNT]`: how many more times a fault strikes; -1 = until taken back.
struct Fault {
    std::string name;
    int left = 0;
    std::string where; ///< empty = everywhere

    /// True when the fault of that name strikes here; uses up one.
    bool strikes(std::string_view wanted, std::string_view here = {});
};

} // namespace atrium::emulators
