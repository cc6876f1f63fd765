// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/server/benchhall.h"

#include <csignal>
#include <stdexcept>

namespace atrium::bench {

namespace {

const std::string kApi = "/api/v1";

void need(const test::Reply& reply, int status, const char* what) {
    if (reply.status != status)
        throw std::runtime_error(std::string(what) + ": " + std::to_string(reply.status) + " " + reply.text);
}

} // namespace

BenchHall::BenchHall() = default;

std::vector<std::string> BenchHall::players(std::size_t count) {
    const std::string admin = m_server.signIn(test::kTool, "admin");
    std::vector<std::string> tokens;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string id = "bench-" + std::to_string(i);
        need(m_server.ask("PUT", kApi + "/records/device/" + id, test::kTool,
                          R"({"id":")" + id +
                              R"(","hallId":"hall-demo","kind":"signagePlayer","name":"屏幕 )" +
                              std::to_string(i) + R"(","areaIds":["area-a"]})",
                          admin),
             201, "new device");
        const auto code = m_server.post(kApi + "/devices/" + id + "/code", test::kTool, "{}", admin);
        need(code, 200, "enrolment code");
        const auto enrolled = m_server.post(
            kApi + "/enrolment", {}, R"({"code":")" + code.string("/code") + R"(","appVersion":"bench"})");
        need(enrolled, 200, "enrolment");
        tokens.push_back(enrolled.string("/token"));
    }
    // What the import of the hall has left free in the heap would hide what streams cost.
    m_server.stop(SIGTERM);
    m_server.start();
    return tokens;
}

Wire BenchHall::stream(const std::string& token, int receiveBuffer) const {
    Wire wire(port(), receiveBuffer);
    wire.send(httpRequest("GET", kApi + "/events", "Authorization: Bearer " + token + "\r\n"));
    if (const int status = wire.answer(); status != 200)
        throw std::runtime_error("no event stream: " + std::to_string(status));
    return wire;
}

void BenchHall::openWindow() {
    m_session = m_server.signIn(test::kTerminal, test::kClerk);
    if (m_session.empty())
        throw std::runtime_error("the clerk cannot sign in");
    m_window = "Authorization: Bearer " + m_server.token(test::kTerminal) +
               "\r\nAtrium-Session: " + m_session + "\r\nIdempotency-Key: bench-";
}

void BenchHall::issueTicket() {
    need(m_server.post(kApi + "/tickets", test::kKiosk,
                       R"({"itemId":")" + std::string(kUnlimitedItem) + R"(","paper":false})"),
         201, "new ticket");
}

void BenchHall::windowPost(const std::string& what) {
    if (m_desk.empty() || m_desk.back().closed()) { // keep-alive ends after a while without a request
        m_desk.clear();
        m_desk.emplace_back(port());
    }
    m_desk.back().send(httpRequest("POST", kApi + "/windows/" + test::kWindow + "/" + what,
                                   m_window + std::to_string(++m_keys) + "\r\n", "{}"));
}

void BenchHall::windowAnswer() {
    std::string body;
    if (const int status = m_desk.back().answer(&body); status != 200)
        throw std::runtime_error("the window was refused: " + body);
}

} // namespace atrium::bench
