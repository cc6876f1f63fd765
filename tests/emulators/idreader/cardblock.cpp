// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/idreader/cardblock.h"

#include <stdexcept>

namespace atrium::emulators {
namespace {

using Values = std::map<std::string, std::string>;

/// UTF-8 of a command line to UTF-16 units; well-formed input is taken for granted.
std::vector<unsigned> toUtf16(const std::string& text) {
    std::vector<unsigned> units;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i++]);
        const int more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        unsigned code = more == 0 ? lead : lead & (0x3FU >> static_cast<unsigned>(more));
        for (int k = 0; k < more && i < text.size(); ++k)
            code = code << 6U | (static_cast<unsigned char>(text[i++]) & 0x3FU);
        if (code >= 0x10000) {
            units.push_back(0xD800U + ((code - 0x10000U) >> 10U));
            units.push_back(0xDC00U + ((code - 0x10000U) & 0x3FFU));
        } else {
            units.push_back(code);
        }
    }
    return units;
}

void put(Bytes& block, std::size_t offset, std::size_t length, const std::string& text) {
    const auto units = toUtf16(text);
    if (units.size() * 2 > length)
        throw std::invalid_argument("too long for its field: " + text);
    for (std::size_t i = 0; i < units.size(); ++i) {
        block[offset + 2 * i] = static_cast<std::uint8_t>(units[i] & 0xFFU);
        block[offset + 2 * i + 1] = static_cast<std::uint8_t>(units[i] >> 8U);
    }
}

std::string value(const Values& values, const std::string& key, const std::string& otherwise) {
    const auto found = values.find(key);
    return found == values.end() ? otherwise : found->second;
}

Values readValues(const Words& words) {
    Values values;
    for (std::size_t i = 3; i < words.size(); ++i) {
        const auto equals = words[i].find('=');
        if (equals == std::string::npos)
            throw std::invalid_argument("not key=value: " + words[i]);
        values[words[i].substr(0, equals)] = words[i].substr(equals + 1);
    }
    return values;
}

void putCommon(Bytes& block, const std::string& name, const std::string& number, const Values& values) {
    const std::string born = number.size() == 18 ? number.substr(6, 8) : "19800101";
    put(block, 0, 30, name);
    put(block, 30, 2, value(values, "sex", "1"));
    put(block, 36, 16, value(values, "birth", born));
    put(block, 122, 36, number);
    put(block, 188, 16, value(values, "from", "20200101"));
    put(block, 204, 16, value(values, "to", "20400101"));
}

void putResident(Bytes& block, const Values& values) {
    put(block, 32, 4, value(values, "nation", "01"));
    put(block, 52, 70, value(values, "address", "北京市朝阳区建国路一号"));
    put(block, 158, 30, value(values, "authority", "北京市公安局朝阳分局"));
}

void putHkMacaoTaiwan(Bytes& block, const Values& values) {
    put(block, 52, 70, value(values, "address", "广东省深圳市南山区科技路二号"));
    put(block, 158, 30, value(values, "authority", "深圳市公安局"));
    put(block, 220, 18, value(values, "pass", "H12345678"));
    put(block, 238, 4, value(values, "count", "01"));
    put(block, 248, 2, "J");
}

void putForeign2023(Bytes& block, const Values& values) {
    const std::string english = value(values, "en", "WEBER, ANNA MARIA");
    put(block, 52, 70, english.substr(0, 35));
    put(block, 158, 30, value(values, "authority", "国家移民管理局"));
    put(block, 220, 22, english.size() > 35 ? english.substr(35) : "");
    put(block, 242, 6, value(values, "country", "DEU"));
    put(block, 248, 2, "Y");
}

void putForeign2017(Bytes& block, const std::string& name, const std::string& number, const Values& values) {
    put(block, 0, 120, value(values, "en", "WEBER, ANNA MARIA"));
    put(block, 120, 2, value(values, "sex", "2"));
    put(block, 122, 30, number);
    put(block, 152, 6, value(values, "country", "DEU"));
    put(block, 158, 30, name);
    put(block, 188, 16, value(values, "from", "20180101"));
    put(block, 204, 16, value(values, "to", "20280101"));
    put(block, 220, 16, value(values, "birth", "19810803"));
    put(block, 236, 4, "01");
    put(block, 240, 8, value(values, "authority", "1500"));
    put(block, 248, 2, "I");
}

} // namespace

Bytes buildCardBlock(const Words& words) {
    if (words.size() < 3)
        throw std::invalid_argument("card KIND NAME NUMBER [key=value …]");
    const std::string& kind = words[0];
    const std::string& name = words[1];
    const std::string& number = words[2];
    const Values values = readValues(words);
    Bytes block(256, 0);
    for (std::size_t i = 0; i < block.size(); i += 2)
        block[i] = ' ';
    if (kind == "foreign2017" || kind == "I") {
        putForeign2017(block, name, number, values);
        return block;
    }
    putCommon(block, name, number, values);
    if (kind == "resident")
        putResident(block, values);
    else if (kind == "hkmt" || kind == "J")
        putHkMacaoTaiwan(block, values);
    else if (kind == "foreign2023" || kind == "Y")
        putForeign2023(block, values);
    else
        throw std::invalid_argument("unknown kind of card: " + kind);
    if (values.contains("flag"))
        put(block, 248, 2, values.at("flag"));
    return block;
}

} // namespace atrium::emulators
