// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace atrium::bench {

/// A connected socket of this machine, closed at the end. Blocking unless said otherwise.
class Wire {
public:
    /// receiveBuffer: what the kernel may hold for a reader that is slow, 0: as usual. Throws
    /// std::runtime_error.
    explicit Wire(std::uint16_t port, int receiveBuffer = 0);
    ~Wire();
    Wire(Wire&& other) noexcept;
    Wire& operator=(Wire&& other) noexcept;
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    /// False: the peer has closed.
    bool send(std::string_view bytes) const noexcept;
    /// Exactly so many bytes; throws when the peer closes or says nothing for a minute.
    [[nodiscard]] std::string take(std::size_t count);
    /// One HTTP answer with its body; its status is returned.
    int answer(std::string* body = nullptr);
    void neverWait() const noexcept;
    /// True: the peer sends nothing more. Drops nothing.
    [[nodiscard]] bool closed() const noexcept;
    [[nodiscard]] int fd() const noexcept { return m_fd; }

private:
    void fill();

    int m_fd = -1;
    std::string m_buffer;
};

/// One HTTP/1.1 request; lines end with CR LF each.
[[nodiscard]] std::string httpRequest(std::string_view method, std::string_view path, std::string_view lines,
                                      std::string_view body = {});

// Packets of MQTT 3.1.1 (OASIS standard, sections 3.1, 3.3 and 3.8), QoS 0, clean session, no keep-alive.
[[nodiscard]] std::string mqttConnect(std::string_view clientId);
[[nodiscard]] std::string mqttSubscribe(std::string_view topic);
[[nodiscard]] std::string mqttPublish(std::string_view topic, std::string_view payload);

/// Lets this process and its children have as many descriptors as the machine allows; throws when they are
/// fewer than so many.
void raiseDescriptors(std::size_t wanted);

/// Resident memory in bytes, and threads, of a process (/proc/<pid>/status).
[[nodiscard]] double residentBytes(int pid);
[[nodiscard]] int threadsOf(int pid);

} // namespace atrium::bench
