// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/hall.h"
#include "shared/model/ids.h"
#include "shared/model/instant.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atrium::model {

/// serviceDesk is a clerk's extra duty: the same app issues, finds, reprints and cancels tickets.
enum class Role { administrator, supervisor, inspector, clerk, publisher };
BOOST_DESCRIBE_ENUM(Role, administrator, supervisor, inspector, clerk, publisher)

/// How one person is used for a queue that their window serves. A queue without a row is normal.
enum class Skill {
    exclude, ///< never calls it
    backup,  ///< calls it when nobody else waits at the window, or who waits is overdue
    normal,
    preferred ///< calls it first among tickets of one class
};
BOOST_DESCRIBE_ENUM(Skill, exclude, backup, normal, preferred)

struct QueueSkill {
    QueueId queueId;
    Skill skill = Skill::normal;
    bool operator==(const QueueSkill&) const = default;
};
BOOST_DESCRIBE_STRUCT(QueueSkill, (), (queueId, skill))

/// The public card of a member of staff. The password's hash lives in the server's account table only.
struct Staff {
    StaffId id;
    HallId hallId;
    DepartmentId departmentId;
    std::string number; ///< 工号
    std::string name;
    std::string nameEn;
    Role role = Role::clerk;
    bool serviceDesk = false;
    std::optional<Sha256> photo;
    int stars = 3; ///< 1..5
    std::string account;
    std::vector<QueueSkill> skills; ///< the operator's coefficients
    bool active = true;
    std::int64_t version = 0;
    bool operator==(const Staff&) const = default;
};
BOOST_DESCRIBE_STRUCT(Staff, (),
                      (id, hallId, departmentId, number, name, nameEn, role, serviceDesk, photo, stars,
                       account, skills, active, version))

enum class DeviceKind { kiosk, windowTerminal, dualScreen, signagePlayer, admin };
BOOST_DESCRIBE_ENUM(DeviceKind, kiosk, windowTerminal, dualScreen, signagePlayer, admin)

/// A machine that enrolled. Its token is stored hashed in another table.
struct Device {
    DeviceId id;
    HallId hallId;
    DeviceKind kind = DeviceKind::kiosk;
    std::string name;
    std::string location;
    std::optional<FloorId> floorId;
    std::string address;                     ///< last IP address seen (H3.2-13)
    std::optional<WindowId> windowId;        ///< terminals and outer screens
    std::vector<AreaId> areaIds;             ///< players: the areas whose calls they show and say
    std::vector<DepartmentId> departmentIds; ///< kiosks: only these departments, empty: all
    std::optional<BoardStyle> boardStyle;    ///< players: instead of the area's own
    bool sound = true;                       ///< players: speaks
    bool enrolled = false;
    bool revoked = false;
    std::int64_t version = 0;
    bool operator==(const Device&) const = default;
};
BOOST_DESCRIBE_STRUCT(Device, (),
                      (id, hallId, kind, name, location, floorId, address, windowId, areaIds, departmentIds,
                       boardStyle, sound, enrolled, revoked, version))

/// What a device last said of itself; id equals the device's id.
struct DeviceStatus {
    RecordId id;
    HallId hallId;
    DeviceId deviceId;
    bool online = false;
    Instant since;
    std::string printer;    ///< ready, paperLow, paperOut, coverOpen, faulty, offline, none
    std::string cardReader; ///< ready, faulty, offline, none
    std::string scanner;
    std::string appVersion;
    std::int64_t version = 0;
    bool operator==(const DeviceStatus&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeviceStatus, (),
                      (id, hallId, deviceId, online, since, printer, cardReader, scanner, appVersion,
                       version))

enum class AlarmKind {
    deviceSilent,
    printerPaper,
    printerFault,
    windowIdle,
    pauseTooLong,
    lowRating,
    insecureLan,
    queueStranded,   ///< tickets wait in a queue that no open window serves; detail: how many
    cardReaderFault, ///< detail: the reader's word
    scannerFault,    ///< detail: the scanner's word
    clockWrong,      ///< the server's clock jumped and is not followed; detail: clockAhead or clockBehind
    storeFailed      ///< the server could not save something
};
BOOST_DESCRIBE_ENUM(AlarmKind, deviceSilent, printerPaper, printerFault, windowIdle, pauseTooLong, lowRating,
                    insecureLan, queueStranded, cardReaderFault, scannerFault, clockWrong, storeFailed)

struct Alarm {
    AlarmId id;
    HallId hallId;
    AlarmKind kind = AlarmKind::deviceSilent;
    bool urgent = false;
    std::string subjectKind; ///< device, window, ticket …
    std::string subjectId;
    std::string detail;
    Instant raisedAt;
    std::optional<Instant> clearedAt;
    std::optional<StaffId> acknowledgedBy;
    std::optional<Instant> acknowledgedAt;
    std::int64_t version = 0;
    bool operator==(const Alarm&) const = default;
};
BOOST_DESCRIBE_STRUCT(Alarm, (),
                      (id, hallId, kind, urgent, subjectKind, subjectId, detail, raisedAt, clearedAt,
                       acknowledgedBy, acknowledgedAt, version))

/// One line of the audit trail. hash = SHA-256 over the previous hash and this entry's canonical JSON.
struct AuditEntry {
    std::int64_t sequence = 0; ///< without gaps
    HallId hallId;
    Instant at;
    std::optional<StaffId> staffId;
    std::optional<DeviceId> deviceId;
    std::string action; ///< e.g. window.call, record.put
    std::string subjectKind;
    std::string subjectId;
    std::string detail; ///< words, ids, of a record [AuditChanges]; never personal data
    std::string hash;
    bool operator==(const AuditEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(AuditEntry, (),
                      (sequence, hallId, at, staffId, deviceId, action, subjectKind, subjectId, detail, hash))

} // namespace atrium::model
