// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/messages/settings.h"
#include "server/store/change.h"
#include "shared/rules/appointments/officedays.h"
#include "shared/rules/estimate/pools.h"
#include "shared/rules/queueing/state.h"

#include <map>
#include <unordered_map>

namespace atrium::services {

/// What an account is compared by: people type its letters A to Z large or small.
[[nodiscard]] std::string foldedAccount(std::string account);

/// The hall's set-up in memory. Immutable once shared; an edit makes a new one.
struct Setup {
    model::Hall hall;
    std::map<model::FloorId, model::Floor> floors;
    std::map<model::AreaId, model::Area> areas;
    std::map<model::DepartmentId, model::Department> departments;
    std::map<model::StaffId, model::Staff> staff;
    std::map<model::DeviceId, model::Device> devices;
    std::map<model::CalendarDayId, model::CalendarDay> calendarDays;
    std::map<model::MessageTemplateId, model::MessageTemplate> messageTemplates;
    rules::queueing::Config config; ///< queues, items, windows; skills follow from staff

    // Follow from the records above; see index().
    std::unordered_map<model::ServiceItemId, std::vector<model::WindowId>> windowsOfItem;
    rules::appointments::OfficeDays officeDays;                     ///< of calendarDays
    OutboxSettings messages;                                        ///< of the hall and its templates
    estimate::Pools pools;                                          ///< of windowsOfItem
    std::unordered_map<std::string, model::StaffId> staffByAccount; ///< by foldedAccount()

    /// Takes a change of a set-up record; others are ignored. Call index() after the last one.
    void apply(const store::Change& change);
    void index();

    /// The record of a set-up kind; nullopt when there is none.
    [[nodiscard]] std::optional<store::AnyRecord> find(std::string_view kind, const std::string& id) const;
    /// All records, parents before children.
    [[nodiscard]] std::vector<store::AnyRecord> all() const;
    /// What still points to that record, as "kind/id"; empty when it may be deleted.
    [[nodiscard]] std::string referenceTo(std::string_view kind, const std::string& id) const;
};

} // namespace atrium::services
