// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateways/sms/cmppgateway.h"

#include "server/gateways/sms/cmppconnection.h"
#include "server/http/poller.h"

#include <Poco/Exception.h>
#include <Poco/MD5Engine.h>

#include <algorithm>
#include <utility>

namespace atrium::gateways {
namespace {

using std::chrono::milliseconds;

cmpp::Digest md5(std::string_view text) {
    Poco::MD5Engine engine;
    engine.update(text.data(), text.size());
    const auto& bytes = engine.digest();
    cmpp::Digest out{};
    std::copy_n(bytes.begin(), out.size(), out.begin());
    return out;
}

/// MMDDHHMMSS of the peer's local time.
std::uint32_t timestampOf(model::Instant at, int quarterHoursAhead) {
    const auto local = cmpp::validTime(model::toMillis(at) / 1000, quarterHoursAhead);
    return static_cast<std::uint32_t>(std::stoul(local.substr(2, 10)));
}

cmpp::SessionRules rulesOf(const CmppConfig& config) {
    cmpp::SessionRules rules;
    rules.submits.version = config.version;
    rules.submits.source = config.source;
    rules.submits.serviceId = config.serviceId;
    rules.submits.sourceNumber = config.sourceNumber;
    rules.submits.window = std::max<std::size_t>(config.window, 1);
    rules.submits.perSecond = config.limits.perSecond;
    rules.submits.answerTime = config.answerTime;
    rules.submits.quarterHoursAhead = config.quarterHoursAhead;
    rules.idle = config.idle;
    rules.testTime = config.testTime;
    rules.tests = config.tests;
    return rules;
}

} // namespace

CmppGateway::CmppGateway(CmppConfig config, SmsListener& listener, const http::Clock& clock)
    : m_config(std::move(config)), m_listener(listener), m_clock(clock), m_thread([this] { run(); }) {}

CmppGateway::~CmppGateway() {
    stop(milliseconds(0));
}

bool CmppGateway::send(OutgoingSms sms) {
    const std::lock_guard lock(m_mutex);
    if (m_isStopping || m_pending.size() >= m_config.limits.queue || !m_pending.insert(sms.id).second)
        return false;
    m_mail.push(std::move(sms));
    return true;
}

std::size_t CmppGateway::pending() const {
    const std::lock_guard lock(m_mutex);
    return m_pending.size();
}

void CmppGateway::stop(milliseconds grace) {
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isStopping)
            m_graceUntil = m_clock.steady() + grace;
        m_isStopping = true;
    }
    m_mail.wake();
    std::call_once(m_joined, [this] { m_thread.join(); });
}

bool CmppGateway::isStopping() const {
    const std::lock_guard lock(m_mutex);
    return m_isStopping;
}

bool CmppGateway::isGraceOver() const {
    const std::lock_guard lock(m_mutex);
    return m_isStopping && m_clock.steady() >= m_graceUntil;
}

void CmppGateway::run() {
    http::blockSignals();
    auto pause = m_config.firstPause;
    while (!isStopping()) {
        bool wasUp = false;
        const auto code = serve(wasUp);
        m_listener.reachable(false, code);
        pause = wasUp ? m_config.firstPause : pause;
        rest(pause, code);
        pause = std::min(pause * 2, m_config.longestPause);
    }
    answerAll("stopped");
}

std::string CmppGateway::serve(bool& wasUp) {
    std::unique_ptr<CmppConnection> connection;
    try {
        connection = std::make_unique<CmppConnection>(m_config.host, m_config.port, m_config.connectTime);
    } catch (const Poco::Exception& error) {
        return error.name();
    }
    cmpp::Session session(rulesOf(m_config));
    open(session);
    auto code = talk(*connection, session, wasUp);
    const auto last = session.take();
    static_cast<void>(connection->write(last.bytes));
    tell(last);
    return code;
}

void CmppGateway::open(cmpp::Session& session) const {
    cmpp::Connect connect;
    connect.source = m_config.source;
    connect.version = m_config.version;
    connect.timestamp = timestampOf(m_clock.now(), m_config.quarterHoursAhead);
    connect.proof = md5(cmpp::sourceProofText(m_config.source, m_config.secret, connect.timestamp));
    std::vector<cmpp::Digest> proofs;
    if (m_config.checkPeer)
        for (const int width : {1, 4})
            proofs.push_back(md5(cmpp::peerProofText(width, connect.proof, m_config.secret)));
    session.open(connect, std::move(proofs), m_clock.steady());
}

std::string CmppGateway::talk(CmppConnection& connection, cmpp::Session& session, bool& wasUp) {
    bool isClosing = false;
    while (true) {
        if (isStopping() && !std::exchange(isClosing, true))
            session.close("stopped");
        if (isGraceOver())
            session.end("stopped");
        for (auto& sms : m_mail.take())
            session.send(std::move(sms));
        if (isClosing)
            session.close("stopped"); // what came with the last mail was not sent either
        session.step(m_clock.steady(), m_clock.now());
        if (!exchange(connection, session))
            session.end("connection lost");
        if (session.state() == cmpp::SessionState::up && !std::exchange(wasUp, true))
            m_listener.reachable(true, {});
        if (session.state() == cmpp::SessionState::ended)
            return session.code();
    }
}

bool CmppGateway::exchange(CmppConnection& connection, cmpp::Session& session) {
    const auto output = session.take();
    tell(output);
    if (!connection.write(output.bytes))
        return false;
    if (session.state() == cmpp::SessionState::ended)
        return true;
    auto until = session.next();
    {
        const std::lock_guard lock(m_mutex);
        if (m_isStopping)
            until = std::min(until, m_graceUntil);
    }
    connection.wait(m_mail.fd(), std::chrono::ceil<milliseconds>(until - m_clock.steady()));
    std::string bytes;
    const bool isOpen = connection.read(bytes);
    session.received(bytes, m_clock.steady());
    return isOpen && connection.write({});
}

void CmppGateway::tell(const cmpp::SessionOutput& output) {
    for (const auto& answer : output.answers)
        tell(answer);
    for (const auto& report : output.reports)
        m_listener.reported(report);
    for (const auto& sms : output.received)
        m_listener.received(sms);
}

void CmppGateway::tell(const SendAnswer& answer) {
    {
        const std::lock_guard lock(m_mutex);
        m_pending.erase(answer.id);
    }
    m_listener.answered(answer);
}

void CmppGateway::answerAll(const std::string& code) {
    for (const auto& sms : m_mail.take())
        tell({sms.id, Outcome::notSent, {}, code});
}

void CmppGateway::rest(milliseconds pause, const std::string& code) {
    const auto until = m_clock.steady() + pause;
    while (!isStopping() && m_clock.steady() < until) {
        answerAll(code);
        waitReadable(m_mail.fd(), std::chrono::ceil<milliseconds>(until - m_clock.steady()));
    }
    answerAll(code);
}

} // namespace atrium::gateways
