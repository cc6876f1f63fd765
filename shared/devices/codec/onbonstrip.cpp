// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/codec/onbonstrip.h"

namespace atrium::devices::onbon {
namespace {

constexpr std::uint8_t kMustAnswer = 1;
constexpr std::uint16_t kInPixels = 0x8000; ///< in x and width; else they count bytes of eight pixels

void put16(Bytes& bytes, std::size_t value) {
    bytes.push_back(static_cast<std::uint8_t>(value & 0xFFU));
    bytes.push_back(static_cast<std::uint8_t>(value >> 8U & 0xFFU));
}

Bytes areaBytes(const DynamicArea& area) {
    Bytes bytes{0}; // type: text
    put16(bytes, area.x | kInPixels);
    put16(bytes, area.y);
    put16(bytes, area.width | kInPixels);
    put16(bytes, area.height);
    bytes.insert(bytes.end(), {area.id, area.lineGap, area.runMode});
    put16(bytes, area.timeoutSeconds);
    bytes.insert(bytes.end(), {0, 0}); // no voice, no extension
    bytes.push_back(static_cast<std::uint8_t>(static_cast<unsigned>(area.across) |
                                              static_cast<unsigned>(area.upright) << 2U));
    bytes.push_back(area.singleLine ? 1 : 2);
    bytes.push_back(area.wraps ? 2 : 1);
    bytes.push_back(static_cast<std::uint8_t>(area.effect));
    bytes.insert(bytes.end(), {0, area.speed, area.stayHalfSeconds});
    const std::string_view text = std::string_view(area.text).substr(0, kMaxText);
    put16(bytes, text.size());
    put16(bytes, 0);
    bytes.insert(bytes.end(), text.begin(), text.end());
    return bytes;
}

} // namespace

std::string font(int pixels) {
    const char size = pixels == 24 ? '1' : pixels == 32 ? '2' : '0';
    return std::string("\\FO00") + size + "\\FE00" + size;
}

std::string colour(Colour colour) {
    return std::string("\\C") + static_cast<char>('0' + static_cast<int>(colour));
}

std::string newLine() {
    return "\\n";
}

std::string plainText(std::string_view gb2312) {
    std::string plain(gb2312);
    for (char& c : plain) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F || c == '\\')
            c = ' ';
    }
    return plain;
}

std::string beginningOf(std::string_view gb2312, std::size_t bytes) {
    std::size_t at = 0;
    while (at < gb2312.size()) {
        const std::size_t width = static_cast<unsigned char>(gb2312[at]) >= 0x80 ? 2 : 1;
        if (at + width > bytes || at + width > gb2312.size())
            break;
        at += width;
    }
    return std::string(gb2312.substr(0, at));
}

Bytes showArea(const DynamicArea& area) {
    const Bytes body = areaBytes(area);
    Bytes bytes{0xA3, 0x06, kMustAnswer, 0, 0, 0, 1}; // nothing cleared, none removed, one area
    put16(bytes, body.size());
    bytes.insert(bytes.end(), body.begin(), body.end());
    return bytes;
}

Bytes removeAllAreas() {
    return {0xA3, 0x06, kMustAnswer, 0, 0, 0xFF, 0};
}

Bytes ping() {
    return {0xA2, 0x00, kMustAnswer, 0, 0};
}

Answer readAnswer(std::span<const std::uint8_t> data) {
    if (data.size() < 5 || data[0] != 0xA0 || data[1] > 1)
        return {};
    const std::uint8_t error = data[2];
    if (data[1] == 0)
        return {Verdict::done, 0};
    if (error == 3)
        return {Verdict::busy, error};
    return {error == 5 ? Verdict::damaged : Verdict::refused, error};
}

} // namespace atrium::devices::onbon
