// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/codec/sdtframe.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

using namespace atrium::devices::sdt;

namespace {

const Bytes kPreamble{0xAA, 0xAA, 0xAA, 0x96, 0x69};

Bytes framed(Bytes tail) {
    tail.insert(tail.begin(), kPreamble.begin(), kPreamble.end());
    return tail;
}

/// A reply as the reader sends it, built here by its own rule.
Bytes replyFrame(std::uint8_t status, const Bytes& data) {
    Bytes body{static_cast<std::uint8_t>((data.size() + 4) >> 8U), static_cast<std::uint8_t>(data.size() + 4),
               0, 0, status};
    body.insert(body.end(), data.begin(), data.end());
    std::uint8_t check = 0;
    for (const auto byte : body)
        check = static_cast<std::uint8_t>(check ^ byte);
    body.push_back(check);
    return framed(body);
}

std::vector<Reply> decodeAll(ReplyDecoder& decoder, const Bytes& bytes) {
    std::vector<Reply> replies;
    decoder.feed(bytes);
    while (auto reply = decoder.next())
        replies.push_back(*reply);
    return replies;
}

} // namespace

TEST(SdtFrame, requestsEqualThePublishedBytes) {
    EXPECT_EQ(encode(kReset), framed({0x00, 0x03, 0x10, 0xFF, 0xEC}));
    EXPECT_EQ(encode(kStatus), framed({0x00, 0x03, 0x11, 0xFF, 0xED}));
    EXPECT_EQ(encode(kSamId), framed({0x00, 0x03, 0x12, 0xFF, 0xEE}));
    EXPECT_EQ(encode(kFindCard), framed({0x00, 0x03, 0x20, 0x01, 0x22}));
    EXPECT_EQ(encode(kSelectCard), framed({0x00, 0x03, 0x20, 0x02, 0x21}));
    EXPECT_EQ(encode(kReadBase), framed({0x00, 0x03, 0x30, 0x01, 0x32}));
    EXPECT_EQ(encode(kReadNewestAddress), framed({0x00, 0x03, 0x30, 0x03, 0x30}));
    EXPECT_EQ(encode(kReadWithFingerprint), framed({0x00, 0x03, 0x30, 0x10, 0x23}));
    EXPECT_EQ(encode(kMaxRfBytes), framed({0x00, 0x04, 0x61, 0xFF, 0x50, 0xCA}));
    const Bytes baudChecks{0x63, 0x62, 0x61, 0x60, 0x67};
    for (std::uint8_t n = 0; n < 5; ++n)
        EXPECT_EQ(encode({0x60, n, {}}).back(), baudChecks[n]);
}

TEST(SdtFrame, publishedRepliesAreUnderstood) {
    ReplyDecoder decoder;
    const auto one = [&decoder](Bytes tail) { return decodeAll(decoder, framed(std::move(tail))).at(0); };
    const Reply found = one({0x00, 0x08, 0x00, 0x00, 0x9F, 0x00, 0x00, 0x00, 0x00, 0x97});
    EXPECT_TRUE(found.is(Status::found));
    EXPECT_EQ(found.data, Bytes(4, 0));
    EXPECT_TRUE(one({0x00, 0x04, 0x00, 0x00, 0x80, 0x84}).is(Status::noCard));
    EXPECT_EQ(one({0x00, 0x0C, 0, 0, 0x90, 0, 0, 0, 0, 0, 0, 0, 0, 0x9C}).data.size(), 8U);
    EXPECT_TRUE(one({0x00, 0x04, 0x00, 0x00, 0x81, 0x85}).is(Status::selectFailed));
    EXPECT_TRUE(one({0x00, 0x04, 0x00, 0x00, 0x41, 0x45}).is(Status::readFailed));
    EXPECT_TRUE(one({0x00, 0x04, 0x00, 0x00, 0x90, 0x94}).is(Status::ok));
    EXPECT_EQ(decoder.damagedFrames(), 0U);
}

TEST(SdtFrame, baseReplyHasThePublishedSize) {
    Bytes data{0x01, 0x00, 0x04, 0x00};
    data.resize(4 + 256 + 1024, 0x20);
    const Bytes frame = replyFrame(0x90, data);
    EXPECT_EQ(frame.size(), 1295U);
    EXPECT_EQ(frame[5], 0x05);
    EXPECT_EQ(frame[6], 0x08);
    const auto parts = splitCardData(data, false);
    ASSERT_TRUE(parts);
    EXPECT_EQ(parts->text.size(), 256U);
    EXPECT_EQ(parts->photo.size(), 1024U);
    data.pop_back();
    EXPECT_FALSE(splitCardData(data, false));
}

TEST(SdtFrame, longestReplyWithTwoFingerprintsPasses) {
    Bytes data{0x01, 0x00, 0x04, 0x00, 0x04, 0x00};
    data.resize(6 + 256 + 1024 + 1024, 7);
    const Bytes frame = replyFrame(0x90, data);
    EXPECT_EQ(frame.size(), 2321U);
    ReplyDecoder decoder;
    const auto replies = decodeAll(decoder, frame);
    ASSERT_EQ(replies.size(), 1U);
    EXPECT_EQ(splitCardData(replies[0].data, true)->fingerprint.size(), 1024U);
}

TEST(SdtFrame, moduleNumberIsWrittenAsOnItsLabel) {
    const Bytes data{0x05, 0, 0x01, 0, 0x6A, 0x14, 0x34, 0x01, 0x87, 0xD6, 0x12, 0, 0xB1, 0x68, 0xDE, 0x3A};
    EXPECT_EQ(samIdText(data), "05.01-20190314-0001234567-0987654321");
    EXPECT_EQ(samIdText(Bytes(15)), "");
}

TEST(SdtFrame, wrongCheckByteGivesNothingAndTheNextFrameIsFound) {
    Bytes bytes = replyFrame(0x90, {1, 2, 3});
    bytes.back() ^= 1U;
    const Bytes good = replyFrame(0x80, {});
    bytes.insert(bytes.end(), good.begin(), good.end());
    ReplyDecoder decoder;
    const auto replies = decodeAll(decoder, bytes);
    ASSERT_EQ(replies.size(), 1U);
    EXPECT_TRUE(replies[0].is(Status::noCard));
    EXPECT_EQ(decoder.damagedFrames(), 1U);
}

TEST(SdtFrame, replyHiddenByADamagedLengthIsFoundByFlush) {
    Bytes bytes = kPreamble;
    bytes.push_back(0x08); // states 2048 bytes that will never come
    bytes.push_back(0x00);
    const Bytes good = replyFrame(0x9F, {0, 0, 0, 0});
    bytes.insert(bytes.end(), good.begin(), good.end());
    ReplyDecoder decoder;
    EXPECT_TRUE(decodeAll(decoder, bytes).empty());
    const auto reply = decoder.flush();
    ASSERT_TRUE(reply);
    EXPECT_TRUE(reply->is(Status::found));
    EXPECT_FALSE(decoder.flush());
    EXPECT_EQ(decoder.pendingBytes(), 0U);
}

RC_GTEST_PROP(SdtFrameProperty, anySplitGivesTheSameReplies, (const std::vector<Bytes>& contents)) {
    Bytes bytes;
    for (const auto& data : contents) {
        const Bytes frame = replyFrame(0x90, data);
        bytes.insert(bytes.end(), frame.begin(), frame.end());
    }
    ReplyDecoder decoder;
    std::vector<Reply> replies;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto count = std::min(bytes.size() - at, *rc::gen::inRange<std::size_t>(1, 20));
        for (auto& reply : decodeAll(decoder, Bytes(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                                                    bytes.begin() + static_cast<std::ptrdiff_t>(at + count))))
            replies.push_back(std::move(reply));
        at += count;
    }
    RC_ASSERT(replies.size() == contents.size());
    for (std::size_t i = 0; i < contents.size(); ++i)
        RC_ASSERT(replies[i].data == contents[i]);
    RC_ASSERT(decoder.damagedFrames() == 0U);
}

/// Noise of any kind, half preambles among it, never hides the frame behind it once the line falls silent.
RC_GTEST_PROP(SdtFrameProperty, frameAfterNoiseIsAlwaysFound, ()) {
    const auto byte = rc::gen::element<std::uint8_t>(0xAA, 0x96, 0x69, 0x00, 0x04, 0x90, 0xFF);
    Bytes bytes = *rc::gen::container<Bytes>(byte);
    const Bytes data = *rc::gen::arbitrary<Bytes>();
    const Bytes frame = replyFrame(0x9F, data);
    bytes.insert(bytes.end(), frame.begin(), frame.end());
    ReplyDecoder decoder;
    auto replies = decodeAll(decoder, bytes);
    while (auto reply = decoder.flush())
        replies.push_back(*reply);
    const Reply wanted{0, 0, 0x9F, data};
    RC_ASSERT(std::find(replies.begin(), replies.end(), wanted) != replies.end());
}

RC_GTEST_PROP(SdtFrameProperty, anyBytesKeepTheBufferBounded, (const Bytes& bytes)) {
    ReplyDecoder decoder;
    for (int i = 0; i < 50; ++i)
        decodeAll(decoder, bytes);
    RC_ASSERT(decoder.pendingBytes() <= ReplyDecoder::kMaxLength + 7);
}
