// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/route.h"

#include <Poco/UTF8Encoding.h>

namespace atrium::http {

namespace {

int hexDigit(char c) noexcept {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool validUtf8(const std::string& text) {
    const Poco::UTF8Encoding encoding;
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    const auto size = static_cast<int>(text.size());
    for (int at = 0; at < size;) {
        const int length = encoding.characterMap()[bytes[at]] >= 0 ? 1 : -encoding.characterMap()[bytes[at]];
        if (length > 4 || at + length > size || !Poco::UTF8Encoding::isLegal(bytes + at, length))
            return false;
        at += length;
    }
    return true;
}

} // namespace

std::optional<std::string> percentDecode(std::string_view text, bool plus) {
    std::string out;
    out.reserve(text.size());
    bool ascii = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '+' && plus) {
            c = ' ';
        } else if (c == '%') {
            if (i + 2 >= text.size())
                return std::nullopt;
            const int high = hexDigit(text[i + 1]);
            const int low = hexDigit(text[i + 2]);
            if (high < 0 || low < 0 || (high == 0 && low == 0))
                return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        }
        ascii = ascii && static_cast<unsigned char>(c) < 0x80;
        out += c;
    }
    if (!ascii && !validUtf8(out))
        return std::nullopt;
    return out;
}

std::optional<std::vector<std::pair<std::string, std::string>>> parseQuery(std::string_view raw) {
    std::vector<std::pair<std::string, std::string>> pairs;
    while (!raw.empty()) {
        const std::size_t end = raw.find('&');
        const std::string_view part = raw.substr(0, end);
        raw = end == std::string_view::npos ? std::string_view{} : raw.substr(end + 1);
        if (part.empty())
            continue;
        const std::size_t equals = part.find('=');
        auto name = percentDecode(part.substr(0, equals), true);
        auto value = percentDecode(
            equals == std::string_view::npos ? std::string_view{} : part.substr(equals + 1), true);
        if (!name || !value)
            return std::nullopt;
        pairs.emplace_back(std::move(*name), std::move(*value));
    }
    return pairs;
}

} // namespace atrium::http
