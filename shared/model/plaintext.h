// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

// What a text that people see may hold. Texts are UTF-8.
namespace atrium::model {

/// Characters as people count them for a limit: code points.
[[nodiscard]] std::size_t characterCount(std::string_view text) noexcept;

/// No controls (C0, C1, DEL), no bidirectional embeddings, overrides or isolates (UAX #9: they let a text
/// read otherwise than it is), no malformed UTF-8. Line breaks and tabs only with lines.
[[nodiscard]] bool isPlainText(std::string_view text, bool lines) noexcept;

/// Nothing in it can be seen: empty, or blanks and characters without width only.
[[nodiscard]] bool isBlank(std::string_view text) noexcept;

} // namespace atrium::model
