// SPDX-License-Identifier: GPL-3.0-or-later
// Messages from the kiosk's request to the phone, over both gateways, with all that can go wrong on the way.
#include "tests/integration/server/messages/messagehall.h"

#include <gmock/gmock.h>

#include <csignal>
#include <fstream>

namespace atrium::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

const std::string kPhone = "13812341234";
const std::string kOther = "13987654321";

/// How many submits the emulator saw with that text.
std::size_t countTexts(Emulator& peer, const std::string& text) {
    std::size_t count = 0;
    for (const Seen& seen : peer.all("submit"))
        if (seen.text("text") == text)
            ++count;
    return count;
}

/// What is stored of the hall, byte by byte.
std::string storedBytes(const RunningServer& server) {
    std::string out;
    for (const char* name : {"/data/hall.db", "/data/hall.db-wal"}) {
        std::ifstream file(server.folder() + name, std::ios::binary);
        out.append(std::istreambuf_iterator<char>(file), {});
    }
    return out;
}

} // namespace

TEST(MessageWay, byHttpToThePhoneAndItsReportBack) {
    Emulator peer("mas.py");
    MessageHall hall(masSettings(peer.port()));
    peer.command("push http://127.0.0.1:" + std::to_string(hall.server.port()) + kReportPath);
    peer.waitFor("pushing");
    const auto first = hall.take(kPhone);
    const auto second = hall.take(kOther);
    ASSERT_EQ(hall.call(), first);
    const auto one = peer.waitFor("submit", 1);
    const auto two = peer.waitFor("submit", 2);
    EXPECT_EQ(one.text("word"), "success") << "the peer reckoned the same mac";
    EXPECT_EQ(one.text("phone"), kPhone);
    EXPECT_EQ(one.text("text"), "【大厅】请" + first + "号到1号窗口");
    EXPECT_EQ(two.text("phone"), kOther);
    EXPECT_EQ(two.text("text"), "【大厅】" + second + "号，您是下一位");
    EXPECT_EQ(peer.waitFor("pushed", 2).number("status"), 204);
    const auto events = hall.until("messageDelivered");
    EXPECT_THAT(events, HasSubstr("event: messageAttempted\n"));
    EXPECT_THAT(events, Not(HasSubstr(kPhone))) << "no screen sees a phone";
    EXPECT_THAT(storedBytes(hall.server), Not(HasSubstr(kPhone)));
    EXPECT_THAT(hall.server.get("/api/v1/audit", kTool, hall.admin).text, Not(HasSubstr(kPhone)));
    EXPECT_THAT(peer.all("fault"), testing::IsEmpty());
    EXPECT_EQ(hall.server.post("/api/v1/messages/reports/key-of-the-repartee", "", "{}").status, 404);
    EXPECT_EQ(hall.server.post(kReportPath, "", "{").status, 400);
    EXPECT_EQ(hall.server.stop(SIGTERM), 0);
    EXPECT_THAT(hall.server.complaints(), Not(HasSubstr("138")));
}

class MessageWayCmpp : public testing::TestWithParam<std::pair<std::string, std::string>> {};

TEST_P(MessageWayCmpp, toThePhoneWithLateAndDoubleAnswersAndReports) {
    const auto& [kind, version] = GetParam();
    Emulator peer("cmpp.py", {"--version", version},
                  "submit 1 late 0.5\nsubmit 2 double\nreport 1 double\nreport 2 late 0.3\n");
    MessageHall hall(cmppSettings(peer.port(), kind));
    EXPECT_EQ(peer.waitFor("connect").number("status"), 0);
    const auto first = hall.take(kPhone);
    hall.call();
    const auto one = peer.waitFor("submit", 1);
    EXPECT_EQ(one.text("phone"), kPhone);
    EXPECT_EQ(one.text("text"), "【大厅】请" + first + "号到1号窗口");
    EXPECT_THAT(hall.until("messageDelivered"), HasSubstr("event: messageDelivered\n"));
    const auto second = hall.take(kOther);
    hall.call();
    EXPECT_EQ(peer.waitFor("submit", 2).text("text"), "【大厅】请" + second + "号到1号窗口");
    peer.waitFor("deliverResp", 3); // two of the first, one of the second
    EXPECT_THAT(peer.all("submit"), SizeIs(2)) << "nothing was sent twice";
    EXPECT_THAT(peer.all("fault"), testing::IsEmpty());
    EXPECT_EQ(hall.server.stop(SIGTERM), 0);
}

INSTANTIATE_TEST_SUITE_P(Versions, MessageWayCmpp,
                         testing::Values(std::pair<std::string, std::string>{"cmpp2", "20"},
                                         std::pair<std::string, std::string>{"cmpp3", "30"}),
                         [](const auto& one) { return one.param.first; });

TEST(MessageWay, aLostAnswerIsUnsureAndNotSentAgainARefusedOneFails) {
    Emulator peer("mas.py", {}, "submit 1 lost\nsubmit 2 refuse BlackPhone\nsubmit 3 early\n");
    MessageHall hall(masSettings(peer.port()));
    const auto first = hall.take(kPhone);
    hall.call();
    EXPECT_THAT(hall.until("messageUnsure"), HasSubstr("event: messageUnsure\n"));
    hall.take(kOther);
    hall.call();
    EXPECT_THAT(hall.until("messageFailed"), HasSubstr(R"("code":"BlackPhone")"));
    hall.take(kOther);
    hall.call();
    peer.waitFor("early");
    EXPECT_EQ(countTexts(peer, "【大厅】请" + first + "号到1号窗口"), 1U);
}

TEST(MessageWay, aServerKilledBetweenAttemptAndAnswerSendsNothingTwice) {
    Emulator peer("cmpp.py", {}, "submit 1 late 600\n");
    MessageHall hall(cmppSettings(peer.port(), "cmpp3"));
    const auto first = hall.take(kPhone);
    hall.call();
    peer.waitFor("submit", 1); // the peer has it, and the server has no answer
    hall.server.stop(SIGKILL);
    hall.startAgain();
    peer.waitFor("connect", 2);
    const auto second = hall.take(kOther);
    hall.call();
    EXPECT_EQ(peer.waitFor("submit", 2).text("text"), "【大厅】请" + second + "号到1号窗口");
    hall.until("messageDelivered");
    EXPECT_EQ(countTexts(peer, "【大厅】请" + first + "号到1号窗口"), 1U);
    const auto stored = hall.server.get("/api/v1/records/message", kTool, hall.admin).text;
    EXPECT_THAT(stored, HasSubstr(R"("state":"unsure")"));
    EXPECT_THAT(stored, HasSubstr(R"("state":"delivered")"));
}

TEST(MessageWay, silentCallsReachTheBoardWithoutAWord) {
    Emulator peer("mas.py");
    MessageHall hall(masSettings(peer.port()), R"("callStyle":"silent")");
    hall.take(kPhone);
    hall.take("");
    hall.call();
    peer.waitFor("submit", 1);
    EventStream board(hall.server, kBoard, "0");
    EXPECT_THAT(board.until(R"("spoken":false)"), HasSubstr(R"("spoken":false)"));
    hall.call();
    EXPECT_THAT(board.until(R"("spoken":true)"), HasSubstr(R"("spoken":true)"));
    EXPECT_THAT(peer.all("submit"), SizeIs(1));
}

TEST(MessageWay, withoutAGatewayTheAdministratorIsTold) {
    RunningServer server;
    const auto admin = server.signIn(kTool, "admin");
    auto hall = server.get("/api/v1/records/hall", kTool, admin);
    auto text = hall.text.substr(hall.text.find('[') + 1);
    text = text.substr(0, text.rfind(']'));
    const auto from = text.find(R"("active":false)", text.find(R"("messages":)"));
    ASSERT_NE(from, std::string::npos) << text;
    text.replace(from, 14, R"("active":true)");
    const auto version = text.substr(text.rfind(R"("version":)") + 10);
    const auto saved = server.ask("PUT", "/api/v1/records/hall/" + hall.string("/records/0/id"), kTool, text,
                                  admin, {{"If-Match", version.substr(0, version.find('}'))}});
    EXPECT_EQ(saved.status, 200) << saved.text;
    EXPECT_THAT(saved.text, HasSubstr("短信网关"));
    EventStream events(server, kTool, "", admin);
    EXPECT_THAT(events.until("notConfigured"), HasSubstr(R"("subjectKind":"gateway")"));
}

} // namespace atrium::test
