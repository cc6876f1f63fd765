// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace atrium::model {

/// What takeCodePoint gives for bytes that are no UTF-8; no code point has this value.
inline constexpr char32_t kMalformed = 0xFFFFFFFF;

/// Takes the first code point off the text, which may not be empty: at least one byte, and of a malformed
/// sequence as much as could belong to it. Shortest forms only, no surrogates (RFC 3629).
[[nodiscard]] char32_t takeCodePoint(std::string_view& text) noexcept;

} // namespace atrium::model
