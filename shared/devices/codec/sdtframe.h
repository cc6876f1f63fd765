// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of the serial protocol of second-generation identity card readers (SDT/SAM).
// Format: AA AA AA 96 69 | length (2, big-endian) | body | check, where the length counts body and check, and
// the check is the XOR of all bytes after the preamble but itself. A request's body is command, parameter,
// data; a reply's body is three status bytes and data. Serial line: 115200 8N1, older readers 57600 to 9600.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace atrium::devices::sdt {

using Bytes = std::vector<std::uint8_t>;

struct Request {
    std::uint8_t command = 0;
    std::uint8_t parameter = 0;
    Bytes data;
    bool operator==(const Request&) const = default;
};

inline const Request kReset{0x10, 0xFF, {}};
inline const Request kStatus{0x11, 0xFF, {}};
inline const Request kSamId{0x12, 0xFF, {}};
inline const Request kFindCard{0x20, 0x01, {}};
inline const Request kSelectCard{0x20, 0x02, {}};
inline const Request kReadBase{0x30, 0x01, {}};
inline const Request kReadNewestAddress{0x30, 0x03, {}};
inline const Request kReadWithFingerprint{0x30, 0x10, {}};
inline const Request kMaxRfBytes{0x61, 0xFF, {0x50}};

/// The whole frame, preamble included.
[[nodiscard]] Bytes encode(const Request& request);

/// Third status byte of a reply.
enum class Status : std::uint8_t {
    checksum = 0x10,
    length = 0x11,
    command = 0x21,
    notAuthorised = 0x66,
    unknownCommand = 0x24,
    authenticationFirst = 0x31,
    authenticationSecond = 0x32,
    authenticationThird = 0x33,
    wrongCard = 0x40,
    readFailed = 0x41,
    randomFailed = 0x47,
    selfTest = 0x60,
    noCard = 0x80,
    selectFailed = 0x81,
    ok = 0x90,
    itemAbsent = 0x91,
    found = 0x9F,
};

struct Reply {
    std::uint8_t sw1 = 0;
    std::uint8_t sw2 = 0;
    std::uint8_t sw3 = 0; ///< compare with is()
    Bytes data;

    [[nodiscard]] bool is(Status status) const {
        return sw1 == 0 && sw2 == 0 && sw3 == static_cast<std::uint8_t>(status);
    }
    bool operator==(const Reply&) const = default;
};

/// Takes the line's bytes in pieces of any size and gives whole replies. It finds the preamble again at any
/// byte: after a frame that fails its check or states an impossible length, the search goes on at the second
/// byte of that frame, so that a true frame inside the damaged one is not lost. Never holds more than one
/// longest frame.
class ReplyDecoder {
public:
    /// Longest reply: base text, photograph and two fingerprints (2321 bytes with the preamble).
    static constexpr std::size_t kMaxLength = 2314;

    void feed(std::span<const std::uint8_t> bytes);

    /// The next whole reply, oldest first; empty when more bytes are needed.
    [[nodiscard]] std::optional<Reply> next();

    /// Frames thrown away since construction because the check byte or the length was wrong.
    [[nodiscard]] std::size_t damagedFrames() const { return m_damaged; }

    /// Bytes waiting for the rest of their frame.
    [[nodiscard]] std::size_t pendingBytes() const { return m_buffer.size(); }

    /// To be called when the line has been silent too long: gives up the frame under way (its length may have
    /// been damaged and the rest will never come) and looks for whole replies inside it.
    [[nodiscard]] std::optional<Reply> flush();

    /// Forgets everything received, for instance before a new request.
    void clear() { m_buffer.clear(); }

private:
    void skipToPreamble();
    void rejectFrame();

    Bytes m_buffer;
    std::size_t m_damaged = 0;
};

/// The parts of a reply to a read command.
struct CardData {
    Bytes text;        ///< 256 bytes, see idcardtext.h
    Bytes photo;       ///< WLT, proprietary: kept as it is
    Bytes fingerprint; ///< empty without
    bool operator==(const CardData&) const = default;
};

/// Splits the data of a reply to kReadBase (two inner lengths) or kReadWithFingerprint (three). Empty when
/// the inner lengths do not add up to what is there, or the text is not 256 bytes.
[[nodiscard]] std::optional<CardData> splitCardData(std::span<const std::uint8_t> data, bool withFingerprint);

/// The reader's serial number as printed on it, "01.05-20190314-0001234567-1234567890", from the 16 data
/// bytes of a reply to kSamId; empty for any other size.
[[nodiscard]] std::string samIdText(std::span<const std::uint8_t> data);

} // namespace atrium::devices::sdt
