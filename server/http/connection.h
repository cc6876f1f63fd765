// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/adapter.h"
#include "server/http/bodybudget.h"
#include "server/http/clock.h"
#include "server/http/parser.h"
#include "server/http/server.h"
#include "server/http/transport.h"

#include <cstdint>
#include <memory>
#include <string>

namespace atrium::http {

/// One client's connection: reads a request, lets it be answered, writes the answer, reads the next. What a
/// client sends ahead stays in the kernel or in the buffer meanwhile. Loop thread only.
class Connection {
public:
    /// What is to become of it.
    enum class After { keep, close, handOver };

    Connection(std::unique_ptr<Transport> transport, std::string remoteAddress, std::uint64_t id,
               const Limits& limits, const Clock& clock, Adapter& adapter, BodyBudget& bodies);

    /// The socket became readable or writable.
    After onReady();
    /// The answer to the running request.
    After onReply(Reply reply);
    /// Its deadline is over.
    [[nodiscard]] bool isLate(Clock::Steady now) const noexcept {
        return m_phase != Phase::running && now >= m_deadline;
    }
    After onLate();
    /// No further requests: idle connections close, others after their answer.
    After onDrain();

    [[nodiscard]] std::uint64_t id() const noexcept { return m_id; }
    [[nodiscard]] int fd() const noexcept { return m_transport->fd(); }
    /// After handOver.
    [[nodiscard]] std::unique_ptr<Transport> takeTransport() noexcept { return std::move(m_transport); }
    [[nodiscard]] Reply& reply() noexcept { return m_reply; }

private:
    enum class Phase { reading, running, writing, lingering };
    enum class Step { again, wait, close };

    After pump();
    Step read();
    Step parse();
    Step fill();
    Step write();
    Step linger();
    Step fail(const ParseFailure& failure);
    Step afterWrite();
    Transport::Io flush();
    void begin(Phase phase, std::chrono::milliseconds deadline);

    std::unique_ptr<Transport> m_transport;
    std::string m_remoteAddress;
    std::uint64_t m_id;
    const Limits& m_limits;
    const Clock& m_clock;
    Adapter& m_adapter;
    RequestParser m_parser;
    BodyBudget::Charge m_bodyCharge; ///< until the request is answered
    Match m_match;
    Phase m_phase = Phase::reading;
    Clock::Steady m_deadline;
    bool m_readable = true;
    bool m_started = false; ///< a byte of the next request is here
    bool m_first = true;    ///< nothing was answered yet: the request's deadline runs from the connect on
    bool m_close = false;
    bool m_failed = false;
    std::size_t m_discarded = 0;
    std::string m_in;
    std::string m_out;
    std::size_t m_written = 0;
    Reply m_reply;
};

} // namespace atrium::http
