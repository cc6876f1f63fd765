// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on a strip with an ONBON card, read from the data of its show command.
#pragma once

#include "tests/emulators/common/emulator.h"

#include <optional>

namespace atrium::emulators {

struct OnbonScreen {
    unsigned x = 0; ///< pixels, as width and height
    unsigned y = 0;
    unsigned width = 0;
    unsigned height = 0;
    unsigned effect = 0;
    bool singleLine = false;
    char colour = '?'; ///< of the text, as the card numbers them
    std::string font;  ///< name of the Chinese font
    std::string text;  ///< UTF-8, lines joined by "|"
};

/// `data`: of command A3 06, behind the five bytes that every command has. Nothing when its lengths or values
/// are not those of the published format. An empty screen when all areas are removed.
[[nodiscard]] std::optional<OnbonScreen> readOnbonShow(const Bytes& data);

} // namespace atrium::emulators
