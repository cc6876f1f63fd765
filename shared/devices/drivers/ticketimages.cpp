// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/ticketimages.h"

#include <QtGui/QColor>
#include <QtGui/QImage>

namespace atrium::devices {

TicketImage toTicketImage(const QImage& image, int threshold) {
    TicketImage result;
    if (image.isNull())
        return result;
    // Transparent parts are paper, so the picture is laid on white before its brightness is judged.
    const QImage source = image.convertToFormat(QImage::Format_ARGB32);
    result.width = source.width();
    result.height = source.height();
    result.bits.assign(result.rowBytes() * static_cast<std::size_t>(result.height), 0);
    for (int y = 0; y < result.height; ++y) {
        for (int x = 0; x < result.width; ++x) {
            const QRgb pixel = source.pixel(x, y);
            const int light = (qGray(pixel) * qAlpha(pixel) + 255 * (255 - qAlpha(pixel))) / 255;
            if (light >= threshold)
                continue;
            auto& byte =
                result
                    .bits[static_cast<std::size_t>(y) * result.rowBytes() + static_cast<std::size_t>(x) / 8];
            byte = static_cast<std::uint8_t>(byte | 0x80U >> static_cast<unsigned>(x % 8));
        }
    }
    return result;
}

} // namespace atrium::devices
