// SPDX-License-Identifier: GPL-3.0-or-later
// The 256-byte text block of an identity card: fixed fields of UTF-16LE, padded with blanks, in one of four
// layouts told apart by the flag at byte 248 (blank, I, J, Y).
#pragma once

#include "shared/devices/codec/idcard.h"

#include <boost/system/result.hpp>

#include <cstdint>
#include <span>

namespace atrium::devices {

enum class CardTextFault {
    size,             ///< not 256 bytes
    unknownLayout,    ///< a type flag that is none of the four
    controlCharacter, ///< a field holds control characters: the block is not text
    missing,          ///< no name or no number
};

/// Reads the block. Half surrogates become U+FFFD; a date that is no date is left empty; the number's check
/// digit is not looked at (see shared/model/idnumber.h).
[[nodiscard]] boost::system::result<IdCard, CardTextFault>
decodeCardText(std::span<const std::uint8_t> block);

} // namespace atrium::devices
