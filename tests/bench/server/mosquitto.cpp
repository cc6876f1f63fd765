// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/server/mosquitto.h"

#include "tests/bench/server/wire.h"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace atrium::bench {

namespace {

std::uint16_t freePort() {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    ::bind(fd, reinterpret_cast<const sockaddr*>(&address), length);
    ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &length);
    ::close(fd);
    return ntohs(address.sin_port);
}

bool answers(std::uint16_t port) {
    try {
        const Wire wire(port);
        return true;
    } catch (const std::runtime_error&) {
        return false;
    }
}

} // namespace

Mosquitto::Mosquitto() : m_port(freePort()) {
    m_folder = (std::filesystem::temp_directory_path() / "atrium-mosquitto-XXXXXX").string();
    if (::mkdtemp(m_folder.data()) == nullptr)
        throw std::runtime_error("no temporary folder");
    const std::string path = m_folder + "/mosquitto.conf";
    const passwd* const user = ::getpwuid(::getuid());
    std::ofstream(path) << "listener " << m_port << " 127.0.0.1\nallow_anonymous true\nset_tcp_nodelay true\n"
                        << "persistence false\nlog_type none\nmax_connections -1\nuser "
                        << (user != nullptr ? user->pw_name : "mosquitto") << "\n";
    m_pid = ::fork();
    if (m_pid == 0) {
        (void)!::freopen("/dev/null", "w", stderr); // it warns of root's rights
        ::execlp("mosquitto", "mosquitto", "-c", path.c_str(), nullptr);
        ::execl("/usr/sbin/mosquitto", "mosquitto", "-c", path.c_str(), nullptr);
        ::_exit(127);
    }
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!answers(m_port)) {
        if (::waitpid(m_pid, nullptr, WNOHANG) != 0 || std::chrono::steady_clock::now() > end) {
            m_pid = -1;
            throw std::runtime_error("mosquitto does not start; install the package mosquitto");
        }
        std::this_thread::yield();
    }
}

Mosquitto::~Mosquitto() {
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    std::error_code error;
    std::filesystem::remove_all(m_folder, error);
}

} // namespace atrium::bench
