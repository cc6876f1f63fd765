// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the QR code in a picture and prints its text: a decoder of the tests' own, which shares nothing with
// the program that drew it. Usage: read-qr FILE.pgm (binary greyscale, P5). Exits 1 when there is no code.
#define ZX_USE_UTF8 1 // text() as UTF-8
#include <ZXing/ReadBarcode.h>

#include <cstdint>
#include <fstream>
#include <iostream>
#include <vector>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: read-qr FILE.pgm\n";
        return 2;
    }
    std::ifstream file(argv[1], std::ios::binary);
    std::string magic;
    int width = 0;
    int height = 0;
    int depth = 0;
    file >> magic >> width >> height >> depth;
    file.get();
    if (!file || magic != "P5" || depth != 255 || width < 1 || height < 1 || width > 20000 ||
        height > 20000) {
        std::cerr << "not a binary greyscale picture\n";
        return 2;
    }
    std::vector<char> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    if (!file.read(pixels.data(), static_cast<std::streamsize>(pixels.size()))) {
        std::cerr << "the picture ends early\n";
        return 2;
    }
    std::vector<std::uint8_t> grey(pixels.begin(), pixels.end());
    const ZXing::ImageView view(grey.data(), width, height, ZXing::ImageFormat::Lum);
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setTryHarder(true);
    const auto found = ZXing::ReadBarcode(view, hints);
    if (!found.isValid())
        return 1;
    std::cout << found.text() << "\n";
    return 0;
}
