// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/server/gateways/emulator.h"

#include <gtest/gtest.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace atrium::test {
namespace {

constexpr std::chrono::seconds kPatience{20};

/// Both ends of a pipe, none of which a child inherits by chance.
std::array<int, 2> makePipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    return ends;
}

Seen read(const std::string& line) {
    Seen out;
    boost::system::error_code error;
    const auto parsed = boost::json::parse(line, error);
    if (error || !parsed.is_object()) {
        ADD_FAILURE() << "the emulator said " << line;
        return out;
    }
    for (const auto& [name, value] : parsed.as_object())
        out.members[std::string(name)] =
            value.is_string() ? std::string(value.get_string()) : boost::json::serialize(value);
    return out;
}

} // namespace

std::string Seen::text(const std::string& name) const {
    const auto found = members.find(name);
    return found == members.end() ? std::string() : found->second;
}

double Seen::number(const std::string& name) const {
    const auto value = text(name);
    return value.empty() ? 0 : std::stod(value);
}

Emulator::Emulator(const std::string& name, std::vector<std::string> arguments, const std::string& script) {
    std::string pattern = std::filesystem::temp_directory_path() / "atrium-sms-XXXXXX";
    if (!::mkdtemp(pattern.data()))
        throw std::runtime_error("no temporary folder");
    m_folder = pattern;
    std::ofstream(m_folder + "/script") << script;
    arguments.insert(arguments.begin(),
                     {"/usr/bin/python3", "-B", SMS_EMULATORS + name, "--script", m_folder + "/script"});
    std::vector<char*> words;
    for (auto& argument : arguments)
        words.push_back(argument.data());
    words.push_back(nullptr);
    const auto input = makePipe();
    const auto output = makePipe();
    m_pid = ::fork();
    if (m_pid == 0) {
        ::dup2(input[0], STDIN_FILENO);
        ::dup2(output[1], STDOUT_FILENO);
        ::execv(words[0], words.data());
        ::_exit(127);
    }
    ::close(input[0]);
    ::close(output[1]);
    m_input = input[1];
    m_output = output[0];
    m_reader = std::thread([this] { listen(); });
    m_port = static_cast<std::uint16_t>(waitFor("listening").number("port"));
}

Emulator::~Emulator() {
    ::close(m_input); // its end is the emulator's
    ::kill(m_pid, SIGTERM);
    ::waitpid(m_pid, nullptr, 0);
    m_reader.join();
    ::close(m_output);
    std::filesystem::remove_all(m_folder);
}

void Emulator::listen() {
    std::string pending;
    std::array<char, 4096> buffer{};
    while (true) {
        const auto got = ::read(m_output, buffer.data(), buffer.size());
        if (got <= 0)
            return;
        pending.append(buffer.data(), static_cast<std::size_t>(got));
        const std::lock_guard lock(m_mutex);
        for (auto end = pending.find('\n'); end != std::string::npos; end = pending.find('\n')) {
            m_lines.push_back(read(pending.substr(0, end)));
            pending.erase(0, end + 1);
        }
        m_changed.notify_all();
    }
}

void Emulator::command(const std::string& line) {
    const auto text = line + "\n";
    if (::write(m_input, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        throw std::runtime_error("the emulator does not listen");
}

Seen Emulator::waitFor(const std::string& event, std::size_t number) {
    std::unique_lock lock(m_mutex);
    Seen found;
    const auto isThere = [&] {
        std::size_t seen = 0;
        for (const auto& line : m_lines)
            if (line.text("event") == event && ++seen == number) {
                found = line;
                return true;
            }
        return false;
    };
    EXPECT_TRUE(m_changed.wait_for(lock, kPatience, isThere)) << "no " << event << " " << number;
    return found;
}

std::vector<Seen> Emulator::all(const std::string& event) {
    command("mark");
    static_cast<void>(waitFor("mark", ++m_marks));
    const std::lock_guard lock(m_mutex);
    std::vector<Seen> found;
    for (const auto& line : m_lines)
        if (line.text("event") == event)
            found.push_back(line);
    return found;
}

} // namespace atrium::test
