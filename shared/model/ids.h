// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace atrium::model {

/// An identifier that cannot be mixed up with that of another kind of record.
/// Configuration records carry readable ids from the hall package ("queue-tax"); tickets and ratings carry
/// the milliseconds since 1970 and 80 random bits, appointments, messages, calls and persons 128 random bits,
/// as 32 lower-case hex digits. At most 64 characters of [A-Za-z0-9._-].
template <class Tag> struct Id {
    std::string value;

    Id() = default;
    explicit Id(std::string text) : value(std::move(text)) {}

    [[nodiscard]] bool empty() const noexcept { return value.empty(); }
    auto operator<=>(const Id&) const = default;
};

using HallId = Id<struct HallTag>;
using FloorId = Id<struct FloorTag>;
using AreaId = Id<struct AreaTag>;
using DepartmentId = Id<struct DepartmentTag>;
using ServiceItemId = Id<struct ServiceItemTag>;
using QueueId = Id<struct QueueTag>;
using WindowId = Id<struct WindowTag>;
using StaffId = Id<struct StaffTag>;
using DeviceId = Id<struct DeviceTag>;
using TicketId = Id<struct TicketTag>;
using CallId = Id<struct CallTag>;
using RatingId = Id<struct RatingTag>;
using PersonId = Id<struct PersonTag>;
using AlarmId = Id<struct AlarmTag>;
using AppointmentId = Id<struct AppointmentTag>;
using CalendarDayId = Id<struct CalendarDayTag>;
using MessageId = Id<struct MessageTag>;
using MessageTemplateId = Id<struct MessageTemplateTag>;
/// A live record that belongs one to one to another record and takes its id.
using RecordId = Id<struct RecordTag>;
/// Lower-case hex of a file's SHA-256; media is addressed by it.
using Sha256 = Id<struct Sha256Tag>;

} // namespace atrium::model

template <class Tag> struct std::hash<atrium::model::Id<Tag>> {
    std::size_t operator()(const atrium::model::Id<Tag>& id) const noexcept {
        return std::hash<std::string>{}(id.value);
    }
};
