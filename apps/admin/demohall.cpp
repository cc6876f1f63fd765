// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/demohall.h"

#include "apps/admin/demostatistics.h"
#include "shared/model/adminapi.h"
#include "shared/model/api.h"
#include "shared/model/json.h"
#include "shared/model/waiterrors.h"
#include "shared/rules/queueing/preview.h"
#include "shared/sync/qt/hallclient.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPointer>
#include <QTimer>

#include <array>

namespace atrium::admin {

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr int kWindows = 20;
const model::HallId kHall{"hall-demo"};

model::Instant now() {
    return model::fromMillis(QDateTime::currentMSecsSinceEpoch());
}

template <class R> sync::Change put(const R& record) {
    return {.kind = std::string(model::RecordTraits<R>::kind),
            .id = record.id.value,
            .record = model::toJson(record)};
}

/// Two people a day's curve has: late morning and mid afternoon.
int peopleAt(int minuteOfDay) {
    const auto peak = [minuteOfDay](int at, int height) {
        const int away = std::abs(minuteOfDay - at);
        constexpr int kPeakWidth = 120;
        return away >= kPeakWidth ? 0 : height * (kPeakWidth - away) / kPeakWidth;
    };
    return peak(620, 60) + peak(880, 45);
}

model::Dashboard figures() {
    model::Dashboard out;
    out.at = now();
    out.waiting = 67;
    out.serving = 18;
    out.served = 842;
    out.issued = 911;
    out.noShows = 23;
    out.waitP50Minutes = 11;
    out.waitP90Minutes = 27;
    out.satisfaction = 0.986;
    out.ratings = 503;
    out.windowsOpen = 16;
    out.windowsPaused = 2;
    out.windowsTotal = kWindows;
    out.devicesOnline = 8;
    out.devicesTotal = 9;
    const QDateTime midnight = QDateTime::currentDateTime().date().startOfDay();
    constexpr int kFirstMinute = 8 * 60;
    constexpr int kLastMinute = 17 * 60;
    constexpr int kStep = 10;
    constexpr std::int64_t kWeekBefore = 7 * 24 * 60 * kMinute;
    for (int minute = kFirstMinute; minute <= kLastMinute; minute += kStep) {
        const auto at = model::fromMillis(midnight.toMSecsSinceEpoch() + minute * kMinute);
        const int people = peopleAt(minute);
        out.today.push_back({at, people, people / 3, people / 3});
        out.lastWeek.push_back(
            {model::fromMillis(model::toMillis(at) - kWeekBefore), people * 4 / 5, people / 4, people / 4});
    }
    for (int day = 1; day <= 5; ++day) {
        for (int hour = 8; hour <= 16; ++hour)
            out.week.push_back({day, hour, 4 + peopleAt(hour * 60 + 30) * (7 - day) / 4});
    }
    return out;
}

model::WaitErrors waitErrors() {
    const model::WaitError hall{.count = 842, .meanMinutes = 2.3, .withinFive = 0.88, .inside = 0.81};
    return {.day = {}, .hall = hall, .queues = {}};
}

model::Staff administrator() {
    model::Staff staff;
    staff.id = model::StaffId{"staff-admin"};
    staff.hallId = kHall;
    staff.departmentId = model::DepartmentId{"dept-1"};
    staff.number = "G0001";
    staff.name = "周建国";
    staff.nameEn = "Zhou Jianguo";
    staff.role = model::Role::administrator;
    staff.account = "admin";
    staff.version = 1;
    return staff;
}

void addWindows(std::vector<sync::Change>& out) {
    constexpr std::array kStates{model::WindowState::serving, model::WindowState::calling,
                                 model::WindowState::idle, model::WindowState::paused,
                                 model::WindowState::closed};
    for (int number = 1; number <= kWindows; ++number) {
        model::Window window;
        window.id = model::WindowId{"window-" + std::to_string(number)};
        window.hallId = kHall;
        window.areaId = model::AreaId{"area-a"};
        window.departmentId = model::DepartmentId{"dept-1"};
        window.number = number;
        window.name = "企业登记";
        window.nameEn = "Business registration";
        window.itemIds = {model::ServiceItemId{"item-1"}};
        out.push_back(put(window));
        model::WindowStatus status;
        status.id = model::RecordId{window.id.value};
        status.hallId = kHall;
        status.windowId = window.id;
        status.state = kStates[static_cast<std::size_t>(number) % kStates.size()];
        const bool busy =
            status.state == model::WindowState::serving || status.state == model::WindowState::calling;
        status.number = busy ? "A0" + std::to_string(100 + number) : "";
        status.since = model::fromMillis(model::toMillis(now()) - number * kMinute);
        out.push_back(put(status));
    }
}

std::vector<sync::Change> records() {
    std::vector<sync::Change> out;
    out.push_back(put(model::Hall{.id = kHall,
                                  .name = "XX高新区政务服务中心",
                                  .nameEn = "XX Hi-Tech Zone Service Centre",
                                  .logo = {},
                                  .address = {},
                                  .phone = {},
                                  .publicUrl = {},
                                  .notice = "欢迎",
                                  .noticeEn = "Welcome",
                                  .messages = {},
                                  .version = 1}));
    out.push_back(put(model::Floor{.id = model::FloorId{"floor-1"},
                                   .hallId = kHall,
                                   .name = "一楼",
                                   .nameEn = "First floor",
                                   .version = 1}));
    model::Area area;
    area.id = model::AreaId{"area-a"};
    area.hallId = kHall;
    area.floorId = model::FloorId{"floor-1"};
    area.name = "A区 · 企业登记等候区";
    out.push_back(put(area));
    model::Department department;
    department.id = model::DepartmentId{"dept-1"};
    department.hallId = kHall;
    department.name = "市场监督管理局";
    out.push_back(put(department));
    department.id = model::DepartmentId{"dept-2"};
    department.parentId = model::DepartmentId{"dept-1"};
    department.name = "企业登记科";
    out.push_back(put(department));
    model::Queue queue;
    queue.id = model::QueueId{"queue-a"};
    queue.hallId = kHall;
    queue.areaId = area.id;
    queue.prefix = "A";
    queue.name = "企业登记";
    queue.hours = {{1, {540}, {1020}}};
    out.push_back(put(queue));
    model::ServiceItem item;
    item.id = model::ServiceItemId{"item-1"};
    item.hallId = kHall;
    item.departmentId = department.id;
    item.queueId = queue.id;
    item.code = "GS001";
    item.name = "公司设立登记";
    item.materials = {{.name = "申请书", .form = "原件", .note = {}}};
    out.push_back(put(item));
    addWindows(out);
    out.push_back(put(administrator()));
    model::Device device;
    device.id = model::DeviceId{"kiosk-01"};
    device.hallId = kHall;
    device.name = "K01";
    device.location = "一楼南门入口左侧";
    out.push_back(put(device));
    model::Alarm alarm;
    alarm.id = model::AlarmId{"alarm-1"};
    alarm.hallId = kHall;
    alarm.kind = model::AlarmKind::printerPaper;
    alarm.subjectKind = "device";
    alarm.subjectId = "kiosk-01";
    alarm.raisedAt = model::fromMillis(model::toMillis(now()) - 4 * kMinute);
    out.push_back(put(alarm));
    return out;
}

rules::queueing::PreviewRow caller(int sequence, int waited, rules::queueing::PreviewReason reason) {
    constexpr int kOrdinary = 2;
    rules::queueing::PreviewRow row;
    row.number = "A0" + std::to_string(sequence);
    row.priorityClass = kOrdinary;
    row.effectiveClass = kOrdinary;
    row.waitedMinutes = waited;
    row.windowNumber = 1 + sequence % 4;
    row.reason = reason;
    row.limitMinutes = 40;
    return row;
}

rules::queueing::CallPreview callPreview() {
    using rules::queueing::PreviewReason;
    rules::queueing::CallPreview out;
    out.waiting = 23;
    out.windows = {1, 2, 3, 4};
    out.rows = {caller(137, 41, PreviewReason::finallyCallBy), caller(158, 6, PreviewReason::priority),
                caller(139, 34, PreviewReason::aged),          caller(140, 33, PreviewReason::aged),
                caller(133, 52, PreviewReason::returned),      caller(144, 17, PreviewReason::bound)};
    out.rows[0].effectiveClass = 0;
    out.rows[1].priorityClass = out.rows[1].effectiveClass = 1;
    out.rows[2].effectiveClass = out.rows[3].effectiveClass = 1;
    out.rows[4].placesBack = 3;
    for (int sequence = 145; sequence < 149; ++sequence)
        out.rows.push_back(caller(sequence, 160 - sequence, PreviewReason::arrival));
    return out;
}

/// Answers what needs no memory; everything else is "unavailable".
class DemoTransport final : public sync::Transport {
public:
    void send(sync::HttpRequest request, QObject* context,
              std::function<void(sync::HttpResponse)> done) override {
        QTimer::singleShot(0, context,
                           [done = std::move(done), answer = answerTo(request)] { done(answer); });
    }
    std::unique_ptr<sync::HttpStream> stream(sync::HttpRequest /*request*/,
                                             sync::StreamHandler handler) override {
        QTimer::singleShot(0, QCoreApplication::instance(), [opened = handler.opened] { opened(200); });
        return std::make_unique<OpenStream>();
    }
    void setToken(const QByteArray& /*token*/) override {}

private:
    class OpenStream final : public sync::HttpStream {};

    static sync::HttpResponse answerTo(const sync::HttpRequest& request) {
        std::string body;
        const QByteArray path = request.path.split('?').constFirst();
        if (path.endsWith("/server"))
            body = model::toJson(model::ServerInfo{.name = "demo",
                                                   .version = {},
                                                   .hallId = kHall,
                                                   .now = now(),
                                                   .day = {20261122},
                                                   .seq = 1,
                                                   .demonstration = true});
        else if (path.endsWith("/session"))
            body = model::toJson(model::SessionView{
                .token = "demo", .staff = administrator(), .windowId = {}, .expiresAt = now()});
        else if (path.endsWith("/dashboard"))
            body = model::toJson(figures());
        else if (path.endsWith("/preview"))
            body = model::toJson(callPreview());
        else if (path.endsWith("/dashboard/wait-errors"))
            body = model::toJson(waitErrors());
        else if (path.endsWith("/statistics"))
            body = model::toJson(demoStatistics({"queue-a"}));
        else if (path.endsWith("/audit"))
            body = model::toJson(model::AuditPage{
                {{.sequence = 1,
                  .hallId = kHall,
                  .at = now(),
                  .staffId = administrator().id,
                  .deviceId = {},
                  .action = "record.put",
                  .subjectKind = "window",
                  .subjectId = "window-3",
                  .detail = model::toJson(model::AuditChanges{{{"name", "综合窗口", "企业开办窗口"}}}),
                  .hash = {}}}});
        else if (path.endsWith("/changes"))
            body = R"({"events":[],"seq":1,"more":false})";
        else
            return {.status = 503, .headers = {}, .body = {}, .failure = {}};
        return {.status = 200, .headers = {}, .body = QByteArray::fromStdString(body), .failure = {}};
    }
};

} // namespace

std::unique_ptr<sync::HallClient> demoClient(const sync::Connection& connection) {
    sync::Connection local = connection;
    local.token = "demonstration";
    auto client = std::make_unique<sync::HallClient>(local, std::make_unique<DemoTransport>());
    auto& replica = client->replica();
    if (replica.beginSnapshot() && replica.addToSnapshot(records()))
        replica.finishSnapshot(1, model::Day{20261122}, kHall);
    return client;
}

} // namespace atrium::admin
