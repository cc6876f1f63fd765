// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Units of CMPP 2.0 and 3.0, China Mobile's point-to-point protocol for SMS, as a service provider speaks it.
// A unit is: length of the whole, command, sequence (each 4 bytes, big-endian), body. Texts stand in fields
// of fixed length, filled up with zeros. 3.0 differs from 2.0 in: status and result 4 bytes instead of 1,
// phone numbers 32 instead of 21, a type byte beside them, LinkID (20) instead of a reserve (8).
namespace atrium::gateways::cmpp {

enum class Version : std::uint8_t { v20 = 0x20, v30 = 0x30 };

enum class Command : std::uint32_t {
    connect = 0x00000001,
    terminate = 0x00000002,
    submit = 0x00000004,
    deliver = 0x00000005,
    activeTest = 0x00000008,
    connectResp = 0x80000001,
    terminateResp = 0x80000002,
    submitResp = 0x80000004,
    deliverResp = 0x80000005,
    activeTestResp = 0x80000008,
};

inline constexpr std::size_t kHeaderBytes = 12;

/// One unit as it came. The command may be one that nobody knows.
struct Pdu {
    std::uint32_t command = 0;
    std::uint32_t sequence = 0;
    std::string body;

    [[nodiscard]] bool is(Command which) const { return command == static_cast<std::uint32_t>(which); }
    bool operator==(const Pdu&) const = default;
};

using Digest = std::array<std::uint8_t, 16>;

/// What is to be hashed with MD5 for the client's proof; timestamp is MMDDHHMMSS as a number.
[[nodiscard]] std::string sourceProofText(std::string_view source, std::string_view secret,
                                          std::uint32_t timestamp);
/// The same for the peer's: status as that many bytes, 1 or 4 (peers of 3.0 do either), the client's proof.
[[nodiscard]] std::string peerProofText(int statusBytes, const Digest& sourceProof, std::string_view secret);

struct Connect {
    std::string source; ///< SP_Id, 6 characters
    Digest proof{};
    Version version = Version::v30;
    std::uint32_t timestamp = 0;
};

struct ConnectResp {
    std::uint32_t status = 0; ///< 0 ok, 1 structure, 2 source, 3 proof, 4 version, other: other errors
    Digest proof{};
    std::uint8_t version = 0;
    bool operator==(const ConnectResp&) const = default;
};

/// How content is written.
enum class Format : std::uint8_t { ascii = 0, binary = 4, ucs2 = 8, gbk = 15 };

struct Submit {
    std::uint8_t parts = 1;
    std::uint8_t part = 1;  ///< from 1
    bool hasHeader = false; ///< content begins with a user data header
    Format format = Format::ascii;
    std::string serviceId;    ///< up to 10
    std::string source;       ///< SP_Id
    std::string sourceNumber; ///< what the phone shows as sender, up to 21
    std::string phone;
    std::string content;   ///< up to 140 bytes, 160 of ASCII
    std::string validTime; ///< see validTime(); empty: the peer's own
};

struct SubmitResp {
    std::uint64_t messageId = 0;
    std::uint32_t result = 0; ///< 0 ok, 8 too fast; other: refused
    bool operator==(const SubmitResp&) const = default;
};

struct Deliver {
    std::uint64_t messageId = 0;
    std::string destination;
    std::string phone;
    bool hasHeader = false;
    std::uint8_t format = 0;
    bool isReport = false;
    std::string content;
    bool operator==(const Deliver&) const = default;
};

/// Content of a Deliver that is a report.
struct Report {
    std::uint64_t messageId = 0; ///< as in SubmitResp
    std::string state;           ///< "DELIVRD", "EXPIRED", "UNDELIV", "REJECTD", "MA:0001" …
    bool operator==(const Report&) const = default;
};

[[nodiscard]] std::string encode(std::uint32_t sequence, const Connect& connect);
/// Texts longer than their fields are cut.
[[nodiscard]] std::string encode(std::uint32_t sequence, const Submit& submit, Version version);
[[nodiscard]] std::string encodeDeliverResp(std::uint32_t sequence, std::uint64_t messageId, Version version);
[[nodiscard]] std::string encodeActiveTestResp(std::uint32_t sequence);
/// Those without a body: activeTest, terminate, terminateResp.
[[nodiscard]] std::string encodeEmpty(Command command, std::uint32_t sequence);

/// Nothing: too short or of lengths that do not fit. Of both widths of status and result the body's length
/// decides, because peers answer with their own version.
[[nodiscard]] std::optional<ConnectResp> decodeConnectResp(std::string_view body);
[[nodiscard]] std::optional<SubmitResp> decodeSubmitResp(std::string_view body);
[[nodiscard]] std::optional<Deliver> decodeDeliver(std::string_view body, Version version);
[[nodiscard]] std::optional<Report> decodeReport(std::string_view content);

/// ValId_Time of SMPP 3.3, "YYMMDDhhmmss032+": an absolute local time and its quarter hours ahead of UTC.
[[nodiscard]] std::string validTime(std::int64_t unixSeconds, int quarterHoursAhead);
/// Sixteen hex digits: how a report names a message.
[[nodiscard]] std::string refOf(std::uint64_t messageId);

} // namespace atrium::gateways::cmpp
