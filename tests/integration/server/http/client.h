// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atrium::test {

/// An answer as it came.
struct Answer {
    int status = 0;
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;
};

/// A bare socket that can misbehave: sends any bytes, reads one answer after another. Every read gives up
/// after a minute, which only a failing test waits for.
class Client {
public:
    /// receiveBuffer: bytes the kernel may hold for a client that does not read, 0: as usual.
    explicit Client(std::uint16_t port, int receiveBuffer = 0);
    ~Client();
    Client(Client&& other) noexcept;
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// False when the peer has closed.
    bool send(std::string_view bytes);
    /// The next complete answer; nullopt when the peer closed or said nothing.
    std::optional<Answer> answer(bool head = false);
    /// Sends and waits for the answer.
    std::optional<Answer> ask(std::string_view bytes);
    /// Reads until the text was seen, and gives everything up to its end; empty when it never came.
    std::string readUntil(std::string_view text);
    /// True when the peer closes; what comes until then is dropped. False: it did not within a minute.
    bool closes();
    /// True: nothing has come and the peer has not closed, up to now.
    [[nodiscard]] bool quiet() const;
    void endWriting();

private:
    bool fill(std::chrono::milliseconds patience);

    int m_fd = -1;
    std::string m_buffer;
};

/// "GET path HTTP/1.1" with Host and these further lines (each ending with CR LF).
std::string get(std::string_view path, std::string_view lines = {});
std::string post(std::string_view path, std::string_view body, std::string_view lines = {});

/// Waits for it, for at most a minute.
template <class Condition> bool eventually(Condition&& condition);

} // namespace atrium::test

#include <thread>

template <class Condition> bool atrium::test::eventually(Condition&& condition) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::yield();
    }
    return true;
}
