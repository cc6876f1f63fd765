// SPDX-License-Identifier: GPL-3.0-or-later
// What an identity card tells about its holder, whatever layout its chip uses.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace atrium::devices {

/// The four text layouts a second-generation reader delivers, told apart by the type flag of the text block.
enum class CardKind {
    resident,            ///< resident identity card (flag blank)
    foreignResident2017, ///< permanent residence card for foreigners, 2017 layout (flag I)
    hkMacaoTaiwan,       ///< residence permit for Hong Kong, Macao and Taiwan residents (flag J)
    foreignResident2023, ///< permanent residence card for foreigners, 2023 layout (flag Y)
};

/// Sex as coded by GB/T 2261.1.
enum class CardSex { unknown, male, female, notStated };

/// Contents of one card. Texts are UTF-8 without padding; fields the layout does not have are empty.
/// Personal data: keep it in memory only as long as the service needs it.
struct IdCard {
    CardKind kind = CardKind::resident;
    std::string name;   ///< Chinese name; may be empty on cards of foreigners
    std::string nameEn; ///< Latin name of foreigners
    CardSex sex = CardSex::unknown;
    std::string nation;  ///< nationality group by GB/T 3304, e.g. "汉"; resident cards only
    std::string country; ///< three-letter country code; cards of foreigners only
    std::optional<std::chrono::year_month_day> birth;
    std::string address;
    std::string idNumber;  ///< 18 characters, on the 2017 layout for foreigners 15
    std::string authority; ///< issuing authority, on the 2017 layout for foreigners its code
    std::optional<std::chrono::year_month_day> validFrom;
    std::optional<std::chrono::year_month_day> validTo; ///< empty with longTerm or when unreadable
    bool longTerm = false;                              ///< the card says 长期
    std::string passNumber;                             ///< travel permit number; hkMacaoTaiwan only
    std::string issueCount; ///< how often the permit was issued; hkMacaoTaiwan only

    bool operator==(const IdCard&) const = default;
};

/// The name to greet the holder by: the Chinese one, else the Latin one.
inline const std::string& displayName(const IdCard& card) {
    return card.name.empty() ? card.nameEn : card.name;
}

} // namespace atrium::devices
