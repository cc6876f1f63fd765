// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

// How a text is carried by SMS (3GPP TS 23.038 and 23.040): 140 octets a part, of which a part of several
// gives six to its header.
namespace atrium::rules::messages {

/// latin: the characters of the 7-bit alphabet that ASCII has too, because gateways take a text as ASCII or
/// UCS-2 and nothing between. Everything else, "é" included, makes the whole text ucs2.
enum class Alphabet { latin, ucs2 };

/// Units a part holds: septets of latin, 16-bit units of ucs2.
inline constexpr int kLatinAlone = 160;
inline constexpr int kLatinOfSeveral = 153;
inline constexpr int kUcs2Alone = 70;
inline constexpr int kUcs2OfSeveral = 67;

[[nodiscard]] Alphabet alphabetOf(std::string_view text);

/// The pieces that are sent, in order; their concatenation is the text. A character is never cut: not a
/// surrogate pair, and not ^{}\[~]| of latin, which take two septets. One empty piece for an empty text.
/// Bytes that are no UTF-8 count as one unit each.
[[nodiscard]] std::vector<std::string> splitParts(std::string_view text);

/// Their number: what the hall pays for.
[[nodiscard]] int countParts(std::string_view text);

/// The text as UTF-16 in big-endian bytes, as SMS carries ucs2; U+FFFD for bytes that are no UTF-8.
[[nodiscard]] std::string toUcs2(std::string_view text);
/// Back to UTF-8; U+FFFD for a lone surrogate, an odd last byte is left out.
[[nodiscard]] std::string fromUcs2(std::string_view bytes);

} // namespace atrium::rules::messages
