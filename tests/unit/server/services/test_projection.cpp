// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/projection/projection.h"
#include "tests/unit/server/services/hallfixture.h"

#include <algorithm>
#include <set>

namespace atrium::services::testing {

using model::DeviceKind;
using model::Role;

namespace {

const std::string kPerson = "PLANTEDPERSON";
const std::string kNote = "PLANTEDNOTE";
const std::string kReason = "PLANTEDREASON";
const std::string kAccount = "PLANTEDACCOUNT";
const std::string kComment = "PLANTEDCOMMENT";

Audience audience(DeviceKind kind, std::optional<Role> role = {}, const char* window = "window-1") {
    Audience out;
    out.kind = kind;
    out.role = role;
    out.windowId = model::WindowId(window);
    out.areaId = model::AreaId("area");
    out.self = model::DeviceId("self");
    return out;
}

model::Ticket plantedTicket(const char* window) {
    model::Ticket out;
    out.id = model::TicketId("t");
    out.number = "A0001";
    out.state = model::TicketState::called;
    out.personId = model::PersonId(kPerson);
    out.note = kNote;
    out.priorityReason = kReason;
    out.windowId = model::WindowId(window);
    return out;
}

/// One event that changes a record of every kind.
store::LogEvent everything() {
    store::LogEvent out;
    for (const auto& record : smallHall())
        out.changes.push_back(store::put(record));
    model::Staff staff;
    staff.id = model::StaffId("planted");
    staff.account = kAccount;
    model::WindowStatus status;
    status.id = model::RecordId("window-1");
    status.windowId = model::WindowId("window-1");
    model::QueueDay day;
    day.id = model::RecordId("day");
    model::Call call;
    call.id = model::CallId("call");
    call.areaId = model::AreaId("area");
    call.windowId = model::WindowId("window-1");
    model::Rating rating;
    rating.id = model::RatingId("rating");
    rating.comment = kComment;
    model::DeviceStatus deviceStatus;
    deviceStatus.id = model::RecordId("kiosk");
    model::Alarm alarm;
    alarm.id = model::AlarmId("alarm");
    for (store::AnyRecord record : std::vector<store::AnyRecord>{
             staff, status, day, plantedTicket("window-1"), call, rating, deviceStatus, alarm})
        out.changes.push_back(store::put(std::move(record)));
    return out;
}

std::string seen(const Audience& who) {
    return eventJson(everything(), project(everything(), who));
}

bool sees(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

bool seesKind(const std::string& text, const std::string& kind) {
    return sees(text, "{\"kind\":\"" + kind + "\"");
}

std::vector<Audience> everybody() {
    using enum Role;
    std::vector<Audience> out{audience(DeviceKind::kiosk),
                              audience(DeviceKind::windowTerminal),
                              audience(DeviceKind::windowTerminal, clerk),
                              audience(DeviceKind::dualScreen),
                              audience(DeviceKind::signagePlayer),
                              audience(DeviceKind::admin)};
    for (const Role role : {administrator, supervisor, inspector, clerk, publisher})
        out.push_back(audience(DeviceKind::admin, role));
    return out;
}

} // namespace

TEST(Projection, nobodySeesWhoAPersonIs) {
    for (const Audience& who : everybody())
        EXPECT_FALSE(sees(seen(who), kPerson)) << who.key().view;
}

TEST(Projection, notesAndReasonsStayWithStaff) {
    for (const DeviceKind kind : {DeviceKind::kiosk, DeviceKind::dualScreen, DeviceKind::signagePlayer}) {
        EXPECT_FALSE(sees(seen(audience(kind)), kNote));
        EXPECT_FALSE(sees(seen(audience(kind)), kReason));
        EXPECT_TRUE(seesKind(seen(audience(kind)), "ticket"));
    }
    for (const DeviceKind kind : {DeviceKind::windowTerminal, DeviceKind::admin}) {
        EXPECT_FALSE(sees(seen(audience(kind)), kNote)) << "nobody is signed in";
        EXPECT_FALSE(sees(seen(audience(kind)), kReason));
        EXPECT_TRUE(sees(seen(audience(kind, Role::clerk)), kNote));
    }
}

TEST(Projection, accountsAreForThoseWhoAdministerStaff) {
    for (const Audience& who : everybody())
        EXPECT_EQ(sees(seen(who), kAccount), who.kind == DeviceKind::admin && who.role == Role::administrator)
            << who.key().view;
}

TEST(Projection, ratingsAlarmsAndDeviceStatesGoByRole) {
    for (const Audience& who : everybody()) {
        const bool watches = who.kind == DeviceKind::admin && who.role &&
                             (*who.role == Role::administrator || *who.role == Role::supervisor ||
                              *who.role == Role::inspector);
        const std::string text = seen(who);
        EXPECT_EQ(sees(text, kComment), watches) << who.key().view;
        EXPECT_EQ(seesKind(text, "alarm"), watches) << who.key().view;
        EXPECT_EQ(seesKind(text, "deviceStatus"), watches) << who.key().view;
    }
}

TEST(Projection, kindsThatAreNotForADeviceDoNotReachIt) {
    const std::string kiosk = seen(audience(DeviceKind::kiosk));
    EXPECT_FALSE(seesKind(kiosk, "call"));
    EXPECT_TRUE(seesKind(kiosk, "serviceItem"));
    const std::string board = seen(audience(DeviceKind::signagePlayer));
    EXPECT_FALSE(seesKind(board, "serviceItem"));
    EXPECT_FALSE(seesKind(board, "staff"));
    EXPECT_TRUE(seesKind(board, "call"));
    EXPECT_FALSE(seesKind(seen(audience(DeviceKind::dualScreen)), "queueDay"));
}

TEST(Projection, aKioskLearnsOfStaffWhatTheWaitDependsOnAndNothingElse) {
    model::Staff staff;
    staff.id = model::StaffId("planted");
    staff.hallId = model::HallId("hall");
    staff.number = "1007";
    staff.name = "李晓雯";
    staff.account = kAccount;
    staff.role = model::Role::supervisor;
    staff.skills = {{model::QueueId("queue"), model::Skill::exclude}};
    staff.version = 7;
    store::LogEvent event;
    event.changes.push_back(store::put(staff));
    const auto shown = project(event, audience(DeviceKind::kiosk));
    ASSERT_EQ(shown.size(), 1U);
    model::Staff bare;
    bare.id = staff.id;
    bare.hallId = staff.hallId;
    bare.skills = staff.skills;
    bare.version = staff.version;
    EXPECT_EQ(std::get<model::Staff>(*shown.front().record), bare);
}

TEST(Projection, aDeviceSeesItselfOnly) {
    model::Device device;
    device.id = model::DeviceId("self");
    for (const DeviceKind kind :
         {DeviceKind::kiosk, DeviceKind::windowTerminal, DeviceKind::dualScreen, DeviceKind::signagePlayer}) {
        EXPECT_TRUE(project(store::AnyRecord(device), audience(kind)));
        EXPECT_FALSE(seesKind(seen(audience(kind)), "device"));
    }
}

TEST(Projection, anOuterScreenSeesItsWindowAndHearsWhenATicketLeaves) {
    const auto outer = audience(DeviceKind::dualScreen);
    EXPECT_TRUE(project(store::AnyRecord(plantedTicket("window-1")), outer));
    EXPECT_FALSE(project(store::AnyRecord(plantedTicket("window-2")), outer));

    store::LogEvent moved;
    model::WindowStatus status;
    status.id = model::RecordId("window-1");
    status.windowId = model::WindowId("window-1");
    moved.changes = {store::put(plantedTicket("window-2")), store::put(status)};
    const auto changes = project(moved, outer);
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_FALSE(changes[0].record);
    EXPECT_TRUE(changes[1].record);
}

TEST(Projection, anOuterScreenSeesOfOtherWindowsWhetherTheyAreOpen) {
    model::WindowStatus status;
    status.id = model::RecordId("window-2");
    status.windowId = model::WindowId("window-2");
    status.state = model::WindowState::paused;
    status.staffId = model::StaffId("staff-2");
    status.ticketId = model::TicketId("ticket-2");
    status.number = "A0002";
    status.pauseReason = "reason";
    status.ratingTicketId = model::TicketId("ticket-1");
    status.shownItemId = model::ServiceItemId("item-2");
    const auto seenByOuter = project(store::AnyRecord(status), audience(DeviceKind::dualScreen));
    ASSERT_TRUE(seenByOuter);
    model::WindowStatus expected;
    expected.id = status.id;
    expected.windowId = status.windowId;
    expected.state = model::WindowState::paused;
    EXPECT_EQ(std::get<model::WindowStatus>(*seenByOuter), expected);
    EXPECT_EQ(project(store::AnyRecord(status), audience(DeviceKind::signagePlayer)),
              store::AnyRecord(status));
}

TEST(Projection, aTerminalHearsTheCallsOfItsAreaOnly) {
    model::Call call;
    call.areaId = model::AreaId("another");
    EXPECT_FALSE(project(store::AnyRecord(call), audience(DeviceKind::windowTerminal)));
    call.areaId = model::AreaId("area");
    EXPECT_TRUE(project(store::AnyRecord(call), audience(DeviceKind::windowTerminal)));
}

TEST(Projection, whatWasPassedAtAWindowAndGoesOnElsewhereLeavesItsOuterScreen) {
    const auto outer = audience(DeviceKind::dualScreen);
    store::LogEvent requeued;
    requeued.changes = {store::put(plantedTicket("window-2"))};
    requeued.type = "ticketCalled"; // most tickets were never here
    EXPECT_TRUE(project(requeued, outer).empty());
    for (const char* type : {"ticketRequeued", "ticketReturned"}) {
        requeued.type = type;
        const auto changes = project(requeued, outer);
        ASSERT_EQ(changes.size(), 1U) << type;
        EXPECT_FALSE(changes[0].record);
    }
}

TEST(Projection, aPositionSaysWithWhoseEyesTheLogWasSeen) {
    const store::LogRuns runs({{1, "aaaaaaaa"}, {10, "bbbbbbbb"}});
    std::set<std::string> tags;
    for (const Audience& who : everybody()) {
        const auto view = who.key().view;
        const std::string tag = positionTag(runs, 5, view);
        EXPECT_EQ(tag.size(), 16U);
        tags.insert(tag);
        EXPECT_TRUE(knowsPosition(runs, {5, tag}, view));
        EXPECT_TRUE(knowsPosition(runs, {0, {}}, view)) << "before all";
        EXPECT_FALSE(knowsPosition(runs, {5, {}}, view));
        EXPECT_FALSE(knowsPosition(runs, {10, tag}, view)) << "another run wrote that";
        EXPECT_FALSE(knowsPosition(runs, {5, tag}, view + "x"));
        EXPECT_FALSE(knowsPosition(store::LogRuns({{6, "cccccccc"}}), {5, positionTag({}, 5, view)}, view));
    }
    EXPECT_GT(tags.size(), 5U);
}

TEST(Projection, aKeyStandsForItsAudience) {
    for (const Audience& who : everybody()) {
        const Audience back = Audience::fromKey(who.key());
        EXPECT_EQ(eventJson(everything(), project(everything(), back)), seen(who)) << who.key().view;
    }
}

} // namespace atrium::services::testing
