// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/server/messages/messagehall.h"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

namespace atrium::test {

namespace {

const std::string kApi = "/api/v1";

} // namespace

std::vector<std::string> masSettings(std::uint16_t port) {
    return {"--sms-gateway",    "http",
            "--sms-url",        "http://127.0.0.1:" + std::to_string(port) + "/sms/norsubmit",
            "--sms-account",    "hall",
            "--sms-secret",     "secret-of-mas",
            "--sms-company",    "政务服务大厅",
            "--sms-sign",       "qJ0bK1c2D",
            "--sms-report-key", "key-of-the-reports",
            "--sms-per-second", "1000"};
}

std::vector<std::string> cmppSettings(std::uint16_t port, const std::string& version) {
    return {"--sms-gateway", version,  "--sms-host",       "127.0.0.1", "--sms-port",   std::to_string(port),
            "--sms-account", "900001", "--sms-secret",     "secret",    "--sms-number", "10657000",
            "--sms-service", "HALL",   "--sms-per-second", "1000"};
}

MessageHall::MessageHall(std::vector<std::string> gateway, const std::string& settings)
    : server(std::move(gateway), RunningServer::Complaints::kept) {
    signIn();
    const Reply rows = server.get(kApi + "/records/messageTemplate", kTool, admin);
    for (const auto& value : rows.at("/records").as_array()) {
        auto row = value.as_object(); // of the package
        const std::string kind(row.at("kind").as_string());
        row["text"] = kind == "called" ? "请{number}号到{window}号窗口" : "{number}号，您是下一位";
        save("messageTemplate", row);
    }
    const Reply halls = server.get(kApi + "/records/hall", kTool, admin);
    auto hall = halls.at("/records/0").as_object();
    auto messages = boost::json::parse("{" + settings + "}").as_object();
    messages["active"] = true;
    messages["signature"] = "【大厅】";
    hall["messages"] = std::move(messages);
    save("hall", hall);
}

void MessageHall::signIn() {
    admin = server.signIn(kTool, "admin");
    m_clerk = server.signIn(kTerminal, kClerk);
    m_stream = std::make_unique<EventStream>(server, kTool, "", admin);
    m_stream->until("\n\n"); // open from here on
}

void MessageHall::startAgain() {
    m_stream.reset();
    server.start();
    signIn();
}

void MessageHall::save(const std::string& kind, const boost::json::object& record) {
    const std::string id(record.at("id").as_string());
    const Reply saved =
        server.ask("PUT", kApi + "/records/" + kind + "/" + id, kTool, boost::json::serialize(record), admin,
                   {{"If-Match", boost::json::serialize(record.at("version"))}});
    EXPECT_EQ(saved.status, 200) << saved.text;
}

std::string MessageHall::take(const std::string& phone) {
    const Reply issued = server.post(
        kApi + "/tickets", kKiosk, R"({"itemId":")" + kItem + R"(","paper":false,"phone":")" + phone + "\"}");
    EXPECT_EQ(issued.status, 201) << issued.text;
    EXPECT_EQ(issued.text.find(phone.empty() ? "\"phone\"" : phone), std::string::npos);
    return issued.string("/ticket/number");
}

std::string MessageHall::call() {
    const std::string window = kApi + "/windows/" + kWindow + "/";
    if (std::exchange(m_hasCalled, true)) {
        for (const char* verb : {"start", "finish"})
            EXPECT_EQ(server.post(window + verb, kTerminal, "{}", m_clerk).status, 200) << verb;
    }
    const Reply called = server.post(window + "call", kTerminal, "{}", m_clerk);
    EXPECT_EQ(called.status, 200) << called.text;
    return called.string("/current/ticket/number");
}

} // namespace atrium::test
