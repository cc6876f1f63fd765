// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace Poco::Net {
class IPAddress;
}

namespace atrium::gateways {

/// Where to, as an operator set it.
struct PostTarget {
    std::string url;            ///< http or https
    bool allowsPrivate = false; ///< addresses of the hall's own networks and of this machine, too
    std::string caFile;         ///< PEM of the issuer; empty: the machine's own list
};

struct PostAnswer {
    int status = 0;  ///< of HTTP; 0: there was none
    std::string why; ///< in English, for the operator's log; of status 0
};

/// Loopback, private (RFC 1918, 4193), link-local, shared (RFC 6598), unspecified or multicast, IPv4 within
/// IPv6 included: no place on the public net.
[[nodiscard]] bool isPrivate(const Poco::Net::IPAddress& address);

/// What is wrong with such an address, in English; empty: nothing.
[[nodiscard]] std::string faultOf(const std::string& url);

/// Posts JSON to one target, a connection a request. The name is looked up once a request, the address that
/// was judged is the one that is spoken to, and no redirection is followed.
class Poster {
public:
    using Headers = std::vector<std::pair<std::string, std::string>>;

    Poster(PostTarget target, std::chrono::milliseconds timeout)
        : m_target(std::move(target)), m_timeout(timeout) {}

    /// Blocks, at most as long as the timeout for each of connecting, sending and the answer.
    [[nodiscard]] PostAnswer post(const Headers& headers, const std::string& body);
    /// From another thread: a post under way fails at once, and so does every later one.
    void abort();

private:
    class Held;

    [[nodiscard]] PostAnswer exchange(const Headers& headers, const std::string& body);

    PostTarget m_target;
    std::chrono::milliseconds m_timeout;
    std::mutex m_mutex; // guards what follows
    int m_socket = -1;  ///< under way
    bool m_isAborted = false;
};

} // namespace atrium::gateways
