// SPDX-License-Identifier: GPL-3.0-or-later
// Text for displays that know only the Chinese character set of 1980.
#pragma once

#include <QtCore/QString>

#include <string>

namespace atrium::devices {

/// The text in GB2312: two bytes from A1 on a Chinese character, one below 80 a Latin one. Characters that
/// the set lacks become "?", control characters blanks.
[[nodiscard]] std::string toGb2312(const QString& text);

} // namespace atrium::devices
