// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace atrium::http {

struct TlsConfig;

/// A connected socket that never waits, plain or TLS. Owned by one poll loop at a time; closes when
/// destroyed.
class Transport {
public:
    enum class Io { ok, again, closed };
    struct Moved {
        Io state = Io::ok;
        std::size_t bytes = 0; ///< at least 1 when ok
    };

    virtual ~Transport() = default;
    [[nodiscard]] virtual Moved read(char* to, std::size_t size) noexcept = 0;
    /// After "again" the next call must begin with the same bytes.
    [[nodiscard]] virtual Moved write(const char* from, std::size_t size) noexcept = 0;
    [[nodiscard]] virtual int fd() const noexcept = 0;
    /// True: a read shorter than asked for has emptied the socket.
    [[nodiscard]] virtual bool shortReadMeansEmpty() const noexcept = 0;
    /// Tells the peer that nothing more comes, while it can still be read. False: not possible here.
    [[nodiscard]] virtual bool endWriting() noexcept = 0;
};

/// Takes the descriptor over; it must be non-blocking.
[[nodiscard]] std::unique_ptr<Transport> plainTransport(int fd);

/// Turns accepted sockets into TLS ones (Poco NetSSL, TLS 1.2 or newer). The handshake happens in the first
/// reads and writes, under the connection's deadline.
class TlsAcceptor {
public:
    /// Throws Poco::Exception when certificate or key cannot be read or do not belong together.
    explicit TlsAcceptor(const TlsConfig& config);
    ~TlsAcceptor();
    TlsAcceptor(const TlsAcceptor&) = delete;
    TlsAcceptor& operator=(const TlsAcceptor&) = delete;
    /// Takes the descriptor over; nullptr when TLS could not be set up on it (it is then closed).
    [[nodiscard]] std::unique_ptr<Transport> accept(int fd) const noexcept;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace atrium::http
