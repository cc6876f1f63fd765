// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/codec/escpos.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>

using namespace atrium::devices;
using namespace atrium::devices::escpos;

namespace {

struct Decoded {
    std::vector<Bytes> rows;
    std::vector<Bytes> bands; ///< the data of each band
    std::string commands;     ///< one letter each: @ init, a status off, v band, V cut, d feed
};

/// Reads what the encoder wrote, by the rules of the printers' manuals.
Decoded decode(const Bytes& bytes) {
    Decoded result;
    for (std::size_t i = 0; i < bytes.size();) {
        const unsigned code = bytes.at(i + 1);
        result.commands += static_cast<char>(code);
        if (bytes[i] == 0x1D && code == 0x76) {
            const std::size_t width = bytes.at(i + 4) + 256U * bytes.at(i + 5);
            const std::size_t height = bytes.at(i + 6) + 256U * bytes.at(i + 7);
            i += 8;
            result.bands.emplace_back();
            for (std::size_t y = 0; y < height; ++y, i += width) {
                const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(i);
                result.rows.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(width));
                result.bands.back().insert(result.bands.back().end(), result.rows.back().begin(),
                                           result.rows.back().end());
            }
        } else {
            i += bytes[i] == 0x1B && code == 0x40 ? 2 : code == 0x56 ? 4 : 3;
        }
    }
    return result;
}

bool paperDot(const Decoded& decoded, int x, int y) {
    const auto& row = decoded.rows.at(static_cast<std::size_t>(y));
    return ((static_cast<unsigned>(row.at(static_cast<std::size_t>(x) / 8)) >> (7 - x % 8)) & 1U) != 0;
}

/// How many dots of the paper differ from the picture laid at `left`.
int differences(const Decoded& decoded, const TicketImage& image, int left, int paperDots) {
    int count = 0;
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < paperDots; ++x) {
            const bool inside = x >= left && x < left + image.width;
            if (paperDot(decoded, x, y) != (inside && image.dot(x - left, y)))
                ++count;
        }
    }
    return count;
}

TicketImage blank(int width, int height) {
    TicketImage image{width, height, {}};
    image.bits.assign(image.rowBytes() * static_cast<std::size_t>(height), 0);
    return image;
}

bool holdsHiddenCommand(const Bytes& bytes) {
    return findHiddenCommand(bytes) != bytes.size();
}

} // namespace

TEST(EscPos, knowsEveryCommandObeyedInsideData) {
    for (std::uint8_t n = 1; n <= 5; ++n)
        EXPECT_EQ(findHiddenCommand(Bytes{0, 0x10, 0x04, n}), 1U);
    EXPECT_TRUE(holdsHiddenCommand({0x10, 0x04, 0x14}));
    EXPECT_TRUE(holdsHiddenCommand({0x10, 0x05}));
    EXPECT_TRUE(holdsHiddenCommand({0x10, 0x14, 0xFF}));
    EXPECT_FALSE(holdsHiddenCommand({0x10, 0x04, 0x06, 0x10}));
    EXPECT_FALSE(holdsHiddenCommand({}));
}

TEST(EscPos, ticketIsInitBandsAndCut) {
    const auto ticket = encodeTicket(blank(kDots80 - kSpareDots, 60), kDots80, CutMode::partial);
    ASSERT_TRUE(ticket);
    const Decoded decoded = decode(ticket->bytes);
    EXPECT_EQ(decoded.commands, "@avvvV");
    EXPECT_EQ(decoded.rows.size(), 60U);
    EXPECT_EQ(decoded.rows[0].size(), 72U);
    const Bytes tail(ticket->bytes.end() - 4, ticket->bytes.end());
    EXPECT_EQ(tail, (Bytes{0x1D, 0x56, 0x42, 24}));
    EXPECT_EQ(decode(encodeTicket(blank(100, 1), kDots58, CutMode::none)->bytes).commands, "@avd");
}

TEST(EscPos, picturesThatDoNotFitAreRefused) {
    EXPECT_TRUE(encodeTicket(blank(kDots58 - kSpareDots, 8), kDots58, CutMode::full));
    EXPECT_FALSE(encodeTicket(blank(kDots58 - kSpareDots + 1, 8), kDots58, CutMode::full));
    EXPECT_FALSE(encodeTicket(TicketImage{}, kDots58, CutMode::full));
    EXPECT_FALSE(encodeTicket(TicketImage{16, 2, {1, 2, 3}}, kDots58, CutMode::full));
}

TEST(EscPos, commandInsideOneRowIsBrokenBySideways) {
    TicketImage image = blank(kDots58 - kSpareDots, 3);
    const std::size_t row = image.rowBytes();
    image.bits[row + 10] = 0x10;
    image.bits[row + 11] = 0x04;
    image.bits[row + 12] = 0x02;
    const auto ticket = encodeTicket(image, kDots58, CutMode::full);
    ASSERT_TRUE(ticket);
    EXPECT_FALSE(holdsHiddenCommand(ticket->bytes));
    EXPECT_GT(ticket->left, 0);
    EXPECT_EQ(ticket->droppedDots, 0);
    EXPECT_EQ(differences(decode(ticket->bytes), image, ticket->left, kDots58), 0);
}

/// A picture made so that no position is free: one dot of each remaining command is left out, and counted.
TEST(EscPos, commandAtEachOfTheEightPositionsCostsADot) {
    TicketImage image = blank(kDots58 - kSpareDots, 8);
    for (unsigned row = 0; row < 8; ++row) {
        const unsigned bits = 0x100500U >> row;
        for (unsigned byte = 0; byte < 3; ++byte)
            image.bits[row * image.rowBytes() + 10 + byte] =
                static_cast<std::uint8_t>(bits >> (16 - 8 * byte));
    }
    const auto ticket = encodeTicket(image, kDots58, CutMode::full);
    ASSERT_TRUE(ticket);
    EXPECT_FALSE(holdsHiddenCommand(ticket->bytes));
    EXPECT_EQ(ticket->droppedDots, 1);
    EXPECT_EQ(differences(decode(ticket->bytes), image, ticket->left, kDots58), 1);
}

TEST(EscPos, commandAcrossRowsIsBrokenByANewBand) {
    // Seven dots from the right edge of the paper: 10h ends one row and 05h begins the next at no position
    // but one, so the encoder may also move; either way nothing may be hidden and nothing lost.
    TicketImage wide = blank(24, 2);
    wide.bits = {0x00, 0x10, 0x04, 0x03, 0x00, 0x00};
    const auto ticket = encodeTicket(wide, 32, CutMode::full);
    ASSERT_TRUE(ticket);
    EXPECT_FALSE(holdsHiddenCommand(ticket->bytes));
    EXPECT_EQ(differences(decode(ticket->bytes), wide, ticket->left, 32), 0);
}

TEST(EscPos, recoverFillsUpOneBand) {
    EXPECT_EQ(recoverRequest(kDots80).size(), clearRequest().size() + kBandRowLimit * 72);
    EXPECT_EQ(clearRequest(), (Bytes{0x10, 0x05, 2, 0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8}));
}

/// Pictures strewn with the dangerous bytes at every alignment.
RC_GTEST_PROP(EscPosProperty, noCommandEverHidesInAPicture, ()) {
    const int paper = *rc::gen::element(kDots58, kDots80, 64);
    TicketImage image = blank(*rc::gen::inRange(1, maxPictureDots(paper) + 1), *rc::gen::inRange(1, 60));
    const auto danger = rc::gen::element<std::uint8_t>(0x10, 0x04, 0x05, 0x14, 0x01, 0x02, 0x03, 0x00);
    const auto dense = *rc::gen::arbitrary<bool>();
    const unsigned turn = *rc::gen::inRange(0U, 8U);
    if (dense) {
        for (auto& byte : image.bits)
            byte = *danger;
    } else {
        for (int i = 0; i < 12; ++i) {
            const auto at = *rc::gen::inRange<std::size_t>(0, image.bits.size());
            image.bits[at] = static_cast<std::uint8_t>(*danger << turn | *danger >> (8U - turn));
        }
    }
    const auto ticket = encodeTicket(image, paper, CutMode::full);
    RC_ASSERT(ticket.has_value());
    RC_ASSERT(!holdsHiddenCommand(ticket->bytes));
    const Decoded decoded = decode(ticket->bytes);
    RC_ASSERT(decoded.rows.size() == static_cast<std::size_t>(image.height));
    // Not a dot is lost as long as one of the eight positions is free of commands, and never one more than
    // said.
    RC_ASSERT(differences(decoded, image, ticket->left, paper) == ticket->droppedDots);
    RC_CLASSIFY(ticket->droppedDots == 0, "all dots kept");
}

TEST(EscPos, statusBytesOfThePublishedExamples) {
    Condition idle;
    for (const auto question :
         {Question::printer, Question::offlineCause, Question::errorCause, Question::paper})
        EXPECT_TRUE(merge(idle, question, 0x12));
    EXPECT_EQ(idle, Condition{});
    Condition paper;
    EXPECT_TRUE(merge(paper, Question::paper, 0x1E));
    EXPECT_TRUE(paper.paperLow && !paper.paperOut);
    paper = {};
    merge(paper, Question::paper, 0x72);
    EXPECT_TRUE(paper.paperOut && !paper.paperLow);
    paper = {};
    merge(paper, Question::paper, 0x7E);
    EXPECT_TRUE(paper.paperOut && paper.paperLow);
    Condition cover;
    merge(cover, Question::offlineCause, 0x16);
    EXPECT_TRUE(cover.coverOpen);
    Condition error;
    merge(error, Question::errorCause, 0x12 | 0x08);
    EXPECT_TRUE(error.cutter);
    EXPECT_FALSE(merge(error, Question::printer, 0x10)); // automatic status is no answer
}

TEST(EscPos, kindsOfStatusAreToldApart) {
    StatusDecoder decoder;
    decoder.feed(Bytes{0x16, 0x11, 0x30, 0x00, 0x0C, 0x0F, 0x00, 0xFF, 0x03});
    EXPECT_EQ(decoder.next(), StatusEvent(RealTimeAnswer{0x16}));
    EXPECT_EQ(decoder.next(), StatusEvent(AutomaticStatus{{.coverOpen = true, .paperOut = true}}));
    EXPECT_EQ(decoder.next(), StatusEvent(BufferedAnswer{0x00}));
    EXPECT_EQ(decoder.next(), StatusEvent(BufferedAnswer{0x03}));
    EXPECT_FALSE(decoder.next());
}

TEST(EscPos, realTimeAnswerInsideAutomaticStatusIsNotLost) {
    StatusDecoder decoder;
    decoder.feed(Bytes{0x10, 0x00, 0x12, 0x00, 0x00});
    EXPECT_EQ(decoder.next(), StatusEvent(RealTimeAnswer{0x12}));
    EXPECT_EQ(decoder.next(), StatusEvent(AutomaticStatus{}));
    decoder.feed(Bytes{0x10, 0x00});
    decoder.endGroup();
    decoder.feed(Bytes{0x00});
    EXPECT_EQ(decoder.next(), StatusEvent(BufferedAnswer{0x00}));
}
