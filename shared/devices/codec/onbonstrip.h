// SPDX-License-Identifier: GPL-3.0-or-later
// What is said to an ONBON font card, and what it answers: the data inside the frames of onbonframe.h.
// Source: the maker's "BX-5K/6K protocol, user edition", sections 5 to 9 and 11. Only dynamic areas are used:
// they lie in memory and may be written without end (at most once a second), while programmes wear the flash.
#pragma once

#include "shared/devices/codec/onbonframe.h"

#include <string>
#include <string_view>

namespace atrium::devices::onbon {

/// How text enters the area.
enum class Effect : std::uint8_t { still = 1, instant = 2, left = 3, right = 4, up = 5, down = 6 };

enum class Across : std::uint8_t { left = 0, right = 1, centre = 2 };
enum class Upright : std::uint8_t { top = 0, bottom = 1, centre = 2 };

/// A dynamic area with text, which the card draws with its own fonts.
struct DynamicArea {
    std::uint16_t x = 0; ///< in pixels
    std::uint16_t y = 0;
    std::uint16_t width = 128;
    std::uint16_t height = 32;
    std::uint8_t id = 0; ///< counted from 0; 8 areas on a 5K card, 5 on a 6K
    std::uint8_t lineGap = 0;
    std::uint8_t runMode = 0; ///< 0 shows again and again, 1 stops at the last page, 2 goes after timeout
    std::uint16_t timeoutSeconds = 0; ///< only for runMode 2
    Across across = Across::left;
    Upright upright = Upright::top;
    bool singleLine = false;
    bool wraps = false; ///< false: lines end only at newLine()
    Effect effect = Effect::still;
    std::uint8_t speed = 2; ///< 0 fastest to 24 slowest
    std::uint8_t stayHalfSeconds = 10;
    std::string text; ///< GB2312 with the card's own escapes, see font() and colour()
};

/// Largest text of an area: 5K cards hold 512 bytes of an area, the smaller of the two kinds.
constexpr std::size_t kMaxText = 440;

/// Colours as the card numbers them.
enum class Colour : std::uint8_t { red = 1, green, yellow, blue, cyan, magenta, white };

/// Chooses the card's font of that size for Chinese and Latin text: 16, 24 or 32 pixels, others count as 16.
[[nodiscard]] std::string font(int pixels);
[[nodiscard]] std::string colour(Colour colour);
[[nodiscard]] std::string newLine();

/// Text of people, in GB2312, without what the card would obey: backslashes and control characters become
/// blanks.
[[nodiscard]] std::string plainText(std::string_view gb2312);

/// The longest beginning of a GB2312 text of at most so many bytes that cuts no character in two.
[[nodiscard]] std::string beginningOf(std::string_view gb2312, std::size_t bytes);

/// Data of the command that writes an area; the card answers. Text beyond kMaxText is left out, wherever that
/// cuts: give less.
[[nodiscard]] Bytes showArea(const DynamicArea& area);

/// Data of the command that takes all dynamic areas away; the card answers.
[[nodiscard]] Bytes removeAllAreas();

/// Data of the question whether the card is there.
[[nodiscard]] Bytes ping();

/// What a card makes of a command.
enum class Verdict {
    done,
    busy,     ///< ask again
    damaged,  ///< the card saw a wrong check: send again
    refused,  ///< it will refuse the same again; Answer::error says why
    notKnown, ///< no answer to a command of ours
};

struct Answer {
    Verdict verdict = Verdict::notKnown;
    std::uint8_t error = 0; ///< the maker's number 0 to 19
};

/// Reads the data of a frame that came from a card.
[[nodiscard]] Answer readAnswer(std::span<const std::uint8_t> data);

} // namespace atrium::devices::onbon
