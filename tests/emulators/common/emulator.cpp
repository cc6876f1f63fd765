// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/common/emulator.h"

#include "tests/emulators/common/serialport.h"
#include "tests/emulators/common/tcpport.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>

namespace atrium::emulators {

Words splitWords(std::string_view line) {
    Words words;
    bool inWord = false;
    bool quoted = false;
    for (const char c : line) {
        if (c == '\r' || ((c == ' ' || c == '\t') && !quoted)) {
            inWord = false;
            continue;
        }
        if (!inWord)
            words.emplace_back();
        inWord = true;
        if (c == '"')
            quoted = !quoted;
        else
            words.back() += c;
    }
    return words;
}

Options::Options(int argc, char** argv, const Words& valued, const Words& flags) {
    const auto contains = [](const Words& names, const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        const std::string name = argument.rfind("--", 0) == 0 ? argument.substr(2) : std::string();
        if (contains(flags, name))
            m_values[name] = "yes";
        else if (contains(valued, name) && i + 1 < argc)
            m_values[name] = argv[++i];
        else
            throw std::invalid_argument("unknown option or value missing: " + argument + " (see --help)");
    }
}

std::string Options::value(const std::string& name, const std::string& otherwise) const {
    const auto found = m_values.find(name);
    return found == m_values.end() ? otherwise : found->second;
}

int Options::number(const std::string& name, int otherwise) const {
    return has(name) ? std::stoi(value(name)) : otherwise;
}

Emulator::Emulator(Loop& loop, const std::string& link) : m_loop(loop) {
    const auto heard = [this](std::span<const std::uint8_t> bytes) { received(bytes); };
    if (link.rfind("tcp:", 0) == 0)
        m_port =
            std::make_unique<TcpPort>(loop, static_cast<std::uint16_t>(std::stoul(link.substr(4))), heard);
    else
        m_port = std::make_unique<SerialPort>(loop, link, heard);
}

std::string Emulator::run(const std::string& line) {
    const Words words = splitWords(line);
    if (words.empty())
        return "ok";
    try {
        if (words[0] == "plug") {
            m_port->plug();
        } else if (words[0] == "unplug") {
            m_port->unplug();
            unplugged();
        } else if (words[0] == "quit") {
            m_loop.stop();
        } else {
            return command(words);
        }
        return "ok";
    } catch (const std::exception& refusal) {
        return std::string("error ") + refusal.what();
    }
}

void Emulator::runScript(const std::string& path) {
    std::ifstream file(path);
    if (!file)
        throw std::invalid_argument("cannot read " + path);
    for (std::string line; std::getline(file, line);) {
        std::size_t used = 0;
        const Words words = splitWords(line);
        if (words.empty() || words[0][0] == '#')
            continue;
        const int when = std::stoi(line, &used);
        m_loop.after(Milliseconds(when), [this, command = line.substr(used)] {
            std::cout << command << ": " << run(command) << std::endl;
        });
    }
}

void Emulator::listen(const std::string& socketPath) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (socketPath.size() >= sizeof address.sun_path)
        throw std::invalid_argument("the control path is too long");
    std::memcpy(address.sun_path, socketPath.c_str(), socketPath.size() + 1);
    std::filesystem::remove(socketPath);
    const int server = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (bind(server, static_cast<const sockaddr*>(static_cast<const void*>(&address)), sizeof address) != 0 ||
        ::listen(server, 8) != 0)
        throw std::runtime_error("cannot listen at " + socketPath);
    m_loop.watch(server, [this, server] { accept(server); });
}

void Emulator::listenOnStandardInput() {
    m_loop.watch(STDIN_FILENO, [this] { readLines(STDIN_FILENO, STDOUT_FILENO); });
}

void Emulator::accept(int server) {
    const int client = accept4(server, nullptr, nullptr, SOCK_CLOEXEC);
    if (client >= 0)
        m_loop.watch(client, [this, client] { readLines(client, client); });
}

void Emulator::readLines(int descriptor, int answerTo) {
    std::array<char, 4096> buffer{};
    const auto count = read(descriptor, buffer.data(), buffer.size());
    if (count <= 0) {
        m_loop.forget(descriptor);
        m_partial.erase(descriptor);
        if (descriptor != STDIN_FILENO)
            close(descriptor);
        return;
    }
    std::string& text = m_partial[descriptor];
    text.append(buffer.data(), static_cast<std::size_t>(count));
    for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n')) {
        const std::string answer = run(text.substr(0, end)) + "\n";
        text.erase(0, end + 1);
        if (write(answerTo, answer.data(), answer.size()) < 0)
            return;
    }
}

bool Fault::strikes(std::string_view wanted, std::string_view here) {
    if (left == 0 || name != wanted || (!where.empty() && where != here))
        return false;
    if (left > 0)
        --left;
    return true;
}

int runEmulator(int argc, char** argv, std::string_view help, Words valued, Words flags,
                const std::function<std::unique_ptr<Emulator>(Loop&, const Options&)>& make) {
    valued.insert(valued.end(), {"link", "control", "script"});
    flags.insert(flags.end(), {"help", "unplugged"});
    try {
        const Options options(argc, argv, valued, flags);
        if (options.has("help") || !options.has("link")) {
            std::cout << help;
            return options.has("help") ? 0 : 2;
        }
        Loop loop;
        const auto emulator = make(loop, options);
        if (!options.has("unplugged"))
            emulator->port().plug();
        if (options.has("control"))
            emulator->listen(options.value("control"));
        emulator->listenOnStandardInput();
        if (options.has("script"))
            emulator->runScript(options.value("script"));
        std::cout << "ready " << emulator->port().name() << std::endl;
        loop.run();
        std::error_code ignored;
        if (options.has("control"))
            std::filesystem::remove(options.value("control"), ignored);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << std::endl;
        return 2;
    }
}

} // namespace atrium::emulators
