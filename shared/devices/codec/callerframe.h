// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of the caller with 21 keys and its evaluator, many on one RS-485 line, 9600 8N1.
// Format: FF 68 | length | length | 68 | address | command | data | sum | 16, where the length counts
// address, command and data and is sent twice, and the sum is that of these bytes. Source: the host's side of
// a deployed product (JackQChen/QueueSystem, CallSystem/frmMain.cs). A caller speaks when a key is pressed;
// the host sends the same frame back as the acknowledgement.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace atrium::devices::caller {

using Bytes = std::vector<std::uint8_t>;

struct Frame {
    std::uint8_t address = 0;
    std::uint8_t command = 0;
    Bytes data; ///< at most kMaxData bytes
    bool operator==(const Frame&) const = default;
};

constexpr std::size_t kMaxData = 6; ///< the longest known frame, the one for the display

[[nodiscard]] Bytes encode(const Frame& frame);

/// Takes the line's bytes in pieces of any size and gives whole frames. After damage it looks for the next
/// frame from the second byte of the damaged one on. Never holds more than the longest frame after next().
class FrameDecoder {
public:
    void feed(std::span<const std::uint8_t> bytes);
    [[nodiscard]] std::optional<Frame> next();

    /// To be called when the line was silent for 50 ms: the rest of a frame begun will not come. Gives whole
    /// frames that the damaged one hid, oldest first, until nothing is left.
    [[nodiscard]] std::optional<Frame> flush();

    [[nodiscard]] std::size_t damagedFrames() const { return m_damaged; }
    [[nodiscard]] std::size_t pendingBytes() const { return m_buffer.size(); }
    void clear() { m_buffer.clear(); }

private:
    [[nodiscard]] std::optional<Frame> whole(std::size_t length) const;

    Bytes m_buffer;
    std::size_t m_damaged = 0;
};

/// What the keys say; digits come before them.
enum class Key : std::uint8_t {
    rate = 0x0B,     ///< 评价
    call = 0x0C,     ///< 呼叫
    recall = 0x0D,   ///< 重呼
    cancel = 0x0E,   ///< 取消
    confirm = 0x0F,  ///< 确认
    metre = 0x11,    ///< 一米: please wait behind the line
    pause = 0x12,    ///< 等候, 暂停
    transfer = 0x13, ///< 转移
};

/// What was keyed in, as the caller reports it: digits and the key that ended them.
struct Entry {
    std::string digits;     ///< "0" to "9" each; may be empty
    std::optional<Key> key; ///< none: only digits so far
    bool operator==(const Entry&) const = default;
};

/// A grade given at the evaluator, as it numbers them: 0 and up.
struct Grade {
    std::uint8_t value = 0;
    bool operator==(const Grade&) const = default;
};

using Message = std::variant<Entry, Grade>;

/// Reads a frame that came from a caller; nothing when it is none of theirs.
[[nodiscard]] std::optional<Message> read(const Frame& frame);

/// What the host answers to a frame of a caller that read() understood: the same, or for a grade command 01.
[[nodiscard]] Frame acknowledgement(const Frame& frame);

/// Up to three digits in the right half of the display, e.g. the end of the ticket's number; others count as
/// blank, shorter texts stand at the right.
[[nodiscard]] Frame showTicket(std::uint8_t address, std::string_view digits);

/// How many wait, in the left half of the display: 0 to 999, others are brought into it.
[[nodiscard]] Frame showWaiting(std::uint8_t address, int count);

[[nodiscard]] Frame beep(std::uint8_t address);

/// All stars of the evaluator; it shows them by itself when it is switched on.
[[nodiscard]] Frame showStars(std::uint8_t address);

/// Asks the citizen for a grade.
[[nodiscard]] Frame askGrade(std::uint8_t address);

} // namespace atrium::devices::caller
