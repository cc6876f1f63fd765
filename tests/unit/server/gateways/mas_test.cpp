// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateways/sms/codec/mas.h"

#include <gtest/gtest.h>

namespace atrium::gateways::mas {
namespace {

const Account kAccount{"大厅", "ap", "secret", "sign", "01"};
const MessageId kId{"m1"};

TEST(MasCodec, TheMacIsMadeOfAllMembersAndTheSecretOnly) {
    EXPECT_EQ(macText(kAccount, "138", "内容"), "大厅apsecret138内容sign01");
}

TEST(MasCodec, TheRequestHasEveryMemberButTheSecret) {
    EXPECT_EQ(
        requestJson(kAccount, "138", "a\"b", "00ff"),
        R"({"ecName":"大厅","apId":"ap","mobiles":"138","content":"a\"b","sign":"sign","addSerial":"01","mac":"00ff"})");
}

TEST(MasCodec, AnswersSayWhatBecameOfTheMessage) {
    const auto read = [](int status, std::string_view body) { return decodeAnswer(kId, status, body); };
    EXPECT_EQ(read(200, R"({"msgGroup":"g1","rspcod":"success","success":true})"),
              (SendAnswer{kId, Outcome::accepted, {"g1"}, ""}));
    EXPECT_EQ(read(200, R"({"msgGroup":"","rspcod":"IllegalMac","success":false})"),
              (SendAnswer{kId, Outcome::refused, {}, "IllegalMac"}));
    EXPECT_EQ(read(200, R"({"success":true,"msgGroup":null,"more":[1]})"),
              (SendAnswer{kId, Outcome::accepted, {}, ""}));
    for (const auto* body :
         {"", "[]", "{}", R"({"success":"true"})", R"({"success":true,"msgGroup":7})", "{"})
        EXPECT_EQ(read(200, body).outcome, Outcome::noAnswer) << body;
    EXPECT_EQ(read(404, "").outcome, Outcome::refused);
    EXPECT_EQ(read(429, "").outcome, Outcome::notSent);
    EXPECT_EQ(read(503, "").outcome, Outcome::notSent);
    for (const int status : {302, 500, 502, 504})
        EXPECT_EQ(read(status, "").outcome, Outcome::noAnswer) << status;
}

TEST(MasCodec, ThePeersWordIsShortAndPrintable) {
    const auto answer =
        decodeAnswer(kId, 200, R"({"success":false,"rspcod":")" + std::string(100, 'x') + R"("})");
    EXPECT_EQ(answer.code, std::string(64, 'x'));
    EXPECT_EQ(decodeAnswer(kId, 200, R"({"success":false,"rspcod":"a\nb"})").code, "a?b");
}

TEST(MasCodec, ReportsComeAloneOrAsAList) {
    const std::string one =
        R"({"errorCode":"DELIVRD","mobile":"138","msgGroup":"g1","reportStatus":"CM:0000","submitDate":"x"})";
    const std::string two = R"({"errorCode":"MB:1031","msgGroup":"g2","reportStatus":"CM:1031"})";
    EXPECT_EQ(decodeReports(one), (std::vector<DeliveryReport>{{"g1", true, "DELIVRD"}}));
    EXPECT_EQ(decodeReports("[" + one + "," + two + "]"),
              (std::vector<DeliveryReport>{{"g1", true, "DELIVRD"}, {"g2", false, "MB:1031"}}));
    EXPECT_EQ(decodeReports(R"({"msgGroup":"g","reportStatus":"CM:0000"})"),
              (std::vector<DeliveryReport>{{"g", true, "CM:0000"}}));
    for (const std::string body : {"", "7", "null", "{}", "[{}]", R"({"msgGroup":"g"})", R"([[]])"})
        EXPECT_EQ(decodeReports(body), std::nullopt) << body;
}

} // namespace
} // namespace atrium::gateways::mas
