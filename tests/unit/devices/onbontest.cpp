// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/codec/onbonframe.h"
#include "shared/devices/codec/onbonstrip.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <sstream>

using namespace atrium::devices::onbon;

namespace {

Bytes hex(const std::string& text) {
    std::istringstream in(text);
    Bytes bytes;
    for (unsigned byte = 0; in >> std::hex >> byte;)
        bytes.push_back(static_cast<std::uint8_t>(byte));
    return bytes;
}

/// The printed frame behind the preamble, as the maker's examples begin with eight or nine A5.
Bytes printed(const std::string& text, std::size_t preamble = 8) {
    Bytes bytes(preamble, 0xA5);
    const Bytes rest = hex(text);
    bytes.insert(bytes.end(), rest.begin(), rest.end());
    return bytes;
}

const std::string kWelcome =
    "FE FF 00 80 00 00 00 00 00 00 FE 02 2C 00 A3 06 01 00 00 00 01 23 00 00 00 80 00 00 80 80 "
    "20 00 00 00 00 0A 00 00 00 00 02 01 01 00 02 0A 08 00 00 00 BB B6 D3 AD B9 E2 C1 D9 3C 49 "
    "5A";
const std::string kPing = "01 00 00 80 00 00 00 00 00 00 FE 02 05 00 A2 00 01 00 00 68 F8 5A";
const std::string kAck = "00 80 FE FF 00 00 00 00 00 00 FE 02 05 00 A0 00 00 00 00 14 AC 5A";
const std::string kNack = "00 80 FE FF 00 00 00 00 00 00 FE 02 05 00 A0 01 05 00 00 05 51 5A";

std::vector<Frame> decodeAll(FrameDecoder& decoder, const Bytes& bytes) {
    std::vector<Frame> frames;
    decoder.feed(bytes);
    while (auto frame = decoder.next())
        frames.push_back(*frame);
    return frames;
}

DynamicArea welcome() {
    DynamicArea area;
    area.timeoutSeconds = 10;
    area.text = "\xBB\xB6\xD3\xAD\xB9\xE2\xC1\xD9";
    return area;
}

} // namespace

TEST(OnbonFrame, CrcIsTheOneOfThePublishedTable) {
    EXPECT_EQ(crc16(hex("31 32 33 34 35 36 37 38 39")), 0xBB3D); // CRC-16/ARC's check value
    EXPECT_EQ(crc16({}), 0);
}

TEST(OnbonFrame, PublishedWelcomeIsWrittenByteForByte) {
    EXPECT_EQ(encode({.destination = kAnyAddress, .data = showArea(welcome())}), printed(kWelcome));
}

TEST(OnbonFrame, PublishedPingIsWrittenByteForByte) {
    EXPECT_EQ(encode({.destination = 1, .data = ping()}), printed(kPing));
}

TEST(OnbonFrame, PublishedAnswersAreUnderstood) {
    FrameDecoder decoder;
    const auto frames = decodeAll(decoder, printed(kAck, 9));
    ASSERT_EQ(frames.size(), 1U);
    EXPECT_EQ(frames[0].destination, kHostAddress);
    EXPECT_EQ(frames[0].source, kAnyAddress);
    EXPECT_EQ(readAnswer(frames[0].data).verdict, Verdict::done);
    const auto refusals = decodeAll(decoder, printed(kNack, 9));
    ASSERT_EQ(refusals.size(), 1U);
    EXPECT_EQ(readAnswer(refusals[0].data).verdict, Verdict::damaged);
    EXPECT_EQ(decoder.damagedFrames(), 0U);
}

TEST(OnbonFrame, MorePublishedFramesVerify) {
    FrameDecoder decoder;
    for (const char* text :
         {"01 00 00 80 00 00 00 00 00 00 FE 02 05 00 A4 04 01 00 00 E1 C8 5A",
          "01 00 00 80 00 00 00 00 00 00 FE 02 05 00 A1 00 01 00 00 2C F8 5A",
          "FE FF 00 80 00 00 00 00 00 00 FE 02 0E 00 A1 05 01 00 00 01 50 30 30 30 47 00 00 00 48 14 5A",
          "01 00 00 80 00 00 00 00 00 00 FE 02 1D 00 A4 01 01 00 00 28 00 00 00 08 00 40 00 00 01 00 02 00 "
          "02 00 "
          "02 0A 00 00 00 00 00 00 00 FD C0 5A"}) {
        EXPECT_EQ(decodeAll(decoder, printed(text)).size(), 1U) << text;
    }
    EXPECT_EQ(decoder.damagedFrames(), 0U);
}

TEST(OnbonFrame, OneBeginningIsEnough) {
    FrameDecoder decoder;
    EXPECT_EQ(decodeAll(decoder, printed(kAck, 1)).size(), 1U);
    EXPECT_TRUE(decodeAll(decoder, printed(kAck, 0)).empty());
}

TEST(OnbonFrame, MarksInsideAreEscaped) {
    const Frame frame{.destination = 0xA55A, .data = {0xA5, 0xA6, 0x5A, 0x5B, 0x00}};
    const Bytes bytes = encode(frame);
    EXPECT_EQ(std::count(bytes.begin() + 8, bytes.end(), 0xA5), 0);
    EXPECT_EQ(std::count(bytes.begin(), bytes.end(), 0x5A), 1);
    FrameDecoder decoder;
    EXPECT_EQ(decodeAll(decoder, bytes), std::vector{frame});
}

TEST(OnbonFrame, SumInsteadOfCrcIsChecked) {
    const Frame frame{.checkMode = CheckMode::sum16, .data = ping()};
    Bytes bytes = encode(frame);
    FrameDecoder decoder;
    EXPECT_EQ(decodeAll(decoder, bytes), std::vector{frame});
    bytes[bytes.size() - 3] ^= 1U;
    EXPECT_TRUE(decodeAll(decoder, bytes).empty());
    EXPECT_EQ(decoder.damagedFrames(), 1U);
}

TEST(OnbonFrame, DamagedFrameGivesNothingAndTheNextIsFound) {
    const Bytes good = printed(kAck);
    for (std::size_t at = 8; at + 1 < good.size(); ++at) {
        Bytes bytes = good;
        bytes[at] ^= 0x10U;
        bytes.insert(bytes.end(), good.begin(), good.end());
        FrameDecoder decoder;
        EXPECT_EQ(decodeAll(decoder, bytes).size(), 1U) << "byte " << at;
    }
}

TEST(OnbonFrame, CutOffFrameDoesNotHideTheNext) {
    const Bytes good = printed(kAck);
    Bytes bytes(good.begin(), good.begin() + 15);
    bytes.insert(bytes.end(), good.begin(), good.end());
    FrameDecoder decoder;
    EXPECT_EQ(decodeAll(decoder, bytes).size(), 1U);
    EXPECT_EQ(decoder.damagedFrames(), 1U);
}

TEST(OnbonStrip, WordsOfPeopleCommandNothing) {
    EXPECT_EQ(plainText("A\\C1B\n\x7F"), "A C1B  ");
    EXPECT_EQ(font(24), "\\FO001\\FE001");
    EXPECT_EQ(colour(Colour::green), "\\C2");
}

TEST(OnbonStrip, NoCharacterIsCutInTwo) {
    const std::string text = "A\xBB\xB6\xD3\xAD";
    EXPECT_EQ(beginningOf(text, 5), text);
    EXPECT_EQ(beginningOf(text, 4), "A\xBB\xB6");
    EXPECT_EQ(beginningOf(text, 2), "A");
    EXPECT_EQ(beginningOf("\xBB", 5), ""); // half a character at the end
}

TEST(OnbonStrip, LongestTextFitsOneFrameOfASmallCard) {
    DynamicArea area;
    area.text.assign(2000, 'x');
    EXPECT_LE(showArea(area).size(), 512U);
}

TEST(OnbonStrip, AnswersOfOtherKindsAreNone) {
    EXPECT_EQ(readAnswer(hex("A0 00 00 00")).verdict, Verdict::notKnown);
    EXPECT_EQ(readAnswer(hex("A1 00 00 00 00")).verdict, Verdict::notKnown);
    EXPECT_EQ(readAnswer(hex("A0 02 00 00 00")).verdict, Verdict::notKnown);
    EXPECT_EQ(readAnswer(hex("A0 01 03 00 00")).verdict, Verdict::busy);
    const Answer refused = readAnswer(hex("A0 01 0C 00 00"));
    EXPECT_EQ(refused.verdict, Verdict::refused);
    EXPECT_EQ(refused.error, 12);
}

RC_GTEST_PROP(OnbonFrameProperty, AnySplitGivesTheSameFrames, (const std::vector<Bytes>& contents)) {
    Bytes bytes;
    for (const auto& data : contents) {
        const Bytes frame = encode({.destination = *rc::gen::arbitrary<std::uint16_t>(), .data = data});
        bytes.insert(bytes.end(), frame.begin(), frame.end());
    }
    FrameDecoder decoder;
    std::vector<Frame> frames;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto count = std::min(bytes.size() - at, *rc::gen::inRange<std::size_t>(1, 20));
        const auto from = bytes.begin() + static_cast<std::ptrdiff_t>(at);
        for (auto& frame : decodeAll(decoder, Bytes(from, from + static_cast<std::ptrdiff_t>(count))))
            frames.push_back(std::move(frame));
        at += count;
    }
    RC_ASSERT(frames.size() == contents.size());
    for (std::size_t i = 0; i < contents.size(); ++i)
        RC_ASSERT(frames[i].data == contents[i]);
    RC_ASSERT(decoder.damagedFrames() == 0U);
}

RC_GTEST_PROP(OnbonFrameProperty, FrameAfterNoiseIsAlwaysFound, ()) {
    const auto byte = rc::gen::element<std::uint8_t>(0xA5, 0xA6, 0x5A, 0x5B, 0x00, 0x01, 0x02, 0xFF);
    Bytes bytes = *rc::gen::container<Bytes>(byte);
    const Frame wanted{.destination = kHostAddress, .source = 1, .data = *rc::gen::arbitrary<Bytes>()};
    const Bytes frame = encode(wanted);
    bytes.insert(bytes.end(), frame.begin(), frame.end());
    FrameDecoder decoder;
    const auto frames = decodeAll(decoder, bytes);
    RC_ASSERT(!frames.empty());
    RC_ASSERT(frames.back() == wanted);
}

RC_GTEST_PROP(OnbonFrameProperty, AnyBytesKeepTheBufferBounded, (const Bytes& bytes)) {
    FrameDecoder decoder;
    for (int i = 0; i < 200; ++i)
        decodeAll(decoder, bytes);
    RC_ASSERT(decoder.pendingBytes() <= 4096U);
}
