// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/codec/callerframe.h"
#include "shared/devices/codec/numberstrip.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

using namespace atrium::devices::caller;
namespace numberstrip = atrium::devices::numberstrip;

namespace {

std::vector<Frame> decodeAll(FrameDecoder& decoder, const Bytes& bytes) {
    std::vector<Frame> frames;
    decoder.feed(bytes);
    while (auto frame = decoder.next())
        frames.push_back(*frame);
    return frames;
}

Entry entry(const Bytes& data) {
    const auto message = read({5, 3, data});
    return message && std::holds_alternative<Entry>(*message) ? std::get<Entry>(*message)
                                                              : Entry{"not understood", {}};
}

Bytes joined(Bytes first, const Bytes& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

} // namespace

TEST(CallerFrame, DisplayFramesEqualThePublishedBytes) {
    EXPECT_EQ(encode(showTicket(5, "123")),
              (Bytes{0xFF, 0x68, 8, 8, 0x68, 5, 2, 0x0A, 0x0A, 0x0A, 1, 2, 3, 0x2B, 0x16}));
    EXPECT_EQ(encode(showWaiting(5, 47)),
              (Bytes{0xFF, 0x68, 8, 8, 0x68, 5, 2, 0, 4, 7, 0x0A, 0x0A, 0x0A, 5 + 2 + 11 + 30, 0x16}));
    EXPECT_EQ(encode(beep(5)), (Bytes{0xFF, 0x68, 2, 2, 0x68, 5, 3, 8, 0x16}));
    EXPECT_EQ(encode(showStars(5)), (Bytes{0xFF, 0x68, 3, 3, 0x68, 5, 2, 5, 12, 0x16}));
    EXPECT_EQ(encode(askGrade(5)), (Bytes{0xFF, 0x68, 3, 3, 0x68, 5, 1, 0x0B, 17, 0x16}));
}

TEST(CallerFrame, DisplayTakesWhatFits) {
    EXPECT_EQ(showTicket(1, "7").data, (Bytes{10, 10, 10, 10, 10, 7}));
    EXPECT_EQ(showTicket(1, "A0127").data, (Bytes{10, 10, 10, 1, 2, 7}));
    EXPECT_EQ(showTicket(1, "").data, Bytes(6, 10));
    EXPECT_EQ(showWaiting(1, 4711).data, (Bytes{9, 9, 9, 10, 10, 10}));
    EXPECT_EQ(showWaiting(1, -3).data, (Bytes{0, 0, 0, 10, 10, 10}));
}

TEST(CallerFrame, KeysAreUnderstoodWhateverTheCommand) {
    EXPECT_EQ(entry({0x0C}), (Entry{"", Key::call}));
    EXPECT_EQ(entry({6, 0x0F}), (Entry{"6", Key::confirm}));
    EXPECT_EQ(entry({1, 2, 0x13}), (Entry{"12", Key::transfer}));
    EXPECT_EQ(entry({1, 2, 7, 0x0C}), (Entry{"127", Key::call}));
    EXPECT_EQ(entry({4}), (Entry{"4", {}}));
    EXPECT_EQ(entry({0x0C, 0x0C}).digits, "not understood"); // a key ends the entry
    EXPECT_EQ(entry({0x10}).digits, "not understood");
    EXPECT_FALSE(read({5, 3, {}}));
    EXPECT_TRUE(read({5, 0x7F, {0x0D}}));
}

TEST(CallerFrame, GradeIsAcknowledgedByItsOwnCommand) {
    const Frame grade{9, 0x11, {2}};
    EXPECT_EQ(std::get<Grade>(*read(grade)), Grade{2});
    const Bytes asked = encode(grade);
    const Bytes answer = encode(acknowledgement(grade));
    EXPECT_EQ(answer[6], 1);
    EXPECT_EQ(answer[8], asked[8] - 0x10);
    EXPECT_EQ(acknowledgement({9, 3, {0x0C}}), (Frame{9, 3, {0x0C}}));
}

TEST(CallerFrame, EveryDamagedByteIsNoticedAndTheNextFrameIsFound) {
    const Bytes good = encode({5, 3, {6, 0x0F}});
    for (std::size_t at = 0; at < good.size(); ++at) {
        Bytes bytes = good;
        bytes[at] ^= 0x04U;
        bytes = joined(bytes, good);
        FrameDecoder decoder;
        auto frames = decodeAll(decoder, bytes);
        while (auto frame = decoder.flush())
            frames.push_back(*frame);
        ASSERT_EQ(frames.size(), 1U) << "byte " << at;
        EXPECT_EQ(frames[0], (Frame{5, 3, {6, 0x0F}}));
    }
}

TEST(CallerFrame, ShortFrameIsGivenUpWhenTheLineIsSilent) {
    const Bytes good = encode({5, 3, {0x0C}});
    FrameDecoder decoder;
    EXPECT_TRUE(decodeAll(decoder, Bytes(good.begin(), good.begin() + 6)).empty());
    EXPECT_EQ(decoder.pendingBytes(), 6U);
    EXPECT_FALSE(decoder.flush());
    EXPECT_EQ(decoder.pendingBytes(), 0U);
    EXPECT_EQ(decodeAll(decoder, good).size(), 1U);
}

TEST(NumberStrip, PublishedExampleIsWrittenByteForByte) {
    EXPECT_EQ(numberstrip::encode(5, 999), (std::array<std::uint8_t, 4>{0x05, 0x03, 0xE7, 0xEF}));
    EXPECT_EQ(numberstrip::encode(255, 0), (std::array<std::uint8_t, 4>{0xFF, 0, 0, 0xFF}));
    EXPECT_FALSE(numberstrip::encode(5, 1000));
    EXPECT_FALSE(numberstrip::encode(5, -1));
}

RC_GTEST_PROP(CallerFrameProperty, AnySplitGivesTheSameFrames, ()) {
    std::vector<Frame> wanted;
    Bytes bytes;
    const int count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i) {
        Bytes data = *rc::gen::arbitrary<Bytes>();
        data.resize(std::min(data.size(), kMaxData));
        wanted.push_back({*rc::gen::arbitrary<std::uint8_t>(), *rc::gen::arbitrary<std::uint8_t>(), data});
        bytes = joined(bytes, encode(wanted.back()));
    }
    FrameDecoder decoder;
    std::vector<Frame> frames;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto most = std::min(bytes.size() - at, *rc::gen::inRange<std::size_t>(1, 9));
        const auto from = bytes.begin() + static_cast<std::ptrdiff_t>(at);
        for (auto& frame : decodeAll(decoder, Bytes(from, from + static_cast<std::ptrdiff_t>(most))))
            frames.push_back(std::move(frame));
        at += most;
    }
    RC_ASSERT(frames == wanted);
    RC_ASSERT(decoder.damagedFrames() == 0U);
}

RC_GTEST_PROP(CallerFrameProperty, FrameAfterNoiseIsAlwaysFound, ()) {
    const auto byte = rc::gen::element<std::uint8_t>(0xFF, 0x68, 0x02, 0x03, 0x16, 0x0C);
    const Frame wanted{7, 3, {1, 0x0F}};
    const Bytes bytes = joined(*rc::gen::container<Bytes>(byte), encode(wanted));
    FrameDecoder decoder;
    auto frames = decodeAll(decoder, bytes);
    while (auto frame = decoder.flush())
        frames.push_back(*frame);
    RC_ASSERT(std::find(frames.begin(), frames.end(), wanted) != frames.end());
    RC_ASSERT(decoder.pendingBytes() == 0U);
}

RC_GTEST_PROP(CallerFrameProperty, AnyBytesKeepTheBufferBounded, (const Bytes& bytes)) {
    FrameDecoder decoder;
    for (int i = 0; i < 50; ++i)
        decodeAll(decoder, bytes);
    RC_ASSERT(decoder.pendingBytes() < 15U);
}
