// SPDX-License-Identifier: GPL-3.0-or-later
// From a drawn picture to the dots of a thermal printer.
#pragma once

#include "shared/devices/codec/ticketimage.h"

class QImage;

namespace atrium::devices {

/// Every pixel darker than the threshold (0 to 255, luminance over white) becomes black. Draw text without
/// anti-aliasing for clean edges. A null image gives an invalid TicketImage.
[[nodiscard]] TicketImage toTicketImage(const QImage& image, int threshold = 128);

} // namespace atrium::devices
