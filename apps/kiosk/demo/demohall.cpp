// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/demo/demohall.h"

namespace atrium::kiosk {

namespace {

const model::HallId kHall{"hall-demo"};

struct QueueLine {
    const char* id;
    const char* prefix;
    const char* area;
    const char* name;
    const char* nameEn;
    bool realName;
    int waiting;
    int windows;
};
constexpr QueueLine kQueues[] = {
    {"queue-company", "A", "area-a", "企业登记", "Company registration", false, 12, 4},
    {"queue-social", "B", "area-b", "社会保险", "Social insurance", false, 31, 3},
    {"queue-estate", "C", "area-c", "不动产登记", "Real estate registration", true, 6, 3},
    {"queue-exit", "D", "area-d", "出入境", "Exit and entry", true, 18, 4},
    {"queue-general", "E", "area-e", "综合受理", "General service", false, 0, 0},
};

struct DepartmentLine {
    const char* id;
    const char* parent;
    const char* name;
    const char* nameEn;
};
constexpr DepartmentLine kDepartments[] = {
    {"dept-market", "", "市场监管局", "Market Supervision Bureau"},
    {"dept-social", "", "人力资源和社会保障局", "Human Resources and Social Security Bureau"},
    {"dept-social-insurance", "dept-social", "社会保险科", "Social Insurance Section"},
    {"dept-social-jobs", "dept-social", "就业服务科", "Employment Services Section"},
    {"dept-estate", "", "不动产登记中心", "Real Estate Registration Centre"},
    {"dept-police", "", "公安局", "Public Security Bureau"},
    {"dept-civil", "", "民政局", "Civil Affairs Bureau"},
};

struct ItemLine {
    const char* id;
    const char* department;
    const char* queue;
    const char* name;
    const char* nameEn;
};
constexpr ItemLine kItems[] = {
    {"item-company-formation", "dept-market", "queue-company", "公司设立登记", "Company formation"},
    {"item-company-change", "dept-market", "queue-company", "公司变更登记", "Change of company registration"},
    {"item-sole-trader", "dept-market", "queue-company", "个体工商户登记", "Sole trader registration"},
    {"item-company-closure", "dept-market", "queue-company", "公司注销登记", "Company dissolution"},
    {"item-insurance-enrol", "dept-social-insurance", "queue-social", "企业职工基本养老保险参保登记",
     "Enrolment in the basic pension insurance for enterprise employees"},
    {"item-injury", "dept-social-insurance", "queue-social", "工伤认定申请", "Work injury recognition"},
    {"item-unemployed", "dept-social-jobs", "queue-social", "失业登记", "Unemployment registration"},
    {"item-estate-transfer", "dept-estate", "queue-estate", "不动产转移登记", "Real estate transfer"},
    {"item-estate-mortgage", "dept-estate", "queue-estate", "不动产抵押登记", "Real estate mortgage"},
    {"item-passport", "dept-police", "queue-exit", "普通护照申领", "Ordinary passport"},
    {"item-welfare", "dept-civil", "queue-general", "最低生活保障申请", "Minimum living allowance"},
};

void addQueues(DemoHall& demo) {
    int number = 1;
    for (const auto& line : kQueues) {
        const model::QueueId id{line.id};
        const model::AreaId area{line.area};
        auto& place = demo.areas.emplace_back();
        place.id = area;
        place.hallId = kHall;
        place.floorId = model::FloorId("floor-1");
        place.name = std::string(line.prefix) + " 区 " + line.name;
        place.nameEn = "Area " + std::string(line.prefix) + " · " + line.nameEn;
        auto& queue = demo.queues.emplace_back();
        queue.id = id;
        queue.hallId = kHall;
        queue.areaId = area;
        queue.prefix = line.prefix;
        queue.name = line.name;
        queue.nameEn = line.nameEn;
        queue.realName = line.realName;
        queue.hint = "请备好证件，听到叫号后到窗口。";
        queue.hintEn = "Have your papers ready and go to the window when called.";
        demo.days.push_back({.id = model::RecordId(id.value + ".20261123"),
                             .hallId = kHall,
                             .queueId = id,
                             .day = kDemoDay,
                             .lastSequence = 100,
                             .issued = 100,
                             .waiting = line.waiting});
        for (int at = 0; at < line.windows; ++at, ++number) {
            const std::string windowId = "window-" + std::to_string(number);
            auto& window = demo.windows.emplace_back();
            window.id = model::WindowId(windowId);
            window.hallId = kHall;
            window.areaId = area;
            window.number = number;
            for (const auto& item : kItems)
                if (id.value == item.queue)
                    window.itemIds.emplace_back(item.id);
            auto& status = demo.statuses.emplace_back();
            status.id = model::RecordId(windowId);
            status.hallId = kHall;
            status.windowId = model::WindowId(windowId);
            status.state = model::WindowState::serving;
        }
    }
}

} // namespace

DemoHall demoHall() {
    DemoHall demo;
    demo.hall.id = kHall;
    demo.hall.name = "XX高新区政务服务中心";
    demo.hall.nameEn = "XX Hi-Tech Zone Government Service Centre";
    demo.hall.notice = "欢迎来到政务服务中心。请触摸屏幕取号，也可到服务台请工作人员帮忙。";
    demo.hall.noticeEn = "Welcome. Touch the screen for a ticket, or ask at the service desk.";
    demo.device.id = model::DeviceId("kiosk-01");
    demo.device.hallId = kHall;
    demo.device.name = "K01";
    demo.device.location = "一楼南门入口左侧";
    demo.device.floorId = model::FloorId("floor-1");
    demo.device.enrolled = true;
    demo.floors.push_back(
        {.id = model::FloorId("floor-1"), .hallId = kHall, .name = "一楼", .nameEn = "First floor"});
    int order = 0;
    for (const auto& line : kDepartments) {
        auto& department = demo.departments.emplace_back();
        department.id = model::DepartmentId(line.id);
        department.hallId = kHall;
        department.name = line.name;
        department.nameEn = line.nameEn;
        department.shortName = line.name;
        department.sortOrder = ++order;
        if (*line.parent != '\0')
            department.parentId = model::DepartmentId(line.parent);
    }
    addQueues(demo);
    model::Material form;
    form.name = "申请书";
    form.form = "原件";
    model::Material card;
    card.name = "身份证";
    card.form = "复印件";
    for (const auto& line : kItems) {
        auto& item = demo.items.emplace_back();
        item.id = model::ServiceItemId(line.id);
        item.hallId = kHall;
        item.departmentId = model::DepartmentId(line.department);
        item.queueId = model::QueueId(line.queue);
        item.name = line.name;
        item.nameEn = line.nameEn;
        item.materials = {form, card};
        item.fee = "不收费";
    }
    return demo;
}

} // namespace atrium::kiosk
