// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/schema.h"

#include "shared/model/adminapi.h"
#include "shared/model/api.h"
#include "shared/model/appointmentapi.h"
#include "shared/model/hall.h"
#include "shared/model/queue.h"
#include "shared/model/serviceitem.h"
#include "shared/model/staff.h"
#include "shared/model/statistics.h"
#include "shared/model/ticket.h"
#include "shared/model/waiterrors.h"

namespace atrium::http {

#define ATRIUM_SCHEMA(Type) registry.add<model::Type>(#Type)

void addModelSchemas(SchemaRegistry& registry) {
    // A type comes after those it holds, so that it refers to them by name.
    ATRIUM_SCHEMA(Hall);
    ATRIUM_SCHEMA(Floor);
    ATRIUM_SCHEMA(Area);
    ATRIUM_SCHEMA(Department);
    ATRIUM_SCHEMA(OpeningHours);
    ATRIUM_SCHEMA(Queue);
    ATRIUM_SCHEMA(Window);
    ATRIUM_SCHEMA(WindowStatus);
    ATRIUM_SCHEMA(QueueDay);
    ATRIUM_SCHEMA(ServiceItem);
    ATRIUM_SCHEMA(Ticket);
    ATRIUM_SCHEMA(Call);
    ATRIUM_SCHEMA(Rating);
    ATRIUM_SCHEMA(Staff);
    ATRIUM_SCHEMA(Device);
    ATRIUM_SCHEMA(DeviceStatus);
    ATRIUM_SCHEMA(Alarm);
    ATRIUM_SCHEMA(AuditEntry);
    ATRIUM_SCHEMA(CalendarDay);
    ATRIUM_SCHEMA(Appointment);

    ATRIUM_SCHEMA(Problem);
    ATRIUM_SCHEMA(Identity);
    ATRIUM_SCHEMA(IssueRequest);
    ATRIUM_SCHEMA(TicketView);
    ATRIUM_SCHEMA(PrintReport);
    ATRIUM_SCHEMA(LookupRequest);
    ATRIUM_SCHEMA(LookupResponse);
    ATRIUM_SCHEMA(Slot);
    ATRIUM_SCHEMA(SlotList);
    ATRIUM_SCHEMA(BookingRequest);
    ATRIUM_SCHEMA(AppointmentView);
    ATRIUM_SCHEMA(AppointmentList);
    ATRIUM_SCHEMA(AppointmentLookup);
    ATRIUM_SCHEMA(RedeemRequest);
    ATRIUM_SCHEMA(CancelRequest);
    ATRIUM_SCHEMA(ReportRequest);
    ATRIUM_SCHEMA(SignInRequest);
    ATRIUM_SCHEMA(SessionView);
    ATRIUM_SCHEMA(EnrolRequest);
    ATRIUM_SCHEMA(EnrolResponse);
    ATRIUM_SCHEMA(EnrolmentCode);
    ATRIUM_SCHEMA(WindowRequest);
    ATRIUM_SCHEMA(QueueEntry);
    ATRIUM_SCHEMA(WindowQueue);
    ATRIUM_SCHEMA(RatingRequest);
    ATRIUM_SCHEMA(DeviceReport);
    ATRIUM_SCHEMA(TimePoint);
    ATRIUM_SCHEMA(HeatCell);
    ATRIUM_SCHEMA(Dashboard);
    ATRIUM_SCHEMA(WaitErrors);
    ATRIUM_SCHEMA(StatisticsFigures);
    ATRIUM_SCHEMA(Statistics);
    ATRIUM_SCHEMA(ServerInfo);
    ATRIUM_SCHEMA(PasswordRequest);
    ATRIUM_SCHEMA(MediaStored);
    ATRIUM_SCHEMA(AuditPage);
    ATRIUM_SCHEMA(ErasureRequest);
    ATRIUM_SCHEMA(ErasureAnswer);
}

#undef ATRIUM_SCHEMA

} // namespace atrium::http
