// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/gb2312.h"

#include <QtCore/QList>
#include <QtCore/QStringEncoder>

namespace atrium::devices {
namespace {

constexpr char32_t kWideBlank = 0x3000;

/// Whether two bytes of GBK, which holds GB2312 and much more, lie where GB2312 has characters.
bool isGb2312(const QByteArray& bytes) {
    if (bytes.size() != 2)
        return false;
    const auto row = static_cast<unsigned char>(bytes.at(0));
    const auto cell = static_cast<unsigned char>(bytes.at(1));
    return ((row >= 0xA1 && row <= 0xA9) || (row >= 0xB0 && row <= 0xF7)) && cell >= 0xA1 && cell <= 0xFE;
}

bool isWideBlank(const QByteArray& bytes) {
    return bytes == QByteArray("\xA1\xA1");
}

std::string encoded(char32_t character) {
    if (character < 0x80)
        return {character < 0x20 || character == 0x7F ? ' ' : static_cast<char>(character)};
    // By way of GBK: the GB2312 of ICU, from which Qt has both, lacks the dash and the middle dot. A Qt
    // without ICU shows the Latin part.
    QStringEncoder encoder("GBK");
    if (!encoder.isValid())
        return "?";
    const QByteArray bytes = encoder.encode(QString::fromUcs4(&character, 1));
    // A wide blank also stands for what has no code.
    if (!isGb2312(bytes) || (isWideBlank(bytes) && character != kWideBlank))
        return "?";
    return bytes.toStdString();
}

} // namespace

std::string toGb2312(const QString& text) {
    std::string bytes;
    for (const char32_t character : text.toUcs4())
        bytes += encoded(character);
    return bytes;
}

} // namespace atrium::devices
