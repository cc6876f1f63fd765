// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/ids.h"
#include "shared/model/instant.h"
#include "shared/model/language.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atrium::model {

enum class Theme { governmentBlue, emblemRed, highContrast, night };
BOOST_DESCRIBE_ENUM(Theme, governmentBlue, emblemRed, highContrast, night)

/// How a call reaches somebody (H3.3-23). Silent only to those who gave a phone number.
enum class CallStyle { spoken, spokenAndMessage, silent };
BOOST_DESCRIBE_ENUM(CallStyle, spoken, spokenAndMessage, silent)

/// Messages to visitors; what they say is in the message templates, the gateway in the server's
/// configuration.
struct MessageSettings {
    bool active = false;
    std::string signature; ///< 【…】 before every text; empty where the gateway adds it
    CallStyle callStyle = CallStyle::spokenAndMessage;
    int nearPeople = 3;    ///< so few ahead is near
    int walkMinutes = 3;   ///< on foot from where people wait to the windows, planned
    int marginMinutes = 5; ///< on top of it
    MinuteOfDay quietFrom; ///< nothing is sent from here …
    MinuteOfDay quietTo;   ///< … to here; equal: no quiet hours
    bool operator==(const MessageSettings&) const = default;
};
BOOST_DESCRIBE_STRUCT(MessageSettings, (),
                      (active, signature, callStyle, nearPeople, walkMinutes, marginMinutes, quietFrom,
                       quietTo))

/// One service hall and its appearance. version is the log number of the last change, on every record.
struct Hall {
    HallId id;
    std::string name;
    std::string nameEn;
    std::optional<Sha256> logo;
    Theme theme = Theme::governmentBlue;
    std::string timeZone = "Asia/Shanghai"; ///< IANA name
    int ratingGrades = 5;                   ///< shown on outer screens: 3 or 5
    std::string address;
    std::string phone;
    std::string publicUrl; ///< base of the address behind a ticket's QR
    std::string notice;    ///< the quiet page's message
    std::string noticeEn;
    MessageSettings messages;
    std::int64_t version = 0;
    bool operator==(const Hall&) const = default;
};
BOOST_DESCRIBE_STRUCT(Hall, (),
                      (id, name, nameEn, logo, theme, timeZone, ratingGrades, address, phone, publicUrl,
                       notice, noticeEn, messages, version))

struct Floor {
    FloorId id;
    HallId hallId;
    std::string name;
    std::string nameEn;
    int ordinal = 1; ///< 1 is the ground floor as counted in China
    std::int64_t version = 0;
    bool operator==(const Floor&) const = default;
};
BOOST_DESCRIBE_STRUCT(Floor, (), (id, hallId, name, nameEn, ordinal, version))

enum class BoardStyle { classic, split, ledger, large };
BOOST_DESCRIBE_ENUM(BoardStyle, classic, split, ledger, large)

/// How calls are spoken in an area.
struct AnnouncementSettings {
    std::vector<Language> languages{Language::zh};
    int ratePercent = 100;  ///< 50..200, 100 is the voice's own speed
    int volumePercent = 80; ///< 0..100
    int repeat = 2;         ///< how often one call is spoken, 1..3
    std::string templateZh = "请{number}号到{window}号窗口";
    std::string templateEn = "Ticket {number}, please go to window {window}";
    bool operator==(const AnnouncementSettings&) const = default;
};
BOOST_DESCRIBE_STRUCT(AnnouncementSettings, (),
                      (languages, ratePercent, volumePercent, repeat, templateZh, templateEn))

/// A waiting area: its windows, its screens and its loudspeaker.
struct Area {
    AreaId id;
    HallId hallId;
    FloorId floorId;
    std::string name;
    std::string nameEn;
    BoardStyle boardStyle = BoardStyle::classic;
    std::string caption; ///< the board's rolling caption
    std::string captionEn;
    AnnouncementSettings announcement;
    std::int64_t version = 0;
    bool operator==(const Area&) const = default;
};
BOOST_DESCRIBE_STRUCT(Area, (),
                      (id, hallId, floorId, name, nameEn, boardStyle, caption, captionEn, announcement,
                       version))

/// A department or, with parentId, a sub-department.
struct Department {
    DepartmentId id;
    HallId hallId;
    std::optional<DepartmentId> parentId;
    std::string name;
    std::string nameEn;
    std::string shortName; ///< fits a window strip: 住建局
    std::string phone;
    int sortOrder = 0;
    std::int64_t version = 0;
    bool operator==(const Department&) const = default;
};
BOOST_DESCRIBE_STRUCT(Department, (),
                      (id, hallId, parentId, name, nameEn, shortName, phone, sortOrder, version))

} // namespace atrium::model
