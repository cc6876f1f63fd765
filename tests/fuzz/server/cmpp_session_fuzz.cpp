// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes from a CMPP peer, to a session with messages under way. The first byte says the version, how the
// bytes are cut and whether they come behind a sound answer to connect. Cuts must not change what is
// understood, and every message gets one first answer.
#include "server/gateways/sms/codec/cmppsession.h"

#include <cstdlib>
#include <set>

namespace {

using namespace atrium;
using namespace atrium::gateways;

struct Seen {
    std::vector<SendAnswer> answers;
    std::vector<DeliveryReport> reports;
    std::vector<IncomingSms> received;
    std::string code;
    bool operator==(const Seen&) const = default;
};

void take(cmpp::Session& session, Seen& seen) {
    auto out = session.take();
    seen.answers.insert(seen.answers.end(), out.answers.begin(), out.answers.end());
    seen.reports.insert(seen.reports.end(), out.reports.begin(), out.reports.end());
    seen.received.insert(seen.received.end(), out.received.begin(), out.received.end());
}

Seen play(std::string_view bytes, std::uint8_t choice, std::size_t piece) {
    cmpp::SessionRules rules;
    rules.submits.version = (choice & 1U) != 0 ? cmpp::Version::v30 : cmpp::Version::v20;
    rules.submits.perSecond = 1000000;
    cmpp::Session session(rules);
    cmpp::Steady now{std::chrono::hours(1)};
    const auto wall = model::fromMillis(1'795'395'600'000);
    session.open({"900001", {}, rules.submits.version, 1}, {}, now);
    if ((choice & 2U) != 0) {
        std::string sound("\0\0\0\x1E\x80\0\0\x01\0\0\0\x01", 12);
        session.received(sound + std::string(17, '\0') + "\x20", now);
    }
    const std::string text(300, 'x');
    for (const auto* id : {"a", "b", "c"}) {
        session.send({MessageId{id}, "138", text, wall + std::chrono::minutes(1)});
        for (int part = 0; part < 2; ++part) {
            now += std::chrono::milliseconds(1);
            session.step(now, wall);
        }
    }
    Seen seen;
    for (std::size_t at = 0; at < bytes.size(); at += piece)
        session.received(bytes.substr(at, piece), now);
    session.end("over");
    take(session, seen);
    seen.code = session.code();
    return seen;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
    const auto whole = play(bytes, data[0], size);
    if (!(whole == play(bytes, data[0], 1 + (data[0] >> 2U))))
        std::abort();
    std::set<MessageId> answered;
    for (const auto& answer : whole.answers)
        if (!answered.insert(answer.id).second)
            std::abort();
    if (answered.size() != 3)
        std::abort();
    return 0;
}
