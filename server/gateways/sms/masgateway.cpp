// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateways/sms/masgateway.h"

#include "server/http/poller.h"

#include <Poco/Base64Encoder.h>
#include <Poco/DigestEngine.h>
#include <Poco/Exception.h>
#include <Poco/MD5Engine.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Net/StreamSocketImpl.h>
#include <Poco/URI.h>

#include <array>
#include <sstream>
#include <stdexcept>

#include <sys/socket.h>

namespace atrium::gateways {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kMostAnswerBytes = 64 * 1024;

std::string md5Hex(const std::string& text) {
    Poco::MD5Engine engine;
    engine.update(text);
    return Poco::DigestEngine::digestToHex(engine.digest());
}

std::string toBase64(const std::string& text) {
    std::ostringstream out;
    Poco::Base64Encoder encoder(out);
    encoder.rdbuf()->setLineLength(0);
    encoder << text;
    encoder.close();
    return out.str();
}

Poco::Timespan timespan(milliseconds time) {
    return Poco::Timespan(time.count() * 1000);
}

} // namespace

struct MasGateway::Target {
    Poco::URI uri;
    Poco::Net::Context::Ptr tls; ///< null: plain HTTP
};

MasGateway::MasGateway(MasConfig config, SmsListener& listener, const http::Clock& clock)
    : m_config(std::move(config)), m_listener(listener), m_clock(clock),
      m_target(std::make_unique<Target>()) {
    using Poco::Net::Context;
    try {
        m_target->uri = Poco::URI(m_config.url);
    } catch (const Poco::SyntaxException&) {
        throw std::invalid_argument("not an address: " + m_config.url);
    }
    const auto& scheme = m_target->uri.getScheme();
    if ((scheme != "http" && scheme != "https") || m_target->uri.getHost().empty())
        throw std::invalid_argument("not an http address: " + m_config.url);
    if (scheme == "https") {
        m_target->tls = new Context(Context::TLS_CLIENT_USE, m_config.caFile, Context::VERIFY_STRICT, 9,
                                    m_config.caFile.empty());
        m_target->tls->requireMinimumProtocol(Context::PROTO_TLSV1_2);
    }
    m_thread = std::thread([this] { run(); });
}

MasGateway::~MasGateway() {
    stop(milliseconds(0));
}

bool MasGateway::send(OutgoingSms sms) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_isStopping || m_pending.size() >= m_config.limits.queue || !m_pending.insert(sms.id).second)
            return false;
        m_queue.push_back(std::move(sms));
    }
    m_changed.notify_all();
    return true;
}

std::size_t MasGateway::pending() const {
    const std::lock_guard lock(m_mutex);
    return m_pending.size();
}

void MasGateway::stop(milliseconds grace) {
    {
        std::unique_lock lock(m_mutex);
        m_isStopping = true;
        m_changed.notify_all();
        // The queue is answered at once; what is left is the request under way.
        m_changed.wait_for(lock, grace, [this] { return m_pending.empty(); });
        if (m_socket >= 0)
            ::shutdown(m_socket, SHUT_RDWR);
    }
    std::call_once(m_joined, [this] { m_thread.join(); });
}

void MasGateway::run() {
    http::blockSignals();
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_isStopping || !m_queue.empty(); });
        if (!m_isStopping)
            m_changed.wait_until(lock, m_notBefore, [this] { return m_isStopping; });
        if (m_queue.empty())
            return;
        const auto sms = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        handle(sms);
        lock.lock();
    }
}

void MasGateway::handle(const OutgoingSms& sms) {
    std::uint64_t ticket = 0;
    bool isStopping = false;
    {
        const std::lock_guard lock(m_mutex);
        ticket = m_reports.begin();
        isStopping = m_isStopping;
    }
    SendAnswer answer{sms.id, Outcome::notSent, {}, "stopped"};
    if (sms.expiresAt <= m_clock.now())
        answer = {sms.id, Outcome::tooLate, {}, "expired"};
    else if (!isStopping)
        answer = post(sms);
    m_listener.answered(answer);
    noteReachable(answer);
    {
        const std::lock_guard lock(m_mutex);
        m_reports.end(ticket);
        m_pending.erase(sms.id);
    }
    m_changed.notify_all();
    tellReports();
}

std::unique_ptr<Poco::Net::HTTPClientSession> MasGateway::makeSession() const {
    const auto& uri = m_target->uri;
    auto session =
        m_target->tls
            ? std::make_unique<Poco::Net::HTTPSClientSession>(uri.getHost(), uri.getPort(), m_target->tls)
            : std::make_unique<Poco::Net::HTTPClientSession>(uri.getHost(), uri.getPort());
    session->setTimeout(timespan(m_config.connectTime), timespan(m_config.answerTime),
                        timespan(m_config.answerTime));
    session->setKeepAlive(false); // a connection kept open may be closed just when a request goes out
    return session;
}

SendAnswer MasGateway::post(const OutgoingSms& sms) {
    m_notBefore =
        m_clock.steady() + std::chrono::microseconds(1000000 / std::max(m_config.limits.perSecond, 1));
    const auto mac = md5Hex(mas::macText(m_config.account, sms.phone, sms.text));
    const auto body = toBase64(mas::requestJson(m_config.account, sms.phone, sms.text, mac));
    Poco::Net::HTTPRequest request(Poco::Net::HTTPRequest::HTTP_POST, m_target->uri.getPathAndQuery(),
                                   Poco::Net::HTTPRequest::HTTP_1_1);
    request.setContentType("text/plain; charset=utf-8");
    request.setContentLength(static_cast<std::streamsize>(body.size()));
    std::unique_ptr<Poco::Net::HTTPClientSession> session;
    std::ostream* stream = nullptr;
    try {
        session = makeSession();
        stream = &session->sendRequest(request); // connects; the head stays in its buffer
    } catch (const Poco::Exception& error) {
        return {sms.id, Outcome::notSent, {}, error.name()};
    }
    if (!beginRequest(session->socket().impl()->sockfd()))
        return {sms.id, Outcome::notSent, {}, "stopped"};
    SendAnswer answer{sms.id, Outcome::noAnswer, {}, "no answer"};
    try {
        *stream << body;
        answer = receive(*session, sms.id);
    } catch (const Poco::Exception& error) {
        answer.code = error.name();
    }
    endRequest();
    return answer;
}

bool MasGateway::beginRequest(int socket) {
    const std::lock_guard lock(m_mutex);
    if (m_isStopping)
        return false;
    m_socket = socket;
    return true;
}

void MasGateway::endRequest() {
    const std::lock_guard lock(m_mutex);
    m_socket = -1; // before it is closed: the number may soon be another's
}

SendAnswer MasGateway::receive(Poco::Net::HTTPClientSession& session, const MessageId& id) {
    const auto until = m_clock.steady() + m_config.answerTime;
    Poco::Net::HTTPResponse response;
    auto& stream = session.receiveResponse(response);
    std::string body;
    std::array<char, 4096> buffer{};
    while (stream.good() && body.size() <= kMostAnswerBytes) {
        stream.read(buffer.data(), buffer.size());
        body.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
        if (m_clock.steady() >= until)
            return {id, Outcome::noAnswer, {}, "no answer"};
    }
    if (body.size() > kMostAnswerBytes)
        return {id, Outcome::noAnswer, {}, "malformed"};
    return mas::decodeAnswer(id, response.getStatus(), body);
}

void MasGateway::noteReachable(const SendAnswer& answer) {
    if (answer.outcome == Outcome::tooLate || answer.code == "stopped")
        return;
    const bool isReachable = answer.outcome == Outcome::accepted || answer.outcome == Outcome::refused;
    if (m_isReachable == isReachable)
        return;
    m_isReachable = isReachable;
    m_listener.reachable(isReachable, isReachable ? std::string() : answer.code);
}

bool MasGateway::takeReports(std::string_view body) {
    auto reports = mas::decodeReports(body);
    if (!reports)
        return false;
    {
        const std::lock_guard lock(m_mutex);
        for (auto& report : *reports)
            m_reports.add(std::move(report));
    }
    tellReports();
    return true;
}

void MasGateway::tellReports() {
    const std::lock_guard order(m_telling);
    std::vector<DeliveryReport> ready;
    {
        const std::lock_guard lock(m_mutex);
        ready = m_reports.take();
    }
    for (const auto& report : ready)
        m_listener.reported(report);
}

} // namespace atrium::gateways
