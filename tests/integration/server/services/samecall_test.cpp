// SPDX-License-Identifier: GPL-3.0-or-later
// Two windows of one queue call at the same instant, over HTTP against the real program.
#include "tests/integration/server/services/running.h"

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>
#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include <array>
#include <barrier>
#include <cstdlib>
#include <set>
#include <thread>

namespace atrium::test {
namespace {

constexpr const char* kSharedItem = "item-company-formation-registration";
constexpr std::array<const char*, 2> kWindows{"03", "04"};

/// One device's connection, kept open: the two calls must not wait for a handshake.
class Line {
public:
    Line(RunningServer& server, const std::string& device, std::string session, std::string name)
        : m_http("127.0.0.1", server.port()), m_token(server.token(device)), m_session(std::move(session)),
          m_name(std::move(name)) {
        m_http.setKeepAlive(true);
        m_http.setTimeout(Poco::Timespan(60, 0));
    }

    Reply post(const std::string& path, const std::string& body) {
        Poco::Net::HTTPRequest request("POST", "/api/v1" + path, Poco::Net::HTTPMessage::HTTP_1_1);
        request.set("Authorization", "Bearer " + m_token);
        if (!m_session.empty())
            request.set("Atrium-Session", m_session);
        request.set("Idempotency-Key", m_name + "-" + std::to_string(++m_keys));
        request.setContentType("application/json");
        request.setContentLength(static_cast<std::streamsize>(body.size()));
        m_http.sendRequest(request) << body;
        Poco::Net::HTTPResponse response;
        Reply out;
        auto& stream = m_http.receiveResponse(response);
        out.status = response.getStatus();
        Poco::StreamCopier::copyToString(stream, out.text);
        boost::json::error_code error;
        auto parsed = boost::json::parse(out.text, error);
        out.json =
            std::make_shared<const boost::json::value>(error ? boost::json::value() : std::move(parsed));
        return out;
    }

private:
    Poco::Net::HTTPClientSession m_http;
    std::string m_token;
    std::string m_session;
    std::string m_name;
    int m_keys = 0;
};

struct Rounds {
    int both = 0; ///< rounds in which each window got a ticket
    int one = 0;  ///< rounds with one ticket, which one window got
    std::array<int, 2> won{};
    std::set<std::string> called;
    std::vector<std::string> faults;
};

/// The ticket the window got in this round, empty when nothing waited.
std::string callNext(Line& line, const std::string& window, std::vector<std::string>& faults) {
    const Reply reply = line.post("/windows/window-" + window + "/call", "{}");
    if (reply.status == 200)
        return reply.string("/current/ticket/id");
    if (reply.string("/code") != "nothingWaiting")
        faults.push_back("call at window " + window + ": " + reply.text);
    return {};
}

void settle(Line& line, const std::string& window, std::vector<std::string>& faults) {
    for (const char* verb : {"/start", "/finish"})
        if (const Reply reply = line.post("/windows/window-" + window + verb, "{}"); reply.status != 200)
            faults.push_back(verb + (" at window " + window) + ": " + reply.text);
}

Rounds play(RunningServer& server, int rounds) {
    Rounds out;
    Line kiosk(server, kKiosk, {}, "kiosk");
    std::array<std::string, 2> got;
    std::array<std::vector<std::string>, 2> faults;
    std::barrier together(3);
    const auto serve = [&](std::size_t which, const std::string& session) {
        const std::string window = kWindows.at(which);
        Line line(server, "window-terminal-" + window, session, window);
        for (int round = 0; round < rounds; ++round) {
            together.arrive_and_wait(); // the tickets are there: both call now
            got.at(which) = callNext(line, window, faults.at(which));
            if (!got.at(which).empty())
                settle(line, window, faults.at(which));
            together.arrive_and_wait(); // the round is over
        }
    };
    const auto signIn = [&](const std::string& window) {
        return server.signIn("window-terminal-" + window, "c10" + window);
    };
    std::thread first(serve, 0, signIn(kWindows[0]));
    std::thread second(serve, 1, signIn(kWindows[1]));
    for (int round = 0; round < rounds; ++round) {
        const int tickets = round % 2 + 1;
        for (int i = 0; i < tickets; ++i)
            if (const Reply issued = kiosk.post("/tickets", std::string(R"({"itemId":")") + kSharedItem +
                                                                R"(","paper":false})");
                issued.status != 201)
                out.faults.push_back("issue: " + issued.text);
        together.arrive_and_wait();
        together.arrive_and_wait();
        for (std::size_t which = 0; which < 2; ++which)
            if (!got.at(which).empty()) {
                ++out.won.at(which);
                if (!out.called.insert(got.at(which)).second)
                    out.faults.push_back("ticket " + got.at(which) + " was called twice");
            }
        const int called = (got[0].empty() ? 0 : 1) + (got[1].empty() ? 0 : 1);
        if (called != tickets)
            out.faults.push_back(std::to_string(called) + " calls of " + std::to_string(tickets) +
                                 " tickets");
        (tickets == 2 ? out.both : out.one) += 1;
    }
    first.join();
    second.join();
    for (const auto& list : faults)
        out.faults.insert(out.faults.end(), list.begin(), list.end());
    return out;
}

} // namespace

TEST(SameInstant, twoWindowsNeverGetTheSameTicket) {
    RunningServer server;
    const int rounds = std::getenv("ATRIUM_FULL") != nullptr ? 10'000 : 300;
    const Rounds result = play(server, rounds);
    EXPECT_TRUE(result.faults.empty()) << result.faults.size() << " faults, first: " << result.faults.front();
    EXPECT_EQ(result.called.size(), static_cast<std::size_t>(result.one + 2 * result.both));
    // Both windows won some of the rounds with one ticket: they did call together.
    std::cout << rounds << " rounds, tickets called by each window: " << result.won[0] << " and "
              << result.won[1] << "\n";
    EXPECT_GT(result.won[0], result.both);
    EXPECT_GT(result.won[1], result.both);
}

} // namespace atrium::test
