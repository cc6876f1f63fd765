// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/server/http/client.h"
#include "tests/integration/server/http/hall.h"
#include "tests/support/tls/certificate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <openssl/ssl.h>

#include <filesystem>
#include <memory>

#include <Poco/TemporaryFile.h>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace atrium::test;
using namespace std::chrono_literals;
using testing::HasSubstr;

namespace {

template <auto Free> struct Freed {
    template <class T> void operator()(T* pointer) const { Free(pointer); }
};
template <class T, auto Free> using Owned = std::unique_ptr<T, Freed<Free>>;

/// A TLS connection that reads until a text came.
class TlsClient {
public:
    explicit TlsClient(std::uint16_t port) : m_context(SSL_CTX_new(TLS_client_method())) {
        m_fd = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{10, 0};
        ::setsockopt(m_fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        EXPECT_EQ(::connect(m_fd, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        m_ssl.reset(SSL_new(m_context.get()));
        SSL_set_fd(m_ssl.get(), m_fd);
        connected = SSL_connect(m_ssl.get()) == 1;
    }
    ~TlsClient() { ::close(m_fd); }
    TlsClient(const TlsClient&) = delete;
    TlsClient& operator=(const TlsClient&) = delete;

    void send(const std::string& bytes) {
        EXPECT_EQ(SSL_write(m_ssl.get(), bytes.data(), static_cast<int>(bytes.size())),
                  static_cast<int>(bytes.size()));
    }
    std::string readUntil(std::string_view text) {
        std::string seen;
        std::array<char, 16384> bytes;
        while (seen.find(text) == std::string::npos) {
            const int count = SSL_read(m_ssl.get(), bytes.data(), static_cast<int>(bytes.size()));
            if (count <= 0)
                return seen + " (ended)";
            seen.append(bytes.data(), static_cast<std::size_t>(count));
        }
        return seen;
    }
    bool connected = false;

private:
    Owned<SSL_CTX, SSL_CTX_free> m_context;
    Owned<SSL, SSL_free> m_ssl;
    int m_fd = -1;
};

class Tls : public testing::Test {
protected:
    Tls() {
        std::filesystem::create_directories(m_folder.path());
        atrium::http::ServerConfig config;
        config.listen = {{"127.0.0.1", 0, true}, {"127.0.0.1", 0, false}};
        const Certificate made = selfSigned(m_folder.path());
        config.tls = {made.certificateFile, made.privateKeyFile};
        hall = std::make_unique<Hall>(std::move(config));
        hall->start();
    }
    Poco::TemporaryFile m_folder;
    std::unique_ptr<Hall> hall;
};

} // namespace

TEST_F(Tls, carriesRequestsOfAnySize) {
    TlsClient client(hall->port());
    ASSERT_TRUE(client.connected);
    client.send(get("/item/7"));
    EXPECT_THAT(client.readUntil("\r\n\r\n7"), HasSubstr("200 OK"));
    client.send(post("/echo", std::string(1'000'000, 'x') + "end"));
    EXPECT_GT(client.readUntil("xend").size(), 1'000'000U);
}

TEST_F(Tls, carriesStreams) {
    TlsClient client(hall->port());
    client.send(get("/events?after=0"));
    client.readUntil(": at ");
    for (std::int64_t seq = 1; seq <= 50; ++seq) {
        auto events = hall->log.make(seq, seq, 3000);
        hall->log.append(events);
        hall->server().hub().publish(std::move(events));
    }
    const std::string seen = client.readUntil("event 50.");
    EXPECT_THAT(seen, HasSubstr("id: 1\n"));
    EXPECT_THAT(seen, HasSubstr("id: 50\n"));
}

TEST_F(Tls, refusesPlainTextAndSilence) {
    Client plain(hall->port());
    plain.send(get("/item/1"));
    EXPECT_TRUE(plain.closes());
    Client silent(hall->port());
    EXPECT_EQ(Client(hall->port(1)).ask(get("/item/1"))->body, "1"); // by then the silent one is known
    EXPECT_TRUE(silent.quiet());
    hall->clock.advance(10'001ms);
    EXPECT_TRUE(silent.closes());
    EXPECT_EQ(Client(hall->port(1)).ask(get("/item/1"))->body, "1");
}

TEST_F(Tls, clientsThatStopHalfwayHoldUpNobody) {
    std::vector<Client> halfway;
    for (int i = 0; i < 100; ++i) {
        halfway.emplace_back(hall->port());
        halfway.back().send("\x16\x03\x01\x02");
    }
    TlsClient client(hall->port());
    ASSERT_TRUE(client.connected);
    client.send(get("/item/7"));
    EXPECT_THAT(client.readUntil("\r\n\r\n7"), HasSubstr("200 OK"));
}

TEST(TlsConfiguration, withoutItsFilesStopsTheStart) {
    atrium::http::ServerConfig config;
    config.listen = {{"127.0.0.1", 0, true}};
    config.tls = {"/nowhere/cert.pem", "/nowhere/key.pem"};
    Hall hall(std::move(config));
    EXPECT_ANY_THROW(hall.start());
}
