// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/forwarded.h"

#include <gtest/gtest.h>

namespace atrium::http {

namespace {

Headers with(const std::vector<std::pair<std::string, std::string>>& fields) {
    Headers out;
    for (const auto& [name, value] : fields)
        out.add(name, value);
    return out;
}

Request from(const char* address, const std::vector<std::pair<std::string, std::string>>& fields = {}) {
    Request out;
    out.remoteAddress = address;
    out.headers = with(fields);
    return out;
}

} // namespace

TEST(Forwarded, aRequestThroughAProxyIsNotLocal) {
    EXPECT_TRUE(isLocal(from("127.0.0.1")));
    EXPECT_TRUE(isLocal(from("::1", {{"Host", "localhost"}})));
    EXPECT_FALSE(isLocal(from("10.0.0.5")));
    EXPECT_FALSE(isLocal(from("")));
    for (const char* field : {"Forwarded", "X-Forwarded-For", "x-forwarded-for", "X-Forwarded-Proto",
                              "X-Forwarded-Host", "X-Real-IP", "Via"})
        EXPECT_FALSE(isLocal(from("127.0.0.1", {{field, ""}}))) << field;
    EXPECT_FALSE(isLocal(from("127.0.0.1", {{"X-Forwarded-For", "127.0.0.1"}})));
}

TEST(Forwarded, onlyATrustedProxyIsBelieved) {
    const Headers said = with({{"X-Forwarded-For", "203.0.113.7"}});
    EXPECT_EQ(clientAddress("127.0.0.1", said, {}), "127.0.0.1");
    EXPECT_EQ(clientAddress("10.0.0.9", said, {"127.0.0.1"}), "10.0.0.9");
    EXPECT_EQ(clientAddress("127.0.0.1", said, {"127.0.0.1"}), "203.0.113.7");
    EXPECT_EQ(clientAddress("127.0.0.1", {}, {"127.0.0.1"}), "127.0.0.1");
}

TEST(Forwarded, whatTheClientWroteItselfDoesNotCount) {
    const std::vector<std::string> trusted{"127.0.0.1", "10.0.0.2"};
    EXPECT_EQ(
        clientAddress("127.0.0.1", with({{"X-Forwarded-For", "127.0.0.1, 1.2.3.4, 203.0.113.7"}}), trusted),
        "203.0.113.7");
    EXPECT_EQ(
        clientAddress("127.0.0.1",
                      with({{"X-Forwarded-For", "1.2.3.4"}, {"X-Forwarded-For", "203.0.113.7, 10.0.0.2"}}),
                      trusted),
        "203.0.113.7");
    EXPECT_EQ(clientAddress("127.0.0.1", with({{"X-Forwarded-For", "1.2.3.4, nobody"}}), trusted),
              "127.0.0.1");
    EXPECT_EQ(clientAddress("127.0.0.1", with({{"X-Forwarded-For", "10.0.0.2"}}), trusted), "127.0.0.1");
}

TEST(Forwarded, addressesMayHavePorts) {
    const std::vector<std::string> trusted{"::1"};
    EXPECT_EQ(clientAddress("::1", with({{"X-Forwarded-For", "203.0.113.7:4711"}}), trusted), "203.0.113.7");
    EXPECT_EQ(clientAddress("::1", with({{"X-Forwarded-For", "[2001:db8::1]:4711"}}), trusted),
              "2001:db8::1");
    EXPECT_EQ(clientAddress("::1", with({{"X-Forwarded-For", "2001:db8::1"}}), trusted), "2001:db8::1");
}

TEST(Forwarded, aListOfProxiesIsNumeric) {
    std::vector<std::string> out;
    EXPECT_TRUE(readAddresses("127.0.0.1, ::1", out));
    EXPECT_EQ(out, (std::vector<std::string>{"127.0.0.1", "::1"}));
    EXPECT_TRUE(readAddresses("", out));
    EXPECT_TRUE(out.empty());
    EXPECT_FALSE(readAddresses("proxy.example.cn", out));
    EXPECT_FALSE(readAddresses("127.0.0.1,", out));
}

TEST(Forwarded, limitsCountByWhatOneClientHolds) {
    EXPECT_EQ(networkOf("10.0.0.1"), "10.0.0.1");
    EXPECT_EQ(networkOf("2001:db8::1"), networkOf("2001:db8::ffff:1"));
    EXPECT_NE(networkOf("2001:db8::1"), networkOf("2001:db8:0:1::1"));
    EXPECT_EQ(networkOf("?"), "?");
}

} // namespace atrium::http
