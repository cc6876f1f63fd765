// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/codec/scanline.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

using namespace atrium::devices;
using namespace std::chrono_literals;

namespace {

std::vector<std::uint8_t> bytesOf(const std::string& text) {
    return {text.begin(), text.end()};
}

std::vector<Scan> takeAll(ScanLineDecoder& decoder) {
    std::vector<Scan> scans;
    while (auto scan = decoder.next())
        scans.push_back(*scan);
    return scans;
}

std::vector<Scan> decode(const std::string& text, std::size_t limit = 20) {
    ScanLineDecoder decoder(limit, 100ms);
    decoder.feed(bytesOf(text), 0ms);
    return takeAll(decoder);
}

} // namespace

TEST(ScanLine, eachLineEndCountsOnce) {
    EXPECT_EQ(decode("A1\rB2\nC3\r\n"), (std::vector<Scan>{"A1", "B2", "C3"}));
    EXPECT_TRUE(decode("\r\n\r\n").empty());
    EXPECT_TRUE(decode("no end").empty());
    EXPECT_EQ(decode("号码\r"), (std::vector<Scan>{"号码"}));
}

TEST(ScanLine, hostileLinesGiveOneFaultEach) {
    EXPECT_EQ(decode("12345678901234567890\r"), (std::vector<Scan>{"12345678901234567890"}));
    EXPECT_EQ(decode("123456789012345678901234\rok\r"), (std::vector<Scan>{ScanFault::tooLong, "ok"}));
    EXPECT_EQ(decode("a\x1B[2Jb\rok\r"), (std::vector<Scan>{ScanFault::badCharacter, "ok"}));
    EXPECT_EQ(decode("a\x7F\r"), (std::vector<Scan>{ScanFault::badCharacter}));
    EXPECT_EQ(decode("\xFF\xFE\r"), (std::vector<Scan>{ScanFault::badText}));
    EXPECT_EQ(decode("\xE5\x8F\r"), (std::vector<Scan>{ScanFault::badText}));
    EXPECT_EQ(decode("\xED\xA0\x80\r"), (std::vector<Scan>{ScanFault::badText}));
}

TEST(ScanLine, silenceInTheMiddleEndsTheText) {
    ScanLineDecoder decoder(20, 100ms);
    decoder.feed(bytesOf("AB"), 0ms);
    decoder.feed(bytesOf("CD"), 100ms);
    EXPECT_TRUE(decoder.isPending());
    decoder.feed(bytesOf("EF\r"), 201ms);
    EXPECT_EQ(takeAll(decoder), (std::vector<Scan>{ScanFault::incomplete, "EF"}));
    decoder.feed(bytesOf("GH"), 300ms);
    decoder.expire(400ms);
    EXPECT_TRUE(takeAll(decoder).empty());
    decoder.expire(401ms);
    EXPECT_EQ(takeAll(decoder), (std::vector<Scan>{ScanFault::incomplete}));
    EXPECT_FALSE(decoder.isPending());
}

RC_GTEST_PROP(ScanLineProperty, anySplitGivesTheSameScans, (const std::vector<std::uint8_t>& bytes)) {
    ScanLineDecoder whole(16, 100ms);
    whole.feed(bytes, 0ms);
    ScanLineDecoder split(16, 100ms);
    for (const auto byte : bytes)
        split.feed(std::span(&byte, 1), 0ms);
    RC_ASSERT(takeAll(whole) == takeAll(split));
}

RC_GTEST_PROP(ScanLineProperty, whatPassesIsCleanText, (const std::vector<std::uint8_t>& bytes)) {
    ScanLineDecoder decoder(16, 100ms);
    decoder.feed(bytes, 0ms);
    for (const auto& scan : takeAll(decoder)) {
        if (const auto* text = std::get_if<std::string>(&scan)) {
            RC_ASSERT(!text->empty() && text->size() <= 16U);
            for (const char c : *text)
                RC_ASSERT(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
        }
    }
}
