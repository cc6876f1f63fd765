// SPDX-License-Identifier: GPL-3.0-or-later
// What time brings: the server in this process, with a clock that the test moves.
#include "server/app/hallserver.h"
#include "server/services/core/crypto.h"
#include "server/services/core/services.h"
#include "server/services/people/vault.h"
#include "tests/integration/server/gateways/emulator.h"

#include <gmock/gmock.h>

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <thread>

#include <stdlib.h>

namespace atrium::test {
namespace {

using namespace services;
using model::MessageState;

/// The machine's clock, set forward by the test; time for waiting stays true.
class MovedClock final : public http::Clock {
public:
    [[nodiscard]] Steady steady() const override { return system().steady() + std::chrono::seconds(m_by); }
    [[nodiscard]] model::Instant now() const override { return system().now() + std::chrono::seconds(m_by); }
    void advance(std::chrono::seconds by) { m_by += by.count(); }

private:
    std::atomic<std::int64_t> m_by{0};
};

class NearTurn : public testing::Test {
protected:
    void SetUp() override {
        initCrypto();
        folder = (std::filesystem::temp_directory_path() / "atrium-near-XXXXXX").string();
        ASSERT_NE(::mkdtemp(folder.data()), nullptr);
        options.data = folder + "/data";
        options.keys = folder + "/keys";
        options.port = 0;
        options.demonstration = true;
        options.hallPackage = ATRIUM_HALL_DIR;
        options.sms.gateway = app::SmsOptions::Gateway::cmpp3;
        options.sms.host = "127.0.0.1";
        options.sms.port = peer.port();
        options.sms.account = "900001";
        options.sms.secret = "secret";
        options.sms.number = "10657000";
        auto made = app::HallServer::create(options, clock);
        ASSERT_TRUE(made) << made.error().detail;
        server = std::move(*made);
        write([](WriteContext& context) {
            auto text =
                context.state().setup->messageTemplates.at(model::MessageTemplateId("message-near-turn"));
            text.text = "号码{number}前面还有{ahead}人";
            context.record("recordChanged", {store::put(text)});
            auto hall = context.state().setup->hall;
            hall.messages.active = true;
            context.record("recordChanged", {store::put(hall)});
            (void)context.command(
                rules::queueing::OpenWindow{model::WindowId("window-01"), staffOf(context)});
        });
    }
    void TearDown() override {
        server.reset();
        std::filesystem::remove_all(folder);
    }
    static model::StaffId staffOf(WriteContext& context) {
        return context.state().setup->staff.begin()->first;
    }
    void write(const std::function<void(WriteContext&)>& work) {
        (void)server->services().writer.run({}, [&work](WriteContext& context) -> model::Result<Outcome> {
            work(context);
            return Outcome{};
        });
    }
    void take(const std::string& id, const std::string& phone) {
        const auto& services = server->services();
        const auto row = services.vault.sealPhone(model::TicketId(id), phone, services.clock.now());
        write([&](WriteContext& context) {
            rules::queueing::IssueTicket command;
            command.ticketId = model::TicketId(id);
            command.itemId = model::ServiceItemId("item-one-stop-company-start-up");
            command.deviceId = model::DeviceId("kiosk-01");
            command.paper = false;
            if (const auto done = context.command(command); !done)
                ADD_FAILURE() << done.error().detail;
            context.keepPhone(command.ticketId, row);
        });
    }
    [[nodiscard]] std::string numberOf(const std::string& id) const {
        return server->services().model.read(
            [&](const HallState& state) { return state.queue.tickets.at(model::TicketId(id)).number; });
    }
    [[nodiscard]] std::vector<model::Message> messages() const {
        return server->services().model.read([](const HallState& state) {
            std::vector<model::Message> out;
            for (const auto& [id, message] : state.messages.messages)
                if (message.kind == model::MessageKind::nearTurn)
                    out.push_back(message);
            return out;
        });
    }

    Emulator peer{"cmpp.py"};
    MovedClock clock;
    std::string folder;
    app::Options options;
    std::unique_ptr<app::HallServer> server;
};

TEST_F(NearTurn, reachesThePhoneWhenTimeBringsItNear) {
    take("t1", "13812341234");
    EXPECT_TRUE(messages().empty()) << "not so soon after the number was taken";
    clock.advance(std::chrono::minutes(3));
    const auto seen = peer.waitFor("submit", 1); // within a round of the housekeeping
    EXPECT_EQ(seen.text("phone"), "13812341234");
    EXPECT_EQ(seen.text("text"), "号码" + numberOf("t1") + "前面还有0人");
    EXPECT_THAT(peer.all("submit"), testing::SizeIs(1));
}

TEST_F(NearTurn, isDroppedWhenTheCallComesWhileTheGatewayIsAway) {
    peer.command("drop");
    options.sms.port = 1; // where nobody listens
    server.reset();
    auto made = app::HallServer::create(options, clock);
    ASSERT_TRUE(made) << made.error().detail;
    server = std::move(*made);
    take("t1", "13812341234");
    clock.advance(std::chrono::minutes(3));
    const auto isThere = [this] {
        const auto all = messages();
        return !all.empty() && all[0].state == MessageState::waiting && all[0].attempts > 0;
    };
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!isThere() && std::chrono::steady_clock::now() < end)
        std::this_thread::yield();
    ASSERT_TRUE(isThere()) << "tried, and certainly not sent";
    write([](WriteContext& context) {
        const auto done =
            context.command(rules::queueing::CallNext{model::WindowId("window-01"), model::CallId("c1")});
        EXPECT_TRUE(done) << done.error().detail;
    });
    const auto all = messages();
    ASSERT_THAT(all, testing::SizeIs(1));
    EXPECT_EQ(all[0].state, MessageState::dropped);
    EXPECT_EQ(all[0].cause, model::MessageCause::overtaken);
    EXPECT_THAT(peer.all("submit"), testing::IsEmpty());
}

} // namespace
} // namespace atrium::test
