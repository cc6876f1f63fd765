// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/server/wire.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace atrium::bench {

/// How messages are told apart in what a subscriber reads.
class Framing {
public:
    virtual ~Framing() = default;
    /// Length of the first complete message in the bytes, 0: it is not complete. wanted: whether it is one of
    /// those that are counted.
    virtual std::size_t next(std::string_view bytes, bool& wanted) const = 0;
};

/// Server-sent events of one type.
class SseFraming final : public Framing {
public:
    explicit SseFraming(std::string_view type) : m_line("event: " + std::string(type) + "\n") {}
    std::size_t next(std::string_view bytes, bool& wanted) const override;

private:
    std::string m_line;
};

/// PUBLISH packets of MQTT.
class MqttFraming final : public Framing {
public:
    std::size_t next(std::string_view bytes, bool& wanted) const override;
};

/// Many subscribers, read by one epoll loop on the caller's thread; the same for every protocol.
class Receiver {
public:
    Receiver();
    ~Receiver();
    Receiver(const Receiver&) = delete;
    Receiver& operator=(const Receiver&) = delete;

    void add(Wire wire);
    /// Closes those beyond so many.
    void keep(std::size_t count);
    [[nodiscard]] std::size_t size() const noexcept { return m_wires.size(); }

    /// Starts the clock, does the work and reads until every subscriber has had one wanted message. Gives the
    /// milliseconds of each, sorted. Throws when they are not all there after a minute.
    std::vector<double> timed(const Framing& framing, const std::function<void()>& work);
    /// The last wanted message.
    [[nodiscard]] const std::string& message() const noexcept { return m_message; }

private:
    bool read(std::size_t index, const Framing& framing);

    int m_poll;
    std::vector<Wire> m_wires;
    std::vector<std::string> m_pending; ///< begun messages
    std::string m_message;
};

} // namespace atrium::bench
