// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/connection.h"

#include <array>

namespace atrium::http {

namespace {

constexpr std::size_t kReadSize = 64 * 1024;
constexpr std::size_t kLingerBytes = 16 * 1024 * 1024; ///< read and dropped of a refused request
constexpr std::chrono::milliseconds kLinger{2'000};
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

/// One buffer for all connections of a loop; what was read is moved on at once.
std::array<char, kReadSize>& scratch() {
    thread_local std::array<char, kReadSize> buffer;
    return buffer;
}

} // namespace

Connection::Connection(std::unique_ptr<Transport> transport, std::string remoteAddress, std::uint64_t id,
                       const Limits& limits, const Clock& clock, Adapter& adapter, BodyBudget& bodies)
    : m_transport(std::move(transport)), m_remoteAddress(std::move(remoteAddress)), m_id(id),
      m_limits(limits), m_clock(clock), m_adapter(adapter), m_parser(limits.headerBytes),
      m_bodyCharge(bodies), m_deadline(clock.steady() + limits.requestDeadline) {}

void Connection::begin(Phase phase, std::chrono::milliseconds deadline) {
    m_phase = phase;
    m_deadline = m_clock.steady() + deadline;
}

Connection::After Connection::onReady() {
    m_readable = true;
    return pump();
}

Connection::After Connection::onReply(Reply reply) {
    if (m_phase != Phase::running)
        return After::keep;
    m_reply = std::move(reply);
    if (m_reply.stream)
        return m_out.empty() ? After::handOver : After::close;
    m_out.append(m_reply.bytes);
    m_reply.bytes = std::string{};
    m_close = m_close || m_reply.close;
    begin(Phase::writing, m_limits.writeDeadline);
    return pump();
}

Connection::After Connection::onLate() {
    if (m_phase != Phase::reading || !m_started)
        return After::close;
    fail({408, {model::ErrorCode::invalid, "", model::Sentence::requestIncomplete}});
    return pump();
}

Connection::After Connection::onDrain() {
    m_close = true;
    return m_phase == Phase::reading && !m_started ? After::close : After::keep;
}

Connection::After Connection::pump() {
    while (true) {
        Step step = Step::wait;
        switch (m_phase) {
        case Phase::reading:
            step = read();
            break;
        case Phase::running: // an interim answer may be left
            step = m_out.empty() || flush() != Transport::Io::closed ? Step::wait : Step::close;
            break;
        case Phase::writing:
            step = write();
            break;
        case Phase::lingering:
            step = linger();
            break;
        }
        if (step != Step::again)
            return step == Step::wait ? After::keep : After::close;
    }
}

Connection::Step Connection::read() {
    if (!m_out.empty() && flush() == Transport::Io::closed)
        return Step::close;
    if (m_started)
        if (const Step step = parse(); step != Step::wait || m_phase != Phase::reading)
            return step;
    return fill();
}

/// Gets on with what is buffered. wait: more bytes are needed, or the request runs.
Connection::Step Connection::parse() {
    while (true) {
        const RequestParser::Progress progress = m_parser.advance(m_in);
        const std::size_t held = m_parser.body().size();
        if (!m_bodyCharge.hold(held > m_limits.uncharged ? held : 0))
            return fail({503, {model::ErrorCode::unavailable, "", model::Sentence::busy}});
        switch (progress) {
        case RequestParser::Progress::needMore:
            return Step::wait;
        case RequestParser::Progress::failed:
            return fail(m_parser.failure());
        case RequestParser::Progress::headDone: {
            RequestHead& head = m_parser.head();
            m_match = m_adapter.lookup(head);
            const std::size_t limit = m_match.route == nullptr ? kDefaultBodyLimit : m_match.route->bodyLimit;
            m_parser.setBodyLimit(limit);
            if (head.expectContinue && m_in.empty() && (head.chunked || head.contentLength > 0) &&
                head.contentLength <= limit) {
                m_out.append(kContinue);
                if (flush() == Transport::Io::closed)
                    return Step::close;
            }
            break;
        }
        case RequestParser::Progress::complete:
            m_phase = Phase::running;
            m_adapter.handle({.connection = m_id,
                              .head = std::move(m_parser.head()),
                              .body = std::move(m_parser.body()),
                              .remoteAddress = m_remoteAddress,
                              .match = std::move(m_match)});
            return Step::wait;
        }
    }
}

Connection::Step Connection::fill() {
    if (!m_readable)
        return Step::wait;
    auto& buffer = scratch();
    const auto moved = m_transport->read(buffer.data(), buffer.size());
    if (moved.state == Transport::Io::closed)
        return Step::close;
    if (moved.state == Transport::Io::again) {
        m_readable = false;
        return Step::wait;
    }
    if (moved.bytes < buffer.size() && m_transport->shortReadMeansEmpty())
        m_readable = false;
    if (!m_started) {
        m_started = true;
        if (!m_first)
            m_deadline = m_clock.steady() + m_limits.requestDeadline;
    }
    m_in.append(buffer.data(), moved.bytes);
    return Step::again;
}

Connection::Step Connection::fail(const ParseFailure& failure) {
    m_out.append(m_adapter.refuse(failure, askedLanguage(m_parser.head())));
    m_close = true;
    m_failed = true;
    m_in = std::string{};
    m_parser.next(); // nothing of the body is wanted any more
    (void)m_bodyCharge.hold(0);
    begin(Phase::writing, m_limits.writeDeadline);
    return Step::again;
}

Transport::Io Connection::flush() {
    while (m_written < m_out.size()) {
        const auto moved = m_transport->write(m_out.data() + m_written, m_out.size() - m_written);
        if (moved.state != Transport::Io::ok)
            return moved.state;
        m_written += moved.bytes;
    }
    if (m_out.capacity() > kReadSize)
        m_out = std::string{};
    m_out.clear();
    m_written = 0;
    return Transport::Io::ok;
}

Connection::Step Connection::write() {
    const auto state = flush();
    if (state == Transport::Io::ok)
        return afterWrite();
    return state == Transport::Io::again ? Step::wait : Step::close;
}

Connection::Step Connection::afterWrite() {
    if (m_close) {
        // Closing with unread input would reset the connection, and the client might lose the answer.
        if (!m_failed || !m_transport->endWriting())
            return Step::close;
        begin(Phase::lingering, kLinger);
        return Step::again;
    }
    m_parser.next();
    (void)m_bodyCharge.hold(0);
    m_first = false;
    m_started = !m_in.empty();
    if (!m_started)
        m_in = std::string{};
    begin(Phase::reading, m_started ? m_limits.requestDeadline : m_limits.keepAliveIdle);
    return Step::again;
}

Connection::Step Connection::linger() {
    auto& buffer = scratch();
    while (m_discarded < kLingerBytes) {
        const auto moved = m_transport->read(buffer.data(), buffer.size());
        if (moved.state == Transport::Io::closed)
            return Step::close;
        if (moved.state == Transport::Io::again)
            return Step::wait;
        m_discarded += moved.bytes;
    }
    return Step::close;
}

} // namespace atrium::http
