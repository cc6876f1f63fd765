// SPDX-License-Identifier: GPL-3.0-or-later
// Another system is told of calls and finished services, through the real program.
#include "server/gateways/webhook/poster.h"
#include "server/services/webhooks/notice.h"
#include "tests/integration/server/services/running.h"

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/IPAddress.h>
#include <Poco/StreamCopier.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include <condition_variable>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <mutex>

namespace atrium::test {
namespace {

using namespace std::chrono_literals;

const std::string kApi = "/api/v1";
const std::string kSecret = "0123456789abcdef-of-the-approval-system";

struct Told {
    std::string event;
    std::string delivery;
    std::string signature;
    std::string body;
};

/// The other system: takes what it is told, after refusing as often as wanted.
class Target {
public:
    Target()
        : m_server(new Factory(*this), Poco::Net::ServerSocket(Poco::Net::SocketAddress("127.0.0.1", 0)),
                   new Poco::Net::HTTPServerParams) {
        m_server.start();
    }
    ~Target() { m_server.stopAll(true); }
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;

    [[nodiscard]] std::string url() const {
        return "http://127.0.0.1:" + std::to_string(m_server.port()) + "/told";
    }
    void refuse(int times) {
        const std::lock_guard lock(m_mutex);
        m_refusals = times;
    }
    /// Waits until so many were taken and gives them.
    std::vector<Told> taken(std::size_t count) {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, 40s, [&] { return m_taken.size() >= count; });
        return m_taken;
    }
    bool refusedAll() {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 40s, [&] { return m_refusals == 0; });
    }

private:
    class Handler : public Poco::Net::HTTPRequestHandler {
    public:
        explicit Handler(Target& target) : m_target(target) {}
        void handleRequest(Poco::Net::HTTPServerRequest& request,
                           Poco::Net::HTTPServerResponse& response) override {
            Told told{request.get("Atrium-Event", ""),
                      request.get("Atrium-Delivery", ""),
                      request.get("Atrium-Signature", ""),
                      {}};
            Poco::StreamCopier::copyToString(request.stream(), told.body);
            response.setStatus(m_target.take(std::move(told)) ? Poco::Net::HTTPResponse::HTTP_NO_CONTENT
                                                              : Poco::Net::HTTPResponse::HTTP_BAD_GATEWAY);
            response.send();
        }

    private:
        Target& m_target;
    };
    class Factory : public Poco::Net::HTTPRequestHandlerFactory {
    public:
        explicit Factory(Target& target) : m_target(target) {}
        Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override {
            return new Handler(m_target);
        }

    private:
        Target& m_target;
    };

    bool take(Told told) {
        const std::lock_guard lock(m_mutex);
        const bool isTaken = m_refusals == 0;
        if (isTaken)
            m_taken.push_back(std::move(told));
        else
            --m_refusals;
        m_changed.notify_all();
        return isTaken;
    }

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    std::vector<Told> m_taken;
    int m_refusals = 0;
    Poco::Net::HTTPServer m_server;
};

/// A file that names the target, gone with the test.
class HookFile {
public:
    explicit HookFile(const std::string& text)
        : m_path(std::filesystem::temp_directory_path() /
                 ("atrium-hooks-" + std::to_string(::getpid()) + "-" + std::to_string(++s_count))) {
        std::ofstream(m_path) << text;
    }
    ~HookFile() { std::filesystem::remove(m_path); }
    HookFile(const HookFile&) = delete;
    HookFile& operator=(const HookFile&) = delete;
    [[nodiscard]] std::string path() const { return m_path.string(); }

    static std::string entry(const std::string& url, bool allowPrivate) {
        return R"({"name":"approval","url":")" + url + R"(","secret":")" + kSecret + R"(","allowPrivate":)" +
               (allowPrivate ? "true}" : "false}");
    }

private:
    static inline int s_count = 0;
    std::filesystem::path m_path;
};

std::string hooks(const std::string& entries) {
    return "{\"webhooks\":[" + entries + "]}";
}

/// Issues, calls, begins and finishes one ticket; gives its number.
std::string serveOne(RunningServer& server, const std::string& session) {
    const Reply issued =
        server.post(kApi + "/tickets", kKiosk, R"({"itemId":")" + kItem + R"(","paper":false})");
    EXPECT_EQ(issued.status, 201) << issued.text;
    for (const char* verb : {"call", "start", "finish"})
        EXPECT_EQ(server.post(kApi + "/windows/" + kWindow + "/" + verb, kTerminal, "{}", session).status,
                  200);
    return issued.string("/ticket/number");
}

} // namespace

TEST(Webhooks, callsAndServicesAreToldInOrderAndSigned) {
    Target target;
    const HookFile file(hooks(HookFile::entry(target.url(), true)));
    RunningServer server({"--webhooks", file.path()});
    const std::string number = serveOne(server, server.signIn(kTerminal, kClerk));
    const auto told = target.taken(2);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[0].event, "ticketCalled");
    EXPECT_EQ(told[1].event, "serviceFinished");
    for (const auto& one : told) {
        const auto json = boost::json::parse(one.body);
        EXPECT_EQ(json.at("number").as_string(), number);
        EXPECT_EQ(json.at("windowId").as_string(), kWindow);
        EXPECT_EQ(json.at("id").as_string(), one.delivery);
        EXPECT_EQ(one.body.find("personId"), std::string::npos);
        ASSERT_EQ(one.signature.rfind("t=", 0), 0U);
        const auto at = std::stoll(one.signature.substr(2));
        EXPECT_EQ(one.signature, services::signatureOf(kSecret, model::fromMillis(at), one.body));
    }
    EXPECT_FALSE(boost::json::parse(told[1].body).at("startedAt").is_null());
}

TEST(Webhooks, whatWasNotTakenComesAgainInOrderAlsoAfterTheServerWasKilled) {
    Target target;
    target.refuse(1);
    const HookFile file(hooks(HookFile::entry(target.url(), true)));
    RunningServer server({"--webhooks", file.path()}, RunningServer::Complaints::kept);
    const std::string number = serveOne(server, server.signIn(kTerminal, kClerk));
    ASSERT_TRUE(target.refusedAll());
    EXPECT_EQ(server.stop(SIGKILL), -SIGKILL);
    server.start();
    const auto told = target.taken(2);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[0].event, "ticketCalled");
    EXPECT_EQ(told[1].event, "serviceFinished");
    EXPECT_LT(std::stoll(told[0].delivery), std::stoll(told[1].delivery));
}

TEST(Webhooks, aPrivateAddressIsNotSpokenToUnlessItMay) {
    using Poco::Net::IPAddress;
    for (const char* text :
         {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.1.1", "100.64.0.1", "0.0.0.0",
          "224.0.0.1", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1"})
        EXPECT_TRUE(gateways::isPrivate(IPAddress(text))) << text;
    for (const char* text : {"8.8.8.8", "223.5.5.5", "100.128.0.1", "172.32.0.1", "2400:3200::1"})
        EXPECT_FALSE(gateways::isPrivate(IPAddress(text))) << text;
    Target target;
    gateways::Poster poster({target.url(), false, {}}, 2s);
    const auto answer = poster.post({}, "{}");
    EXPECT_EQ(answer.status, 0);
    EXPECT_NE(answer.why.find("private"), std::string::npos) << answer.why;
    EXPECT_TRUE(target.taken(0).empty());
}

TEST(Webhooks, aFileThatIsWrongStopsTheStartAndSaysWhere) {
    const auto said = [](const std::string& text) {
        const HookFile file(text);
        const auto folder = std::filesystem::temp_directory_path();
        const Ended ended = runProgram("--webhooks " + file.path() + " --port 0 --demonstration --data " +
                                       (folder / "atrium-none").string() + " --keys " +
                                       (folder / "atrium-none-keys").string());
        std::filesystem::remove_all(folder / "atrium-none");
        std::filesystem::remove_all(folder / "atrium-none-keys");
        EXPECT_NE(ended.status, 0);
        return ended.said;
    };
    EXPECT_NE(said("no json").find("webhooks: "), std::string::npos);
    const std::string good = HookFile::entry("http://192.0.2.1/", false);
    EXPECT_NE(said(hooks(good + "," + good)).find("/webhooks/1: its name"), std::string::npos);
    EXPECT_NE(said(hooks(HookFile::entry("ftp://x/", false))).find("/webhooks/0: its \"url\""),
              std::string::npos);
}

} // namespace atrium::test
