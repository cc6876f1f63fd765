// SPDX-License-Identifier: GPL-3.0-or-later
// How the content of a strip becomes the area of an ONBON card.
#pragma once

#include "shared/devices/codec/onbonstrip.h"
#include "shared/devices/iface/stripdisplay.h"

namespace atrium::devices {

/// Lines and columns of a strip of so many pixels in the smallest font, 16 high and 8 wide.
[[nodiscard]] int stripLines(int height);
[[nodiscard]] int stripColumns(int width);

/// The whole strip as one area. See OnbonStripDisplay.
[[nodiscard]] onbon::DynamicArea layOut(const StripContent& content, int width, int height);

} // namespace atrium::devices
