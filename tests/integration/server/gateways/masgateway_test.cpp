// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP gateway against an emulated cloud MAS.
#include "server/gateways/sms/masgateway.h"

#include "tests/integration/server/gateways/emulator.h"
#include "tests/integration/server/gateways/heard.h"
#include "tests/support/tls/certificate.h"

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/StreamCopier.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>

namespace atrium::gateways {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using test::smsOf;
using testing::ElementsAre;
using testing::IsEmpty;

/// The hall's side of the reports: an HTTP address that hands bodies to the gateway. Poco's server does not
/// wait for its handlers when it stops; so they share what they need, and the gateway is theirs only under
/// its lock.
class PushTarget {
public:
    PushTarget()
        : m_socket(Poco::Net::SocketAddress("127.0.0.1", 0)),
          m_server(new Factory(m_door), m_socket, new Poco::Net::HTTPServerParams) {
        m_server.start();
    }
    ~PushTarget() {
        handTo(nullptr);
        m_server.stopAll(true);
    }
    [[nodiscard]] std::string url() const {
        return "http://127.0.0.1:" + std::to_string(m_socket.address().port()) + "/sms-reports";
    }
    /// From here on; none: pushes are refused. Returns when nothing calls the one before any more.
    void handTo(MasGateway* gateway) {
        const std::lock_guard lock(m_door->mutex);
        m_door->gateway = gateway;
    }

private:
    struct Door {
        std::mutex mutex; // guards gateway, and its life during a call
        MasGateway* gateway = nullptr;
    };
    struct Handler : Poco::Net::HTTPRequestHandler {
        explicit Handler(std::shared_ptr<Door> door) : m_door(std::move(door)) {}
        void handleRequest(Poco::Net::HTTPServerRequest& request,
                           Poco::Net::HTTPServerResponse& response) override {
            std::string body;
            Poco::StreamCopier::copyToString(request.stream(), body);
            const bool isRead = take(body);
            response.setStatusAndReason(isRead ? Poco::Net::HTTPResponse::HTTP_OK
                                               : Poco::Net::HTTPResponse::HTTP_BAD_REQUEST);
            response.setContentLength(0);
            response.send();
        }
        bool take(const std::string& body) {
            const std::lock_guard lock(m_door->mutex);
            return m_door->gateway != nullptr && m_door->gateway->takeReports(body);
        }
        std::shared_ptr<Door> m_door;
    };
    struct Factory : Poco::Net::HTTPRequestHandlerFactory {
        explicit Factory(std::shared_ptr<Door> door) : m_door(std::move(door)) {}
        Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override {
            return new Handler(m_door); // the server's from here on
        }
        std::shared_ptr<Door> m_door;
    };
    std::shared_ptr<Door> m_door = std::make_shared<Door>();
    Poco::Net::ServerSocket m_socket;
    Poco::Net::HTTPServer m_server;
};

struct MasGatewayTest : testing::Test {
    test::Heard heard;
    std::unique_ptr<test::Emulator> peer;
    std::unique_ptr<MasGateway> gateway;
    PushTarget push; // ends first: it calls the gateway
    MasConfig config;

    MasGatewayTest() {
        config.account = {"政务服务大厅", "hall", "secret-of-mas", "qJ0bK1c2D", ""};
        config.limits.perSecond = 1000;
    }
    void start(const std::string& script = {}, std::vector<std::string> arguments = {},
               const std::string& scheme = "http") {
        arguments.insert(arguments.end(), {"--push", push.url()});
        peer = std::make_unique<test::Emulator>("mas.py", std::move(arguments), script);
        config.url = scheme + "://127.0.0.1:" + std::to_string(peer->port()) + "/sms/norsubmit";
        push.handTo(nullptr);
        gateway = std::make_unique<MasGateway>(config, heard);
        push.handTo(gateway.get());
    }
    SendAnswer send(const std::string& id, const std::string& text = "请A001到3号窗口") {
        EXPECT_TRUE(gateway->send(smsOf(id, text)));
        return heard.answerTo(MessageId{id});
    }
};

TEST_F(MasGatewayTest, DeliversAMessageAndReportsIt) {
    start();
    const auto answer = send("m1", "您的号码A001：\"引号\"，\n第二行");
    EXPECT_EQ(answer.outcome, Outcome::accepted);
    ASSERT_EQ(answer.refs.size(), 1U);
    const auto seen = peer->waitFor("submit");
    EXPECT_EQ(seen.text("word"), "success") << "the peer reckoned the same mac";
    EXPECT_EQ(seen.text("text"), "您的号码A001：\"引号\"，\n第二行");
    EXPECT_EQ(seen.text("phone"), "13800000000");
    EXPECT_THAT(heard.reports(1), ElementsAre(DeliveryReport{answer.refs[0], true, "DELIVRD"}));
    EXPECT_EQ(peer->waitFor("pushed").number("status"), 200);
    EXPECT_THAT(peer->all("fault"), IsEmpty());
}

TEST_F(MasGatewayTest, AWrongSecretOrAccountIsRefusedByItsWord) {
    config.account.secret = "guess";
    start();
    EXPECT_EQ(send("m1"), (SendAnswer{MessageId{"m1"}, Outcome::refused, {}, "IllegalMac"}));
    config.account.apId = "other";
    start();
    EXPECT_EQ(send("m2").code, "InvalidUsrOrPwd");
    config.account = {"政务服务大厅", "hall", "secret-of-mas", "other", ""};
    start();
    EXPECT_EQ(send("m3").code, "IllegalSignId");
}

TEST_F(MasGatewayTest, ALostAnswerIsUnsureAndNothingIsSentTwice) {
    start("submit 1 lost");
    EXPECT_EQ(send("m1").outcome, Outcome::noAnswer);
    EXPECT_EQ(send("m2").outcome, Outcome::accepted);
    EXPECT_EQ(peer->all("submit").size(), 2U);
}

TEST_F(MasGatewayTest, ALateAnswerIsWaitedForOnlySoLong) {
    config.answerTime = milliseconds(200);
    start("submit 1 late 1");
    EXPECT_EQ(send("m1").outcome, Outcome::noAnswer);
    config.answerTime = seconds(15);
    start("submit 1 late 0.3");
    EXPECT_EQ(send("m2").outcome, Outcome::accepted);
}

TEST_F(MasGatewayTest, AReportBeforeItsAnswerIsToldAfterIt) {
    start("report 1 first\nsubmit 1 late 0.3");
    const auto answer = send("m1");
    EXPECT_EQ(heard.reports(1)[0].ref, answer.refs.at(0));
    EXPECT_THAT(heard.order(), ElementsAre("answer m1", "report " + answer.refs[0]));
}

TEST_F(MasGatewayTest, DoubleAndLateReportsPassAndFailuresKeepTheirWord) {
    start("report 1 double\nreport 2 state MA:0001\nreport 2 late 0.2");
    const auto first = send("m1").refs.at(0);
    EXPECT_THAT(heard.reports(2),
                ElementsAre(DeliveryReport{first, true, "DELIVRD"}, DeliveryReport{first, true, "DELIVRD"}));
    const auto second = send("m2").refs.at(0);
    EXPECT_EQ(heard.reports(3)[2], (DeliveryReport{second, false, "MA:0001"}));
}

TEST_F(MasGatewayTest, StatusesSayWhetherItMayHaveBeenSent) {
    start("submit 1 status 503\nsubmit 2 status 500\nsubmit 3 status 403\nsubmit 4 malformed\nsubmit 5 "
          "endless\n"
          "submit 6 status 429");
    EXPECT_EQ(send("m1"), (SendAnswer{MessageId{"m1"}, Outcome::notSent, {}, "http 503"}));
    EXPECT_EQ(send("m2").outcome, Outcome::noAnswer);
    EXPECT_EQ(send("m3").outcome, Outcome::refused);
    EXPECT_EQ(send("m4").outcome, Outcome::noAnswer);
    EXPECT_EQ(send("m5").outcome, Outcome::noAnswer);
    EXPECT_EQ(send("m6").outcome, Outcome::notSent);
}

TEST_F(MasGatewayTest, WithoutAPeerMessagesWereNotSent) {
    start();
    peer.reset();
    EXPECT_EQ(send("m1").outcome, Outcome::notSent);
    EXPECT_NE(heard.states(1)[0], "up");
}

TEST_F(MasGatewayTest, AnExpiredMessageIsNotSent) {
    start();
    auto late = smsOf("m1");
    late.expiresAt = http::Clock::system().now();
    EXPECT_TRUE(gateway->send(late));
    EXPECT_EQ(heard.answerTo(late.id).outcome, Outcome::tooLate);
    EXPECT_THAT(peer->all("submit"), IsEmpty());
}

TEST_F(MasGatewayTest, TheRateIsKept) {
    config.limits.perSecond = 20;
    start();
    for (int i = 0; i < 6; ++i)
        EXPECT_TRUE(gateway->send(smsOf("m" + std::to_string(i))));
    heard.answers(6);
    const auto submits = peer->all("submit");
    EXPECT_GE(submits.back().number("at") - submits.front().number("at"), 5 * 0.05 - 0.03);
}

TEST_F(MasGatewayTest, StopAnswersTheQueueAndWaitsForTheRequestUnderWay) {
    start("submit 1 late 0.3");
    EXPECT_TRUE(gateway->send(smsOf("m1")));
    peer->waitFor("submit");
    EXPECT_TRUE(gateway->send(smsOf("m2")));
    gateway->stop(seconds(10));
    EXPECT_EQ(heard.answerTo(MessageId{"m1"}).outcome, Outcome::accepted);
    EXPECT_EQ(heard.answerTo(MessageId{"m2"}).outcome, Outcome::notSent);
    EXPECT_FALSE(gateway->send(smsOf("m3")));
}

TEST_F(MasGatewayTest, StopWithoutGraceCutsTheRequestOff) {
    start("submit 1 late 5");
    EXPECT_TRUE(gateway->send(smsOf("m1")));
    peer->waitFor("submit");
    const auto before = std::chrono::steady_clock::now();
    gateway->stop(milliseconds(0));
    EXPECT_LT(std::chrono::steady_clock::now() - before, seconds(3));
    EXPECT_EQ(heard.answerTo(MessageId{"m1"}).outcome, Outcome::noAnswer);
}

TEST_F(MasGatewayTest, APushThatCannotBeReadIsRefused) {
    start();
    for (const auto* body : {"", "x", "{}", "[1]", R"({"msgGroup":""})", R"([{"msgGroup":"1"}])"})
        EXPECT_FALSE(gateway->takeReports(body)) << body;
    EXPECT_TRUE(gateway->takeReports("[]"));
}

TEST_F(MasGatewayTest, TlsTrustsOnlyWhoCanBeProven) {
    std::string folder = std::filesystem::temp_directory_path() / "atrium-mas-XXXXXX";
    ASSERT_NE(::mkdtemp(folder.data()), nullptr);
    const auto own = test::selfSigned(folder);
    const auto other = test::selfSigned(folder, "other");
    const auto both = folder + "/both.pem";
    std::ofstream(both) << std::ifstream(own.certificateFile).rdbuf()
                        << std::ifstream(own.privateKeyFile).rdbuf();
    config.caFile = own.certificateFile;
    start({}, {"--certificate", both}, "https");
    EXPECT_EQ(send("m1").outcome, Outcome::accepted);
    config.caFile = other.certificateFile;
    start({}, {"--certificate", both}, "https");
    EXPECT_EQ(send("m2").outcome, Outcome::notSent);
    EXPECT_THAT(peer->all("submit"), IsEmpty());
    push.handTo(nullptr);
    gateway.reset();
    std::filesystem::remove_all(folder);
}

TEST_F(MasGatewayTest, AnAddressThatIsNoneIsRefused) {
    for (const auto* url : {"", "ftp://127.0.0.1/x", "http://", "127.0.0.1"}) {
        config.url = url;
        EXPECT_THROW(MasGateway(config, heard), std::invalid_argument) << url;
    }
}

} // namespace
} // namespace atrium::gateways
