// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/records.h"

#include <array>
#include <string_view>

// The one place of how long a text member of a set-up record may be and what it may hold. The server's
// validation, the editors' maximum and the API's schemas follow it. A member without a row does not compile
// where it is validated.
namespace atrium::model {

/// Of texts that belong to no record: reasons, comments.
inline constexpr int kLongestText = 4000;

struct TextLimit {
    std::string_view member;
    int longest = 0;     ///< characters (code points); of one entry for a list of texts
    bool needed = false; ///< holds something one can see
    bool lines = false;  ///< may have several lines
};

/// The rows of a described type; none for types that are not edited.
template <class T> inline constexpr std::array<TextLimit, 0> kTextLimits{};

template <>
inline constexpr auto kTextLimits<Hall> = std::to_array<TextLimit>({{"name", 40, true},
                                                                    {"nameEn", 100},
                                                                    {"timeZone", 64, true},
                                                                    {"address", 100},
                                                                    {"phone", 40},
                                                                    {"publicUrl", 200},
                                                                    {"notice", 500, false, true},
                                                                    {"noticeEn", 1000, false, true}});
template <>
inline constexpr auto kTextLimits<MessageSettings> = std::to_array<TextLimit>({{"signature", 20}});
template <>
inline constexpr auto kTextLimits<CalendarDay> = std::to_array<TextLimit>({{"name", 20, true},
                                                                           {"nameEn", 60}});
template <>
inline constexpr auto kTextLimits<MessageTemplate> = std::to_array<TextLimit>({{"text", 200, true},
                                                                               {"textEn", 400}});
template <>
inline constexpr auto kTextLimits<Floor> = std::to_array<TextLimit>({{"name", 20, true}, {"nameEn", 60}});
template <>
inline constexpr auto kTextLimits<AnnouncementSettings> = std::to_array<TextLimit>({{"templateZh", 200},
                                                                                    {"templateEn", 300}});
template <>
inline constexpr auto kTextLimits<Area> = std::to_array<TextLimit>(
    {{"name", 40, true}, {"nameEn", 100}, {"caption", 500, false, true}, {"captionEn", 1000, false, true}});
template <>
inline constexpr auto kTextLimits<Department> =
    std::to_array<TextLimit>({{"name", 40, true}, {"nameEn", 120}, {"shortName", 12}, {"phone", 40}});
template <>
inline constexpr auto kTextLimits<Queue> = std::to_array<TextLimit>({{"prefix", 2, true},
                                                                     {"name", 40, true},
                                                                     {"nameEn", 120},
                                                                     {"hint", 120, false, true},
                                                                     {"hintEn", 240, false, true}});
template <>
inline constexpr auto kTextLimits<Window> = std::to_array<TextLimit>({{"name", 40, true}, {"nameEn", 120}});
template <>
inline constexpr auto
    kTextLimits<Material> = std::to_array<TextLimit>({{"name", 200, true}, {"form", 40}, {"note", 200}});
template <>
inline constexpr auto kTextLimits<LegalBasis> = std::to_array<TextLimit>({{"law", 200, true},
                                                                          {"article", 100}});
template <>
inline constexpr auto kTextLimits<ServiceItem> = std::to_array<TextLimit>({{"code", 40},
                                                                           {"name", 100, true},
                                                                           {"nameEn", 240},
                                                                           {"conditions", 1000, true, true},
                                                                           {"steps", 1000, true, true},
                                                                           {"fee", 500, false, true},
                                                                           {"pinyin", 400}});
template <>
inline constexpr auto kTextLimits<Staff> =
    std::to_array<TextLimit>({{"number", 32}, {"name", 40, true}, {"nameEn", 80}, {"account", 64}});
template <>
inline constexpr auto
    kTextLimits<Device> = std::to_array<TextLimit>({{"name", 40, true}, {"location", 100}, {"address", 64}});

/// The row of a member; longest 0 when there is none.
template <class T> constexpr TextLimit textLimit(std::string_view member) {
    for (const TextLimit& limit : kTextLimits<T>)
        if (limit.member == member)
            return limit;
    return {};
}

} // namespace atrium::model
