// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/figures/routes.h"

namespace atrium::services {

using http::Access;
using model::DeviceKind;
using model::ErrorCode;
using model::Result;
using model::Role;

namespace {

Result<Outcome> acknowledge(WriteContext& context, const model::AlarmId& id, const model::StaffId& staff) {
    const auto& alarms = context.state().alarms;
    const auto found = alarms.find(id);
    if (found == alarms.end())
        return model::Error{ErrorCode::notFound, {}, model::Sentence::noSuchAlarm};
    if (found->second.acknowledgedBy)
        return Outcome{204, {}};
    model::Alarm alarm = found->second;
    alarm.acknowledgedBy = staff;
    alarm.acknowledgedAt = context.now().at;
    // What has happened does not pass by itself: once somebody has seen to it, it is over.
    if (alarm.kind == model::AlarmKind::lowRating || alarm.kind == model::AlarmKind::storeFailed)
        alarm.clearedAt = context.now().at;
    context.record("alarmChanged", {store::put(alarm)});
    context.audit("alarm.acknowledge", "alarm", id.value);
    return Outcome{204, {}};
}

} // namespace

void addAlarmRoutes(http::RouteTable& routes, Services& services) {
    routes.add(
        {.method = "POST",
         .pattern = api("/alarms/{id}/acknowledge"),
         .summary = "Somebody sees to an alarm",
         .access = Access::staff(DeviceKind::admin, {Role::supervisor, Role::inspector, Role::administrator}),
         .successStatus = 204,
         .needsKey = true,
         .otherStatuses = {404, 409},
         .handler = [&services](const http::Request& request, http::Responder responder) {
             const model::AlarmId id(std::string(request.param("id")));
             const auto staff = request.caller.session->staffId;
             submitWrite(services, request, std::move(responder),
                         [id, staff](WriteContext& context) { return acknowledge(context, id, staff); });
         }});
}

} // namespace atrium::services
