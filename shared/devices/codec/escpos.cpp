// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/codec/escpos.h"

#include <algorithm>
#include <array>

namespace atrium::devices::escpos {
namespace {

constexpr std::uint8_t kDle = 0x10;
constexpr std::uint8_t kEsc = 0x1B;
constexpr std::uint8_t kGs = 0x1D;
constexpr std::uint8_t kFeedLines = 4;
constexpr std::uint8_t kFeedToCutter = 24;

using Rows = std::vector<Bytes>;

void append(Bytes& bytes, std::initializer_list<std::uint8_t> more) {
    bytes.insert(bytes.end(), more);
}

bool isHidden(std::uint8_t first, std::uint8_t second, std::uint8_t third) {
    if (first != kDle)
        return false;
    if (second == 0x05 || second == 0x14)
        return true;
    return second == 0x04 && ((third >= 1 && third <= 5) || third == 0x14);
}

Bytes placeRow(const TicketImage& image, int y, int left, std::size_t rowBytes) {
    Bytes row(rowBytes, 0);
    const auto shift = static_cast<unsigned>(left) % 8U;
    const auto first = static_cast<std::size_t>(left) / 8;
    const auto begin = static_cast<std::size_t>(y) * image.rowBytes();
    for (std::size_t i = 0; i < image.rowBytes(); ++i) {
        unsigned bits = image.bits[begin + i];
        const auto tail = static_cast<std::size_t>(image.width) - i * 8;
        if (tail < 8)
            bits &= 0xFF00U >> tail; // dots beyond the width are padding
        row[first + i] = static_cast<std::uint8_t>(row[first + i] | (bits & 0xFFU) >> shift);
        const unsigned rest = (bits << 8U >> shift) & 0xFFU;
        if (rest != 0)
            row[first + i + 1] = static_cast<std::uint8_t>(row[first + i + 1] | rest);
    }
    return row;
}

Rows placePicture(const TicketImage& image, int left, std::size_t rowBytes) {
    Rows rows;
    rows.reserve(static_cast<std::size_t>(image.height));
    for (int y = 0; y < image.height; ++y)
        rows.push_back(placeRow(image, y, left, rowBytes));
    return rows;
}

int countHidden(const Rows& rows) {
    int count = 0;
    for (const Bytes& row : rows) {
        for (auto at = findHiddenCommand(row); at < row.size(); at = findHiddenCommand(row, at + 1))
            ++count;
    }
    return count;
}

void dropDots(Rows& rows) {
    for (Bytes& row : rows) {
        for (auto at = findHiddenCommand(row); at < row.size(); at = findHiddenCommand(row, at + 1))
            row[at] = 0; // 10h is a single black dot
    }
}

/// True when a command would begin in one row and end in the next.
bool crossesRows(const Bytes& upper, const Bytes& lower) {
    const std::size_t n = upper.size();
    return isHidden(upper[n - 2], upper[n - 1], lower[0]) || isHidden(upper[n - 1], lower[0], lower[1]);
}

void appendBand(Bytes& bytes, std::span<const Bytes> rows) {
    const auto width = static_cast<std::uint8_t>(rows.front().size());
    append(bytes, {kGs, 0x76, 0x30, 0, width, 0, static_cast<std::uint8_t>(rows.size()), 0});
    for (const Bytes& row : rows)
        bytes.insert(bytes.end(), row.begin(), row.end());
}

void appendPicture(Bytes& bytes, const Rows& rows) {
    std::size_t begin = 0;
    for (std::size_t row = 1; row <= rows.size(); ++row) {
        if (row == rows.size() || row - begin == kBandRowLimit || crossesRows(rows[row - 1], rows[row])) {
            appendBand(bytes, std::span(rows).subspan(begin, row - begin));
            begin = row;
        }
    }
}

void appendCut(Bytes& bytes, CutMode cut) {
    if (cut == CutMode::none)
        append(bytes, {kEsc, 0x64, kFeedLines});
    else
        append(bytes,
               {kGs, 0x56, static_cast<std::uint8_t>(cut == CutMode::full ? 0x41 : 0x42), kFeedToCutter});
}

} // namespace

std::size_t findHiddenCommand(std::span<const std::uint8_t> bytes, std::size_t from) {
    for (std::size_t i = from; i + 1 < bytes.size(); ++i) {
        if (isHidden(bytes[i], bytes[i + 1], i + 2 < bytes.size() ? bytes[i + 2] : std::uint8_t{0}))
            return i;
    }
    return bytes.size();
}

std::optional<EncodedTicket> encodeTicket(const TicketImage& image, int paperDots, CutMode cut) {
    if (!image.isValid() || paperDots <= kSpareDots || paperDots > 2040 || paperDots % 8 != 0 ||
        image.width > maxPictureDots(paperDots))
        return std::nullopt;
    const int base = (maxPictureDots(paperDots) - image.width) / 2;
    const auto rowBytes = static_cast<std::size_t>(paperDots) / 8;
    Rows best;
    int bestLeft = 0;
    int bestCount = -1;
    for (int move = 0; move < kSpareDots && bestCount != 0; ++move) {
        Rows rows = placePicture(image, base + move, rowBytes);
        const int count = countHidden(rows);
        if (bestCount < 0 || count < bestCount) {
            best = std::move(rows);
            bestLeft = base + move;
            bestCount = count;
        }
    }
    if (bestCount > 0)
        dropDots(best);
    EncodedTicket ticket{{kEsc, 0x40, kGs, 0x61, 0}, bestLeft, bestCount};
    appendPicture(ticket.bytes, best);
    appendCut(ticket.bytes, cut);
    return ticket;
}

Bytes realTimeRequest(Question question) {
    return {kDle, 0x04, static_cast<std::uint8_t>(question)};
}

Bytes bufferedRequest() {
    return {kGs, 0x72, 1};
}

Bytes clearRequest() {
    return {kDle, 0x05, 2, kDle, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};
}

Bytes recoverRequest(int paperDots) {
    Bytes bytes = clearRequest();
    bytes.resize(bytes.size() + kBandRowLimit * static_cast<std::size_t>(paperDots) / 8, 0);
    return bytes;
}

Bytes cutOffRest(CutMode cut) {
    Bytes bytes{kEsc, 0x40};
    appendCut(bytes, cut);
    return bytes;
}

bool merge(Condition& condition, Question question, std::uint8_t answer) {
    if ((answer & 0x93U) != 0x12U)
        return false;
    const auto bit = [answer](unsigned mask) { return (answer & mask) != 0; };
    switch (question) {
    case Question::printer:
        condition.offline = condition.offline || bit(0x08);
        break;
    case Question::offlineCause:
        condition.coverOpen = condition.coverOpen || bit(0x04);
        condition.paperOut = condition.paperOut || bit(0x20);
        break;
    case Question::errorCause:
        condition.mechanical = condition.mechanical || bit(0x04);
        condition.cutter = condition.cutter || bit(0x08);
        condition.unrecoverable = condition.unrecoverable || bit(0x20);
        condition.recoverable = condition.recoverable || bit(0x40);
        break;
    case Question::paper:
        condition.paperLow = condition.paperLow || bit(0x0C);
        condition.paperOut = condition.paperOut || bit(0x60);
        break;
    }
    return true;
}

void mergeBuffered(Condition& condition, std::uint8_t answer) {
    condition.paperLow = condition.paperLow || (answer & 0x03U) != 0;
    condition.paperOut = condition.paperOut || (answer & 0x0CU) != 0;
}

void StatusDecoder::feed(std::span<const std::uint8_t> bytes) {
    for (const auto byte : bytes)
        take(byte);
}

std::optional<StatusEvent> StatusDecoder::next() {
    if (m_events.empty())
        return std::nullopt;
    StatusEvent event = m_events.front();
    m_events.pop_front();
    return event;
}

void StatusDecoder::take(std::uint8_t byte) {
    if ((byte & 0x93U) == 0x12U) {
        m_events.emplace_back(RealTimeAnswer{byte});
        return;
    }
    if ((byte & 0x93U) == 0x10U) {
        m_group.assign(1, byte);
        return;
    }
    if ((byte & 0x90U) != 0)
        return;
    if (m_group.empty()) {
        m_events.emplace_back(BufferedAnswer{byte});
        return;
    }
    m_group.push_back(byte);
    if (m_group.size() < 4)
        return;
    const auto bit = [this](std::size_t index, unsigned mask) { return (m_group[index] & mask) != 0; };
    m_events.emplace_back(AutomaticStatus{Condition{.offline = bit(0, 0x08),
                                                    .coverOpen = bit(0, 0x20),
                                                    .paperOut = bit(2, 0x0C),
                                                    .paperLow = bit(2, 0x03),
                                                    .mechanical = bit(1, 0x04),
                                                    .cutter = bit(1, 0x08),
                                                    .unrecoverable = bit(1, 0x20),
                                                    .recoverable = bit(1, 0x40)}});
    m_group.clear();
}

} // namespace atrium::devices::escpos
