// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/windowbus/onbonscreen.h"

#include <iconv.h>

#include <stdexcept>

namespace atrium::emulators {
namespace {

/// Reads numbers from the front; throws std::out_of_range behind the end.
class Reader {
public:
    explicit Reader(const Bytes& bytes) : m_bytes(bytes) {}
    unsigned byte() { return m_bytes.at(m_at++); }
    unsigned word() {
        const unsigned low = byte();
        return low + 256 * byte();
    }
    std::string text(std::size_t count) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i)
            out += static_cast<char>(byte());
        return out;
    }
    [[nodiscard]] std::size_t left() const { return m_bytes.size() - m_at; }

private:
    const Bytes& m_bytes;
    std::size_t m_at = 0;
};

/// x or width: pixels when the highest bit is set, else bytes of eight pixels.
unsigned pixels(unsigned value) {
    return value >= 0x8000 ? value - 0x8000 : value * 8;
}

std::string toUtf8(std::string gb) {
    const iconv_t converter = iconv_open("UTF-8", "GB2312");
    if (converter == reinterpret_cast<iconv_t>(-1))
        throw std::runtime_error("the C library knows no GB2312");
    std::string out(gb.size() * 3 + 1, '\0');
    char* from = gb.data();
    char* to = out.data();
    std::size_t fromLeft = gb.size();
    std::size_t toLeft = out.size();
    const bool ok = iconv(converter, &from, &fromLeft, &to, &toLeft) != static_cast<std::size_t>(-1);
    iconv_close(converter);
    out.resize(out.size() - toLeft);
    return ok ? out : out + "<not GB2312>";
}

/// Takes the escapes out of the text: fonts, colour, new lines.
void readText(const std::string& raw, OnbonScreen& screen) {
    std::string plain;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const auto high = static_cast<unsigned char>(raw[i]) >= 0xA1;
        if (high && i + 1 < raw.size()) {
            plain += raw.substr(i++, 2);
        } else if (raw[i] != '\\') {
            plain += raw[i];
        } else if (raw.compare(i, 3, "\\FO") == 0) {
            screen.font = raw.substr(i + 2, 4);
            i += 5;
        } else if (raw.compare(i, 2, "\\F") == 0) {
            i += 5;
        } else if (raw.compare(i, 2, "\\C") == 0 && i + 2 < raw.size()) {
            screen.colour = raw[i + 2];
            i += 2;
        } else if (raw.compare(i, 2, "\\n") == 0) {
            plain += '|';
            ++i;
        } else {
            plain += "<unknown escape>";
        }
    }
    screen.text = toUtf8(plain);
}

OnbonScreen readArea(Reader& area) {
    OnbonScreen screen;
    if (area.byte() != 0)
        throw std::invalid_argument("not a text area");
    screen.x = pixels(area.word());
    screen.y = area.word();
    screen.width = pixels(area.word());
    screen.height = area.word();
    const unsigned id = area.byte();
    area.byte(); // line gap
    const unsigned runMode = area.byte();
    area.word(); // time-out
    const unsigned sound = area.byte();
    const unsigned extension = area.byte();
    const unsigned alignment = area.byte();
    const unsigned single = area.byte();
    const unsigned wrap = area.byte();
    screen.effect = area.byte();
    const unsigned leaving = area.byte();
    const unsigned speed = area.byte();
    area.byte(); // stay
    const std::size_t length = area.word() + 65536U * area.word();
    const bool isKnown = id < 5 && runMode <= 2 && sound == 0 && extension == 0 && alignment <= 10 &&
                         (single == 1 || single == 2) && (wrap == 1 || wrap == 2) && screen.effect >= 1 &&
                         screen.effect <= 6 && leaving == 0 && speed <= 0x18 && length == area.left();
    if (!isKnown)
        throw std::invalid_argument("a value out of its range");
    screen.singleLine = single == 1;
    readText(area.text(length), screen);
    return screen;
}

} // namespace

std::optional<OnbonScreen> readOnbonShow(const Bytes& data) {
    try {
        Reader reader(data);
        const unsigned removed = reader.byte();
        for (unsigned i = 0; removed != 0xFF && i < removed; ++i)
            reader.byte();
        OnbonScreen screen;
        const unsigned count = reader.byte();
        for (unsigned i = 0; i < count; ++i) {
            const std::size_t length = reader.word();
            if (length > 512)
                return std::nullopt; // more than a 5K card holds
            const std::string bytes = reader.text(length);
            const Bytes area(bytes.begin(), bytes.end());
            Reader inside(area);
            screen = readArea(inside);
        }
        if (reader.left() != 0)
            return std::nullopt;
        return screen;
    } catch (const std::logic_error&) {
        return std::nullopt;
    }
}

} // namespace atrium::emulators
