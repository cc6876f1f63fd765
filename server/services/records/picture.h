// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/result.h"

#include <string_view>

namespace atrium::services {

/// Longest side of a picture. Bounds what decoding costs, whatever a file of a few bytes claims to be: one
/// byte a pixel for PNG, six for a progressive JPEG.
inline constexpr int kLongestPictureSide = 4096;
/// Scans of a progressive JPEG; encoders write about ten, an attacker a thousand.
inline constexpr int kMostPictureScans = 100;

struct PictureSize {
    int width = 0;
    int height = 0;
};

/// Decodes the whole picture, so that what is kept is what it says: PNG (ISO/IEC 15948) or JPEG (ISO/IEC
/// 10918-1), complete, without a fault and with nothing behind its end. type: image/png or image/jpeg; other
/// types are refused, SVG because it is a document that can hold programs. Pure; any thread.
[[nodiscard]] model::Result<PictureSize> checkPicture(std::string_view type, std::string_view bytes);

} // namespace atrium::services
