// SPDX-License-Identifier: GPL-3.0-or-later
// Messages to visitors: from the phone that is left with a ticket to the gateway, and what is kept of them.
#include "server/app/options.h"
#include "server/app/smsgateways.h"
#include "server/services/messages/sender.h"
#include "shared/model/reflect.h"
#include "tests/unit/server/services/servicesfixture.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace atrium::services::testing {

using gateways::OutgoingSms;
using model::MessageKind;
using model::MessageState;
using rules::queueing::CallNext;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

namespace {

const std::string kPhone = "13812341234";

/// A gateway that keeps what it got; the test answers.
class FakeGateway final : public gateways::SmsGateway {
public:
    [[nodiscard]] gateways::SmsCapabilities capabilities() const override { return {}; }
    [[nodiscard]] gateways::SmsLimits limits() const override { return {}; }
    [[nodiscard]] bool send(OutgoingSms sms) override {
        const std::lock_guard lock(m_mutex);
        m_got.push_back(std::move(sms));
        m_came.notify_all();
        return true;
    }
    [[nodiscard]] std::size_t pending() const override { return 0; }
    void stop(std::chrono::milliseconds) override {}

    /// As soon as there are so many; fewer after ten seconds, which fails the test.
    [[nodiscard]] std::vector<OutgoingSms> got(std::size_t count) {
        std::unique_lock lock(m_mutex);
        EXPECT_TRUE(m_came.wait_for(lock, std::chrono::seconds(10), [&] { return m_got.size() >= count; }));
        return m_got;
    }

private:
    std::mutex m_mutex; // guards m_got
    std::condition_variable m_came;
    std::vector<OutgoingSms> m_got;
};

model::MessageTemplate textOf(MessageKind kind, const char* text, const char* textEn = "") {
    model::MessageTemplate out;
    out.id = model::MessageTemplateId(std::string(model::enumName(kind)));
    out.hallId = model::HallId("hall");
    out.kind = kind;
    out.text = text;
    out.textEn = textEn;
    return out;
}

} // namespace

class Messages : public ServicesTest {
protected:
    void SetUp() override {
        hasGateway = true;
        ServicesTest::SetUp();
        sender = std::make_unique<MessageSender>(*writer, *vault);
        listen([this](const std::vector<store::LogEventPtr>& events) { sender->announce(events); });
        put(textOf(MessageKind::nearTurn, "您的号码{number}前面还有{ahead}人"));
        put(textOf(MessageKind::called, "请{number}号到{window}号窗口", "Ticket {number}, window {window}"));
        put(textOf(MessageKind::nextPerson, "{number}号，您是下一位"));
        set([](model::MessageSettings& settings) {
            settings.active = true;
            settings.signature = "【大厅】";
        });
        sender->start(gateway);
    }
    void TearDown() override {
        sender->stop();
        ServicesTest::TearDown();
    }
    void put(const store::AnyRecord& record) {
        writer
            ->run({},
                  [&record](WriteContext& context) -> model::Result<Outcome> {
                      context.record("recordChanged", {store::put(record)});
                      return Outcome{};
                  })
            .value();
    }
    template <class Change> void set(Change&& change) {
        auto setup = hall->setup()->hall;
        change(setup.messages);
        put(setup);
    }
    /// The id of a new ticket whose holder left that phone.
    std::string take(const std::string& phone = kPhone, const std::string& language = "zh") {
        const auto answer = ask("POST", "/api/v1/tickets", at("kiosk"),
                                R"({"itemId":"item","paper":false,"language":")" + language +
                                    R"(","phone":")" + phone + "\"}");
        EXPECT_EQ(answer.status, 201) << answer.body;
        const auto at = answer.body.find(R"("id":")") + 6;
        return answer.body.substr(at, answer.body.find('"', at) - at);
    }
    void call(const char* window = "window-1") {
        run(CallNext{model::WindowId(window), model::CallId("call-" + std::to_string(++calls))}).value();
    }
    [[nodiscard]] std::vector<model::Message> messages(MessageKind kind) const {
        return hall->read([&](const HallState& state) {
            std::vector<model::Message> out;
            for (const auto& [id, message] : state.messages.messages)
                if (message.kind == kind)
                    out.push_back(message);
            return out;
        });
    }
    void answer(const model::MessageId& id, rules::messages::Outcome outcome,
                std::vector<std::string> refs = {}) {
        sender->answered({id, outcome, std::move(refs), {}});
        flush();
    }
    /// What was submitted before is decided and told.
    void flush() {
        (void)writer->run({}, [](WriteContext&) -> model::Result<Outcome> { return Outcome{}; });
    }
    /// Everything the log and the answers hold, as text.
    [[nodiscard]] std::string logText() const {
        std::string out;
        for (const auto& event : events())
            out += store::eventBody(event);
        return out;
    }

    FakeGateway gateway;
    std::unique_ptr<MessageSender> sender;
    int calls = 0;
};

TEST_F(Messages, aCallIsToldToWhoLeftAPhoneAndToNobodyElse) {
    const auto ticket = take();
    issue("without").value();
    call();
    const auto sms = gateway.got(1);
    EXPECT_EQ(sms[0].phone, kPhone);
    EXPECT_EQ(sms[0].text, "【大厅】请A0001号到1号窗口");
    answer(sms[0].id, rules::messages::Outcome::accepted, {"ref-1"});
    EXPECT_EQ(messages(MessageKind::called).at(0).state, MessageState::accepted);
    sender->reported({"ref-1", true, "DELIVRD"});
    flush();
    const auto delivered = messages(MessageKind::called).at(0);
    EXPECT_EQ(delivered.state, MessageState::delivered);
    EXPECT_EQ(delivered.hallId.value, "hall");
    EXPECT_EQ(delivered.ticketId.value, ticket);
    EXPECT_THAT(logText(), Not(HasSubstr(kPhone))) << "the log knows no phone";
    run(rules::queueing::StartService{model::WindowId("window-1")}).value();
    run(rules::queueing::FinishService{model::WindowId("window-1")}).value();
    call();
    EXPECT_THAT(messages(MessageKind::called), SizeIs(1)) << "the second one left none";
    EXPECT_THAT(gateway.got(1), SizeIs(1));
}

TEST_F(Messages, englishTicketsGetEnglishMessagesWhereThereAreSome) {
    take(kPhone, "en");
    call();
    EXPECT_EQ(gateway.got(1)[0].text, "【大厅】Ticket A0001, window 1");
}

TEST_F(Messages, aPhoneThatIsNoneIsRefusedByItsPlaceAndSentence) {
    for (const char* phone : {"1381234123", "138123412345", "12812341234", "1381234123a", "+8613812341234"}) {
        const auto refused = ask("POST", "/api/v1/tickets", at("kiosk"),
                                 std::string(R"({"itemId":"item","paper":false,"phone":")") + phone + "\"}");
        EXPECT_EQ(refused.status, 400) << phone;
        EXPECT_THAT(refused.body, HasSubstr(R"("path":"/phone")"));
        EXPECT_THAT(refused.body, HasSubstr("11位"));
    }
    EXPECT_EQ(maskPhone(kPhone), "138****1234");
    EXPECT_EQ(maskPhone("12"), "");
}

TEST_F(Messages, whereNothingIsSentNoPhoneIsKept) {
    set([](model::MessageSettings& settings) { settings.active = false; });
    const auto ticket = take();
    EXPECT_FALSE(store->person(store::phoneRowOf(model::TicketId(ticket))).value());
    call();
    EXPECT_THAT(messages(MessageKind::called), IsEmpty());
}

TEST_F(Messages, thePhoneStandsEncryptedUnderTheTicketAndGoesWithItsDay) {
    const model::TicketId ticket(take());
    const auto row = store->person(store::phoneRowOf(ticket)).value();
    ASSERT_TRUE(row);
    EXPECT_THAT(row->sealed, Not(HasSubstr(kPhone)));
    EXPECT_EQ(vault->phone(row->id).value(), kPhone);
    EXPECT_EQ(vault->holder(row->id).value().number, "") << "it is nobody's document";
    clock.advance(std::chrono::hours(24));
    housekeeping->round();
    EXPECT_FALSE(store->person(row->id).value());
    EXPECT_TRUE(hall->read([](const HallState& state) { return state.reachable.empty(); }));
}

TEST_F(Messages, erasingByTheTicketTakesThePhoneAndWhatWaits) {
    take();
    const auto ticket = take();
    clock.advance(std::chrono::minutes(3));
    const auto erased =
        ask("POST", "/api/v1/persons/erase", at("tool", "admin"), R"({"ticketId":")" + ticket + "\"}");
    EXPECT_EQ(erased.body, R"({"erased":true})");
    EXPECT_FALSE(store->person(store::phoneRowOf(model::TicketId(ticket))).value());
    call();
    call("window-2");
    flush();
    for (const auto kind : {MessageKind::nearTurn, MessageKind::called, MessageKind::nextPerson})
        for (const auto& message : messages(kind))
            EXPECT_NE(message.ticketId.value, ticket);
}

TEST_F(Messages, aTurnThatComesNearIsToldOnceAndDroppedWhenTheCallOvertakesIt) {
    issue("first").value();
    const auto ticket = take();
    clock.advance(std::chrono::minutes(3));
    set([](model::MessageSettings& settings) { // 10:03 is quiet, until 10:10
        settings.quietFrom.value = 10 * 60;
        settings.quietTo.value = 10 * 60 + 10;
    });
    housekeeping->round();
    const auto near = messages(MessageKind::nearTurn);
    ASSERT_THAT(near, SizeIs(1));
    EXPECT_EQ(near[0].state, MessageState::waiting) << "held by the quiet hours";
    EXPECT_EQ(near[0].text, "【大厅】您的号码A0002前面还有1人");
    EXPECT_EQ(near[0].ticketId.value, ticket);
    clock.advance(std::chrono::seconds(31));
    housekeeping->round();
    EXPECT_THAT(messages(MessageKind::nearTurn), SizeIs(1)) << "once a ticket";
    call();
    call("window-2");
    EXPECT_EQ(messages(MessageKind::nearTurn).at(0).state, MessageState::dropped);
    EXPECT_EQ(messages(MessageKind::nearTurn).at(0).cause, model::MessageCause::overtaken);
    EXPECT_EQ(messages(MessageKind::called).at(0).cause, model::MessageCause::quietHours);
}

TEST_F(Messages, theNextPersonOfTheWindowIsTold) {
    issue("first").value();
    set([](model::MessageSettings& settings) {
        settings.nearPeople = 1;
        settings.walkMinutes = settings.marginMinutes = 0;
    });
    take();
    call();
    EXPECT_EQ(gateway.got(1)[0].text, "【大厅】A0002号，您是下一位");
}

TEST_F(Messages, whatTheLastLifeHandedOverIsNotSentAgain) {
    take();
    call();
    ASSERT_THAT(gateway.got(1), SizeIs(1));
    // The server ends before the gateway answers, and starts again.
    sender->stop();
    listen({});
    sender.reset();
    dropParts();
    close();
    open();
    makeParts();
    EXPECT_EQ(messages(MessageKind::called).at(0).state, MessageState::sending);
    sender = std::make_unique<MessageSender>(*writer, *vault);
    listen([this](const std::vector<store::LogEventPtr>& events) { sender->announce(events); });
    sender->start(gateway);
    EXPECT_EQ(messages(MessageKind::called).at(0).state, MessageState::unsure);
    EXPECT_TRUE(hall->read([](const HallState& state) { return state.reachable.size() == 1; }));
    clock.advance(std::chrono::minutes(2));
    housekeeping->round();
    flush();
    EXPECT_THAT(gateway.got(1), SizeIs(1));
}

TEST_F(Messages, whatWasCertainlyNotSentIsTriedAgainWhileItMakesSense) {
    take();
    call();
    answer(gateway.got(1)[0].id, rules::messages::Outcome::notSent);
    EXPECT_EQ(messages(MessageKind::called).at(0).state, MessageState::waiting);
    clock.advance(std::chrono::seconds(11));
    housekeeping->round();
    const auto again = gateway.got(2);
    EXPECT_EQ(again[1].id, again[0].id);
    answer(again[1].id, rules::messages::Outcome::notSent);
    clock.advance(std::chrono::minutes(5));
    housekeeping->round();
    EXPECT_EQ(messages(MessageKind::called).at(0).state, MessageState::expired);
}

TEST_F(Messages, aSilentCallIsSpokenWhenItsMessageDoesNotGetThrough) {
    set([](model::MessageSettings& settings) { settings.callStyle = model::CallStyle::silent; });
    take();
    issue("without").value();
    call();
    const auto callsOf = [this] {
        return hall->read([](const HallState& state) {
            std::vector<model::Call> out;
            for (const auto& id : state.callOrder)
                out.push_back(state.calls.at(id));
            return out;
        });
    };
    ASSERT_THAT(callsOf(), SizeIs(1));
    EXPECT_FALSE(callsOf()[0].spoken);
    call("window-2");
    EXPECT_TRUE(callsOf().at(1).spoken) << "who left no phone is called aloud";
    answer(gateway.got(1)[0].id, rules::messages::Outcome::refused);
    ASSERT_THAT(callsOf(), SizeIs(3));
    EXPECT_TRUE(callsOf()[2].spoken);
    EXPECT_EQ(callsOf()[2].number, "A0001");
    run(rules::queueing::Recall{model::WindowId("window-1"), model::CallId("again")}).value();
    EXPECT_TRUE(callsOf().at(3).spoken) << "a recall is always said";
}

TEST_F(Messages, aGatewayThatIsGoneStandsAsAnAlarm) {
    const auto stands = [this] {
        return hall->read([](const HallState& state) {
            const auto alarm = state.alarms.find(model::AlarmId("deviceSilent.sms"));
            return alarm == state.alarms.end() ? std::string() : alarm->second.detail;
        });
    };
    sender->reachable(false, "ConnectionRefused");
    flush();
    EXPECT_EQ(stands(), "ConnectionRefused");
    sender->reachable(true, {});
    flush();
    EXPECT_EQ(stands(), "");
}

TEST_F(Messages, templatesAreCheckedAtSaving) {
    const auto admin = at("tool", "admin");
    const auto save = [&](const std::string& id, const std::string& kind, const std::string& text) {
        return ask("PUT", "/api/v1/records/messageTemplate/" + id, admin,
                   R"({"id":")" + id + R"(","hallId":"hall","kind":")" + kind + R"(","text":")" + text +
                       "\"}");
    };
    EXPECT_THAT(save("other", "called", "请到窗口").body, HasSubstr(R"("path":"/kind")"));
    EXPECT_EQ(save("called", "called", "x").status, 409) << "whoever saves says which version they changed";
    for (const auto& [text, word] : {std::pair<std::string, std::string>{"{nummer}", "{nummer}"},
                                     {"{minutes}", "{minutes}"},
                                     {"{number", "花括号"},
                                     {" ", "/text"}}) {
        auto row = textOf(MessageKind::called, text.c_str());
        const auto version = hall->setup()->messageTemplates.at(row.id).version;
        const auto refused = ask("PUT", "/api/v1/records/messageTemplate/called", admin,
                                 R"({"id":"called","hallId":"hall","kind":"called","text":")" + text + "\"}",
                                 '"' + std::to_string(version) + '"');
        EXPECT_EQ(refused.status, 400) << text;
        EXPECT_THAT(refused.body, HasSubstr(word));
    }
}

TEST(SmsSettings, areReadAndIncompleteOnesStopTheStart) {
    const auto read = [](std::vector<std::string> words) {
        return app::readOptions(words, [](const std::string&) { return std::optional<std::string>(); });
    };
    EXPECT_FALSE(read({"--sms-gateway", "pigeon"}));
    const std::vector<std::string> good{"--sms-gateway", "cmpp2",  "--sms-host",    "10.1.1.1",
                                        "--sms-port",    "7891",   "--sms-account", "900001",
                                        "--sms-secret",  "geheim", "--sms-number",  "10657000"};
    const auto options = read(good);
    ASSERT_TRUE(options);
    EXPECT_EQ(options->sms.gateway, app::SmsOptions::Gateway::cmpp2);
    EXPECT_EQ(options->sms.port, 7891);
    EXPECT_TRUE(app::checkSmsOptions(options->sms));
    for (const char* missing : {"--sms-host", "--sms-account", "--sms-secret", "--sms-number"}) {
        auto words = good;
        const auto at = std::find(words.begin(), words.end(), missing);
        words.erase(at, at + 2);
        EXPECT_FALSE(app::checkSmsOptions(read(words)->sms)) << missing;
    }
    EXPECT_FALSE(app::checkSmsOptions(
        read({"--sms-gateway", "http", "--sms-account", "a", "--sms-secret", "b", "--sms-url", "http://x/",
              "--sms-company", "c", "--sms-sign", "d", "--sms-report-key", "short"})
            ->sms));
    EXPECT_TRUE(app::checkSmsOptions({})) << "no gateway is needed";
}

} // namespace atrium::services::testing
