// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/codec/idcardtext.h"

#include "shared/devices/codec/nations.h"

#include <boost/nowide/utf/convert.hpp>

#include <algorithm>

namespace atrium::devices {
namespace {

constexpr std::size_t kBlockSize = 256;

/// The fields of one block by offset and length in bytes.
class Block {
public:
    explicit Block(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}

    [[nodiscard]] std::string text(std::size_t offset, std::size_t length) const {
        std::u16string units;
        for (std::size_t i = offset; i < offset + length; i += 2)
            units.push_back(static_cast<char16_t>(m_bytes[i] | m_bytes[i + 1] << 8U));
        const auto isPadding = [](char16_t unit) {
            return unit == u' ' || unit == u'\0' || unit == u'\u3000';
        };
        while (!units.empty() && isPadding(units.back()))
            units.pop_back();
        return boost::nowide::utf::convert_string<char>(units.data(), units.data() + units.size());
    }

    [[nodiscard]] char flag() const {
        const std::string flag = text(248, 2);
        if (flag.empty())
            return ' ';
        return flag.size() == 1 ? flag.front() : '?';
    }

private:
    std::span<const std::uint8_t> m_bytes;
};

bool isDigits(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

CardSex sexOf(const std::string& code) {
    if (code == "1")
        return CardSex::male;
    if (code == "2")
        return CardSex::female;
    return code == "9" ? CardSex::notStated : CardSex::unknown;
}

std::optional<std::chrono::year_month_day> dateOf(const std::string& text) {
    if (text.size() != 8 || !isDigits(text))
        return std::nullopt;
    const std::chrono::year_month_day date{
        std::chrono::year{std::stoi(text.substr(0, 4))},
        std::chrono::month{static_cast<unsigned>(std::stoi(text.substr(4, 2)))},
        std::chrono::day{static_cast<unsigned>(std::stoi(text.substr(6, 2)))}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::string nationOf(const std::string& code) {
    return code.size() == 2 && isDigits(code) ? std::string(nationName(std::stoi(code))) : std::string();
}

void readValidity(IdCard& card, const std::string& from, const std::string& to) {
    card.validFrom = dateOf(from);
    card.longTerm = to == "长期";
    card.validTo = dateOf(to);
}

/// The fields that three of the layouts share.
IdCard readCommon(const Block& block, CardKind kind) {
    IdCard card;
    card.kind = kind;
    card.name = block.text(0, 30);
    card.sex = sexOf(block.text(30, 2));
    card.birth = dateOf(block.text(36, 16));
    card.idNumber = block.text(122, 36);
    card.authority = block.text(158, 30);
    readValidity(card, block.text(188, 16), block.text(204, 16));
    return card;
}

IdCard readResident(const Block& block) {
    IdCard card = readCommon(block, CardKind::resident);
    card.nation = nationOf(block.text(32, 4));
    card.address = block.text(52, 70);
    return card;
}

IdCard readHkMacaoTaiwan(const Block& block) {
    IdCard card = readCommon(block, CardKind::hkMacaoTaiwan);
    card.address = block.text(52, 70);
    card.passNumber = block.text(220, 18);
    card.issueCount = block.text(238, 4);
    return card;
}

IdCard readForeign2023(const Block& block) {
    IdCard card = readCommon(block, CardKind::foreignResident2023);
    card.nameEn = block.text(52, 70) + block.text(220, 22);
    card.country = block.text(242, 6);
    return card;
}

IdCard readForeign2017(const Block& block) {
    IdCard card;
    card.kind = CardKind::foreignResident2017;
    card.nameEn = block.text(0, 120);
    card.sex = sexOf(block.text(120, 2));
    card.idNumber = block.text(122, 30);
    card.country = block.text(152, 6);
    card.name = block.text(158, 30);
    readValidity(card, block.text(188, 16), block.text(204, 16));
    card.birth = dateOf(block.text(220, 16));
    card.authority = block.text(240, 8);
    return card;
}

bool holdsControl(const IdCard& card) {
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    const auto dirty = [&](const std::string& text) {
        return std::any_of(text.begin(), text.end(), isControl);
    };
    return dirty(card.name) || dirty(card.nameEn) || dirty(card.idNumber) || dirty(card.address) ||
           dirty(card.authority) || dirty(card.country) || dirty(card.passNumber) || dirty(card.issueCount);
}

} // namespace

boost::system::result<IdCard, CardTextFault> decodeCardText(std::span<const std::uint8_t> bytes) {
    if (bytes.size() != kBlockSize)
        return CardTextFault::size;
    const Block block(bytes);
    IdCard card;
    switch (block.flag()) {
    case ' ':
        card = readResident(block);
        break;
    case 'I':
        card = readForeign2017(block);
        break;
    case 'J':
        card = readHkMacaoTaiwan(block);
        break;
    case 'Y':
        card = readForeign2023(block);
        break;
    default:
        return CardTextFault::unknownLayout;
    }
    if (holdsControl(card))
        return CardTextFault::controlCharacter;
    if (card.idNumber.empty() || displayName(card).empty())
        return CardTextFault::missing;
    return card;
}

} // namespace atrium::devices
