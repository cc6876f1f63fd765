// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateways/sms/codec/cmppsubmits.h"

#include "shared/rules/messages/parts.h"

#include <algorithm>
#include <utility>

namespace atrium::gateways::cmpp {
namespace {

constexpr std::uint32_t kTooFast = 8;
constexpr std::size_t kMostLate = 256;

} // namespace

void Submits::add(OutgoingSms sms) {
    using namespace rules::messages;
    Job job;
    job.format = alphabetOf(sms.text) == Alphabet::latin ? Format::ascii : Format::ucs2;
    job.parts = splitParts(sms.text);
    if (job.parts.size() > 255) {
        m_answers.push_back({sms.id, Outcome::refused, {}, "too many parts"});
        return;
    }
    if (job.format == Format::ucs2)
        for (auto& part : job.parts)
            part = toUcs2(part);
    job.reference = m_nextReference++;
    job.sms = std::move(sms);
    const auto number = m_nextJob++;
    for (std::size_t part = 0; part < job.parts.size(); ++part)
        m_waiting.push_back({number, part});
    m_jobs.emplace(number, std::move(job));
}

std::string Submits::unitOf(const Job& job, std::size_t part, std::uint32_t sequence) const {
    Submit submit;
    submit.parts = static_cast<std::uint8_t>(job.parts.size());
    submit.part = static_cast<std::uint8_t>(part + 1);
    submit.hasHeader = job.parts.size() > 1;
    submit.format = job.format;
    submit.serviceId = m_rules.serviceId;
    submit.source = m_rules.source;
    submit.sourceNumber = m_rules.sourceNumber;
    submit.phone = job.sms.phone;
    if (submit.hasHeader) { // 3GPP TS 23.040, 9.2.3.24.1: parts with a reference of 8 bits
        submit.content = {'\x05',
                          '\x00',
                          '\x03',
                          static_cast<char>(job.reference),
                          static_cast<char>(submit.parts),
                          static_cast<char>(submit.part)};
    }
    submit.content += job.parts[part];
    submit.validTime = validTime(model::toMillis(job.sms.expiresAt) / 1000, m_rules.quarterHoursAhead);
    return encode(sequence, submit, m_rules.version);
}

std::string Submits::due(Steady now, model::Instant wall, std::uint32_t& nextSequence) {
    std::string bytes;
    while (!m_waiting.empty() && m_open.size() < m_rules.window && now >= m_notBefore) {
        const auto next = m_waiting.front();
        m_waiting.pop_front();
        auto& job = m_jobs.at(next.job);
        if (job.sent == 0 && job.sms.expiresAt <= wall) {
            std::erase_if(m_waiting, [&](const Waiting& other) { return other.job == next.job; });
            tell(job, Outcome::tooLate, "expired");
            m_jobs.erase(next.job);
            continue;
        }
        if (job.ticket == 0)
            job.ticket = m_reports.begin();
        const auto sequence = nextSequence++;
        bytes += unitOf(job, next.part, sequence);
        ++job.sent;
        m_open[sequence] = {next.job, next.part, now + m_rules.answerTime};
        m_notBefore = now + std::chrono::microseconds(1000000 / std::max(m_rules.perSecond, 1));
    }
    return bytes;
}

void Submits::answered(std::uint32_t sequence, const SubmitResp& answer, Steady now) {
    auto& where = m_open.contains(sequence) ? m_open : m_late;
    const auto found = where.find(sequence);
    if (found == where.end())
        return; // of nobody, or the second of two
    const auto open = found->second;
    const bool isLate = &where == &m_late;
    where.erase(found);
    auto& job = m_jobs.at(open.job);
    job.answered += isLate ? 0 : 1;
    if (answer.result == 0)
        job.refs.push_back(refOf(answer.messageId));
    else
        refuse(open, answer.result, isLate, now);
    settle(open.job, job);
}

void Submits::refuse(const Open& open, std::uint32_t result, bool isLate, Steady now) {
    auto& job = m_jobs.at(open.job);
    const bool tooFast = result == kTooFast && !isLate;
    if (tooFast)
        --job.sent; // it was not taken
    if (tooFast && ++job.slowDowns <= m_rules.mostSlowDowns) {
        --job.answered;
        m_waiting.push_front({open.job, open.part});
        m_notBefore = std::max(m_notBefore, now + m_rules.slowDown);
        return;
    }
    if (job.refusal.empty())
        job.refusal = "submit " + std::to_string(result);
    // What is left of a message that will not be whole need not be paid for.
    job.answered += std::erase_if(m_waiting, [&](const Waiting& other) { return other.job == open.job; });
}

void Submits::settle(std::uint64_t number, Job& job) {
    if (job.answered < job.parts.size())
        return;
    const bool isWhole = job.refs.size() == job.parts.size();
    if (isWhole) {
        tell(job, Outcome::accepted, {});
    } else if (!job.refusal.empty()) {
        tell(job, job.sent == 0 ? Outcome::notSent : Outcome::refused, job.refusal);
    } else if (!job.isTold) {
        tell(job, Outcome::noAnswer, "no answer");
        job.isTold = true;
        forgetLate(); // but a late acceptance is still welcome
        return;
    } else {
        return;
    }
    std::erase_if(m_late, [&](const auto& late) { return late.second.job == number; });
    m_jobs.erase(number);
}

void Submits::tell(Job& job, Outcome outcome, std::string code) {
    m_answers.push_back({job.sms.id, outcome,
                         outcome == Outcome::accepted ? job.refs : std::vector<std::string>(),
                         std::move(code)});
    m_reports.end(job.ticket);
    job.sms.phone.clear();
    job.sms.text.clear();
}

void Submits::reported(const Report& report) {
    m_reports.add({refOf(report.messageId), report.state == "DELIVRD", report.state});
}

void Submits::expire(Steady now) {
    while (!m_open.empty() && m_open.begin()->second.until <= now) {
        const auto node = m_open.extract(m_open.begin());
        const auto open = node.mapped();
        m_late[node.key()] = open;
        auto& job = m_jobs.at(open.job);
        ++job.answered;
        settle(open.job, job);
    }
}

void Submits::forgetLate() {
    while (m_late.size() > kMostLate)
        m_late.erase(m_late.begin());
    std::erase_if(m_jobs, [&](const auto& entry) {
        return entry.second.isTold && std::none_of(m_late.begin(), m_late.end(), [&](const auto& late) {
                   return late.second.job == entry.first;
               });
    });
}

void Submits::dropUnsent(const std::string& code) {
    for (auto at = m_jobs.begin(); at != m_jobs.end();) {
        auto& [number, job] = *at;
        if (job.sent > 0 || job.isTold) {
            ++at;
            continue;
        }
        std::erase_if(m_waiting, [&, job = number](const Waiting& other) { return other.job == job; });
        tell(job, Outcome::notSent, code);
        at = m_jobs.erase(at);
    }
}

void Submits::end(const std::string& code) {
    dropUnsent(code);
    for (auto& [number, job] : m_jobs)
        if (!job.isTold)
            tell(job, Outcome::noAnswer, code);
    m_jobs.clear();
    m_open.clear();
    m_late.clear();
    m_waiting.clear();
}

std::vector<SendAnswer> Submits::takeAnswers() {
    return std::exchange(m_answers, {});
}

std::optional<Steady> Submits::next() const {
    std::optional<Steady> next;
    if (!m_open.empty())
        next = m_open.begin()->second.until;
    if (!m_waiting.empty() && m_open.size() < m_rules.window)
        next = next ? std::min(*next, m_notBefore) : m_notBefore;
    return next;
}

} // namespace atrium::gateways::cmpp
