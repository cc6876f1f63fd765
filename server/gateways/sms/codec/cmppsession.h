// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateways/sms/codec/cmppframes.h"
#include "server/gateways/sms/codec/cmppsubmits.h"

#include <string>
#include <vector>

namespace atrium::gateways::cmpp {

struct SessionRules {
    SubmitRules submits;
    std::chrono::milliseconds idle{180000};    ///< C: silence before an active test
    std::chrono::milliseconds testTime{60000}; ///< T: for its answer, and for that to connect
    int tests = 3;                             ///< N: tests without an answer before the end
};

/// What one step brought.
struct SessionOutput {
    std::string bytes; ///< to be sent
    std::vector<SendAnswer> answers;
    std::vector<DeliveryReport> reports; ///< after the answers
    std::vector<IncomingSms> received;
};

enum class SessionState { connecting, up, ending, ended };

/// One connection to a gateway, from CONNECT to TERMINATE: what to send when. Pure: time and bytes come in,
/// bytes and news go out. Never used again once ended.
class Session {
public:
    explicit Session(SessionRules rules) : m_rules(std::move(rules)), m_submits(m_rules.submits) {}

    /// peerProofs: those the peer may answer with (of both widths of the status); empty: not checked.
    void open(const Connect& connect, std::vector<Digest> peerProofs, Steady now);
    void received(std::string_view bytes, Steady now);
    void send(OutgoingSms sms) { m_submits.add(std::move(sms)); }
    /// Sends what is due and judges silence. To be called after every other call and at next().
    void step(Steady now, model::Instant wall);
    /// Answers what was not sent; ends with TERMINATE once every answer has come.
    void close(const std::string& code);
    /// The connection broke or must not go on.
    void end(const std::string& code);

    [[nodiscard]] SessionOutput take();
    [[nodiscard]] SessionState state() const { return m_state; }
    /// Why it ended.
    [[nodiscard]] const std::string& code() const { return m_code; }
    [[nodiscard]] Steady next() const;

private:
    void handle(const Pdu& pdu, Steady now);
    void connected(const Pdu& pdu);
    void delivered(const Pdu& pdu);
    void testSilence(Steady now);

    SessionRules m_rules;
    Submits m_submits;
    FrameDecoder m_frames;
    std::vector<Digest> m_peerProofs;
    SessionState m_state = SessionState::connecting;
    std::string m_code;
    std::string m_bytes;
    std::vector<IncomingSms> m_received;
    std::uint32_t m_sequence = 1;
    Steady m_heardAt{}; ///< the peer's last unit
    Steady m_askedAt{}; ///< the last unit that wants an answer without being a message
    int m_tests = 0;    ///< active tests since the peer was heard
    bool m_isClosing = false;
};

} // namespace atrium::gateways::cmpp
