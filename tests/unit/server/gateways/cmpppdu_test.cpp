// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/gateways/peer.h"

#include <gtest/gtest.h>

namespace atrium::gateways::cmpp::tests {
namespace {

TEST(CmppPdu, TheProofIsMadeOfSourceZerosSecretAndTenDigits) {
    EXPECT_EQ(sourceProofText("900001", "secret", 102030405),
              "900001" + std::string(9, '\0') + "secret" + "0102030405");
    Digest proof{};
    proof.fill('p');
    EXPECT_EQ(peerProofText(1, proof, "s"), '\0' + std::string(16, 'p') + "s");
    EXPECT_EQ(peerProofText(4, proof, "s"), std::string(4, '\0') + std::string(16, 'p') + "s");
}

TEST(CmppPdu, ConnectHasThirtyNineBytes) {
    Connect connect{"900001", {}, Version::v20, 1123200515};
    connect.proof.fill(0xAB);
    const auto text = encode(7, connect);
    EXPECT_EQ(text, bytes(39, 4) + bytes(1, 4) + bytes(7, 4) + "900001" + std::string(16, '\xAB') + "\x20" +
                        bytes(1123200515, 4));
}

TEST(CmppPdu, SubmitFollowsItsVersion) {
    Submit submit;
    submit.parts = 2;
    submit.part = 1;
    submit.hasHeader = true;
    submit.format = Format::ucs2;
    submit.serviceId = "HALL";
    submit.source = "900001";
    submit.sourceNumber = "10657000";
    submit.phone = "13800000000";
    submit.content = "content";
    submit.validTime = "261123201500032+";
    const auto old = encode(1, submit, Version::v20);
    const auto recent = encode(1, submit, Version::v30);
    ASSERT_EQ(old.size(), 138U + 21 + 7);
    ASSERT_EQ(recent.size(), 163U + 32 + 7);
    EXPECT_EQ(old.substr(20, 4), "\x02\x01\x01\x01");
    EXPECT_EQ(old.substr(24, 5), std::string("HALL\0", 5));
    EXPECT_EQ(old[34], 2);                                        // who pays
    EXPECT_EQ(old.substr(56, 3), std::string("\x00\x01\x08", 3)); // pid, udhi, format
    EXPECT_EQ(old.substr(59, 14), "90000101000000");              // source, fee type and code
    EXPECT_EQ(old.substr(73, 17), std::string("261123201500032+\0", 17));
    EXPECT_EQ(old.substr(107, 9), std::string("10657000\0", 9));
    EXPECT_EQ(old.substr(128, 12), "\x01"
                                   "13800000000");
    EXPECT_EQ(old.substr(150, 8), "\x07"
                                  "content");
    EXPECT_EQ(recent.substr(68, 3), std::string("\x00\x01\x08", 3));
    EXPECT_EQ(recent.substr(140, 12), "\x01"
                                      "13800000000");
    EXPECT_EQ(recent.substr(174, 8), "\x07"
                                     "content");
}

TEST(CmppPdu, AnswersOfBothWidthsAreRead) {
    Digest proof{};
    proof.fill(3);
    const std::string sixteen(16, '\x03');
    EXPECT_EQ(decodeConnectResp("\x02" + sixteen + "\x20"), (ConnectResp{2, proof, 0x20}));
    EXPECT_EQ(decodeConnectResp(bytes(4, 4) + sixteen + "\x30"), (ConnectResp{4, proof, 0x30}));
    EXPECT_EQ(decodeConnectResp(sixteen), std::nullopt);
    EXPECT_EQ(decodeSubmitResp(bytes(0x0123456789ABCDEF, 8) + bytes(8, 1)),
              (SubmitResp{0x0123456789ABCDEF, 8}));
    EXPECT_EQ(decodeSubmitResp(bytes(5, 8) + bytes(1000, 4)), (SubmitResp{5, 1000}));
    EXPECT_EQ(decodeSubmitResp(bytes(5, 8)), std::nullopt);
    EXPECT_EQ(refOf(0x0123456789ABCDEF), "0123456789abcdef");
}

TEST(CmppPdu, DeliverAndReportAreReadAndLengthsChecked) {
    const auto whole = units(deliver(9, true, reportText(42, "UNDELIV"))).at(0);
    const auto read = decodeDeliver(whole.body, Version::v30);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->messageId, 77U);
    EXPECT_EQ(read->phone, "13900000000");
    EXPECT_TRUE(read->isReport);
    EXPECT_EQ(decodeReport(read->content), (Report{42, "UNDELIV"}));
    EXPECT_EQ(decodeReport(read->content.substr(0, 60)), (Report{42, "UNDELIV"})) << "of 2.0";
    EXPECT_EQ(decodeReport(read->content.substr(1)), std::nullopt);
    EXPECT_EQ(decodeDeliver(whole.body, Version::v20), std::nullopt) << "the content's length is elsewhere";
    for (std::size_t size = 0; size < whole.body.size(); ++size)
        EXPECT_EQ(decodeDeliver(whole.body.substr(0, size), Version::v30), std::nullopt) << size;
}

TEST(CmppPdu, ValidTimeIsThePeersLocalTime) {
    EXPECT_EQ(validTime(4102444800, 32), "000101080000032+"); // 2100-01-01 00:00 UTC
    EXPECT_EQ(validTime(1795464000, 0), "261123200000000+");
    EXPECT_EQ(validTime(1795464000, -20), "261123150000020-");
}

TEST(CmppFrames, AreTheSameHoweverTheBytesAreCut) {
    const auto text = submitResp(1, 2) + unit(Command::activeTest, 3) + deliver(4, false, "hello");
    FrameDecoder decoder;
    std::vector<Pdu> read;
    for (const char byte : text) {
        decoder.feed({&byte, 1});
        while (auto pdu = decoder.next())
            read.push_back(*pdu);
    }
    EXPECT_EQ(read, units(text));
    EXPECT_EQ(read.size(), 3U);
    EXPECT_EQ(decoder.pendingBytes(), 0U);
}

TEST(CmppFrames, ALengthThatCannotBeIsTheEnd) {
    for (const std::uint64_t length : {0U, 11U, 4097U, 0xFFFFFFFFU}) {
        FrameDecoder decoder;
        decoder.feed(bytes(length, 4) + std::string(20, 'x') + unit(Command::activeTest, 1));
        EXPECT_EQ(decoder.next(), std::nullopt);
        EXPECT_TRUE(decoder.isBroken()) << length;
        decoder.feed(unit(Command::activeTest, 1));
        EXPECT_EQ(decoder.next(), std::nullopt);
    }
}

} // namespace
} // namespace atrium::gateways::cmpp::tests
