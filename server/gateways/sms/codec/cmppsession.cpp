// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateways/sms/codec/cmppsession.h"

#include "shared/rules/messages/parts.h"

#include <algorithm>
#include <utility>

namespace atrium::gateways::cmpp {

void Session::open(const Connect& connect, std::vector<Digest> peerProofs, Steady now) {
    m_peerProofs = std::move(peerProofs);
    m_bytes += encode(m_sequence++, connect);
    m_heardAt = now;
    m_askedAt = now;
}

void Session::received(std::string_view bytes, Steady now) {
    m_frames.feed(bytes);
    while (m_state != SessionState::ended) {
        const auto pdu = m_frames.next();
        if (!pdu)
            break;
        m_heardAt = now;
        m_tests = 0;
        handle(*pdu, now);
    }
    if (m_frames.isBroken())
        end("malformed");
}

void Session::handle(const Pdu& pdu, Steady now) {
    if (m_state == SessionState::connecting) {
        connected(pdu);
        return;
    }
    if (pdu.is(Command::submitResp)) {
        if (const auto answer = decodeSubmitResp(pdu.body))
            m_submits.answered(pdu.sequence, *answer, now);
        else
            end("malformed");
    } else if (pdu.is(Command::deliver)) {
        delivered(pdu);
    } else if (pdu.is(Command::activeTest)) {
        m_bytes += encodeActiveTestResp(pdu.sequence);
    } else if (pdu.is(Command::terminate)) {
        m_bytes += encodeEmpty(Command::terminateResp, pdu.sequence);
        end("terminated by the peer");
    } else if (pdu.is(Command::terminateResp)) {
        end("closed");
    }
}

void Session::connected(const Pdu& pdu) {
    const auto answer = pdu.is(Command::connectResp) ? decodeConnectResp(pdu.body) : std::nullopt;
    if (!answer)
        return end("malformed");
    if (answer->status != 0)
        return end("connect " + std::to_string(answer->status));
    if (!m_peerProofs.empty() &&
        std::find(m_peerProofs.begin(), m_peerProofs.end(), answer->proof) == m_peerProofs.end())
        return end("peer not proven");
    m_state = SessionState::up;
}

void Session::delivered(const Pdu& pdu) {
    const auto deliver = decodeDeliver(pdu.body, m_rules.submits.version);
    if (!deliver)
        return end("malformed");
    m_bytes += encodeDeliverResp(pdu.sequence, deliver->messageId, m_rules.submits.version);
    if (deliver->isReport) {
        if (const auto report = decodeReport(deliver->content))
            m_submits.reported(*report);
        return;
    }
    std::string_view content = deliver->content;
    if (deliver->hasHeader && !content.empty())
        content.remove_prefix(
            std::min<std::size_t>(content.size(), 1U + static_cast<unsigned char>(content[0])));
    const bool isUcs2 = deliver->format == static_cast<std::uint8_t>(Format::ucs2);
    m_received.push_back(
        {deliver->phone, isUcs2 ? rules::messages::fromUcs2(content) : std::string(content)});
}

void Session::step(Steady now, model::Instant wall) {
    if (m_state == SessionState::ended)
        return;
    if (m_state == SessionState::up) {
        m_submits.expire(now);
        m_bytes += m_submits.due(now, wall, m_sequence);
    }
    if (m_isClosing && m_state == SessionState::up && m_submits.isIdle()) {
        m_bytes += encodeEmpty(Command::terminate, m_sequence++);
        m_state = SessionState::ending;
        m_askedAt = now;
    }
    testSilence(now);
}

void Session::testSilence(Steady now) {
    if (m_state != SessionState::up) {
        if (now - m_askedAt >= m_rules.testTime)
            end("no answer");
        return;
    }
    const auto since = m_tests == 0 ? m_heardAt + m_rules.idle : m_askedAt + m_rules.testTime;
    if (now < since)
        return;
    if (m_tests == m_rules.tests)
        return end("no answer");
    ++m_tests;
    m_askedAt = now;
    m_bytes += encodeEmpty(Command::activeTest, m_sequence++);
}

void Session::close(const std::string& code) {
    m_isClosing = true;
    m_submits.dropUnsent(code);
    if (m_state == SessionState::connecting)
        end(code);
}

void Session::end(const std::string& code) {
    if (m_state == SessionState::ended)
        return;
    m_state = SessionState::ended;
    m_code = code;
    m_submits.end(code);
}

SessionOutput Session::take() {
    SessionOutput out;
    out.bytes = std::exchange(m_bytes, {});
    out.answers = m_submits.takeAnswers();
    out.reports = m_submits.takeReports();
    out.received = std::exchange(m_received, {});
    return out;
}

Steady Session::next() const {
    if (m_state != SessionState::up)
        return m_askedAt + m_rules.testTime;
    const auto silence = m_tests == 0 ? m_heardAt + m_rules.idle : m_askedAt + m_rules.testTime;
    return std::min(silence, m_submits.next().value_or(silence));
}

} // namespace atrium::gateways::cmpp
