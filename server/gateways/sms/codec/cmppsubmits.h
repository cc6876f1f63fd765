// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateways/sms/codec/cmpppdu.h"
#include "server/gateways/sms/codec/heldreports.h"
#include "server/gateways/sms/sms.h"

#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace atrium::gateways::cmpp {

using Steady = std::chrono::steady_clock::time_point;

struct SubmitRules {
    Version version = Version::v30;
    std::string source; ///< SP_Id
    std::string serviceId;
    std::string sourceNumber;
    std::size_t window = 16; ///< units without an answer
    int perSecond = 20;
    std::chrono::milliseconds answerTime{60000};
    std::chrono::milliseconds slowDown{1000}; ///< after "too fast"
    int mostSlowDowns = 5;                    ///< of one message
    int quarterHoursAhead = 32;               ///< of UTC, where the peer stands
};

/// Messages on their way through one connection: cut into parts, paced, within the window, each part sent
/// once. A part without an answer is not sent again, though the protocol allows three tries: a citizen
/// who gets two messages trusts neither. Pure.
class Submits {
public:
    explicit Submits(SubmitRules rules) : m_rules(std::move(rules)) {}

    void add(OutgoingSms sms);
    /// The units that may go now. nextSequence is counted on. A message whose time is over before its first
    /// part is answered tooLate.
    [[nodiscard]] std::string due(Steady now, model::Instant wall, std::uint32_t& nextSequence);
    void answered(std::uint32_t sequence, const SubmitResp& answer, Steady now);
    void reported(const Report& report);
    /// Gives up waiting for answers that are overdue.
    void expire(Steady now);
    /// Answers what was not sent at all; parts of messages begun still go.
    void dropUnsent(const std::string& code);
    /// The connection is gone.
    void end(const std::string& code);

    [[nodiscard]] std::vector<SendAnswer> takeAnswers();
    [[nodiscard]] std::vector<DeliveryReport> takeReports() { return m_reports.take(); }
    /// Nothing is to be sent and no answer is awaited.
    [[nodiscard]] bool isIdle() const { return m_waiting.empty() && m_open.empty(); }
    [[nodiscard]] std::size_t unanswered() const { return m_open.size(); }
    /// When due() or expire() has something to do; nothing while only an answer can move it.
    [[nodiscard]] std::optional<Steady> next() const;

private:
    struct Job {
        OutgoingSms sms;
        std::vector<std::string> parts;
        Format format = Format::ascii;
        std::vector<std::string> refs;
        std::size_t sent = 0;     ///< parts handed over, without those that were sent back
        std::size_t answered = 0; ///< parts settled
        bool isTold = false;      ///< noAnswer was told; only a late acceptance is news
        std::string refusal;
        int slowDowns = 0;
        std::uint8_t reference = 0; ///< of its parts' headers
        std::uint64_t ticket = 0;   ///< with HeldReports, from its first part on
    };
    struct Open {
        std::uint64_t job = 0;
        std::size_t part = 0;
        Steady until;
    };
    struct Waiting {
        std::uint64_t job = 0;
        std::size_t part = 0;
    };
    [[nodiscard]] std::string unitOf(const Job& job, std::size_t part, std::uint32_t sequence) const;
    void settle(std::uint64_t number, Job& job);
    void tell(Job& job, Outcome outcome, std::string code);
    void refuse(const Open& open, std::uint32_t result, bool isLate, Steady now);
    void forgetLate();

    SubmitRules m_rules;
    std::map<std::uint64_t, Job> m_jobs;
    std::deque<Waiting> m_waiting;
    std::map<std::uint32_t, Open> m_open; ///< by sequence, which rises
    std::map<std::uint32_t, Open> m_late; ///< overdue, still welcome
    HeldReports m_reports;
    std::vector<SendAnswer> m_answers;
    std::uint64_t m_nextJob = 1;
    std::uint8_t m_nextReference = 0;
    Steady m_notBefore{};
};

} // namespace atrium::gateways::cmpp
