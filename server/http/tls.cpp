// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/server.h"
#include "server/http/transport.h"

#include <Poco/Exception.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/NetSSL.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/StreamSocketImpl.h>

#include <openssl/ssl.h>

#include <algorithm>

#include <unistd.h>

namespace atrium::http {

namespace {

class TlsTransport final : public Transport {
public:
    explicit TlsTransport(Poco::Net::SecureStreamSocket socket) : m_socket(std::move(socket)) {}

    Moved read(char* to, std::size_t size) noexcept override {
        return move([&] { return m_socket.receiveBytes(to, clamp(size)); });
    }
    Moved write(const char* from, std::size_t size) noexcept override {
        return move([&] { return m_socket.sendBytes(from, clamp(size)); });
    }
    int fd() const noexcept override { return m_socket.impl()->sockfd(); }
    bool shortReadMeansEmpty() const noexcept override { return false; }
    bool endWriting() noexcept override { return false; }

private:
    static int clamp(std::size_t size) noexcept {
        return static_cast<int>(std::min<std::size_t>(size, 64 * 1024));
    }
    /// Negative results of Poco mean "try again" (WANT_READ, WANT_WRITE), exceptions mean the end.
    template <class Call> static Moved move(Call&& call) noexcept {
        try {
            const int count = call();
            if (count > 0)
                return {Io::ok, static_cast<std::size_t>(count)};
            return {count < 0 ? Io::again : Io::closed, 0};
        } catch (...) {
            return {Io::closed, 0};
        }
    }

    Poco::Net::SecureStreamSocket m_socket;
};

} // namespace

struct TlsAcceptor::Impl {
    Poco::Net::Context::Ptr context;
};

TlsAcceptor::TlsAcceptor(const TlsConfig& config) : m_impl(std::make_unique<Impl>()) {
    Poco::Net::initializeSSL();
    Poco::Net::Context::Params params;
    params.certificateFile = config.certificateFile;
    params.privateKeyFile = config.privateKeyFile;
    params.verificationMode = Poco::Net::Context::VERIFY_NONE; // devices prove themselves by token
    params.loadDefaultCAs = false;
    m_impl->context = new Poco::Net::Context(Poco::Net::Context::TLS_SERVER_USE, params);
    SSL_CTX* const native = m_impl->context->sslContext();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    // Buffers may move between tries, and idle streams give their 34 KiB back.
    SSL_CTX_set_mode(native, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                 SSL_MODE_RELEASE_BUFFERS);
}

TlsAcceptor::~TlsAcceptor() {
    m_impl.reset();
    Poco::Net::uninitializeSSL();
}

std::unique_ptr<Transport> TlsAcceptor::accept(int fd) const noexcept {
    Poco::Net::StreamSocketImpl* owner = nullptr;
    try {
        owner = new Poco::Net::StreamSocketImpl(fd);
        const Poco::Net::StreamSocket plain(owner); // owns it, and the descriptor, from here on
        owner->setBlocking(false);
        return std::make_unique<TlsTransport>(Poco::Net::SecureStreamSocket::attach(plain, m_impl->context));
    } catch (...) {
        if (owner == nullptr)
            ::close(fd);
        return nullptr;
    }
}

} // namespace atrium::http
