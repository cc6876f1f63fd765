// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/transport.h"

#include <cerrno>

#include <sys/socket.h>
#include <unistd.h>

namespace atrium::http {

namespace {

class PlainTransport final : public Transport {
public:
    explicit PlainTransport(int fd) noexcept : m_fd(fd) {}
    ~PlainTransport() override { ::close(m_fd); }
    PlainTransport(const PlainTransport&) = delete;
    PlainTransport& operator=(const PlainTransport&) = delete;

    Moved read(char* to, std::size_t size) noexcept override { return moved(::recv(m_fd, to, size, 0)); }
    Moved write(const char* from, std::size_t size) noexcept override {
        return moved(::send(m_fd, from, size, MSG_NOSIGNAL));
    }
    int fd() const noexcept override { return m_fd; }
    bool shortReadMeansEmpty() const noexcept override { return true; }
    bool endWriting() noexcept override { return ::shutdown(m_fd, SHUT_WR) == 0; }

private:
    static Moved moved(ssize_t count) noexcept {
        if (count > 0)
            return {Io::ok, static_cast<std::size_t>(count)};
        const bool later = count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
        return {later ? Io::again : Io::closed, 0};
    }

    int m_fd;
};

} // namespace

std::unique_ptr<Transport> plainTransport(int fd) {
    return std::make_unique<PlainTransport>(fd);
}

} // namespace atrium::http
