// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/types/qrmatrix.h"

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>

#include <exception>

namespace atrium::ui {

QImage qrMatrix(const QString& text) {
    if (text.isEmpty()) {
        return {};
    }
    try {
        constexpr int kErrorLevelM = 3; // the writer's scale of 0…8
        auto writer = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode);
        writer.setEncoding(ZXing::CharacterSet::UTF8).setEccLevel(kErrorLevelM).setMargin(0);
        const ZXing::BitMatrix bits = writer.encode(text.toStdWString(), 0, 0);
        QImage image(bits.width(), bits.height(), QImage::Format_Grayscale8);
        for (int y = 0; y < bits.height(); ++y) {
            uchar* line = image.scanLine(y);
            for (int x = 0; x < bits.width(); ++x) {
                line[x] = bits.get(x, y) ? 0 : 255;
            }
        }
        return image;
    } catch (const std::exception&) {
        return {}; // the writer throws when the text does not fit
    }
}

} // namespace atrium::ui
