// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateways/webhook/poster.h"

#include <Poco/Exception.h>
#include <Poco/Net/DNS.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/StreamSocketImpl.h>
#include <Poco/URI.h>

#include <cstdint>
#include <memory>

#include <sys/socket.h>

namespace atrium::gateways {
namespace {

using Poco::Net::IPAddress;

Poco::Timespan timespan(std::chrono::milliseconds time) {
    return Poco::Timespan(time.count() * 1000);
}

/// The IPv4 address that an IPv6 one stands for; else the address itself.
IPAddress unwrapped(const IPAddress& address) {
    if (address.family() != IPAddress::IPv6 || !address.isIPv4Mapped())
        return address;
    constexpr std::size_t kPrefix = 12;
    return {static_cast<const std::uint8_t*>(address.addr()) + kPrefix, 4};
}

bool isShared(const IPAddress& address) { // 100.64.0.0/10, RFC 6598
    if (address.family() != IPAddress::IPv4)
        return false;
    const auto* bytes = static_cast<const std::uint8_t*>(address.addr());
    return bytes[0] == 100 && (bytes[1] & 0xC0U) == 0x40U;
}

bool isUniqueLocal(const IPAddress& address) { // fc00::/7, RFC 4193
    return address.family() == IPAddress::IPv6 &&
           (static_cast<const std::uint8_t*>(address.addr())[0] & 0xFEU) == 0xFCU;
}

/// The first address of the name that may be spoken to.
IPAddress chosen(const std::string& host, bool allowsPrivate) {
    const auto entry = Poco::Net::DNS::resolve(host);
    for (const auto& address : entry.addresses())
        if (allowsPrivate || !isPrivate(address))
            return address;
    throw Poco::Net::HostNotFoundException(host,
                                           "has private addresses only, which this webhook may not use");
}

} // namespace

bool isPrivate(const IPAddress& given) {
    const auto address = unwrapped(given);
    return address.isWildcard() || address.isBroadcast() || address.isLoopback() || address.isMulticast() ||
           address.isLinkLocal() || address.isSiteLocal() || isShared(address) || isUniqueLocal(address);
}

std::string faultOf(const std::string& url) {
    try {
        const Poco::URI uri(url);
        if (uri.getScheme() != "http" && uri.getScheme() != "https")
            return "begins with neither http:// nor https://";
        if (uri.getHost().empty())
            return "names no machine";
        if (!uri.getUserInfo().empty())
            return "holds a user's name; put a secret into \"secret\"";
    } catch (const Poco::SyntaxException&) {
        return "is no address";
    }
    return {};
}

/// Makes the socket known to abort() while it lives; declared after it, so that its number is forgotten
/// before another may get it.
class Poster::Held {
public:
    Held(Poster& poster, const Poco::Net::StreamSocket& socket) : m_poster(poster) {
        const std::lock_guard lock(poster.m_mutex);
        m_isAllowed = !poster.m_isAborted;
        if (m_isAllowed)
            poster.m_socket = static_cast<int>(socket.impl()->sockfd());
    }
    ~Held() {
        const std::lock_guard lock(m_poster.m_mutex);
        m_poster.m_socket = -1;
    }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
    [[nodiscard]] bool isAllowed() const { return m_isAllowed; }

private:
    Poster& m_poster;
    bool m_isAllowed = false;
};

void Poster::abort() {
    const std::lock_guard lock(m_mutex);
    m_isAborted = true;
    if (m_socket >= 0)
        ::shutdown(m_socket, SHUT_RDWR);
}

PostAnswer Poster::exchange(const Headers& headers, const std::string& body) {
    using namespace Poco::Net;
    const Poco::URI uri(m_target.url);
    const SocketAddress where(chosen(uri.getHost(), m_target.allowsPrivate), uri.getPort());
    StreamSocket socket;
    socket.connect(where, timespan(m_timeout));
    socket.setSendTimeout(timespan(m_timeout));
    socket.setReceiveTimeout(timespan(m_timeout));
    const Held held(*this, socket);
    if (!held.isAllowed())
        return {0, "stopped"};
    std::unique_ptr<HTTPClientSession> session;
    if (uri.getScheme() == "https") {
        Context::Ptr tls = new Context(Context::TLS_CLIENT_USE, m_target.caFile, Context::VERIFY_STRICT, 9,
                                       m_target.caFile.empty());
        tls->requireMinimumProtocol(Context::PROTO_TLSV1_2);
        auto secure = SecureStreamSocket::attach(socket, uri.getHost(), tls);
        secure.completeHandshake();
        secure.verifyPeerCertificate(uri.getHost());
        session = std::make_unique<HTTPClientSession>(secure);
    } else {
        session = std::make_unique<HTTPClientSession>(socket);
    }
    HTTPRequest request(HTTPRequest::HTTP_POST, uri.getPathAndQuery().empty() ? "/" : uri.getPathAndQuery(),
                        HTTPMessage::HTTP_1_1);
    request.setHost(uri.getHost(), uri.getPort());
    request.setContentType("application/json");
    request.setContentLength(static_cast<std::streamsize>(body.size()));
    request.setKeepAlive(false);
    for (const auto& [name, value] : headers)
        request.set(name, value);
    session->sendRequest(request) << body << std::flush;
    HTTPResponse response;
    session->receiveResponse(response);
    return {static_cast<int>(response.getStatus()), {}};
}

PostAnswer Poster::post(const Headers& headers, const std::string& body) {
    try {
        return exchange(headers, body);
    } catch (const Poco::Exception& error) {
        return {0, error.displayText()};
    }
}

} // namespace atrium::gateways
