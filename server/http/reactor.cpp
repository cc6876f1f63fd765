// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/reactor.h"

#include <Poco/Net/SocketAddress.h>

#include <cerrno>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace atrium::http {

namespace {

constexpr std::uint64_t kListen = std::uint64_t{1} << 63; ///< or'ed with the index
// Many who come, send a byte or are late at once do not keep an answer waiting for all of them.
constexpr int kAcceptsAtOnce = 16;
constexpr std::size_t kEventsAtOnce = 32; ///< then answers go out
constexpr std::size_t kLateAtOnce = 16;

std::string addressText(const sockaddr_storage& address, socklen_t length) {
    return Poco::Net::SocketAddress(reinterpret_cast<const sockaddr*>(&address), length).host().toString();
}

} // namespace

Reactor::Reactor(const Limits& limits, const Clock& clock, std::shared_ptr<Adapter> adapter,
                 std::shared_ptr<Mailbox<Reply>> replies, std::shared_ptr<EventHub> hub, Metrics& metrics)
    : m_limits(limits), m_clock(clock), m_adapter(std::move(adapter)), m_replies(std::move(replies)),
      m_hub(std::move(hub)),
      m_open(metrics.gauge("atrium_http_connections", "Open connections, event streams not counted")),
      m_refused(metrics.counter("atrium_http_refused_connections_total",
                                "Connections closed at once because there were too many")),
      m_bodies(limits.bodies) {}

Reactor::~Reactor() {
    stop();
}

void Reactor::start(std::vector<Listener> listeners) {
    m_listeners = std::move(listeners);
    for (std::size_t i = 0; i < m_listeners.size(); ++i)
        m_poller.addLevel(m_listeners[i].fd, kListen | i);
    m_poller.addLevel(m_replies->fd(), kWake);
    m_thread = std::thread([this] { run(); });
}

void Reactor::drain() {
    m_draining.store(true);
    m_replies->wake();
}

void Reactor::stop() {
    m_draining.store(true);
    m_stopping.store(true);
    m_replies->wake();
    if (m_thread.joinable())
        m_thread.join();
    m_replies->close();
    m_connections.clear();
}

void Reactor::run() {
    blockSignals();
    auto wall = std::chrono::steady_clock::now(); // ticks come in real time, deadlines are judged by m_clock
    while (true) {
        const bool allSeen = m_unseen >= m_connections.size();
        std::size_t events = 0;
        for (const epoll_event& event : m_poller.wait(allSeen ? static_cast<int>(kTick.count()) : 0)) {
            if (++events % kEventsAtOnce == 0)
                deliver();
            if (event.data.u64 == kWake)
                continue;
            if ((event.data.u64 & kListen) != 0)
                accept(static_cast<std::size_t>(event.data.u64 & ~kListen));
            else if (Connection* const connection = find(event.data.u64))
                settle(*connection, connection->onReady());
        }
        deliver();
        if (m_draining.load() && !m_drained)
            stopAccepting();
        if (const auto now = std::chrono::steady_clock::now(); now - wall >= kTick) {
            wall = now;
            tick();
        }
        lookAtDeadlines();
        if (m_stopping.load() && (m_count == 0 || m_clock.steady() >= m_stopAt))
            return;
    }
}

/// Answers that are ready.
void Reactor::deliver() {
    for (Reply& reply : m_replies->take())
        if (Connection* const connection = find(reply.connection))
            settle(*connection, connection->onReply(std::move(reply)));
}

Connection* Reactor::find(std::uint64_t id) noexcept {
    const auto slot = static_cast<std::size_t>(id & 0xffffffffU);
    if (slot >= m_connections.size() || !m_connections[slot] || m_connections[slot]->id() != id)
        return nullptr;
    return m_connections[slot].get();
}

void Reactor::accept(std::size_t index) {
    for (int i = 0; i < kAcceptsAtOnce && m_accepting; ++i) {
        sockaddr_storage address{};
        socklen_t length = sizeof address;
        const int fd = ::accept4(m_listeners[index].fd, reinterpret_cast<sockaddr*>(&address), &length,
                                 SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd < 0) {
            if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM)
                pauseAccepting();
            return;
        }
        if (m_count + m_hub->streamCount() >= m_limits.connections) {
            m_refused.add();
            ::close(fd);
            continue;
        }
        adopt(fd, addressText(address, length), m_listeners[index]);
    }
}

void Reactor::adopt(int fd, std::string remoteAddress, const Listener& listener) {
    const int yes = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    auto transport = listener.acceptor == nullptr ? plainTransport(fd) : listener.acceptor->accept(fd);
    if (!transport)
        return;
    const auto slot = static_cast<std::size_t>(fd);
    if (slot >= m_connections.size())
        m_connections.resize(slot + 1);
    m_generation = (m_generation + 1) & 0x3fffffffU; // leaves the tag's upper bits to the listeners
    const std::uint64_t id = (static_cast<std::uint64_t>(m_generation) << 32) | slot;
    m_connections[slot] = std::make_unique<Connection>(std::move(transport), std::move(remoteAddress), id,
                                                       m_limits, m_clock, *m_adapter, m_bodies);
    ++m_count;
    m_open.add(1);
    if (!m_poller.addEdge(fd, id))
        settle(*m_connections[slot], Connection::After::close);
}

void Reactor::settle(Connection& connection, Connection::After after) {
    if (after == Connection::After::keep)
        return;
    m_poller.remove(connection.fd());
    auto owned = std::move(m_connections[static_cast<std::size_t>(connection.fd())]);
    --m_count;
    m_open.add(-1);
    if (after == Connection::After::handOver) {
        Reply& reply = owned->reply();
        m_hub->adopt(owned->takeTransport(), std::move(reply.bytes), std::move(*reply.stream),
                     std::move(reply.place));
    }
}

void Reactor::lookAtDeadlines() {
    const auto now = m_clock.steady();
    for (std::size_t late = 0; late < kLateAtOnce && m_unseen < m_connections.size(); ++m_unseen)
        if (auto& connection = m_connections[m_unseen]; connection && connection->isLate(now)) {
            settle(*connection, connection->onLate());
            ++late;
        }
}

void Reactor::tick() {
    if (m_unseen >= m_connections.size())
        m_unseen = 0;
    if (!m_paused || !m_accepting)
        return;
    m_paused = false;
    for (std::size_t i = 0; i < m_listeners.size(); ++i)
        m_poller.addLevel(m_listeners[i].fd, kListen | i);
}

void Reactor::pauseAccepting() {
    m_refused.add();
    if (m_paused)
        return;
    m_paused = true;
    for (const Listener& listener : m_listeners)
        m_poller.remove(listener.fd);
}

void Reactor::stopAccepting() {
    m_drained = true;
    m_accepting = false;
    m_stopAt = m_clock.steady() + m_limits.stopDeadline;
    for (const Listener& listener : m_listeners)
        m_poller.remove(listener.fd);
    for (auto& connection : m_connections)
        if (connection)
            settle(*connection, connection->onDrain());
}

} // namespace atrium::http
