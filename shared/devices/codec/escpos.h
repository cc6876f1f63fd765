// SPDX-License-Identifier: GPL-3.0-or-later
// ESC/POS: a ticket as raster bands, and the status requests and answers of a receipt printer.
// Printers obey some commands the moment they arrive, even inside raster data (DLE EOT n, DLE ENQ n,
// DLE DC4 n): a picture that happens to hold such bytes would print a hole, answer a status nobody asked for,
// or clear the buffer. The encoder therefore never emits them inside a picture.
#pragma once

#include "shared/devices/codec/ticketimage.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace atrium::devices::escpos {

using Bytes = std::vector<std::uint8_t>;

constexpr int kDots58 = 384;  ///< dots across a 58 mm roll at 203 dpi
constexpr int kDots80 = 576;  ///< dots across an 80 mm roll at 203 dpi
constexpr int kSpareDots = 8; ///< kept free so that the picture can be moved sideways by up to seven dots

/// Rows of one raster band at most: small, so that a band whose end never came is soon filled up
/// (and below 256, so that the height's high byte stays 0).
constexpr std::size_t kBandRowLimit = 24;

/// Widest picture for a roll.
constexpr int maxPictureDots(int paperDots) {
    return paperDots - kSpareDots;
}

struct EncodedTicket {
    Bytes bytes;
    int left = 0;        ///< column of the paper where the picture's first column is printed
    int droppedDots = 0; ///< black dots left out; 0 unless no sideways move breaks all hidden commands
};

/// Initialises the printer (automatic status off), prints the picture in the middle of the paper, feeds and
/// cuts. Empty when the picture is invalid or wider than maxPictureDots(). Hidden commands are broken by a
/// new band where they cross a row's end, else by moving the whole picture by up to seven dots; should a
/// picture hold one at each of the eight positions, single dots are left out.
[[nodiscard]] std::optional<EncodedTicket> encodeTicket(const TicketImage& image, int paperDots, CutMode cut);

/// First place at or after `from` where a command begins that printers obey inside other data:
/// 10 04 01..05, 10 04 14, 10 05 or 10 14. Gives bytes.size() when there is none.
[[nodiscard]] std::size_t findHiddenCommand(std::span<const std::uint8_t> bytes, std::size_t from = 0);

/// The four questions of DLE EOT n.
enum class Question : std::uint8_t { printer = 1, offlineCause = 2, errorCause = 3, paper = 4 };

[[nodiscard]] Bytes realTimeRequest(Question question);
/// GS r 1: answered from the print buffer, thus only after everything before it has been printed.
[[nodiscard]] Bytes bufferedRequest();
/// Throws away what is in the printer's buffers, so that a ticket given up is not printed after the paper has
/// been changed: DLE ENQ 2 (recover from an error, clear) and DLE DC4 8 (clear buffers).
[[nodiscard]] Bytes clearRequest();
/// For a printer in an unknown state, e.g. after a program that died while printing: clearRequest(), then as
/// many zero bytes as fill up a half-sent band on printers that do not know the clear command. Between
/// commands zero bytes mean nothing.
[[nodiscard]] Bytes recoverRequest(int paperDots);
/// Feeds and cuts off what hangs in the printer; CutMode::none feeds it out to be torn off.
[[nodiscard]] Bytes cutOffRest(CutMode cut);

/// What a printer told about itself; facts from several answers are merged.
struct Condition {
    bool offline = false;
    bool coverOpen = false;
    bool paperOut = false;
    bool paperLow = false; ///< stays false on printers without a near-end sensor
    bool mechanical = false;
    bool cutter = false;
    bool unrecoverable = false;
    bool recoverable = false; ///< an error that ends by itself, e.g. a hot print head

    bool operator==(const Condition&) const = default;
};

/// Merges one answer to DLE EOT n into the condition. False when the byte is no such answer.
bool merge(Condition& condition, Question question, std::uint8_t answer);
/// Merges the answer to GS r 1.
void mergeBuffered(Condition& condition, std::uint8_t answer);

struct RealTimeAnswer {
    std::uint8_t byte = 0; ///< belongs to the oldest question not yet answered
    bool operator==(const RealTimeAnswer&) const = default;
};
struct BufferedAnswer {
    std::uint8_t byte = 0;
    bool operator==(const BufferedAnswer&) const = default;
};
struct AutomaticStatus {
    Condition condition;
    bool operator==(const AutomaticStatus&) const = default;
};
using StatusEvent = std::variant<RealTimeAnswer, BufferedAnswer, AutomaticStatus>;

/// Sorts what a printer sends. The kinds are told apart by fixed bits: real-time answers have bits 1 and 4
/// set and 0 and 7 clear; the first of four bytes of automatic status has bit 4 set and 0, 1 and 7 clear, its
/// other bytes and buffered answers have bits 4 and 7 clear. Flow control bytes and everything else is
/// dropped.
class StatusDecoder {
public:
    void feed(std::span<const std::uint8_t> bytes);
    [[nodiscard]] std::optional<StatusEvent> next();
    /// Forgets a half automatic status, after the line has been silent.
    void endGroup() { m_group.clear(); }

private:
    void take(std::uint8_t byte);
    Bytes m_group;
    std::deque<StatusEvent> m_events;
};

} // namespace atrium::devices::escpos
